import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openSample, openSite, setLook, test } from '../fixtures.ts';

async function check(window: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(
    violations.map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html.slice(0, 160)}`),
    place,
  ).toEqual([]);
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on sources, fleets and contracts, ${theme}`, async ({ window, application }) => {
    await setLook(application, { language: 'en', theme });
    await window.reload();
    await openSample(window);
    await window.getByRole('button', { name: 'Sources' }).click();
    await window.getByRole('grid', { name: 'Sources' }).getByRole('rowheader').first().focus();
    await window.keyboard.press('Space');
    await window.getByRole('button', { name: 'Attach a file …' }).waitFor();
    await check(window, 'sources');
    await window.getByRole('grid', { name: 'Sources' }).getByRole('rowheader').first().press('Enter');
    await check(window, 'source form');
    await window.keyboard.press('Escape');
    await openSite(window, 'Rockdale');
    await window.getByRole('tab', { name: /^Facts/ }).click();
    await window.getByRole('button', { name: 'New fleet' }).click();
    await window
      .getByRole('dialog')
      .getByLabel(/^Model/)
      .fill('Made-up machine');
    await window
      .getByRole('dialog')
      .getByLabel(/^Machines/)
      .fill('5,000,000');
    await window.getByRole('dialog').getByRole('button', { name: 'Store' }).click();
    await check(window, 'fleet form with a question');
    await window.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
    await window.getByRole('grid', { name: 'Fleets' }).waitFor();
    await check(window, 'facts with fleets');
    await window.getByRole('tab', { name: /^Contracts/ }).click();
    await check(window, 'contracts of a site');
  });
}
