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

test('P1 an unusual number of a record is asked about, another unit is shown beside the field’s; P2 money per MW names its basis', async ({
  window,
}) => {
  await openSample(window);
  await window.getByRole('button', { name: 'Riot Platforms', exact: true }).click();
  await window.getByRole('button', { name: /^Edit, duplicate, delete: Riot/ }).click();
  await window.getByRole('menuitem', { name: 'New contract' }).click();
  await dialog(window).getByLabel('Counterparty *').fill('Made-up tenant');
  await dialog(window)
    .getByLabel(/^Service/)
    .selectOption('colocation');
  await dialog(window)
    .getByLabel(/^Status/)
    .selectOption('signed');
  await dialog(window)
    .getByLabel(/^Critical IT/)
    .fill('200,000 kW');
  await expect(dialog(window).getByText(/read as 200,000.kW = 200.MW/)).toBeVisible();
  await dialog(window)
    .getByLabel(/^Grid power/)
    .fill('250');
  await dialog(window).getByLabel(/^Term/).fill('10');
  await dialog(window)
    .getByLabel(/^Base value/)
    .fill('3.7');
  await dialog(window).getByRole('button', { name: 'Store' }).click();
  await expect(dialog(window).getByText(/Outside the usual range 1,000,000/)).toBeVisible();
  await expect(dialog(window).getByRole('button', { name: 'Keep' })).toBeVisible();
  await dialog(window)
    .getByLabel(/^Base value/)
    .fill('3.7 bn $');
  await dialog(window)
    .getByLabel(/^Capex/)
    .fill('5 $/kWh');
  await dialog(window).getByRole('button', { name: 'Store' }).click();
  await expect(dialog(window).getByText(/“\$\/kWh” does not belong here/)).toBeVisible();
  await dialog(window)
    .getByLabel(/^Capex/)
    .fill('');
  await store(window);

  await window.getByRole('tab', { name: /^Contracts/ }).click();
  const row = window.getByRole('row').filter({ hasText: 'Made-up tenant' });
  await expect(row).toContainText('1.85');
  await expect(window.getByRole('columnheader', { name: /Per MW and year/ })).toContainText('critical IT MW');
  await window
    .getByRole('group', { name: 'Contract value per MW of' })
    .getByRole('button', { name: 'grid MW' })
    .click();
  await expect(row).toContainText('1.48');
  await expect(window.getByRole('columnheader', { name: /Per MW and year/ })).toContainText('grid MW');

  await window.getByRole('tab', { name: /^Facts/ }).click();
  const head = window.getByRole('columnheader', { name: /^Value/ });
  await expect(head.getByRole('button')).toHaveAttribute('aria-disabled', 'true');
  await expect(head.getByRole('button')).toHaveAttribute('title', /this column mixes .*grid MW/);
  await head.getByRole('button').click({ force: true });
  await expect(head).not.toHaveAttribute('aria-sort', /.+/);
});

test('a figure is edited, rivalled, set aside and deleted by keyboard where it is listed', async ({
  window,
}) => {
  await openSample(window);
  await window.getByRole('button', { name: 'Riot Platforms', exact: true }).click();
  await window.getByRole('button', { name: 'Corsicana', exact: true }).click();
  await window.getByRole('region', { name: 'Verdict by R5.16' }).waitFor();
  await window.getByRole('tab', { name: /^Facts/ }).click();
  const menu = window.getByRole('button', { name: 'Edit, set aside, delete: Energised' });
  await menu.first().press('Enter');
  await window.getByRole('menuitem', { name: 'Another value beside it' }).press('Enter');
  await expect(dialog(window).getByLabel(/^Value/)).toHaveValue('400');
  await dialog(window)
    .getByLabel(/^Value/)
    .fill('410');
  await window.keyboard.press('Enter');
  await expect(dialog(window)).toBeHidden();
  await expect(menu).toHaveCount(2);
  await menu.first().press('Enter');
  await window.getByRole('menuitem', { name: 'Set aside' }).press('Enter');
  await expect(window.getByText(/Energised, Corsicana: 4\d0.MW set aside/)).toBeVisible();
  await menu.first().press('Enter');
  await window.getByRole('menuitem', { name: 'Delete' }).press('Enter');
  await expect(menu).toHaveCount(1);
  await window.keyboard.press('ControlOrMeta+z');
  await expect(menu).toHaveCount(2);
});
