import { expect, openSample, openSite, test } from '../fixtures.ts';

test('R1.9a a fleet is entered by keyboard from the list of models, feeds the inputs, and its origin is traced', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await window.getByRole('tab', { name: /^Facts/ }).click();
  const fleets = window.getByRole('region', { name: 'Facts' }).first();
  await expect(fleets).toContainText('No fleet is entered');
  await fleets.getByRole('button', { name: 'New fleet' }).press('Enter');
  const dialog = window.getByRole('dialog');
  await dialog.getByLabel(/^Model/).fill('Bitmain Antminer S23 Hyd');
  await expect(dialog.getByLabel(/^Hash rate of a machine/)).toHaveValue('580');
  await expect(dialog.getByLabel(/^Efficiency/)).toHaveValue('9.5');
  await dialog.getByLabel(/^Machines/).fill('10,000');
  await dialog.getByLabel('Source: document').fill('Made-up report');
  await window.keyboard.press('Enter');
  await expect(window.getByText('Fleet entered: Bitmain Antminer S23 Hyd')).toBeVisible();
  await expect(fleets).toContainText('inputs of this site (R1.9b)');
  await expect(fleets.getByRole('row').filter({ hasText: 'All fleets' })).toContainText('5.800');

  await fleets.getByRole('button', { name: /^Edit, duplicate, delete: Bitmain/ }).press('Enter');
  await window.getByRole('menuitem', { name: 'Duplicate' }).press('Enter');
  await expect(fleets.getByRole('row').filter({ hasText: 'All fleets' })).toContainText('11.600');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(fleets.getByRole('row').filter({ hasText: 'All fleets' })).toContainText('5.800');

  await window.getByRole('tab', { name: /^Inputs/ }).click();
  const row = window.getByRole('row').filter({ hasText: 'R1.9a: Bitmain Antminer S23 Hyd' });
  await expect(row.first()).toContainText('Made-up report');
  await row.filter({ hasText: 'EH/s' }).getByRole('button', { name: /5\.8/ }).first().click();
  await window.getByRole('button', { name: 'Show the calculation' }).click();
  const tree = window.getByRole('tree');
  await expect(tree).toContainText('R1.9a');
  await expect(tree).toContainText('Nameplate hash rate of the fleets');
});
