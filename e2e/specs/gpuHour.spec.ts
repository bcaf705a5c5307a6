import { expect, openSample, openSite, test } from '../fixtures.ts';

test('P42 history and path of the GPU-hour price, and its cost by useful life with the assumed one marked', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('tab', { name: /^Inputs/ }).click();
  await window.getByText('Price of a GPU-hour: history, path and cost by useful life').click();
  const chart = window.getByRole('application', { name: /^Price of a GPU-hour: observed and assumed/ });
  await expect(chart).toHaveAccessibleName(/\d+ observed prices from Mar 2023/);
  const costs = window.getByRole('grid', { name: /^Cost per GPU-hour by useful life/ });
  await expect(costs.locator('tbody tr')).toHaveCount(4);
  await expect(costs.getByRole('row', { name: /as assumed/ })).toContainText('60');
  const cost = async (months: string) =>
    Number(
      await costs
        .getByRole('row', { name: new RegExp(`^${months}`) })
        .locator('td')
        .first()
        .innerText(),
    );
  expect(await cost('36')).toBeGreaterThan(await cost('72'));
  await expect(window.getByRole('grid', { name: 'Observed prices and their sources' })).toContainText(
    'SemiAnalysis',
  );
});

test('P41 the hybrid says what flexibility it gives up, and P8 a figure tells both denominators', async ({
  window,
  application,
}) => {
  await openSample(window);
  await application.door(
    'input.set',
    { trusted: true },
    { siteId: 'riot-rockdale', key: 'demandResponseCreditUsdPerMwMonth', value: 4_000, note: null },
  );
  await openSite(window, 'Rockdale');
  const ebitda = window.getByRole('button', { name: /^Colocation, EBITDA: / });
  await expect(ebitda).toHaveAttribute('title', /per contracted grid MWh; .* per critical MW-year/);
  await window.getByRole('tab', { name: 'Cash flow' }).click();
  await window.getByLabel('Strategy').selectOption('hybrid');
  const part = window.getByRole('region', { name: 'Flexibility and connection' });
  await expect(part).toContainText(/loses \$[\d.]+m of demand-response income/);
  await expect(part).toContainText('350 MW of mining stay flexible');
  await expect(part).toContainText('share one connection of 700 MW');
  await expect(part).toContainText('misses hourly optionality (R3.8)');
  await part.getByText('Demand-response income lost by year').click();
  await expect(part.getByRole('row', { name: /^2028/ })).toContainText('16,800');
});
