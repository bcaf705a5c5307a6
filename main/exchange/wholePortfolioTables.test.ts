import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentTable, type StoredTable } from '../../shared/exchange/portfolioDocument.ts';
import { storedPortfolio } from '../db/storedTables.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { exported, filled, rows } from './testing/filledPortfolio.ts';

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
      for (const table of storedPortfolio(db, [contentTable]).tables)
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
      const stored = storedPortfolio(db, [contentTable]);
      expect(workbook.worksheets.map(({ name }) => name)).toEqual([
        'About',
        ...stored.tables.map(({ name }) => name),
        'Umbau',
      ]);
      expect(workbook.getWorksheet('Umbau')?.state).toBe('hidden');
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
