import { expect, openRockdaleInGerman, openSample, openSite, test } from '../fixtures.ts';

test('P48 the alliance from both sides: figures, risks in words, default and warrants switched on and off', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('button', { name: 'Both sides' }).click();
  const panel = window.getByRole('region', { name: 'Alliance', exact: true });
  const sides = panel.getByRole('grid', { name: 'Both sides of the alliance' });
  await expect(sides.locator('tbody tr')).toHaveCount(3);
  const risks = panel.getByRole('grid', { name: 'Who bears which risk' });
  await expect(risks.getByRole('row', { name: /^Power price 10 % higher/ })).toContainText('Tenant alone');
  await expect(panel.getByText('No warrants are entered.')).toBeVisible();

  await panel.getByRole('button', { name: 'Switch on: partner’s default' }).click();
  await panel.getByLabel('Alliance: partner defaults in month', { exact: true }).fill('6');
  await window.keyboard.press('Enter');
  const defaulted = panel.getByRole('grid', { name: /^If the partner defaults in / });
  await expect(defaulted.locator('tbody tr')).toHaveCount(4);
  await expect(defaulted).toContainText('The build stops');

  await panel.getByRole('button', { name: 'Switch on: warrants' }).click();
  await panel.getByLabel('Warrants to the partner', { exact: true }).fill('40000000');
  await window.keyboard.press('Enter');
  const memo = panel.getByRole('region', { name: /^Warrants, a memo/ });
  await expect(memo).toContainText('missing: Dividend yield (continuous)');
  for (const [label, value] of [
    ['Warrant strike', '12'],
    ['Warrant term', '5'],
    ['Share volatility (continuous)', '90'],
    ['Risk-free rate (continuous)', '4'],
    ['Dividend yield (continuous)', '0'],
  ] as const) {
    await panel.getByRole('button', { name: `Change: ${label}` }).click();
    await panel.getByLabel(label, { exact: true }).fill(value);
    await window.keyboard.press('Enter');
    await expect(panel.getByLabel(label, { exact: true })).toHaveCount(0);
  }
  await expect(memo).toContainText('Dilution');
  await panel.getByRole('button', { name: 'Switch off: partner’s default' }).click();
  await expect(panel.getByText('No default is entered.')).toBeVisible();
});

test('P48 auf Deutsch trägt der Bürge mit, wo die Miete abgesichert ist', async ({ window, application }) => {
  await openRockdaleInGerman(window, application);
  await window.getByRole('tab', { name: 'Allianz' }).click();
  const panel = window.getByRole('region', { name: 'Allianz', exact: true });
  const tenant = panel.getByRole('row', { name: /^Ausfall des Mieters/ });
  await expect(tenant).toContainText('Miner');
  await expect(tenant).not.toContainText('Bürge');
  await panel.getByRole('button', { name: 'Einschalten: Absicherung der Miete durch Dritte' }).click();
  await panel.getByLabel('Allianz: Absicherung der Miete durch Dritte', { exact: true }).fill('100');
  await window.keyboard.press('Enter');
  await expect(tenant).toContainText('Bürge');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(tenant).not.toContainText('Bürge');
});
