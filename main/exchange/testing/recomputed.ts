import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import type { WorkbookSpec } from '../../../shared/workbook/workbookSpec.ts';
import { workbookBytes } from '../writeWorkbook.ts';

/** LibreOffice believes the values in a file unless it is told to compute anew. */
const alwaysRecompute = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

export const hasOffice = spawnSync('soffice', ['--version']).status === 0;

/** A percentage comes back as it is written. */
function shownNumber(text = ''): number {
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}

/** Every formula of a workbook as LibreOffice computes it, with the value the workbook gives it. */
async function recomputed(
  spec: WorkbookSpec,
): Promise<{ place: string; value: number; shown: number; rowSize: number }[]> {
  // Without the values that the formulas carry, what comes back was computed by the spreadsheet.
  const bare = {
    ...spec,
    sheets: spec.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.map((cell) => (cell.formula === undefined ? cell : { ...cell, number: 0 })),
      ),
    })),
  };
  const folder = mkdtempSync(join(tmpdir(), 'umbau-office-'));
  writeFileSync(join(folder, 'w.xlsx'), await workbookBytes(bare, '2026-11-25T00:00:00Z'));
  mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
  writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), alwaysRecompute);
  execFileSync('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1',
    '--outdir',
    folder,
    join(folder, 'w.xlsx'),
  ]);
  return spec.sheets.flatMap((sheet) => {
    const rows = parse(readFileSync(join(folder, `w-${sheet.name}.csv`), 'utf8'), {
      relax_column_count: true,
    }) as string[][];
    return sheet.rows.flatMap((row, rowIndex) =>
      row.flatMap(({ formula, number = 0 }, column) =>
        formula === undefined
          ? []
          : [
              {
                place: `${sheet.name} ${rowIndex + 1}:${column + 1} ${formula}`,
                value: number,
                shown: shownNumber(rows[rowIndex]?.[column]),
                rowSize: Math.max(...row.map((cell) => Math.abs(cell.number ?? 0))),
              },
            ],
      ),
    );
  });
}

/** Compares every formula as LibreOffice computes it with its value; returns how many there are. */
export async function expectRecomputed(spec: WorkbookSpec): Promise<number> {
  const cells = await recomputed(spec);
  for (const { place, value, shown, rowSize } of cells) {
    // A difference that should be zero is small against the amounts it is the difference of, and what equal amounts
    // leave of each other against those of its row.
    const difference = place.includes('-') && value === 0 ? 1e9 : 0;
    const size = Math.max(Math.abs(value), difference, 1e-6 * rowSize, 1e-6);
    expect(Math.abs(shown - value) / size, place).toBeLessThan(1e-9);
  }
  return cells.length;
}
