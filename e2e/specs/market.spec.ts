import type { Page } from '@playwright/test';
import { expect, openRockdaleInGerman, openSample, openSite, test } from '../fixtures.ts';

async function openInput(window: Page, tab: RegExp, button: string): Promise<void> {
  await window.getByRole('tab', { name: tab }).click();
  await window.getByRole('button', { name: button }).click();
}

test('P11 constant difficulty comes with its warning, the rule is printed, and undo takes it back', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await expect(window.getByText('the network’s hash rate responds (R2.5)')).toBeVisible();
  await openInput(window, /^Inputs/, 'Change: Difficulty rule');
  await window.getByRole('button', { name: 'constant (R2.5a)' }).click();
  const row = window.getByRole('row', { name: /^Difficulty rule (?!Cancel)/ });
  await expect(row).toContainText('own choice');
  await expect(row).toContainText('Constant difficulty: the network’s hash rate is held at today’s');
  await window.getByRole('tab', { name: /^Strategies/ }).click();
  await expect(window.getByRole('note').filter({ hasText: /^Constant difficulty/ })).toBeVisible();
  await expect(window.getByText('difficulty held constant (R2.5a), which no longer period')).toBeVisible();
  await window.keyboard.press('ControlOrMeta+z');
  await expect(window.getByText('Difficulty rule, Rockdale: responsive (R2.5) → constant')).toBeVisible();
  await expect(window.getByText('the network’s hash rate responds (R2.5)')).toBeVisible();
});

test('P11 a table of one’s own is read row by row; what cannot be read stays and is explained', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  await openInput(window, /^Inputs/, 'Change: Difficulty rule');
  await window.getByRole('button', { name: 'table of one’s own (R2.5a)' }).click();
  const rows = window.getByLabel('Month and network hash rate in EH/s, one row each');
  await rows.fill('2027-06 1150\nsoon 1200');
  await window.getByRole('button', { name: 'Store', exact: true }).click();
  await expect(window.getByText('Row 2 cannot be read: “soon 1200”.')).toBeVisible();
  await rows.fill('2027-06 1150\n2030-01 1600');
  await window.getByRole('button', { name: 'Store', exact: true }).click();
  await expect(window.getByRole('row', { name: /^Difficulty rule (?!Cancel)/ })).toContainText(
    'table of one’s own',
  );
  await window.getByRole('tab', { name: /^Strategies/ }).click();
  await expect(window.getByText('follows the analyst’s own table (R2.5a, rows: 2)')).toBeVisible();
});

test('P11 auf Deutsch rückt ein kürzerer Blockabstand das Halving vor', async ({ window, application }) => {
  await openRockdaleInGerman(window, application);
  const chart = window.getByRole('application', { name: /^Zahlungsströme der Strategien/ });
  await expect(chart).toHaveAccessibleName(/Halving \(modelliert\): April 2028/);
  await openInput(window, /^Eingaben/, 'Ändern: Abstand der Blöcke (Modell)');
  await window.getByLabel('Abstand der Blöcke (Modell)', { exact: true }).fill('540');
  await window.getByRole('button', { name: 'Speichern', exact: true }).click();
  await window.getByRole('tab', { name: /^Strategien/ }).click();
  await expect(window.getByText(/R2\.1a, 540 s je Block/)).toBeVisible();
  await expect(chart).toHaveAccessibleName(/Halving \(modelliert\): Februar 2028/);
});
