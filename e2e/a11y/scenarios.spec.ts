import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openSample, openSite, setLook, test } from '../fixtures.ts';
import { ScenariosScreen } from '../screens/scenarios.ts';

async function check(window: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(
    violations.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html.slice(0, 160)}`),
    place,
  ).toEqual([]);
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on scenarios, ${theme}`, async ({ window, application }) => {
    await setLook(application, { language: 'en', theme });
    await window.reload();
    await openSample(window);
    const scenarios = new ScenariosScreen(window);
    await scenarios.chooser.click();
    await check(window, 'chooser');
    await window.keyboard.press('Escape');
    await scenarios.open();
    await scenarios.select('Texas power squeeze');
    await check(window, 'ready scenario');
    await window.getByRole('button', { name: 'Clone' }).click();
    await window.getByRole('button', { name: 'Add a change' }).click();
    await window.getByRole('button', { name: 'Add a shock' }).click();
    await window
      .getByRole('combobox', { name: 'Kind', exact: true })
      .selectOption({ label: 'AI demand bust' });
    await window.getByRole('textbox', { name: 'Market rent' }).fill('a');
    await window.getByRole('textbox', { name: 'Market rent' }).press('Enter');
    await check(window, 'forms with a fault');
    await scenarios.compare(['Base', 'Bear', 'Regulation'], 'Rockdale (Riot Platforms)');
    await window.getByRole('progressbar').waitFor({ state: 'detached' });
    await check(window, 'comparison');
    await scenarios.choose('Regulation');
    await openSite(window, 'Rockdale');
    await window.getByText(/^What of this scenario has no effect/).click();
    await check(window, 'site in a scenario');
  });
}
