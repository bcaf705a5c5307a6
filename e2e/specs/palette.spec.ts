import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openSample, setLook, test } from '../fixtures.ts';

const trusted = { trusted: true };

async function check(window: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
}

async function search(window: Page, typed: string): Promise<void> {
  await window.keyboard.press('Control+k');
  await window.getByRole('combobox').last().fill(typed);
}

test('P45 one shortcut finds inputs, results with their calculation, lines and rules, in both languages', async ({
  window,
  application,
}) => {
  await setLook(application, { language: 'en' });
  await openSample(window);
  // No site is on screen: the input waits for the one that is chosen.
  await search(window, 'strompreis mining');
  await window.getByRole('option').first().click();
  await expect(window.getByRole('status')).toContainText('Choose a site: its inputs open at');
  await window.getByRole('button', { name: 'Rockdale', exact: true }).first().click();
  await expect(window.getByRole('tab', { name: /^Inputs/ })).toHaveAttribute('aria-selected', 'true');
  await expect(
    window.getByRole('button', { name: /^Change: Power price for mining/, expanded: true }),
  ).toBeVisible();
  await search(window, 'kapitalwert je mw');
  const option = window.getByRole('option', { name: /NPV per grid MW/ });
  await expect(option).toContainText('result of Rockdale: calculation');
  await check(window);
  await option.click();
  await expect(window.getByRole('complementary', { name: 'Calculation: NPV per grid MW' })).toBeVisible();
  await window.keyboard.press('Escape');
  await search(window, 'poolgebühr');
  await window.getByRole('option', { name: /line of the cash flow, R2\.2/ }).click();
  const rule = window.getByRole('dialog', { name: 'Rule R2.2' });
  await expect(rule.getByRole('region', { name: 'R2.2' })).not.toBeEmpty();
  await check(window);
  await rule.getByRole('button', { name: 'Close' }).click();
  await search(window, 'r5.19b');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog', { name: 'Rule R5.19b' })).toContainText('nothing is split');
});

test('portfolios are opened one after the other, each with its own history and backups; a file that is gone is said', async ({
  window,
  application,
  folder,
}) => {
  await setLook(application, { language: 'en' });
  await openSample(window);
  await application.door('input.set', trusted, {
    siteId: 'riot-rockdale',
    key: 'uptime',
    value: 0.9,
    note: null,
  });
  await window.getByRole('button', { name: 'New portfolio' }).click();
  await expect(window.locator('.bar .doc')).toContainText('Portfolio.umbau');
  expect(await application.door('history.list', trusted, {})).toMatchObject({ value: [] });
  expect(await application.door('backup.list', trusted, { path: null })).toMatchObject({
    value: { backups: [] },
  });
  await search(window, 'sample.umbau');
  await window.getByRole('option', { name: /Open Sample\.umbau/ }).click();
  await expect(window.locator('.bar .doc')).toContainText('Sample.umbau');
  expect(await application.door('history.list', trusted, {})).toMatchObject({ value: [{ undone: false }] });
  rmSync(join(folder, 'Portfolio.umbau'));
  await search(window, 'portfolio.umbau');
  await expect(window.getByRole('option').first()).toContainText('no longer at its place');
  await window.getByRole('option').first().click();
  await expect(window.getByRole('alert')).toContainText('was not found');
  await expect(window.getByRole('alert').getByRole('button', { name: 'Show backups' })).toBeVisible();
  await expect(window.locator('.bar .doc')).toContainText('Sample.umbau');
});

test('the start screen says which recent file is gone, and takes it off the list', async ({
  window,
  application,
  folder,
}) => {
  await setLook(application, { language: 'en' });
  await window.getByRole('button', { name: 'New portfolio' }).first().click();
  await expect(window.locator('.bar .doc')).toContainText('Portfolio.umbau');
  application.close();
  rmSync(join(folder, 'Portfolio.umbau'));
  await window.reload();
  await expect(window.getByText('not there any more')).toBeVisible();
  await check(window);
  await window.getByRole('button', { name: 'Remove from the list: Portfolio.umbau' }).click();
  await expect(window.getByText('not there any more')).toHaveCount(0);
});
