import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, openSample, openSite, setLook, test } from '../fixtures.ts';
import { openRisk } from '../screens/riskScreen.ts';

/** NPV per MW of a strategy as the strategies' table shows it. */
async function npvPerMw(window: Page, name: string): Promise<number> {
  await window.getByRole('tab', { name: 'Strategies' }).click();
  const button = window.getByRole('button', { name: new RegExp(`^${name}, NPV per MW: `) });
  const label = (await button.getAttribute('aria-label')) ?? '';
  return Number(/: ([−-]?[\d.,]+)/.exec(label)?.[1]?.replace('−', '-').replaceAll(',', ''));
}

test('P13 the tornado names input values and sources, is sorted, and has its table a key away', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  const risk = await openRisk(window);
  await expect(risk.tornado).toHaveAccessibleName(/Most effect: Year-1 rent \(/);
  await expect(risk.tornado).toContainText('Base 2.89');
  await expect(risk.tornado).toContainText('contracts');
  const frame = window.getByRole('region', { name: 'What moves the result', exact: true });
  await expect(frame).toContainText('Inputs move one at a time');
  await risk.tornado.focus();
  await window.keyboard.press('ArrowDown');
  await expect(frame).toContainText(/at its high, Year-1 rent, \$\/kW-month \(184\): [\d.]+ \$m per grid MW/);
  await window.keyboard.press('t');
  await expect(risk.tornadoTable).toBeVisible();
  await expect(window.getByRole('table', { name: 'Where the answer turns' })).toHaveCount(0);
  const effects = await risk.tornadoTable.locator('tbody tr td:nth-child(8)').allInnerTexts();
  const numbers = effects.map(Number);
  expect(numbers.length).toBeGreaterThan(20);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  await expect(risk.tornadoTable.getByRole('row', { name: /^Discount rate colocation/ })).toContainText(
    'Judgement',
  );
  await frame.getByText(/Without a range, so not moved/).click();
  await expect(frame).toContainText('Grid power');
});

test('P33 the map takes any pair and strategy, every cell has a number, and the page stays usable', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  const risk = await openRisk(window);
  await expect(risk.map).toHaveAccessibleName(/over Year-1 rent and Hall capex/);
  expect(await risk.map.locator('svg text').count()).toBeGreaterThan(56);
  await risk.chooseAxes('btcPriceUsd', 'miningPowerPriceUsdPerMwh');
  await risk.compute();
  await expect(risk.map).toHaveAccessibleName(/over Bitcoin price and Power price for mining/);
  await risk.chooseStrategy('gpuCloud');
  await expect(risk.map).toHaveAccessibleName(/Gain over mining, GPU cloud over/);
  await expect(risk.tornado).toHaveAccessibleName(/Gain over mining, GPU cloud is/);
  await risk.map.focus();
  await window.keyboard.press('End');
  await expect(window.getByRole('region', { name: 'Where the answer turns' })).toContainText(
    /Power price for mining [\d.]+, [\d.]+: .* \$m per grid MW/,
  );
  await risk.chooseAxes('btcPriceUsd', 'btcPriceUsd');
  await expect(window.getByText('Choose two different inputs.')).toBeVisible();
});

test('P32 a break-even is found, set as own value, makes the NPVs agree, and undo takes it back', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  const risk = await openRisk(window);
  await risk.find({ input: 'rentYear1UsdPerKwMonth', strategy: 'colocation', rival: 'keepMining' });
  await expect(risk.finder).toContainText(
    /Year-1 rent: with 109\.6\s\$\/kW-month Colocation is as good as Keep mining, both worth \$0\.26m per grid MW\./,
  );
  await risk.find({ input: 'btcPriceUsd', strategy: 'colocation', rival: 'keepMining' });
  await expect(risk.finder).toContainText(/No solution in range: .* Colocation stays ahead\./);
  await risk.find({ input: 'rentYear1UsdPerKwMonth', strategy: 'colocation', rival: 'keepMining' });
  await risk.finder.getByRole('button', { name: /^Set Year-1 rent to 109\.6/ }).click();
  await expect(risk.finder).toHaveCount(1);
  const [colocation, mining] = [await npvPerMw(window, 'Colocation'), await npvPerMw(window, 'Keep mining')];
  expect(Math.abs(colocation - mining)).toBeLessThanOrEqual(0.01);
  await window.keyboard.press('Control+z');
  await expect.poll(() => npvPerMw(window, 'Colocation')).toBeGreaterThan(mining + 1);
});

test('P32 a curve along a second input, and a search that cannot be read is not started', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  const risk = await openRisk(window);
  await risk.finder
    .getByRole('combobox', { name: 'Along a second input' })
    .selectOption('shellCapexUsdPerMwIt');
  await risk.find({ input: 'rentYear1UsdPerKwMonth', strategy: 'colocation', rival: 'keepMining' });
  const curve = window.getByRole('application', { name: /^Break-even curve: Year-1 rent/ });
  await expect(curve).toHaveAccessibleName(/8 of 8 points have a solution/);
  await risk.finder.getByLabel('Search from').fill('much');
  await expect(risk.finder).toContainText('The low end has to be below the high end.');
  await risk.finder.getByLabel('Search from').fill('50');
  await risk.finder.getByRole('combobox', { name: 'as good as' }).selectOption('amount');
  await risk.finder.getByLabel('NPV, $m per grid MW').fill('1.5');
  await risk.finder.getByRole('button', { name: 'Find' }).click();
  await expect(risk.finder).toContainText(/Colocation is as good as \$1\.50m/);
});

test('P60 what would flip the verdict is said in words, with the evidence grade', async ({ window }) => {
  await openSample(window);
  await openSite(window, 'Childress', 'IREN');
  const risk = await openRisk(window);
  await expect(risk.flips).toContainText(
    /Smallest change: Hall capex from .* to .* \(\d+ % of its range\), then Keep mining leads\./,
  );
  const row = risk.flips.getByRole('row', { name: /^Hall capex/ });
  await expect(row).toContainText('assumption');
  await expect(row).toContainText('high');
  await expect(risk.flips).toContainText('outside its range');
});

test('a running computation is stopped by Esc and can be begun again', async ({ window }) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('tab', { name: 'Risk', exact: true }).click();
  await window.getByRole('progressbar', { name: /^Moving inputs/ }).waitFor();
  await window.keyboard.press('Escape');
  await expect(window.getByText('Stopped. What was computed before stays.')).toBeVisible();
  await window.getByRole('button', { name: 'Compute again' }).click();
  await expect(window.getByRole('application', { name: /^What moves the result/ })).toBeVisible({
    timeout: 60_000,
  });
});

test('P28 the charts leave as SVG and CSV with the numbers of their inputs', async ({ window, folder }) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await openRisk(window);
  const save = async (menu: RegExp, item: string): Promise<void> => {
    await window.getByRole('button', { name: menu }).click();
    await window.getByRole('menuitem', { name: item }).click();
    await expect(window.locator('.toast')).toContainText(/\.(csv|svg)/);
  };
  await save(/chart: What moves the result/, 'Save as CSV');
  const names = await window.locator('.toast').innerText();
  const csv = readFileSync(/(\/\S+\.csv)/.exec(names)?.[1] ?? join(folder, 'missing.csv'), 'utf8');
  expect(csv).toContain('Range from');
  expect(csv).toMatch(/Hall capex;8;11;13\.3;\$m\/critical MW;|Hall capex,8,11,13\.3,\$m\/critical MW,/);
  await save(/chart: Where the answer turns/, 'Save as SVG');
  const saved = await window.locator('.toast').innerText();
  const svg = readFileSync(/(\/\S+\.svg)/.exec(saved)?.[1] ?? join(folder, 'missing.svg'), 'utf8');
  expect(svg).toContain('<svg');
  expect(svg).not.toContain('var(');
});

for (const language of ['de', 'en'] as const)
  test(`all nine tabs fit at 1024 px and are reached by the keyboard, ${language}`, async ({
    window,
    application,
  }) => {
    await setLook(application, { language });
    await application.door('portfolio.openSample', { trusted: true }, {});
    await window.setViewportSize({ width: 1024, height: 700 });
    await window.reload();
    await window.getByRole('button', { name: 'Riot Platforms', exact: true }).click();
    await window.getByRole('button', { name: 'Rockdale', exact: true }).click();
    const tabs = window.getByRole('tablist', { name: 'Rockdale' }).getByRole('tab');
    await expect(tabs).toHaveCount(9);
    const right = await tabs.last().evaluate((tab) => tab.getBoundingClientRect().right);
    expect(right).toBeLessThanOrEqual(1024);
    await tabs.first().focus();
    for (let step = 0; step < 5; step += 1) await window.keyboard.press('ArrowRight');
    await expect(window.getByRole('tab', { name: /^(Risk|Risiko)$/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });
