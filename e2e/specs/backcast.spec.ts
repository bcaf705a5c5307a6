import { expect, openSample, test } from '../fixtures.ts';

test('the back-cast sets the engine beside what was reported, and says what is missing', async ({
  window,
}) => {
  await openSample(window);
  await window.getByRole('navigation').getByRole('button', { name: 'Back-cast' }).click();
  const riot = window
    .getByRole('grid', { name: 'Production' })
    .getByRole('row', { name: /^Riot Platforms Month Jul 2024/ });
  // Riot's release of 2024-07: 370 BTC at an average of 15.5 EH/s.
  await expect(riot).toContainText('15.5');
  await expect(riot).toContainText('382');
  await expect(riot).toContainText('370');
  await expect(riot).toContainText('3.1');
  await window.getByRole('tab', { name: 'Hashprice' }).click();
  await expect(
    window.getByRole('application', { name: /Hashprice: computed beside published/ }),
  ).toBeVisible();
  await window.getByRole('tab', { name: 'Leases' }).click();
  await expect(window.getByRole('grid', { name: 'Leases' })).toContainText('assumption ◇');
  await window.getByRole('tab', { name: 'Mining and AI per MWh' }).click();
  await window.getByRole('button', { name: /^Table/ }).click();
  const table = window.getByRole('table', { name: 'What a grid MWh earned' });
  await expect(table.getByRole('row')).toHaveCount(45);
  await expect(table).toContainText('missing');
});
