import type { Page } from '@playwright/test';
import { expect, openSample, test } from '../fixtures.ts';

const dialog = (window: Page) => window.getByRole('dialog');

async function store(window: Page): Promise<void> {
  await dialog(window).getByRole('button', { name: 'Store' }).click();
  await expect(dialog(window)).toBeHidden();
}

test('a company with a site, a figure and a contract is entered, analysed, deleted and taken back', async ({
  window,
}) => {
  await openSample(window);
  await window.keyboard.press('ControlOrMeta+n');
  await dialog(window).getByLabel('Name *').fill('Alpenstrom Mining');
  await store(window);
  await expect(window.getByRole('heading', { name: 'Alpenstrom Mining' })).toBeVisible();

  await window.getByRole('button', { name: /^Edit, duplicate, delete: Alpenstrom/ }).click();
  await window.getByRole('menuitem', { name: 'New site' }).click();
  await dialog(window).getByLabel('Name *').fill('Tal');
  await dialog(window).getByLabel('Use today').selectOption({ label: 'mining' });
  await store(window);
  await expect(window.getByText('Not computable').first()).toBeVisible();

  await window.getByRole('button', { name: /^Edit, duplicate, delete: Tal/ }).click();
  await window.getByRole('menuitem', { name: 'New figure' }).click();
  await dialog(window)
    .getByLabel(/^Value/)
    .fill('50,000 kW');
  await expect(dialog(window).getByText('read as 50')).toBeVisible();
  await dialog(window)
    .getByLabel(/^As of/)
    .fill('2026-09');
  await dialog(window).getByLabel('Source: document').fill('Analyst visit');
  await store(window);
  await expect(window.getByRole('region', { name: 'Verdict by R5.16' })).toContainText('Convert');
  await window.getByRole('tab', { name: /^Facts \(1\)/ }).click();
  await expect(window.getByRole('row').filter({ hasText: 'Energised' })).toContainText('50');

  await window.getByRole('button', { name: /^Edit, duplicate, delete: Tal/ }).click();
  await window.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(window.getByText(/Site deleted: Tal, with 1 entry that hangs on it/)).toBeVisible();
  await window.getByRole('button', { name: /^Undo/ }).click();
  await window.getByRole('navigation').getByRole('button', { name: 'Sites' }).click();
  await window.getByRole('searchbox').fill('Alpenstrom');
  await expect(window.getByRole('button', { name: 'Tal', exact: true })).toBeVisible();
});

test('what cannot be stored stays in the field with its reason; an unusual number is asked about', async ({
  window,
}) => {
  await openSample(window);
  await window.getByRole('button', { name: 'New company' }).click();
  await dialog(window).getByRole('button', { name: 'Store' }).click();
  await expect(dialog(window).getByText('A text is required.')).toBeVisible();
  await dialog(window).getByLabel('Name *').fill('A');
  await dialog(window).getByLabel('Founded').fill('soon');
  await dialog(window).getByRole('button', { name: 'Store' }).click();
  await expect(dialog(window).getByText(/A number between 1800 and 2200/)).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(dialog(window)).toBeHidden();

  await window.getByRole('button', { name: 'Riot Platforms', exact: true }).click();
  await window.getByRole('button', { name: 'Rockdale', exact: true }).click();
  await window.getByRole('region', { name: 'Verdict by R5.16' }).waitFor();
  await window.getByRole('button', { name: /^Edit, duplicate, delete: Rockdale/ }).click();
  await window.getByRole('menuitem', { name: 'New figure' }).click();
  await dialog(window).getByLabel('Figure', { exact: true }).selectOption('power_price_usd_mwh');
  await dialog(window)
    .getByLabel(/^Value/)
    .fill('5 $/kWh');
  await dialog(window).getByRole('button', { name: 'Store' }).click();
  await expect(dialog(window).getByText(/Outside the usual range 16.*200/)).toBeVisible();
  await window.keyboard.press('Escape');
});

test('rival values stand side by side in the drawer, and another one can be used', async ({ window }) => {
  await openSample(window);
  await window.getByRole('button', { name: 'Riot Platforms', exact: true }).click();
  await window.getByRole('button', { name: 'Corsicana', exact: true }).click();
  await window.getByRole('region', { name: 'Verdict by R5.16' }).waitFor();
  await window.getByRole('button', { name: /^Edit, duplicate, delete: Corsicana/ }).click();
  await window.getByRole('menuitem', { name: 'New figure' }).click();
  await dialog(window)
    .getByLabel(/^Value/)
    .fill('450');
  await store(window);
  await window.getByRole('tab', { name: /^Facts/ }).click();
  await window.getByRole('button', { name: /Corsicana, Energised: 450/ }).click();
  const drawer = window.getByRole('complementary', { name: /Origin of this number/ });
  await expect(drawer).toContainText('span 400 to 450');
  await drawer.getByRole('button', { name: 'Use this value' }).click();
  await expect(window.getByText('400 grid MW energised')).toBeVisible();
});
