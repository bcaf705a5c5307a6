import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createHash } from 'node:crypto';
import type { StoredTable } from '../../shared/exchange/portfolioDocument.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { answerOf, applicationForTest } from '../backups/testing/applicationForTest.ts';
import { exportCommand } from '../commands/exportPortfolio.ts';
import { importCommand } from '../commands/importPortfolio.ts';
import type { WritableDb } from '../db/access.ts';
import { createDatabase, openReadOnly } from '../db/openDatabase.ts';
import { storedPortfolio } from '../db/storedTables.ts';
import { quotedName, tableNames } from '../db/tables.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { importPortfolio } from '../portfolio/importPortfolio.ts';
import { exportPortfolio, type ExportForm } from './exportPortfolio.ts';

const at = { language: 'en', now: '2026-11-25T10:00:00.000Z' } as const;

/** Texts that were trouble somewhere: formulas, apostrophes, breaks, other directions, signs of four bytes. */
const odd = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '=cmd|"/c calc"!A1',
      '+1',
      '-1',
      '@SUM(A1)',
      "'=1",
      "''",
      "'",
      '',
      ' ',
      ' =1',
      '007',
      '1e5',
      'true',
      'NULL',
      'a,b;c"d"\r\ne\tf\n',
      '\u202Eeman\u202C',
      'שלום עולם',
      '🏭⚡️👩‍🏭',
      '_x0041_',
      '\u0001\u001F\uFFFE',
      '＝1',
      '<script>alert(1)</script>',
      'ß\u0301',
    ),
  )
  .map((text) => text.replaceAll('\u0000', '').replaceAll(/[\uD800-\uDFFF]/gu, ''));

const real = fc.oneof(
  fc.double({ noNaN: true }),
  fc.constantFrom(0, -0, 0.1 + 0.2, 1e21, 5e-324, 1.7976931348623157e308, Infinity, -Infinity, 2 ** 53 + 2),
);
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 3 });
const integer = fc.oneof(fc.integer(), fc.constantFrom(9007199254740993n, -9223372036854775808n));

const rows = fc.record({
  names: fc.uniqueArray(odd, { minLength: 1, maxLength: 8 }),
  founded: nullable(integer),
  texts: fc.array(nullable(odd), { minLength: 4, maxLength: 4 }),
  reals: fc.array(nullable(real), { minLength: 4, maxLength: 4 }),
});

interface Rows {
  readonly names: readonly string[];
  readonly founded: number | bigint | null;
  readonly texts: readonly (string | null)[];
  readonly reals: readonly (number | null)[];
}

function filled(path: string, { names, founded, texts, reals }: Rows): WritableDb {
  const db = portfolioForTest(path);
  const company = db.prepare(
    'INSERT INTO company (id, name, former_names, founded_year) VALUES (?, ?, ?, ?)',
  );
  const site = db.prepare(
    'INSERT INTO site (id, company_id, name, note, latitude, longitude) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const own = db.prepare('INSERT INTO own_value VALUES (?, ?, ?, ?, ?, ?)');
  for (const [index, name] of names.entries()) {
    company.run(`made-up ${name}`, name, texts[0], founded);
    site.run(name, `made-up ${name}`, name, texts[1], reals[index % 4], reals[3]);
    own.run(name, 'uptime', reals.find((value) => value !== null) ?? 0, texts[2], texts[3], at.now);
  }
  return db;
}

function allRows(db: WritableDb): Record<string, unknown[]> {
  return Object.fromEntries(
    tableNames(db).map((name) => [
      name,
      db
        .prepare(`SELECT * FROM ${quotedName(name)}`)
        .raw()
        .safeIntegers()
        .all(),
    ]),
  );
}

async function exported(db: WritableDb, form: ExportForm): Promise<string> {
  const target = join(temporaryFolder(), form === 'csv' ? 'out' : `out.${form}`);
  await exportPortfolio({ path: '/made-up/a.umbau', db }, form, target, at);
  return target;
}

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

/** One apostrophe goes, as the file that stands with the export says. */
const unguarded = (field: string): string => (field.startsWith("'") ? field.slice(1) : field);

function expectCsv(text: string, table: StoredTable): void {
  const [heads, units, ...lines] = parse(text, { bom: true }) as string[][];
  expect(heads).toEqual(table.columns);
  expect(units).toHaveLength(table.columns.length);
  expect(lines.map((line) => line.map(unguarded))).toEqual(
    table.rows.map((row) =>
      row.map((cell) =>
        cell === null ? '' : typeof cell === 'object' ? Object.values(cell)[0] : String(cell),
      ),
    ),
  );
  for (const line of lines) for (const field of line) expect(field).not.toMatch(/^\s*[=+@＝]/);
}

test('P30 CSV keeps every text and every digit, and no text of it begins a formula', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (made) => {
      const db = filled(join(temporaryFolder(), 'a.umbau'), made);
      const folder = await exported(db, 'csv');
      for (const table of storedPortfolio(db).tables)
        expectCsv(readFileSync(join(folder, `${table.name}.csv`), 'utf8'), table);
      db.close();
    }),
    { numRuns: 20 },
  );
});

test('P30 CSV tells a missing value from an empty text, and a column its unit', async () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  db.exec(`INSERT INTO contract (id, company_id, counterparty, service, status, support, it_load_mw)
    VALUES ('k', 'c1', 'x', 'y', 'signed', '', 7.5)`);
  const text = readFileSync(join(await exported(db, 'csv'), 'contract.csv'), 'utf8');
  const [, units, row] = text.split('\r\n');
  expect(units).toContain(',MW,');
  expect(row?.startsWith('k,c1,,,x,,y,7.5,,,,,,,"",,')).toBe(true);
  db.close();
});

test('P30 a workbook has a sheet a table with units, keeps text as text, and nothing in it is a formula', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (made) => {
      const db = filled(join(temporaryFolder(), 'a.umbau'), made);
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.readFile(await exported(db, 'xlsx'));
      const stored = storedPortfolio(db);
      expect(workbook.worksheets.map(({ name }) => name)).toEqual([
        'About',
        ...stored.tables.map(({ name }) => name),
      ]);
      for (const { name, columns, rows: lines } of stored.tables) {
        const sheet = workbook.getWorksheet(name);
        for (const [rowIndex, line] of lines.entries())
          for (const [index] of columns.entries()) {
            const cell = sheet?.getCell(rowIndex + 3, index + 1);
            const was = line[index] ?? null;
            expect(cell?.formula).toBeUndefined();
            if (was === null || was === '') expect(cell?.value).toBeNull();
            else if (typeof was === 'object') expect(cell?.value).toBe(Object.values(was)[0]);
            else expect(cell?.value).toBe(was);
          }
      }
      db.close();
    }),
    { numRuns: 15 },
  );
});

test('P30 a text longer than Excel takes is cut and says so', async () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  db.prepare('UPDATE site SET note = ?').run('n'.repeat(40_000));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await exported(db, 'xlsx'));
  const sheet = workbook.getWorksheet('site');
  const heads = sheet?.getRow(1).values as string[];
  const text = String(sheet?.getCell(3, heads.indexOf('note')).value);
  expect(text).toHaveLength(32_767);
  expect(text.endsWith('[40000 characters, whole in the JSON export]')).toBe(true);
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
