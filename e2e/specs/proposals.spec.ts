import { basename } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { editorOf, editWorkbook } from '../../main/analysis/proposals/testing/editedExport.ts';
import { expect, hostIn, openSample, test } from '../fixtures.ts';

const chosen: { open: string | null } = { open: null };
const withFile = test.extend({
  host: async ({ folder }, use) => {
    chosen.open = null;
    await use(hostIn(folder, chosen));
  },
});

async function axe(window: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
}

withFile(
  'P47 an exported workbook edited in a spreadsheet comes back as proposals, is accepted in part and taken back',
  async ({ window, application }) => {
    await openSample(window);
    const saved = await application.door('portfolio.export', { trusted: true }, { form: 'xlsx' });
    const { path } = (saved as { value: { path: string } }).value;
    chosen.open = path;
    await editWorkbook(path, (workbook) => {
      const sites = editorOf(workbook, 'site');
      sites.cell('riot-rockdale', 'energised_year').value = 2021;
      sites.cell('riot-corsicana', 'country').value = { formula: 'A1', result: 'US' };
      sites.cell('riot-corsicana', 'note').value = '<script>alert(1)</script> =cmd';
    });
    await window.getByRole('button', { name: 'Import …' }).click();
    await window.getByRole('button', { name: 'Choose a file …' }).click();
    const grid = window.getByRole('grid', { name: 'Proposals' });
    await expect(grid.getByRole('row').filter({ hasText: 'Rockdale' })).toContainText('2021');
    await expect(grid.getByRole('row').filter({ hasText: 'not readable' })).toContainText(
      'put its value there',
    );
    await axe(window);
    await expect(window.getByRole('button', { name: 'Accept 2 proposals' })).toBeVisible();
    await window.getByRole('button', { name: 'Refuse all' }).click();
    await expect(window.getByRole('button', { name: 'Accept 0 proposals' })).toBeDisabled();
    await window.getByLabel(/^Accept: Site · Energised since, Rockdale/).check();
    await window.getByRole('button', { name: 'Accept 1 proposal', exact: true }).click();
    await expect(window.getByText(`1 proposal of “${basename(path)}” is in the portfolio.`)).toBeVisible();
    await axe(window);
    await window.getByRole('button', { name: 'Undo the import' }).click();
    await expect(window.getByText('The import was undone.')).toBeVisible();
    await window.getByRole('navigation').getByRole('button', { name: 'History' }).click();
    await expect(window.getByText(`Sheet “${basename(path)}”: 1 proposal accepted`).first()).toBeVisible();
  },
);
