import { expect, openSample, openSite, setLook, test } from '../fixtures.ts';
import { ScenariosScreen } from '../screens/scenarios.ts';

test('the scenario of the title bar recomputes the site, names itself, and is undone by name', async ({
  window,
}) => {
  await openSample(window);
  const scenarios = new ScenariosScreen(window);
  await openSite(window, 'Rockdale');
  await expect(scenarios.chooser).toHaveText(/Base/);
  const colocation = window.getByRole('row').filter({ hasText: 'Colocation' }).first();
  const before = await colocation.innerText();
  await scenarios.choose('AI demand bust');
  await expect(scenarios.chooser).toHaveText(/AI demand bust/);
  await expect(window.getByText('Computed in scenario AI demand bust: 0 changes, 1 shock.')).toBeVisible();
  await expect(colocation).not.toHaveText(before);
  await window.keyboard.press('Control+z');
  await expect(scenarios.chooser).toHaveText(/Base/);
  await expect(window.getByText(/^Computed in scenario AI demand bust:/)).toBeHidden();
  expect(await colocation.innerText()).toBe(before);
});

test('what a scenario cannot do at a site is said there, and the palette chooses in either language', async ({
  window,
}) => {
  await openSample(window);
  const scenarios = new ScenariosScreen(window);
  await openSite(window, 'Rockdale');
  await window.keyboard.press('Control+k');
  await window.getByRole('combobox').fill('szenario regulierung');
  await window.keyboard.press('Enter');
  await expect(scenarios.chooser).toHaveText(/Regulation/);
  await window.getByText(/^What of this scenario has no effect at this site/).click();
  await expect(window.getByText(/this site is approved already/)).toBeVisible();
  await window.getByRole('tab', { name: /^Inputs/ }).click();
});

test('a ready scenario is cloned, changed in the notation of the language, locked, and survives a restart', async ({
  window,
}) => {
  await openSample(window);
  const scenarios = new ScenariosScreen(window);
  await scenarios.open();
  await scenarios.select('Bear');
  await expect(scenarios.view('Bear').getByRole('button', { name: 'Add a change' })).toHaveCount(0);
  await window.getByRole('button', { name: 'Clone' }).click();
  const clone = scenarios.view('Bear (copy)');
  await clone.waitFor();
  await scenarios.addChange('Bitcoin price', 'set to', '5');
  await expect(clone.getByRole('row').filter({ hasText: 'set to 5' })).toBeVisible();
  await window.getByRole('button', { name: 'Add a change' }).click();
  await window.getByRole('combobox', { name: 'Input', exact: true }).selectOption({ label: 'Bitcoin price' });
  await window.getByRole('combobox', { name: 'Act', exact: true }).selectOption({ label: 'set to' });
  await window.getByLabel('Value', { exact: true }).fill('0.5');
  await window.getByLabel('Value', { exact: true }).press('Enter');
  await expect(clone.getByText(/^Impossible: between/)).toBeVisible();
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Add a shock' }).click();
  await window.getByRole('combobox', { name: 'Kind', exact: true }).selectOption({ label: 'Tenant default' });
  await clone.getByRole('button', { name: 'Store', exact: true }).last().click();
  await expect(clone.getByText(/^A default needs the name of the tenant/)).toBeVisible();
  await window.getByLabel('Tenant', { exact: true }).fill('AMD');
  await window.getByLabel('Months it lasts').press('Enter');
  await expect(clone.getByRole('row').filter({ hasText: 'tenant AMD' })).toBeVisible();
  await window.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(clone.getByText('This scenario is locked. Unlock it to change it.')).toBeVisible();
  await window.reload();
  await scenarios.open();
  await scenarios.select('Bear (copy)');
  await expect(clone.getByRole('row').filter({ hasText: 'tenant AMD' })).toBeVisible();
});

test('scenarios stand side by side, and a result row opens as a scenario with the same numbers', async ({
  window,
}) => {
  await openSample(window);
  const scenarios = new ScenariosScreen(window);
  await scenarios.open();
  await scenarios.compare(['Base', 'Bull', 'AI demand bust'], 'Rockdale (Riot Platforms)');
  await window.getByRole('progressbar').waitFor({ state: 'detached' });
  await expect(scenarios.grid('Inputs that differ').getByRole('row')).toHaveCount(2);
  const rows = scenarios.grid('Result rows').getByRole('row');
  await expect(rows).toHaveCount(1 + 3 * 9);
  await window.getByRole('searchbox').fill('AI demand bust');
  await expect(rows).toHaveCount(1 + 9);
  const colocation = rows.filter({ hasText: 'Colocation' });
  const npv = await colocation.getByRole('gridcell').nth(2).innerText();
  await colocation.getByRole('button', { name: /^Open as scenario/ }).click();
  await expect(window.getByRole('status').filter({ hasText: 'Result opened as scenario' })).toBeVisible();
  await scenarios.choose('Rockdale: Colocation, AI demand bust');
  await openSite(window, 'Rockdale');
  const row = window.getByRole('row').filter({ hasText: 'Colocation' }).first();
  await expect(row).toContainText(npv);
});

test('a company is compared by the sums of its sites, in German too', async ({ window, application }) => {
  await setLook(application, { language: 'de' });
  await application.door('portfolio.openSample', { trusted: true }, {});
  await window.reload();
  await window.getByRole('navigation').getByRole('button', { name: 'Szenarien' }).click();
  await window.getByRole('tab', { name: 'Vergleich' }).click();
  await window.getByLabel('Standort oder Unternehmen').selectOption({ label: 'Riot Platforms' });
  await window.getByRole('button', { name: 'Vergleichen' }).click();
  const results = window.getByRole('grid', { name: 'Ergebnisse' });
  await expect(results.getByRole('row').filter({ hasText: 'Berechenbar' })).toContainText(
    /von \d+ Standorten/,
  );
  await window.getByRole('progressbar').waitFor({ state: 'detached' });
  await expect(results.getByRole('columnheader')).toHaveCount(1 + 3);
});
