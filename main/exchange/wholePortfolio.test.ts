import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createHash } from 'node:crypto';
import type { StoredTable } from '../../shared/exchange/portfolioDocument.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { answerOf, applicationForTest } from '../backups/testing/applicationForTest.ts';
import { exportCommand } from '../commands/exportPortfolio.ts';
import { importCommand } from '../commands/importPortfolio.ts';
import { createDatabase, openReadOnly } from '../db/openDatabase.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { importPortfolio } from '../portfolio/importPortfolio.ts';
import { allRows, exported, filled, rows } from './testing/filledPortfolio.ts';

test('P30 every row of every table comes back from JSON as it was', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (made) => {
      const folder = temporaryFolder();
      const db = filled(join(folder, 'a.umbau'), made);
      const target = join(folder, 'b.umbau');
      importPortfolio(await exported(db, 'json'), target);
      const back = openReadOnly(target);
      expect(allRows(back)).toEqual(allRows(db));
      expect(back.pragma('user_version', { simple: true })).toBe(db.pragma('user_version', { simple: true }));
      back.close();
      db.close();
    }),
    { numRuns: 40 },
  );
});

test('the shipped sample comes back whole, and its export is the same twice', async () => {
  const db = openReadOnly(join(import.meta.dirname, '../../out/app/sample/sample.umbau'));
  const [json, again] = [await exported(db, 'json'), await exported(db, 'json')];
  expect(readFileSync(again).equals(readFileSync(json))).toBe(true);
  const target = join(temporaryFolder(), 'b.umbau');
  importPortfolio(json, target);
  const back = openReadOnly(target);
  expect(allRows(back)).toEqual(allRows(db));
  expect((back.prepare('SELECT count(*) AS n FROM site').get() as { n: number }).n).toBeGreaterThan(50);
  back.close();
  db.close();
});

function codeOf(action: () => unknown): string {
  try {
    action();
    return 'no error';
  } catch (error) {
    return error instanceof UserFacingError ? error.code : String(error);
  }
}

test('a document that is damaged, changed, foreign or newer is refused in words, and nothing is written', async () => {
  const folder = temporaryFolder();
  const db = portfolioForTest(join(folder, 'a.umbau'));
  const good = readFileSync(await exported(db, 'json'), 'utf8');
  db.close();
  const target = join(folder, 'b.umbau');
  const refusal = (text: string) => {
    const json = join(folder, 'a.json');
    writeFileSync(json, text);
    return codeOf(() => importPortfolio(json, target));
  };
  expect(refusal(good.slice(0, -200))).toBe('exchange.damagedJson');
  expect(refusal(good.replace('Made-up Site', 'Another'))).toBe('exchange.changedJson');
  expect(refusal('{"a":1}')).toBe('exchange.notPortfolioJson');
  expect(refusal('[]')).toBe('exchange.notPortfolioJson');
  expect(refusal('')).toBe('exchange.damagedJson');
  expect(refusal('\u0000\u0001binary')).toBe('exchange.damagedJson');
  expect(refusal(good.replace(/"schemaVersion":\d+/, '"schemaVersion":99999'))).toBe('db.fromFuture');
  expect(refusal(good.replace('"tables":', '"more":1,"tables":'))).toBe('exchange.damagedJson');
  expect(readdirSync(folder).toSorted()).toEqual(['a.json', 'a.umbau']);
});

/** The hash of a document is no secret: whoever computes it anew is still held by the tables. */
function resigned(text: string, change: (tables: StoredTable[]) => unknown): string {
  const document = JSON.parse(text) as { schemaVersion: number; tables: StoredTable[]; sha256: string };
  document.tables = change(document.tables) as StoredTable[];
  const hash = createHash('sha256').update(JSON.stringify(document.schemaVersion));
  for (const { name, columns, rows: lines } of document.tables)
    hash.update(JSON.stringify({ name, columns, rows: lines }));
  return JSON.stringify({ ...document, sha256: hash.digest('hex') });
}

test('a document with strange tables, columns or rows is refused by what it names', async () => {
  const folder = temporaryFolder();
  const db = portfolioForTest(join(folder, 'a.umbau'));
  const good = readFileSync(await exported(db, 'json'), 'utf8');
  db.close();
  const json = join(folder, 'a.json');
  const refusal = (change: (tables: StoredTable[]) => unknown) => {
    writeFileSync(json, resigned(good, change));
    return codeOf(() => importPortfolio(json, join(folder, 'b.umbau')));
  };
  const inSite = (part: Partial<StoredTable>) => (tables: StoredTable[]) =>
    tables.map((table) => (table.name === 'site' ? { ...table, ...part } : table));
  expect(refusal((tables) => tables)).toBe('no error');
  expect(existsSync(join(folder, 'b.umbau'))).toBe(true);
  const site = (JSON.parse(good) as { tables: StoredTable[] }).tables.find(({ name }) => name === 'site');
  const row = site?.rows[0] ?? [];
  expect(refusal((tables) => tables.slice(1))).toBe('exchange.damagedJson');
  expect(refusal((tables) => [...tables, { name: 'x"; DROP TABLE site', columns: [], rows: [] }])).toBe(
    'exchange.damagedJson',
  );
  expect(refusal(inSite({ columns: (site?.columns ?? []).map((name) => `${name}"`) }))).toBe(
    'exchange.damagedJson',
  );
  expect(refusal(inSite({ rows: [row, row] }))).toBe('exchange.damagedJson');
  expect(refusal(inSite({ rows: [row.map((cell, index) => (index === 1 ? 'nobody' : cell))] }))).toBe(
    'exchange.damagedJson',
  );
  expect(refusal(inSite({ rows: [row.slice(1)] }))).toBe('exchange.damagedJson');
  const latitude = (site?.columns ?? []).indexOf('latitude');
  expect(refusal(inSite({ rows: [row.map((cell, index) => (index === latitude ? 'north' : cell))] }))).toBe(
    'exchange.damagedJson',
  );
});

test('the command line exports and imports, and replaces no portfolio and no folder', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.umbau');
  portfolioForTest(path).close();
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const json = join(folder, 'a.json');
  await exportCommand(['--portfolio', path, '--json', '--out', json]);
  await importCommand(['--json', json, '--out', join(folder, 'b.umbau')]);
  await expect(importCommand(['--json', json, '--out', path])).rejects.toThrow('portfolio.fileExists');
  await expect(
    importCommand(['--json', join(folder, 'no.json'), '--out', join(folder, 'c.umbau')]),
  ).rejects.toThrow('file.notFound');
  const csv = ['--portfolio', path, '--csv', '--out', join(folder, 'csv'), '--lang', 'de'];
  await exportCommand(csv);
  expect(readdirSync(join(folder, 'csv'))).toContain('LIESMICH.txt');
  await expect(exportCommand(csv)).rejects.toThrow('portfolio.fileExists');
  await expect(exportCommand(['--portfolio', path, '--csv', '--xlsx', '--out', 'x'])).rejects.toThrow(
    'cli.usage',
  );
  await expect(
    exportCommand(['--portfolio', path, '--csv', '--out', join(folder, 'none', 'csv')]),
  ).rejects.toThrow('file.notWritable');
  vi.restoreAllMocks();
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
});

test('opening an exported document makes a new portfolio beside it, and never the one that is open', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'Mine.umbau');
  portfolioForTest(path).close();
  const { application, host } = await applicationForTest(folder);
  await application.openFile(path);
  const written = await answerOf<{ path: string }>(application, 'portfolio.export', { form: 'json' });
  expect(written.path).toBe(join(folder, 'Mine.json'));
  expect(await application.door('portfolio.open', { trusted: true }, { path: written.path })).toMatchObject({
    ok: false,
    error: { code: 'portfolio.fileExists' },
  });
  mkdirSync(join(folder, 'new'));
  Object.assign(host, { chooseFileToSave: async (name: string) => join(folder, 'new', name) });
  expect(await answerOf(application, 'portfolio.open', { path: written.path })).toMatchObject({
    path: join(folder, 'new', 'Mine.umbau'),
    siteCount: 1,
  });
  application.close();
});

test('the schema holds tables and indexes only: a trigger or a view would need a thought here', () => {
  const db = createDatabase(join(temporaryFolder(), 'a.umbau'));
  const kinds = db.prepare('SELECT DISTINCT type FROM sqlite_schema ORDER BY type').pluck().all();
  expect(kinds).toEqual(['index', 'table']);
  db.close();
});
