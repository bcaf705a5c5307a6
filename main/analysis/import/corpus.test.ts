import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { ImportPlan } from '../../../shared/domain/tableImport.ts';
import { frameTable } from '../../../shared/exchange/import/frameTable.ts';
import { proposeColumns } from '../../../shared/exchange/import/proposePlan.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { importNoteText } from '../../../shared/text/importNoteText.ts';
import type { WritableDb } from '../../db/access.ts';
import { temporaryFolder } from '../../db/testing/portfolioForTest.ts';
import { exportPortfolio } from '../../exchange/exportPortfolio.ts';
import { tableOfFile } from '../../exchange/import/openTable.ts';
import { inTurns } from '../../exchange/import/unblocked.ts';
import { examine, importRows, previewRows } from './importRun.ts';
import { everything, portfolio, run } from './testing/importForTest.ts';

/*
 * Bad input by its name: a clear sentence or a correct reading, nothing half-written, nothing executed anywhere.
 * Encodings, sizes and archives that are refused before they are a table stand in openTable.test.ts.
 */

const folder = temporaryFolder();
let count = 0;

type Content = string | Uint8Array;

async function bookOf(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Sites'));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** What comes of a file: the code of its refusal, why it waits for an answer, or its rows as stored. */
async function outcomeOf(db: WritableDb, content: Content): Promise<unknown> {
  count += 1;
  const path = join(folder, `${count}.csv`);
  writeFileSync(path, content);
  try {
    const table = frameTable(await tableOfFile(path));
    const columns = proposeColumns('sites', table.heads);
    const plan: ImportPlan = {
      profile: 'sites',
      columns,
      company: null,
      asOf: null,
      source: { title: null, url: null },
    };
    const found = await examine(db, { table, plan }, { language: 'en', enteredBy: null }, inTurns());
    if (!found) return 'stopped';
    const [problem] = found.problems;
    if (problem) return importNoteText(problem, 'en');
    const rows = previewRows(found, { only: null, offset: 0, limit: 5 }, 'en');
    const { counts } = found.examined;
    if (counts.new + counts.changed > 0) await run(db, found);
    return rows.map(({ outcome, cells }) => [outcome, ...cells.map(({ read }) => read)]);
  } catch (error) {
    if (error instanceof UserFacingError) return error.code;
    throw error;
  }
}

const head = 'Company;Site;Power [MW];As of';
const row = 'Made-up Mining;Tal;50;2026-09-30';
const good = [['new', 'Made-up Mining', 'Tal', '50\u00a0MW', '30 Sep 2026']];

const corpus: readonly (readonly [name: string, content: () => Content | Promise<Content>, unknown])[] = [
  ['commas instead of semicolons', () => `${head}\n${row}`.replaceAll(';', ','), good],
  ['tabs', () => `${head}\n${row}`.replaceAll(';', '\t'), good],
  ['bars', () => `${head}\n${row}`.replaceAll(';', '|'), good],
  [
    'a delimiter that is none',
    () => `${head}\n${row}`.replaceAll(';', ':'),
    'No column is assigned to “Name”',
  ],
  [
    'semicolons in the head, commas below',
    () => `${head}\n${row.replaceAll(';', ',')}`,
    [['rejected', 'Made-up Mining,Tal,50,2026-09-30', null, null, null]],
  ],
  ['a byte order mark', () => `\uFEFF${head}\n${row}`, good],
  ['a second mark inside', () => `\uFEFF${head}\n\uFEFF${row}`, good],
  ['nothing', () => '', 'import.empty'],
  ['NUL bytes', () => `${head}\n${row}\u0000`, 'import.binary'],
  ['10,000 columns', () => `${'a;'.repeat(10_000)}\n`, 'import.tooManyColumns'],
  [
    '10,000 columns in a workbook',
    () => bookOf((sheet) => sheet.addRow(Array.from({ length: 10_000 }, (_none, index) => `c${index}`))),
    'import.tooManyColumns',
  ],
  [
    'a title merged over the table',
    () =>
      bookOf((sheet) => {
        sheet.addRow(['Sites of the third quarter']);
        sheet.mergeCells('A1:D1');
        sheet.addRow(head.split(';'));
        sheet.addRow(['Made-up Mining', 'Tal', 50, '2026-09-30']);
      }),
    good,
  ],
  [
    'a head merged over two columns',
    () =>
      bookOf((sheet) => {
        sheet.addRow(['Company', 'Site', 'Power [MW]', '', 'As of']);
        sheet.mergeCells('C1:D1');
        sheet.addRow(['Made-up Mining', 'Tal', 50, 60, '2026-09-30']);
      }),
    good,
  ],
  [
    'formula cells, one of them broken',
    () =>
      bookOf((sheet) => {
        sheet.addRow(head.split(';'));
        sheet.addRow(['Made-up Mining', 'Tal', { formula: '25*2', result: 50 }, '2026-09-30']);
        sheet.addRow([
          'Made-up Mining',
          'Berg',
          { formula: '1/0', result: { error: '#DIV/0!' } },
          '2026-09-30',
        ]);
      }),
    [...good, ['rejected', 'Made-up Mining', 'Berg', null, '30 Sep 2026']],
  ],
  ['a date as the serial of a spreadsheet', () => `${head}\n${row.replace('2026-09-30', '46295')}`, good],
  [
    'a date as a bare number of a workbook',
    () =>
      bookOf((sheet) => {
        sheet.addRow(head.split(';'));
        sheet.addRow(['Made-up Mining', 'Tal', 50, 46295]);
      }),
    good,
  ],
];

test.each(corpus)('P24 %s: a sentence or the right reading', async (_name, content, outcome) => {
  const db = portfolio();
  const before = everything(db);
  const found = await outcomeOf(db, await content());
  expect(found).toEqual(outcome);
  const isStored = Array.isArray(found) && found.some(([what]) => what === 'new');
  if (!isStored) expect(everything(db)).toEqual(before);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});

const names = [
  '<script>alert(1)</script>',
  '=cmd|"/c calc"!A1',
  '+1+1',
  '-2',
  '@SUM(A1)',
  'שלום עולם',
  '\u202Egnp.exe',
  'مزرعة التعدين',
  '🏭⚡️👩‍🏭',
  '"; DROP TABLE site; --',
  '${7*7}{{7*7}}',
  "'quoted'",
];

test('P24 names of every kind are stored as they are, and no export makes a formula or a tag of them', async () => {
  const db = portfolio();
  const quoted = names.map((name) => `Made-up Mining;"${name.replaceAll('"', '""')}";5;2026-09-30`);
  const path = join(folder, 'names.csv');
  writeFileSync(path, [head, ...quoted].join('\n'));
  const table = frameTable(await tableOfFile(path));
  const plan: ImportPlan = {
    profile: 'sites',
    columns: proposeColumns('sites', table.heads),
    company: null,
    asOf: null,
    source: { title: null, url: null },
  };
  const found = await examine(db, { table, plan }, { language: 'en', enteredBy: null }, inTurns());
  if (!found) throw new Error('stopped');
  await importRows(
    db,
    found,
    { choices: [], fileName: '=cmd.csv', now: '2026-11-25T00:00:00Z' },
    () => inTurns(),
    'en',
  );
  const stored = db.prepare("SELECT name FROM site WHERE id <> 's1'").pluck().all();
  expect(stored.toSorted()).toEqual([...names].toSorted());

  const at = { language: 'en', now: '2026-11-25T00:00:00Z' } as const;
  const xlsx = join(temporaryFolder(), 'a.xlsx');
  await exportPortfolio({ path: '/made-up/a.umbau', db }, 'xlsx', xlsx, at);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(xlsx);
  for (const sheet of workbook.worksheets)
    sheet.eachRow((line) => line.eachCell((cell) => expect(cell.formula, cell.address).toBeUndefined()));
  const csv = join(temporaryFolder(), 'csv');
  await exportPortfolio({ path: '/made-up/a.umbau', db }, 'csv', csv, at);
  for (const line of readFileSync(join(csv, 'site.csv'), 'utf8').split('\r\n'))
    for (const field of line.split(',')) expect(field).not.toMatch(/^"?\s*[=+@]/);
  db.close();
});
