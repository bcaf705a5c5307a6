import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { analyseCommand } from '../../main/commands/analyse.ts';
import { expect, openSample, openSite, setLook, test } from '../fixtures.ts';

/** Chooses an item and reads the file whose path the message tells. */
async function saved(window: Page, menu: string | RegExp, item: string, ending: string): Promise<Buffer> {
  await window.getByRole('button', { name: menu }).click();
  await window.getByRole('menuitem', { name: item, exact: true }).click();
  const message = window.getByRole('status').filter({ hasText: `.${ending}` });
  await message.waitFor();
  const path = (await message.locator('span').first().innerText()).trim();
  await window.getByRole('button', { name: 'Close', exact: true }).click();
  return readFileSync(path);
}

async function clipboardText(window: Page): Promise<string> {
  await window.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return window.evaluate(() => navigator.clipboard.readText());
}

function rowsOf(csv: Buffer): string[][] {
  return parse(csv.toString('utf8'), { bom: true }) as string[][];
}

const chartMenu = /^Copy or save the chart: Cash flow/;

test('a menu is opened, walked and left by keyboard, and letters in it do not reach the screen', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  const button = window.getByRole('button', { name: chartMenu });
  for (const key of ['Enter', 'Space', 'ArrowDown']) {
    await button.focus();
    await window.keyboard.press(key);
    await expect(window.getByRole('menuitem', { name: 'Copy as picture' })).toBeFocused();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await window.keyboard.press('Escape');
    await expect(button).toBeFocused();
    await expect(window.getByRole('menu')).toHaveCount(0);
  }
  await window.keyboard.press('ArrowUp');
  await expect(window.getByRole('menuitem').last()).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await expect(window.getByRole('menuitem').first()).toBeFocused();
  await window.keyboard.press('End');
  await expect(window.getByRole('menuitem', { name: 'Save as CSV' })).toBeFocused();
  // T changes chart and table, N the denominator: here they are the first letters of nothing.
  await window.keyboard.press('t');
  await window.keyboard.press('n');
  await expect(window.getByRole('application', { name: /Cash flow of the strategies/ })).toBeVisible();
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await window.keyboard.press('Tab');
  await expect(window.getByRole('menu')).toHaveCount(0);
});

test('a chart is saved as SVG that stands alone, as PNG of twice its size, and as CSV of its points', async ({
  window,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  const svg = (await saved(window, chartMenu, 'Save as SVG', 'svg')).toString('utf8');
  const read = await window.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'image/svg+xml');
    const root = document.documentElement;
    return {
      name: root.tagName,
      hasError: document.querySelector('parsererror') !== null,
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
      lines: document.querySelectorAll('polyline').length,
      text: [...document.querySelectorAll('text')].map(({ textContent }) => textContent).join('\n'),
    };
  }, svg);
  expect(read).toMatchObject({ name: 'svg', hasError: false });
  expect(read.lines).toBeGreaterThanOrEqual(3);
  for (const words of ['Cash flow of the strategies over time', '$m per quarter', 'Colocation', 'Source: '])
    expect(read.text).toContain(words);
  // Neither style sheets nor classes nor addresses but the one that names the language of the file.
  expect(svg).not.toMatch(/class=|<style|href|url\(/);
  expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);

  const png = await saved(window, chartMenu, 'Save as PNG', 'png');
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * read.width, 2 * read.height]);

  const rows = rowsOf(await saved(window, chartMenu, 'Save as CSV', 'csv'));
  expect(rows).toHaveLength(2 + 60);
  expect(rows[0]?.slice(0, 2)).toEqual(['Quarter from', 'Keep mining']);
  expect(rows[1]?.[1]).toBe('$m per quarter');
  expect(rows[2]?.[0]).toBe('2026-12');
  expect(Number(rows[2]?.[1])).toBeGreaterThan(0);
});

test('a chart is copied as picture and as table, in the notation of the screen’s language', async ({
  window,
  application,
}) => {
  await setLook(application, { language: 'de', theme: 'dark' });
  await window.reload();
  await window.getByRole('button', { name: 'Beispielportfolio öffnen' }).click();
  await window.getByRole('navigation').getByRole('button', { name: 'Standorte' }).click();
  await window.getByRole('searchbox').fill('Rockdale');
  await window
    .getByRole('row')
    .filter({ hasText: 'Riot Platforms' })
    .getByRole('button', { name: 'Rockdale', exact: true })
    .click();
  const menu = window.getByRole('button', { name: /^Diagramm kopieren oder speichern/ });
  const choose = async (item: string) => {
    await menu.click();
    await window.getByRole('menuitem', { name: item }).click();
  };
  await choose('Als Tabelle kopieren');
  await expect(window.getByText('Die Tabelle liegt in der Zwischenablage: 60 Zeilen.')).toBeVisible();
  const lines = (await clipboardText(window)).split('\n');
  expect(lines).toHaveLength(62);
  expect(lines[2]).toMatch(/^2026-12\t\d+,\d+\t/);
  await choose('Als Bild kopieren');
  await expect(window.getByText('Das Bild liegt in der Zwischenablage.')).toBeVisible();
  // The picture is drawn for paper: its ground is white in the dark theme too.
  const corner = await window.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bitmap = await createImageBitmap(await (item as ClipboardItem).getType('image/png'));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    return [...(context?.getImageData(2, 2, 1, 1).data ?? [])];
  });
  expect(corner).toEqual([255, 255, 255, 255]);
});

test('a table leaves as it is shown, with raw values and their units; one row is copied by key', async ({
  window,
}) => {
  await openSample(window);
  await window.getByRole('searchbox').fill('riot');
  const menu = 'Copy or save the table: Portfolio';
  const rows = rowsOf(await saved(window, menu, 'Save as CSV', 'csv'));
  expect(rows).toHaveLength(3);
  const [heads = [], units = [], riot = []] = rows;
  const column = heads.indexOf('Secured');
  expect([units[column], riot[0], riot[column]]).toEqual(['grid MW', 'Riot Platforms', '1700']);
  expect(units[heads.indexOf('Contract value')]).toBe('USD');
  await window.getByRole('button', { name: menu }).click();
  await window.getByRole('menuitem', { name: 'Copy for Excel' }).click();
  expect((await clipboardText(window)).split('\n')).toHaveLength(3);
  await window.getByRole('button', { name: 'Riot Platforms', exact: true }).focus();
  await window.keyboard.press('Control+c');
  await expect(window.getByText('The row is in the clipboard.')).toBeVisible();
  expect(await clipboardText(window)).toMatch(/^Riot Platforms\t.*1,700/);
});

test('a site leaves as workbook, as two tables, and as the JSON of the command line to the byte', async ({
  window,
  application,
  folder,
}) => {
  await openSample(window);
  await openSite(window, 'Rockdale');
  const workbook = await saved(window, 'Export', 'Excel workbook with formulas', 'xlsx');
  expect(workbook.subarray(0, 2).toString()).toBe('PK');
  const strategies = rowsOf(await saved(window, 'Export', 'Strategies as CSV', 'csv'));
  expect(strategies).toHaveLength(2 + 9);
  const npv = strategies[0]?.indexOf('NPV') ?? -1;
  expect(strategies[1]?.[npv]).toBe('USD');
  const lines = rowsOf(await saved(window, 'Export', 'Cash-flow lines as CSV', 'csv'));
  expect(lines[0]?.slice(9, 12)).toEqual(['Valuation date', '2026-12', '2027-01']);
  expect(lines[0]).toHaveLength(10 + 180);
  const json = (await saved(window, 'Export', 'Analysis as JSON', 'json')).toString('utf8');
  // The command line opens a file that no window holds.
  application.close();
  let written = '';
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk) => {
    written += String(chunk);
    return true;
  };
  try {
    await analyseCommand(['--portfolio', `${folder}/user/Sample.umbau`, '--site', 'riot-rockdale', '--json']);
  } finally {
    process.stdout.write = write;
  }
  expect(json === written).toBe(true);
});

test('a company and the back-cast leave as workbooks; a company’s tables hold all its sites', async ({
  window,
}) => {
  await openSample(window);
  await window.getByRole('button', { name: 'Riot Platforms', exact: true }).click();
  const workbook = await saved(window, 'Export', 'Excel workbook with formulas', 'xlsx');
  expect(workbook.subarray(0, 2).toString()).toBe('PK');
  const rows = rowsOf(await saved(window, 'Export', 'Strategies as CSV', 'csv'));
  expect(new Set(rows.slice(2).map((row) => row[1])).size).toBe(3);
  const missing = rows.find((row) => row[1]?.startsWith('Kentucky')) ?? [];
  expect([missing[4], missing.at(-3)]).toEqual(['', 'Grid power']);
  await window.getByRole('navigation').getByRole('button', { name: 'Back-cast' }).click();
  await window.getByRole('button', { name: 'Excel workbook with formulas' }).click();
  await expect(window.getByRole('status').filter({ hasText: '.xlsx' })).toContainText('umbau-back-cast');
});

test('a place that cannot be written gives a sentence, and no half file', async ({
  window,
  host,
  folder,
}) => {
  await openSample(window);
  Object.assign(host, { chooseFileToSave: async () => `${folder}/not-there/a.csv` });
  await window.getByRole('button', { name: 'Copy or save the table: Portfolio' }).click();
  await window.getByRole('menuitem', { name: 'Save as CSV' }).click();
  await expect(window.getByRole('alert')).toContainText('cannot be written. Nothing was changed there.');
});
