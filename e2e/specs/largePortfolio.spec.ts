import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Host } from '../../main/hosts/host.ts';
import { expect, test } from '../fixtures.ts';
import { writeLargePortfolio } from '../profiles/largePortfolio.ts';

async function openLarge(window: Page, host: Host, folder: string): Promise<void> {
  const file = join(folder, 'large.umbau');
  writeLargePortfolio(join(host.resourcesFolder, 'sample', 'sample.umbau'), file, 10_000);
  Object.assign(host, { chooseFileToOpen: async () => file });
  await window.getByRole('button', { name: 'Open a file' }).last().click();
  await window.getByRole('grid', { name: 'Portfolio' }).waitFor();
}

test('P31 ten thousand sites are checked while the page is used, and only the faults looked at are drawn', async ({
  window,
  host,
  folder,
}) => {
  // A busy machine takes its time for ten thousand sites.
  test.setTimeout(400_000);
  await openLarge(window, host, folder);
  await window.getByRole('navigation').getByRole('button', { name: 'Health centre' }).click();
  await expect(window.getByRole('status').filter({ hasText: /^Checking: \d+ of 10107$/ })).toBeVisible();
  await window.getByRole('searchbox').fill('Made site 00777');
  // Its two figures have no source.
  await expect(window.getByRole('row', { name: /No source .*Made site 00777/ })).toBeVisible();
  await window.getByRole('searchbox').fill('');
  await expect(window.getByRole('button', { name: /^\d{5} problems$/ })).toBeVisible({ timeout: 300_000 });
  expect(await window.getByRole('grid', { name: 'Faults' }).locator('tbody tr').count()).toBeLessThan(120);
});

test('ten thousand sites are walked, sorted and filtered, and only what is looked at is drawn', async ({
  window,
  host,
  folder,
}) => {
  await openLarge(window, host, folder);
  await window.getByRole('navigation').getByRole('button', { name: 'Sites' }).click();
  const grid = window.getByRole('grid', { name: 'Sites' });
  await expect(grid).toHaveAttribute('aria-rowcount', '10088');
  expect(await grid.locator('tbody tr').count()).toBeLessThan(120);

  await grid.getByRole('button', { name: 'Site', exact: true }).click();
  await grid.getByRole('rowheader').first().getByRole('button').focus();
  await window.keyboard.press('Control+End');
  const last = grid.getByRole('row').last();
  await expect(last).toHaveAttribute('aria-rowindex', '10088');
  const focusedRow = window.locator('tr:focus-within');
  await expect(focusedRow).toHaveAttribute('aria-rowindex', '10088');
  await window.keyboard.press('Home');
  await expect(window.locator(':focus')).toHaveText(await last.getByRole('rowheader').innerText());
  await window.keyboard.press('Control+Home');
  await expect(focusedRow).toHaveAttribute('aria-rowindex', '2');
  await window.keyboard.press('PageDown');
  await expect(focusedRow).toHaveAttribute('aria-rowindex', '12');
  await window.keyboard.press('ArrowDown');
  await expect(focusedRow).toHaveAttribute('aria-rowindex', '13');

  await window.getByRole('searchbox').fill('Made site 07777');
  await expect(grid.locator('tbody tr')).toHaveCount(1);
  await grid.getByRole('button', { name: 'Made site 07777', exact: true }).press('Enter');
  await expect(window.getByRole('region', { name: 'Verdict by R5.16' })).toBeVisible();
});
