import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, openSample, openSite, test } from '../fixtures.ts';

test('the portfolio shows twenty companies; missing is said, totals tell what they cover', async ({
  window,
}) => {
  await openSample(window);
  const table = window.getByRole('grid', { name: 'Portfolio' });
  await expect(table.locator('tbody tr')).toHaveCount(20);
  const cango = table.getByRole('row').filter({ hasText: 'Cango' });
  await expect(cango.getByText('missing').first()).toBeVisible();
  await expect(table.locator('tfoot')).toContainText('32,203');
  await expect(table.locator('tfoot')).toContainText('covers 14 of 20');
  await expect(window.getByText('Sample, as of 7 Oct 2026')).toBeVisible();
});

test('sorting says its direction and puts missing last; the filter narrows', async ({ window }) => {
  await openSample(window);
  const table = window.getByRole('grid', { name: 'Portfolio' });
  await table.getByRole('button', { name: 'Secured', exact: true }).click();
  await expect(table.getByRole('columnheader', { name: /Secured/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(table.locator('tbody tr').first()).toContainText('Crusoe');
  await expect(table.locator('tbody tr').last()).toContainText('missing');
  await window.keyboard.press('/');
  await window.keyboard.type('riot');
  await expect(table.locator('tbody tr')).toHaveCount(1);
});

test('any number tells where it comes from, and Escape gives the focus back', async ({ window }) => {
  await openSample(window);
  const number = window.getByRole('button', { name: /^Riot Platforms, Secured: 1,700 MW/ });
  await number.click();
  const drawer = window.getByRole('complementary', { name: /Origin of this number/ });
  await expect(drawer).toContainText('Riot Platforms Form 10-Q');
  await expect(drawer).toContainText('30 Jun 2026');
  await window.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(number).toBeFocused();
});

test('from the portfolio to a site by keyboard alone', async ({ window }) => {
  await openSample(window);
  await window.keyboard.press('/');
  await window.keyboard.type('riot');
  await window.getByRole('rowheader').getByRole('button').first().focus();
  await window.keyboard.press('Enter');
  await window.getByRole('grid', { name: 'Sites' }).waitFor();
  await window.getByRole('button', { name: 'Corsicana', exact: true }).focus();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('region', { name: 'Verdict by R5.16' })).toContainText('Convert: Colocation');
});

test('a site compares all strategies on one denominator, with the chart’s table twin', async ({ window }) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  const strategies = window.getByRole('grid', { name: 'Strategies' });
  await expect(strategies.locator('tbody tr')).toHaveCount(9);
  await expect(strategies.getByRole('columnheader', { name: /EBITDA/ })).toContainText('grid MWh');
  await window.keyboard.press('n');
  await expect(strategies.getByRole('columnheader', { name: /EBITDA/ })).toContainText('critical MW-year');
  await expect(window.getByRole('button', { name: /9 sourced, 94 assumptions/ })).toBeVisible();
  await window.getByRole('button', { name: /^Table/ }).click();
  await expect(
    window.getByRole('table', { name: /Cash flow of the strategies/ }).locator('tbody tr'),
  ).toHaveCount(60);
});

test('a site that lacks its power says so and gives no number', async ({ window }) => {
  await openSample(window);
  await openSite(window, 'Matagorda', 'MARA Holdings');
  await expect(window.getByRole('region', { name: 'Verdict by R5.16' })).toContainText('Not computable');
  await expect(window.getByRole('grid', { name: 'Strategies' })).toContainText('missing: Grid power');
});

test('an edit changes the result at once, is undone by name, also after the file was opened anew', async ({
  window,
  application,
  folder,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  const verdict = window.getByRole('region', { name: 'Verdict by R5.16' });
  await expect(verdict).toContainText('2.89');
  await window.getByRole('tab', { name: /Inputs/ }).click();
  await window.getByRole('button', { name: 'Change: Year-1 rent' }).click();
  await window.getByLabel('Year-1 rent', { exact: true }).fill('160');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('status').filter({ hasText: 'Year-1 rent' })).toContainText('160');
  await window.getByRole('tab', { name: 'Strategies' }).click();
  await expect(verdict).not.toContainText('2.89');
  await expect(window.getByRole('button', { name: /1 own values/ })).toBeVisible();
  application.close();
  await application.openFile(join(folder, 'user', 'Sample.umbau'));
  await window.reload();
  await window.getByRole('navigation').getByRole('button', { name: 'History' }).click();
  await expect(window.getByRole('listitem').first()).toContainText('Changed: Year-1 rent, Rockdale');
  await window.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(window.getByRole('listitem').first()).toContainText('undone');
  await openSite(window, 'Rockdale');
  await expect(verdict).toContainText('2.89');
});

test('an impossible value stays in the field, explained and unsaved; an unusual one can be kept', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('tab', { name: /Inputs/ }).click();
  await window.getByRole('button', { name: 'Change: Power price for AI' }).click();
  const field = window.getByLabel('Power price for AI', { exact: true });
  await field.fill('9000');
  await window.keyboard.press('Enter');
  await expect(window.getByText(/Impossible: between/)).toBeVisible();
  await expect(field).toHaveValue('9000');
  await field.fill('12,5');
  await window.keyboard.press('Enter');
  await expect(window.getByText(/two ways/)).toBeVisible();
  await field.fill('90');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: /Keep it: 90/ }).click();
  await expect(window.getByRole('button', { name: /Power price for AI: 90/ })).toBeVisible();
});

test('the briefing is a draft without author and disclosures, and frozen when issued', async ({
  window,
  folder,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('button', { name: 'Briefing', exact: true }).click();
  const dialog = window.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: /^Issue/ })).toBeDisabled();
  await dialog.getByLabel('Author').fill('A. Nalyst');
  await dialog.getByLabel('Disclosures').fill('Made-up disclosure for a test.');
  await dialog.getByRole('button', { name: /^Issue/ }).click();
  await expect(dialog).toBeHidden();
  const pdf = readdirSync(folder).find((name) => name.endsWith('.pdf')) ?? '';
  expect(readFileSync(join(folder, pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  await window.getByRole('navigation').getByRole('button', { name: 'Briefings' }).click();
  await window.getByRole('button', { name: /Rockdale: Colocation is worth/ }).click();
  await expect(window.getByRole('region', { name: 'Preview' })).toContainText(
    'Made-up disclosure for a test.',
  );
  await expect(window.getByRole('region', { name: 'Preview' })).not.toContainText('Draft, not issued');
});

test('a company sums its sites, says over how many, and names those it cannot', async ({ window }) => {
  await openSample(window);
  await window.getByRole('button', { name: 'Riot Platforms', exact: true }).click();
  await window.getByRole('tab', { name: 'Strategies' }).click();
  const best = window.getByRole('grid', { name: 'Strategies' }).getByRole('row', { name: /^Best per site/ });
  await expect(best).toContainText('2 of 3');
  await expect(best).toContainText('1,100');
  await expect(window.getByRole('region', { name: 'Not in the sums' })).toContainText(
    'Kentucky sites (Block Mining) missing: Grid power',
  );
});

test('what is remarkable about a strategy stands in words beside its figures', async ({ window }) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByText(/^Findings \(\d+\)$/).click();
  await expect(window.locator('.findings')).toContainText('There are 2 internal rates of return');
});

test('a strategy opens as its cash flow, every line with its rule, by year and by month', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  const colocation = window
    .getByRole('grid', { name: 'Strategies' })
    .getByRole('row', { name: /^Colocation/ });
  await colocation.getByRole('gridcell').last().focus();
  await window.keyboard.press('Enter');
  const table = window.getByRole('grid', { name: 'Cash flow' });
  await expect(table.getByRole('row', { name: /^Rent/ })).toContainText('R4.13, R4.16');
  await expect(table.getByRole('columnheader')).toHaveCount(3 + 16);
  await window.getByRole('button', { name: 'months', exact: true }).click();
  await expect(table.getByRole('columnheader')).toHaveCount(3 + 180);
  await window.getByLabel('Strategy').selectOption('Keep mining');
  await expect(table.getByRole('row', { name: /^Mining revenue/ })).toContainText('R2.2');
});

test('the identity of a company over time stands by its revenue, with gaps where one is unknown', async ({
  window,
}) => {
  await openSample(window);
  await window.getByRole('button', { name: 'IREN (formerly Iris Energy)', exact: true }).click();
  await window.getByRole('tab', { name: 'Identity' }).click();
  const grid = window.getByRole('grid', { name: 'Identity' });
  // 66.7 and 70.5 million: the first quarter with AI above mining.
  await expect(grid.getByRole('row', { name: /^Q4 FY2026/ })).toContainText('51 % · Hybrid');
  await expect(grid.getByRole('row', { name: /^FY2022/ })).toContainText('0 % · Miner');
});

test('a site is saved as a workbook, and the message tells where it lies', async ({ window, folder }) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('button', { name: 'Export' }).click();
  await window.getByRole('menuitem', { name: 'Excel workbook with formulas' }).click();
  const message = window.getByRole('status').filter({ hasText: '.xlsx' });
  await expect(message).toContainText(folder);
  const path = (await message.locator('span').first().innerText()).trim();
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
});
