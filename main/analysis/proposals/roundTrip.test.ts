import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../db/testing/portfolioForTest.ts';
import { filled, rows } from '../../exchange/testing/filledPortfolio.ts';
import { comparedWith, editWorkbook, exportedFile, sampleCopy } from './testing/editedExport.ts';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** Saves files again by LibreOffice; a profile of its own, so that no other run of it stands in the way. */
function resaved(files: readonly string[], to: string, read: string | undefined): string {
  const out = temporaryFolder();
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(temporaryFolder()).href}`,
      '--headless',
      ...(read === undefined ? [] : [`--infilter=${read}`]),
      '--convert-to',
      to,
      '--outdir',
      out,
      ...files,
    ],
    { stdio: 'ignore' },
  );
  return out;
}

async function expectNothing(db: Parameters<typeof comparedWith>[0], path: string): Promise<void> {
  const { drafts, notes } = await comparedWith(db, path);
  expect({ drafts: drafts.map(({ proposal }) => proposal), notes }).toEqual({ drafts: [], notes: [] });
}

test.each(['xlsx', 'csv'] as const)(
  'P47 an export as %s that nobody edited proposes nothing',
  async (form) => {
    const { db } = sampleCopy();
    await expectNothing(db, await exportedFile(db, form));
    db.close();
  },
);

test('P47 formats, order of rows and columns, and dates for texts are no edits', async () => {
  const { db } = sampleCopy();
  const path = await exportedFile(db, 'xlsx');
  await editWorkbook(path, (workbook) => {
    for (const sheet of workbook.worksheets.slice(1, -1)) {
      // The row of units goes to the end, as sorting moves it.
      const width = sheet.columnCount;
      const all = Array.from({ length: sheet.rowCount }, (_none, row) =>
        Array.from({ length: width }, (_cell, column) => sheet.getCell(row + 1, column + 1).value),
      );
      const [heads = [], units = [], ...data] = all;
      // Two columns change places, too.
      const shuffled = [heads, ...data.toReversed(), units].map(([a, b, ...rest]) => [b, a, ...rest]);
      for (const [row, cells] of shuffled.entries())
        for (const [column, value] of cells.entries())
          sheet.getCell(row + 1, column + 1).value = value ?? null;
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (typeof cell.value === 'number') cell.numFmt = '[$-407]#.##0,00';
          if (typeof cell.value === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell.value)) {
            cell.value = new Date(`${cell.value}T00:00:00Z`);
            cell.numFmt = 'dd.mm.yyyy';
          }
        }),
      );
    }
  });
  await expectNothing(db, path);
  db.close();
});

test.runIf(hasOffice)('P47 LibreOffice saves the workbook again, and nothing is proposed', async () => {
  const { db } = sampleCopy();
  const path = await exportedFile(db, 'xlsx');
  await expectNothing(db, join(resaved([path], 'xlsx:Calc MS Excel 2007 XML', undefined), 'out.xlsx'));
  db.close();
});

// Token 6 is the language: 1031 German, 1033 English. Written with quotes where needed, as shown in the sheet.
test.runIf(hasOffice).each([
  ['German', '59,34,76,1,,1031,false,true,false'],
  ['English', '44,34,76,1,,1033,false,true,false'],
])('P47 LibreOffice saves the CSV files again in %s, and nothing is proposed', async (_language, how) => {
  const { db } = sampleCopy();
  const folder = await exportedFile(db, 'csv');
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const out = resaved(
    files.map((name) => join(folder, name)),
    `csv:Text - txt - csv (StarCalc):${how}`,
    'CSV:44,34,76,1,,1033,false,true',
  );
  copyFileSync(join(folder, 'as-exported.txt'), join(out, 'as-exported.txt'));
  await expectNothing(db, out);
  db.close();
});

test('P47 odd texts and numbers come back as nothing, whatever they look like', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom('csv' as const, 'xlsx' as const), async (made, form) => {
      const printable = (text: string | null) => text?.replaceAll(/[\u0000-\u001F\uFFFE]/g, '') ?? null;
      // Control characters make a text file unreadable for everybody.
      const kept = form === 'xlsx' ? made : { ...made, texts: made.texts.map(printable) };
      const names = [...new Set(made.names.map((name) => printable(name.trim()) ?? ''))].filter(
        (name) => name !== '',
      );
      const db = filled(join(temporaryFolder(), 'a.umbau'), { ...kept, names });
      await expectNothing(db, await exportedFile(db, form));
      db.close();
    }),
    { numRuns: 20 },
  );
});
