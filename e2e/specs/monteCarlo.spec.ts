import { KeptRunDetail } from '../../shared/domain/monteCarlo.ts';
import { runAlone } from '../../main/montecarlo/runMonteCarlo.ts';
import { expect, openSample, openSite, test } from '../fixtures.ts';

test('P14 – P16, P35, P36 a run: words, errors, correlations repaired, a draw opened, a run kept and shown again', async ({
  window,
  application,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('tab', { name: 'Risk' }).click();
  const page = window.getByRole('region', { name: 'Monte Carlo', exact: true });
  await page.getByLabel('Paths').fill('400');
  await page.getByLabel('Seed').fill('20261122');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText('400 paths, seed 20261122, 180 months.')).toBeVisible();

  // One convention of percentiles, each figure with its error.
  const answer = page.getByRole('region', { name: 'Probability that converting beats mining' }).first();
  await expect(answer).toContainText(
    /With \d+ % probability Colocation is worth more than mining on until 2041/,
  );
  await expect(answer).toContainText(/with 90 % probability and .* with 10 %/);
  const table = page.getByRole('grid', { name: 'Strategies over all draws' });
  await expect(table.locator('tbody tr')).toHaveCount(9);
  await expect(table.getByRole('row', { name: /^Keep mining/ })).toContainText('±');
  const digits = await table.innerText();

  // The table twin of the fan says how many draws exceed each line.
  const fan = page.getByRole('region', { name: /^Cumulative cash flow/ }).first();
  await fan.getByRole('button', { name: 'Table' }).click();
  await expect(fan.getByRole('columnheader', { name: '90 % exceed this' })).toBeVisible();

  // What cannot occur together is repaired in sight, or refused.
  const shocks = page.getByRole('region', { name: 'Monthly shocks' });
  // Typed key by key: the field keeps the focus while what it says is taken over.
  await shocks.getByLabel('Fee share with BTC price').fill('');
  await shocks.getByLabel('Fee share with BTC price').pressSequentially('0.95');
  await expect(shocks.getByLabel('Fee share with BTC price')).toHaveValue('0.95');
  await shocks.getByLabel('Fee share with Network hash rate').fill('-0.1');
  await expect(page.getByText(/the largest change is 0\.0/)).toBeVisible();
  await shocks.getByLabel('Fee share with Network hash rate').fill('-0.95');
  await expect(page.getByText(/more than 0\.10/)).toBeVisible();
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(page.getByText(/more than 0\.10/)).toHaveCount(2);
  await page.getByRole('button', { name: 'Back to the defaults' }).click();
  await expect(page.getByLabel('Paths')).toHaveValue('10,000');
  await expect(shocks.getByLabel('Fee share with BTC price')).toHaveValue('0');
  await page.getByLabel('Paths').fill('400');
  await page.getByLabel('Seed').fill('20261122');
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(page.getByText('400 paths, seed 20261122, 180 months.')).toBeVisible();
  expect(await table.innerText()).toBe(digits);

  // Any draw is a full case, and the run's own to the last bit.
  await page.getByLabel('Draw', { exact: true }).fill('17');
  await page.getByRole('button', { name: 'Open a draw' }).click();
  const draw = window.getByRole('dialog', { name: 'Draw 17' });
  await expect(draw.getByText('The run and this draw agree to the last bit.')).toBeVisible();
  await draw.getByRole('button', { name: 'Close' }).click();

  await page.getByLabel('Name (optional)').fill('Base');
  await page.getByRole('button', { name: 'Keep this run' }).click();
  const kept = page.getByRole('region', { name: 'Kept runs' });
  await expect(kept.getByRole('row', { name: /^Base/ })).toContainText('same data');

  // Workers of the browser and this process draw the same bits.
  const asked = async (channel: string, request: object): Promise<unknown> =>
    ((await application.door(channel, { trusted: true }, request)) as { value?: unknown }).value;
  const [listed] = (await asked('monteCarlo.list', { siteId: 'riot-rockdale' })) as { id: string }[];
  const { evidence, settings, npvSha256, result } = KeptRunDetail.parse(
    await asked('monteCarlo.read', { id: listed?.id ?? '' }),
  );
  expect(runAlone(evidence, settings)).toEqual({ settings, npvSha256, result });

  // Another seed gives other digits; the kept run still has its own.
  await page.getByLabel('Seed').fill('4');
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(page.getByText('400 paths, seed 4, 180 months.')).toBeVisible();
  expect(await table.innerText()).not.toBe(digits);
  await kept.getByRole('button', { name: 'Compare: Base' }).click();
  await expect(page.getByRole('table', { name: 'Beside the run shown' }).locator('tbody tr')).toHaveCount(9);
  await kept.getByRole('button', { name: 'Show: Base' }).click();
  await expect(page.getByText(/^Shown as it was kept on/)).toBeVisible();
  expect(await table.innerText()).toBe(digits);
  await page.getByRole('button', { name: 'Draw it again' }).click();
  await expect(page.getByText('Drawn again: all NPVs are the same to the last bit.')).toBeVisible();

  await kept.getByRole('button', { name: 'Remove: Base' }).click();
  await expect(page.getByText('No run of this site is kept.')).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(kept.getByRole('row', { name: /^Base/ })).toBeVisible();
});

test('a run is stopped by Esc and says of how many paths its results are', async ({ window }) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('tab', { name: 'Risk' }).click();
  const page = window.getByRole('region', { name: 'Monte Carlo', exact: true });
  await page.getByLabel('Paths').fill('100000');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText(/^Provisional: the first/)).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(page.getByText(/^Stopped after [\d,]+ of 100,000 paths/)).toBeVisible();
  // The rest of the application goes on.
  await window.getByRole('tab', { name: 'Strategies' }).click();
  await expect(window.getByRole('grid').first()).toBeVisible();
});

test('a site that hosts AI only has no gain over mining, and still its ranges and drivers', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Black Pearl', 'Cipher');
  await window.getByRole('tab', { name: 'Risk' }).click();
  const page = window.getByRole('region', { name: 'Monte Carlo', exact: true });
  await page.getByLabel('Paths').fill('100');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText(/^100 paths, seed/)).toBeVisible();
  await expect(page.getByText('There is no mining to compare with')).toBeVisible();
  await expect(
    page.getByText(/^Not drawn, because the base case cannot be computed: Keep mining/),
  ).toBeVisible();
  await expect(page.getByRole('application', { name: /^What decides it/ })).toBeVisible();
  const scatter = page.getByRole('region', { name: 'Two figures of the same draws' });
  await expect(scatter.getByLabel('Up')).toHaveValue('networkHashrate');
});
