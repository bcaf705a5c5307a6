import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openSample, test } from '../fixtures.ts';

const germanSites = [
  'Unternehmen;Standort;Leistung [kW];IT-Last (MW);Strompreis ($/MWh);Stand;Quelle',
  'Alpenstrom;Tal;50.000;12,5;29,60;30.09.2026;Geschäftsbericht, S. 4',
  'Alpenstrom;Berg;7.200,5;k. A.;31,10;30.09.26;Geschäftsbericht',
  'Alpenstrom;Helios;80.000;20,0;27,50;31.02.26;10-Q',
  'Alpenstrom;Tal;50.000;12,5;29,60;30.09.2026;Geschäftsbericht',
  'Alpenstrom;<script>alert(1)</script>;1.000;1,2;5.000,00;30.09.2026;=cmd',
].join('\n');

async function axe(window: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(
    violations.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html.slice(0, 160)}`),
    place,
  ).toEqual([]);
}

async function paste(window: Page, text: string): Promise<void> {
  await window.getByRole('button', { name: 'Import …' }).click();
  await window.getByLabel('Or paste text here').fill(text);
  await window.getByRole('button', { name: 'Read the pasted text' }).click();
}

test('P24 a German site list in kW is pasted, seen, imported, analysed and taken back in one step', async ({
  window,
  folder,
}) => {
  await openSample(window);
  await window.getByRole('button', { name: 'Import …' }).click();
  await axe(window, 'file');
  await window.getByLabel('Or paste text here').fill(germanSites);
  await window.getByRole('button', { name: 'Read the pasted text' }).click();
  await expect(window.getByRole('row').filter({ hasText: 'Leistung [kW]' })).toContainText('50.000 → 50 MW');
  await expect(window.getByLabel('Unit: Leistung [kW]')).toHaveValue('kW');
  await axe(window, 'columns');
  await window.getByLabel('Keep this assignment as').fill('Sites in kW');
  await window.keyboard.press('Enter');
  await expect(window.getByText('Assignment kept: Sites in kW')).toBeVisible();
  // Walking through the kept ones by key changes no column; the button does.
  await window.getByLabel('Unit: Leistung [kW]').selectOption('MW');
  const kept = window.getByLabel('Kept assignments');
  await kept.focus();
  await window.keyboard.press('ArrowDown');
  await expect(kept).toHaveValue('Sites in kW');
  await expect(window.getByLabel('Unit: Leistung [kW]')).toHaveValue('MW');
  await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');
  await expect(window.getByLabel('Unit: Leistung [kW]')).toHaveValue('kW');
  await window.getByRole('button', { name: 'To the preview' }).click();

  const grid = window.getByRole('grid', { name: 'Preview' });
  await expect(grid.getByRole('row').filter({ hasText: 'Helios' })).toContainText('“31.02.26” is no date');
  await expect(grid.getByRole('row').filter({ hasText: '<script>' })).toContainText(
    '5,000 is outside the usual range (16 to 200)',
  );
  await expect(grid.getByRole('row').filter({ hasText: 'Berg' })).toContainText('missing');
  await axe(window, 'preview');
  await window.getByRole('button', { name: 'Save 2 refused rows' }).click();
  await expect(window.getByText('Refused rows.csv')).toBeVisible();
  const rejects = readFileSync(join(folder, 'Refused rows.csv'), 'utf8');
  expect(rejects).toContain('Helios');
  expect(rejects).toContain('The same row stands further up in the file.');

  await window.getByLabel('Take row 6').check();
  await window.getByRole('button', { name: 'Import 3 rows' }).click();
  await expect(window.getByText('3 rows of “Pasted text” are in the portfolio.')).toBeVisible();
  await axe(window, 'done');
  await window.getByRole('button', { name: 'To the sites' }).click();
  await window.getByRole('searchbox').fill('Alpenstrom');
  await window.getByRole('button', { name: 'Tal', exact: true }).click();
  await expect(window.getByRole('region', { name: 'Verdict by R5.16' })).toContainText('Convert');
  await expect(window.getByText('50 grid MW energised')).toBeVisible();

  await window.keyboard.press('ControlOrMeta+z');
  await expect(window.getByText('Undone: Import “Pasted text”, 3 rows')).toBeVisible();
  await window.getByRole('navigation').getByRole('button', { name: 'Sites' }).click();
  await window.getByRole('searchbox').fill('Alpenstrom');
  await expect(window.getByRole('button', { name: 'Tal', exact: true })).toHaveCount(0);
});

test('P24 a column with two readings is asked about once, and the answer is used', async ({ window }) => {
  await openSample(window);
  await paste(
    window,
    'Company\tSite\tPower [MW]\nRiot Platforms\tCorsicana\t1.000\nRiot Platforms\tNeu\t1.500',
  );
  await expect(window.getByText('Column “Power [MW]”: choose the decimal sign')).toBeVisible();
  await expect(window.getByRole('button', { name: 'To the preview' })).toBeDisabled();
  await window.getByLabel('Decimal sign: Power [MW]').selectOption('comma');
  await window.getByRole('button', { name: 'To the preview' }).click();
  const grid = window.getByRole('grid', { name: 'Preview' });
  await expect(grid.getByRole('row').filter({ hasText: 'Corsicana' })).toContainText('1.000 → 1,000');
  await expect(grid.getByRole('row').filter({ hasText: 'Corsicana' })).toContainText(
    'Energised: 400 → 1,000\u00a0MW, grid.',
  );
});

test('P24 a column in euros is not taken for dollars', async ({ window }) => {
  await openSample(window);
  await paste(
    window,
    'Company\tSite\tPower price [EUR/MWh]\nRiot Platforms\tCorsicana\t30,5\nRiot Platforms\tNeu\t31,5',
  );
  await expect(window.getByText('Column “Power price [EUR/MWh]”: its unit is not known')).toBeVisible();
  await expect(window.getByRole('button', { name: 'To the preview' })).toBeDisabled();
  await window.getByLabel('Unit: Power price [EUR/MWh]').selectOption('USD/MWh');
  await expect(window.getByRole('button', { name: 'To the preview' })).toBeEnabled();
});

test('P24 a file that is no table gets its sentence, and nothing is written', async ({
  window,
  host,
  folder,
}) => {
  const file = join(folder, 'a.csv');
  writeFileSync(file, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
  Object.assign(host, { chooseFileToOpen: async () => file });
  await openSample(window);
  await window.keyboard.press('ControlOrMeta+k');
  await window.keyboard.type('importieren');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: 'Choose a file …' }).click();
  await expect(window.getByText(/This file is no table/)).toBeVisible();
});

test('P24 the import takes back itself and nothing else: a later change, or Ctrl+Z, comes first', async ({
  window,
  application,
}) => {
  await openSample(window);
  await paste(window, 'Company\tSite\tPower [MW]\nRiot Platforms\tNeu\t15');
  await window.getByRole('button', { name: 'To the preview' }).click();
  await window.getByRole('button', { name: 'Import 1 row' }).click();
  const undo = window.getByRole('button', { name: 'Undo the import' });
  await expect(undo).toBeEnabled();
  const edit = { siteId: 'riot-rockdale', key: 'gridPowerMw', value: 100, note: null };
  expect(await application.door('input.set', { trusted: true }, edit)).toMatchObject({ ok: true });
  await undo.click();
  await expect(undo).toBeDisabled();
  await expect(undo).toHaveAccessibleDescription(/^A later change comes first: .*Rockdale/);
  await window.keyboard.press('Control+z');
  await expect(undo).toBeEnabled();
  await window.keyboard.press('Control+z');
  await expect(window.getByText('The import was undone.')).toBeVisible();
  await expect(undo).toBeDisabled();
  await window.keyboard.press('Control+y');
  await expect(window.getByText('1 row of “Pasted text” is in the portfolio.')).toBeVisible();
  await undo.click();
  await expect(window.getByText('The import was undone.')).toBeVisible();
});

test('P24 an unusual price is offered in the unit it was meant, by button and by key', async ({ window }) => {
  await openSample(window);
  await paste(
    window,
    'Company;Site;Power price ($/MWh)\nAlpenstrom;Tal;42\nAlpenstrom;Berg;0.041\nAlpenstrom;Horn;0.043',
  );
  await window.getByRole('button', { name: 'To the preview' }).click();
  const grid = window.getByRole('grid', { name: 'Preview' });
  const berg = grid.getByRole('row').filter({ hasText: 'Berg' });
  await expect(berg).toContainText('Meant USD/kWh: 41');
  await berg.getByRole('gridcell').first().click();
  await expect(window.getByRole('button', { name: /read the whole column as USD\/kWh/ })).toBeVisible();
  await axe(window, 'proposal');
  await window.getByRole('button', { name: /take 41 USD\/MWh/ }).click();
  await expect(berg).toContainText('0.041 → 41');
  await expect(berg).toContainText('new');
  await grid.getByRole('row').filter({ hasText: 'Horn' }).getByRole('gridcell').first().focus();
  await window.keyboard.press('Alt+Enter');
  await expect(window.getByRole('button', { name: 'Import 3 rows' })).toBeVisible();
});
