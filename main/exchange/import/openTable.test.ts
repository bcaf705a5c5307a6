import { closeSync, ftruncateSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameTable } from '../../../shared/exchange/import/frameTable.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { temporaryFolder } from '../../db/testing/portfolioForTest.ts';
import { tableOfFile } from './openTable.ts';

const folder = temporaryFolder();
let count = 0;

function fileOf(bytes: Uint8Array | string): string {
  count += 1;
  const path = join(folder, `${count}.csv`);
  writeFileSync(path, bytes);
  return path;
}

async function codeOf(bytes: Uint8Array | string): Promise<string> {
  try {
    frameTable(await tableOfFile(fileOf(bytes)));
    return 'read';
  } catch (error) {
    if (error instanceof UserFacingError) return error.code;
    throw error;
  }
}

async function workbook(
  fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Sites'), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** An archive with one entry that says of itself what it is told to. */
function archive(content: Buffer, saysUnpacked: number): Buffer {
  const name = Buffer.from('xl/workbook.xml');
  const packed = deflateRawSync(content);
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32LE(packed.length, 0);
  sizes.writeUInt32LE(saysUnpacked, 4);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  sizes.copy(local, 18);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  sizes.copy(central, 20);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}

const text = 'Standort;Größe\nÄußere Mühle;1\n';

test.each([
  ['UTF-8', Buffer.from(text, 'utf8')],
  ['UTF-8', Buffer.from(`\uFEFF${text}`, 'utf8')],
  ['UTF-16 LE', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 LE', Buffer.from(text, 'utf16le')],
  ['UTF-16 BE', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ['Windows-1252', Buffer.from(text, 'latin1')],
])('%s is found', async (encoding, bytes) => {
  const table = await tableOfFile(fileOf(bytes));
  expect(table.encoding).toBe(encoding);
  expect(table.rows).toEqual([
    ['Standort', 'Größe'],
    ['Äußere Mühle', '1'],
  ]);
});

test.each([
  ['an empty file', '', 'import.empty'],
  ['blanks', ' \n \n', 'import.empty'],
  ['a head alone', 'a;b\n', 'import.noRows'],
  ['NUL bytes', Buffer.from('a;b\n1;2\u0000\n'), 'import.binary'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'import.binary'],
  ['10,000 columns', `${'a;'.repeat(10_000)}\n${'1;'.repeat(10_000)}`, 'import.tooManyColumns'],
  ['a torn workbook', Buffer.from('PK\u0003\u0004torn'), 'import.unreadableWorkbook'],
  ['a zip bomb', archive(Buffer.alloc(50_000_000), 50_000_000), 'import.bomb'],
  ['a zip bomb that lies about its size', archive(Buffer.alloc(50_000_000), 1_000), 'import.bomb'],
  ['another archive', archive(Buffer.from('hello hello'), 11), 'import.unreadableWorkbook'],
] as const)('%s is refused with its sentence', async (_what, bytes, code) => {
  expect(await codeOf(bytes)).toBe(code);
});

test('a file over 200 MB is refused before it is read; a missing one is named', async () => {
  const path = fileOf('a');
  const handle = openSync(path, 'r+');
  ftruncateSync(handle, 201 * 1024 * 1024);
  closeSync(handle);
  await expect(tableOfFile(path)).rejects.toMatchObject({ code: 'import.tooLarge', values: { size: '201' } });
  await expect(tableOfFile(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'file.notFound' });
});

test('a workbook gives numbers, dates and the values of its formulas; merged heads count once', async () => {
  const bytes = await workbook((sheet, book) => {
    sheet.addRow(['Site', 'Power (MW)', 'As of', 'Sum']);
    sheet.addRow(['=cmd', 1000.5, new Date('2026-09-30T00:00:00Z'), { formula: 'B2*2', result: 2001 }]);
    sheet.addRow([
      { richText: [{ text: 'T' }, { text: 'al' }] },
      5,
      null,
      { formula: '1/0', result: { error: '#DIV/0!' } },
    ]);
    sheet.mergeCells('A4:B4');
    sheet.getCell('A4').value = 'merged';
    book.addWorksheet('Other').addRow(['x']);
  });
  const table = await tableOfFile(fileOf(bytes));
  expect(table.rows).toEqual([
    ['Site', 'Power (MW)', 'As of', 'Sum'],
    ['=cmd', 1000.5, '2026-09-30', 2001],
    ['Tal', 5, '', '#DIV/0!'],
    ['merged', ''],
  ]);
  expect(table).toMatchObject({ format: 'workbook', sheet: 'Sites' });
  expect(table.notes.toSorted()).toEqual(['formulas', 'mergedCells', 'moreSheets']);
});

test('rows keep the numbers they have in the file, below empty ones too', async () => {
  const table = await tableOfFile(fileOf('\nSite;Power\n;\n"T\nal";1\n\nBerg;2\n'));
  expect(table.numbers).toEqual([2, 4, 7]);
  expect(frameTable(table).numbers).toEqual([4, 7]);
  const bytes = await workbook((sheet) => {
    sheet.getRow(3).values = ['Site', 'Power'];
    sheet.getRow(5).values = ['Tal', 1];
    sheet.getRow(9).values = ['Berg', 2];
  });
  expect((await tableOfFile(fileOf(bytes))).numbers).toEqual([3, 5, 9]);
});

test('any bytes are read or refused with a sentence, never with a crash', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 })),
      async (bytes) => {
        await codeOf(bytes);
      },
    ),
    { numRuns: 400 },
  );
});
