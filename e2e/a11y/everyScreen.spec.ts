import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openRisk } from '../screens/riskScreen.ts';
import { expect, openSample, openSite, setLook, test } from '../fixtures.ts';

async function check(window: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(
    violations.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html.slice(0, 160)}`),
    place,
  ).toEqual([]);
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen, ${theme}`, async ({ window, application }) => {
    await setLook(application, { language: 'en', theme });
    await window.reload();
    await window.getByRole('button', { name: 'Open the sample portfolio' }).waitFor();
    await check(window, 'start');
    await openSample(window);
    await check(window, 'portfolio');
    await window.getByRole('button', { name: 'New company' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Store' }).click();
    await check(window, 'company form with a fault');
    await window.keyboard.press('Escape');
    await window.getByRole('button', { name: /^Riot Platforms, Secured/ }).click();
    await check(window, 'drawer');
    await window.keyboard.press('Escape');
    await window.keyboard.press('Space');
    await check(window, 'preview');
    await window.keyboard.press('Control+k');
    await check(window, 'palette');
    await window.keyboard.press('Escape');
    await openSite(window, 'Rockdale');
    await check(window, 'site');
    await window.getByRole('button', { name: 'Export' }).click();
    await check(window, 'export menu');
    await window.keyboard.press('Escape');
    await window.getByRole('tab', { name: /^Plans/ }).click();
    await window.getByRole('button', { name: 'New plan' }).click();
    await window.getByRole('slider').first().waitFor();
    await window.getByLabel('Add loan').selectOption({ index: 1 });
    await window.getByLabel('Add loan').focus();
    await window.keyboard.press('Tab');
    await window.keyboard.press('Enter');
    await window.getByRole('button', { name: 'Taxed' }).click();
    await check(window, 'plan editor');
    await window.getByRole('tab', { name: 'Compare' }).click();
    await window.getByRole('grid', { name: 'What the difference is made of' }).waitFor();
    await check(window, 'comparison');
    await window.getByRole('tab', { name: 'Cash flow' }).click();
    await window.getByRole('grid', { name: 'Cash flow' }).waitFor();
    await check(window, 'cash flow');
    await window.getByLabel('Strategy').selectOption('hybrid');
    await window.getByRole('region', { name: 'Flexibility and connection' }).waitFor();
    await check(window, 'cash flow of the hybrid');
    await window.getByRole('tab', { name: 'Alliance' }).click();
    await window.getByRole('grid', { name: 'Who bears which risk' }).waitFor();
    await window.getByRole('button', { name: 'Switch on: warrants' }).click();
    await check(window, 'alliance');
    const risk = await openRisk(window);
    await risk.finder.getByRole('combobox', { name: 'Along a second input' }).selectOption('buildMonths');
    await risk.find({ input: 'rentYear1UsdPerKwMonth', strategy: 'colocation', rival: 'keepMining' });
    await window.getByRole('application', { name: /^Break-even curve/ }).waitFor();
    await check(window, 'risk');
    await risk.tornado.focus();
    await window.keyboard.press('t');
    await risk.tornadoTable.waitFor();
    await check(window, 'risk, table twin');
    const simulation = window.getByRole('region', { name: 'Monte Carlo', exact: true });
    await simulation.getByLabel('Paths').fill('200');
    await simulation.getByRole('button', { name: 'Run', exact: true }).click();
    await simulation.getByRole('region', { name: 'Two figures of the same draws' }).waitFor();
    await simulation.getByLabel('Fee share with BTC price').fill('0.95');
    await simulation.getByRole('button', { name: 'Keep this run' }).click();
    await simulation.getByRole('region', { name: 'Kept runs' }).waitFor();
    await check(window, 'monte carlo');
    await simulation.getByRole('button', { name: 'Open a draw' }).click();
    await window.getByRole('dialog', { name: 'Draw 0' }).waitFor();
    await check(window, 'a draw');
    await window.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await window.getByRole('tab', { name: /Inputs/ }).click();
    await window.getByRole('button', { name: 'Change: Grid power' }).click();
    await check(window, 'inputs');
    await window.getByRole('button', { name: 'Change: Difficulty rule' }).click();
    await window.getByRole('button', { name: 'table of one’s own (R2.5a)' }).click();
    await window.getByText('Price of a GPU-hour: history, path').click();
    await window.getByRole('grid', { name: /^Cost per GPU-hour/ }).waitFor();
    await check(window, 'difficulty and GPU-hour');
    await window.getByRole('button', { name: 'Briefing', exact: true }).click();
    await check(window, 'briefing dialog');
    await window.keyboard.press('Escape');
    await window.getByRole('button', { name: 'Riot Platforms' }).click();
    await window.getByRole('tab', { name: /Debt/ }).click();
    await check(window, 'company');
    await window.getByRole('tab', { name: 'Strategies' }).click();
    await window.getByRole('grid', { name: 'Strategies' }).waitFor();
    await check(window, 'company strategies');
    await window.getByRole('tab', { name: 'Identity' }).click();
    await check(window, 'company identity');
    for (const name of [
      'Sites',
      'Back-cast',
      'Claims on trial',
      'Health centre',
      'Briefings',
      'History',
      'Settings',
    ]) {
      await window.getByRole('navigation').getByRole('button', { name }).click();
      await window.getByRole('heading', { level: 1, name }).waitFor();
      await check(window, name);
    }
  });
}
