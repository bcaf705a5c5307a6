import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { migrate } from '../../main/db/migrate.ts';
import { migrations } from '../../main/db/migrations/index.ts';
import { applicationId, openReadOnly } from '../../main/db/openDatabase.ts';
import { expect, openSample, test } from '../fixtures.ts';

async function check(window: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
}

async function command(window: Page, typed: string): Promise<void> {
  await window.keyboard.press('Control+k');
  await window.getByRole('combobox').fill(typed);
  await window.keyboard.press('Enter');
}

const edit = (value: number) => ({ siteId: 'riot-rockdale', key: 'uptime', value, note: null });
const trusted = { trusted: true };

test('a backup is written, told with what is inside, and restored after a question', async ({
  window,
  application,
}) => {
  await openSample(window);
  // German words find the command on an English page.
  await command(window, 'jetzt sichern');
  await expect(window.getByRole('status')).toContainText('Backed up:');
  await command(window, 'backups');
  const grid = window.getByRole('grid', { name: 'Backups of Sample.umbau' });
  await expect(grid.getByRole('row')).toHaveCount(2);
  await expect(grid.getByRole('row').nth(1)).toContainText('by hand');
  await check(window);
  await application.door('input.set', trusted, edit(0.5));
  await grid.getByRole('button', { name: /^Restore the backup of/ }).click();
  const question = window.getByRole('dialog', { name: /^Restore the backup of/ });
  await expect(question).toContainText('no history');
  await expect(question).toContainText('is kept as one more backup first');
  await check(window);
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await application.door('history.list', trusted, {})).toMatchObject({ value: [{ undone: false }] });
  await grid.getByRole('button', { name: /^Restore the backup of/ }).click();
  await window.getByRole('button', { name: 'Restore this backup' }).click();
  await expect(window.getByRole('status')).toContainText('The backup is restored.');
  expect(await application.door('history.list', trusted, {})).toMatchObject({ value: [] });
  await command(window, 'sicherungen');
  await expect(grid.getByRole('row')).toHaveCount(3);
  await expect(grid.getByRole('row').nth(1)).toContainText('before a restore');
});

test('a damaged file names the way to its backups, and comes back from them', async ({
  window,
  application,
  host,
  folder,
}) => {
  const path = join(folder, 'Mine.umbau');
  copyFileSync(join(import.meta.dirname, '../../out/app/sample/sample.umbau'), path);
  await application.openFile(path);
  await application.door('backup.write', trusted, { reason: 'byHand' });
  await application.door('portfolio.openSample', trusted, {});
  writeFileSync(path, 'ruined '.repeat(300));
  await window.reload();
  Object.assign(host, { chooseFileToOpen: async () => path });
  await window.getByRole('button', { name: 'Open a file' }).click();
  await window.getByRole('alert').getByRole('button', { name: 'Show backups' }).click();
  const grid = window.getByRole('grid', { name: 'Backups of Mine.umbau' });
  await grid.getByRole('button', { name: /^Restore the backup of/ }).click();
  await expect(window.getByRole('dialog')).toContainText('cannot be read');
  await window.getByRole('button', { name: 'Restore this backup' }).click();
  await expect(window.getByText('Mine.umbau')).toBeVisible();
  await expect(window.getByRole('grid', { name: 'Portfolio' })).toBeVisible();
});

test('a file in a synced folder carries a warning in words, and works', async ({
  window,
  application,
  folder,
}) => {
  const place = join(folder, 'OneDrive - Made-up');
  mkdirSync(place);
  const path = join(place, 'Mine.umbau');
  copyFileSync(join(import.meta.dirname, '../../out/app/sample/sample.umbau'), path);
  await application.openFile(path);
  await window.reload();
  await window.getByRole('button', { name: 'In a synced folder (OneDrive)' }).click();
  await expect(window.getByRole('note')).toContainText('in the middle of a write');
  await check(window);
});

test('P23 an older file is upgraded, and the analyst is told once what came of it', async ({
  window,
  application,
  folder,
}) => {
  const path = join(folder, 'Old.umbau');
  const old = new Database(path);
  old.pragma(`application_id = ${applicationId}`);
  migrate(
    old,
    migrations.filter(({ version }) => version <= 10),
    () => undefined,
  );
  old.exec(`INSERT INTO company (id, name) VALUES ('c1', 'Made-up Mining')`);
  old.close();
  await application.openFile(path);
  await window.reload();
  const told = window.getByRole('dialog', { name: 'The portfolio has a new format' });
  await expect(told).toContainText('Old.schema-10.umbau');
  await expect(told.getByRole('row', { name: /^company 1 1/ })).toBeVisible();
  await check(window);
  await told.getByRole('button', { name: 'Understood' }).click();
  await window.reload();
  await window.getByRole('grid', { name: 'Portfolio' }).waitFor();
  await expect(told).toHaveCount(0);
});

test('the whole portfolio leaves in three forms, and comes back from JSON as a new file', async ({
  window,
  application,
  host,
  folder,
}) => {
  await openSample(window);
  const menu = window.getByRole('button', { name: 'Export', exact: true });
  const leave = async (item: string, name: string) => {
    await menu.click();
    await window.getByRole('menuitem', { name: item }).click();
    await expect(window.getByRole('status')).toContainText(`Saved: ${join(folder, name)}`);
  };
  await leave('Whole portfolio as JSON', 'Sample.json');
  await leave('Whole portfolio as CSV files', 'Sample-csv');
  await leave('Whole portfolio as Excel workbook', 'Sample.xlsx');
  await menu.click();
  await window.getByRole('menuitem', { name: 'Whole portfolio as CSV files' }).click();
  await expect(window.getByRole('alert')).toContainText('already exists and was left alone');
  await window.getByRole('button', { name: 'Understood' }).click();
  Object.assign(host, { chooseFileToOpen: async () => join(folder, 'Sample.json') });
  await window.getByRole('button', { name: 'Open a file' }).click();
  await expect(window.locator('.doc')).toContainText('Sample.umbau');
  await expect(window.getByRole('grid', { name: 'Portfolio' })).toBeVisible();
  expect(await application.door('portfolio.current', trusted, {})).toMatchObject({
    value: { path: join(folder, 'Sample.umbau'), siteCount: 87 },
  });
});

test('a clean copy is asked for in words and written without history and names', async ({
  window,
  application,
  folder,
}) => {
  await application.door('settings.write', trusted, {
    language: 'de',
    theme: 'dark',
    density: 'normal',
    author: 'Ottilie Ausgedacht',
  });
  await window.reload();
  await window.getByRole('button', { name: 'Beispielportfolio öffnen' }).click();
  await window.getByRole('grid', { name: 'Portfolio' }).waitFor();
  await application.door('input.set', trusted, edit(0.5));
  // English words find the command on a German page.
  await command(window, 'clean copy');
  const question = window.getByRole('dialog', { name: 'Bereinigte Kopie speichern' });
  await expect(question.getByRole('checkbox')).toBeChecked();
  await check(window);
  await question.getByRole('button', { name: 'Kopie speichern' }).click();
  const path = join(folder, 'Sample-clean.umbau');
  await expect(window.getByRole('status')).toContainText(path);
  await expect(question).toHaveCount(0);
  const bytes = readFileSync(path);
  expect(bytes.includes('Ausgedacht')).toBe(false);
  const copy = openReadOnly(path);
  expect(copy.prepare('SELECT value FROM own_value').all()).toEqual([{ value: 0.5 }]);
  expect(copy.prepare('SELECT * FROM change_step').all()).toEqual([]);
  copy.close();
});

test('the daily backup is written by itself, once, and not before the page has been open a while', async ({
  window,
  application,
}) => {
  await window.clock.install();
  await window.reload();
  await openSample(window);
  const written = async () => {
    const list = await application.door('backup.list', trusted, { path: null });
    return list.ok
      ? (list.value as { backups: { reason: string }[] }).backups.map(({ reason }) => reason)
      : [];
  };
  expect(await written()).toEqual([]);
  await window.clock.fastForward(61_000);
  await expect.poll(written).toEqual(['daily']);
  await application.door('input.set', trusted, edit(0.5));
  await window.clock.fastForward(61_000);
  await command(window, 'backups');
  await expect(window.getByRole('grid', { name: 'Backups of Sample.umbau' }).getByRole('row')).toHaveCount(2);
});
