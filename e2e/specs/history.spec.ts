import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openSample, setLook, test } from '../fixtures.ts';

const trusted = { trusted: true };
const edit = (value: number) => ({ siteId: 'riot-rockdale', key: 'btcPriceUsd', value, note: null });

async function check(window: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
}

async function openChanges(window: Page, history = 'History', tab = 'What changed'): Promise<void> {
  await window.getByRole('navigation').getByRole('button', { name: history }).click();
  await window.getByRole('tab', { name: tab }).click();
}

test('R5.24 what changed since the file was opened: net, with its effect on a site, and out as CSV', async ({
  window,
  application,
  folder,
}) => {
  await setLook(application, { language: 'en' });
  await openSample(window);
  for (const value of [90_000, 120_000, 150_000]) await application.door('input.set', trusted, edit(value));
  await openChanges(window);
  const grid = window.getByRole('grid', { name: 'What changed' });
  await expect(grid.getByRole('row')).toHaveCount(2);
  const row = grid.getByRole('row').nth(1);
  await expect(row).toContainText('Rockdale');
  await expect(row).toContainText('from the data');
  await expect(row).toContainText('150,000');
  await expect(window.getByRole('status').first()).toContainText('One change between these two moments, net');
  await check(window);
  await window.getByRole('combobox', { name: 'What it does to a site' }).selectOption('Rockdale');
  const effect = window.getByRole('region', { name: 'What it does to a site' });
  await expect(effect).toContainText('The advantage over mining went from');
  await expect(effect.getByRole('columnheader', { name: 'After' })).toBeVisible();
  await check(window);
  // The menu of the table saves what it shows.
  await grid
    .getByRole('button', { name: /What changed/ })
    .first()
    .click();
  await window.getByRole('menuitem', { name: /CSV/ }).click();
  await expect(window.getByRole('status').last()).toContainText('.csv');
  const [name = ''] =
    /[^/\s]+\.csv/.exec((await window.getByRole('status').last().textContent()) ?? '') ?? [];
  const csv = readFileSync(join(folder, name), 'utf8');
  expect(csv.split('\r\n')[2]).toContain('Riot Platforms,Rockdale,Input,Bitcoin price,');
  // Undone to the value of the data: nothing is left of it.
  await window.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(row).toContainText('120,000');
  for (const _ of [1, 2]) await window.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(window.getByText('Nothing differs between these two moments.')).toBeVisible();
});

test('a backup, a step, a day and another file are moments; the row leads to its record; German', async ({
  window,
  application,
  host,
}) => {
  await setLook(application, { language: 'de' });
  await application.door('portfolio.openSample', trusted, {});
  await application.door('input.set', trusted, edit(90_000));
  await application.door('backup.write', trusted, { reason: 'byHand' });
  await application.door('input.set', trusted, edit(95_000));
  const saved = await application.door('portfolio.saveCopy', trusted, {});
  const copy = saved.ok ? (saved.value as { path: string }).path : '';
  await application.door('input.set', trusted, edit(99_000));
  await window.reload();
  await openChanges(window, 'Verlauf', 'Was sich geändert hat');
  const from = window.getByRole('combobox', { name: 'Von' });
  const grid = window.getByRole('grid', { name: 'Was sich geändert hat' });
  await from.selectOption({ label: await from.locator('option', { hasText: 'von Hand' }).innerText() });
  await expect(grid.getByRole('row').nth(1)).toContainText('90.000');
  await expect(grid.getByRole('row').nth(1)).toContainText('99.000');
  await from.selectOption({ label: 'Beginn eines Tages …' });
  await window.getByLabel('Von: Tag').fill('2020-01-01');
  await expect(grid.getByRole('row').nth(1)).toContainText('aus den Daten');
  await from.selectOption({ label: 'Anfang des Verlaufs' });
  await expect(grid.getByRole('row')).toHaveCount(2);
  await check(window);
  Object.assign(host, { chooseFileToOpen: async () => copy });
  await from.selectOption({ label: 'Andere Datei dieses Portfolios …' });
  await expect(grid.getByRole('row').nth(1)).toContainText('95.000');
  // What is no portfolio is refused in a sentence.
  Object.assign(host, { chooseFileToOpen: async () => `${copy}.gone` });
  await from.selectOption({ label: 'Andere Datei dieses Portfolios …' });
  await expect(window.getByRole('alert')).toContainText('wurde nicht gefunden');
  await window.getByRole('alert').getByRole('button', { name: 'Verstanden' }).click();
  await from.selectOption({ label: 'Anfang des Verlaufs' });
  await grid.getByRole('button', { name: 'Rockdale' }).click();
  await expect(window.getByRole('heading', { name: 'Rockdale' })).toBeVisible();
});
