import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { analyseSite } from '../../shared/engine/analysis/analyseSite.ts';
import { planFlows } from '../../shared/engine/analysis/planFlows.ts';
import { plannedStrategies } from '../../shared/engine/analysis/sitePlans.ts';
import { siteWorkbook } from '../../shared/workbook/siteWorkbook.ts';
import { WorkbookSpec } from '../../shared/workbook/workbookSpec.ts';
import { siteEvidence } from '../analysis/siteView.ts';
import { openReadOnly } from '../db/openDatabase.ts';
import { workbookBytes } from './writeWorkbook.ts';

const sample = join(import.meta.dirname, '../../out/app/sample/sample.umbau');

function rockdale() {
  const db = openReadOnly(sample);
  const evidence = siteEvidence(db, 'riot-rockdale');
  db.close();
  const analysis = analyseSite(evidence);
  const plans = plannedStrategies.flatMap((strategy) => planFlows(evidence, strategy) ?? []);
  return { analysis, spec: siteWorkbook({ evidence, analysis, plans, language: 'en' }) };
}

async function readBack(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

test('a text that looks like a formula stays a text; a formula carries its value', async () => {
  const spec: WorkbookSpec = {
    title: 'made up',
    fileName: 'made-up.xlsx',
    sheets: [
      {
        name: 'A',
        widths: [10],
        frozen: { rows: 0, columns: 0 },
        rows: [
          [{ text: '=cmd|x' }, { text: '+1' }, { text: '-1' }, { text: '@a' }, { formula: '1+2', number: 3 }],
        ],
      },
    ],
  };
  const sheet = (await readBack(await workbookBytes(spec, '2026-11-25T00:00:00Z'))).getWorksheet('A');
  for (const [column, text] of ['=cmd|x', '+1', '-1', '@a'].entries()) {
    expect(sheet?.getCell(1, column + 1).type).toBe(ExcelJS.ValueType.String);
    expect(sheet?.getCell(1, column + 1).value).toBe(text);
  }
  expect(sheet?.getCell(1, 5).value).toEqual({ formula: '1+2', result: 3 });
});

test('a site’s workbook fits its schema: result, one sheet a strategy, inputs with origin, sources', async () => {
  const { spec } = rockdale();
  expect(WorkbookSpec.safeParse(spec).success).toBe(true);
  const names = spec.sheets.map(({ name }) => name);
  expect(names).toEqual([
    'Result',
    'Keep mining',
    'Refresh fleet',
    'Redeploy ASICs',
    'Colocation',
    'GPU cloud',
    'Alliance',
    'Hybrid',
    'Sell the contracted shell',
    'Sell the site',
    'Inputs',
    'Sources',
  ]);
  const back = await readBack(await workbookBytes(spec, '2026-11-25T00:00:00Z'));
  expect(back.worksheets.map(({ name }) => name)).toEqual(names);
});

/** LibreOffice believes the values in a file unless it is told to compute anew. */
const alwaysRecompute = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

test.skipIf(!hasOffice)('P30 LibreOffice recomputes every formula to the engine’s value', async () => {
  const { analysis, spec } = rockdale();
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
  for (const sheet of spec.sheets) {
    const rows = parse(readFileSync(join(folder, `w-${sheet.name}.csv`), 'utf8'), {
      relax_column_count: true,
    }) as string[][];
    for (const [rowIndex, row] of sheet.rows.entries())
      for (const [column, { formula, number = 0 }] of row.entries()) {
        if (formula === undefined) continue;
        const shown = Number(rows[rowIndex]?.[column]);
        const size = Math.max(Math.abs(number), formula.includes('-') && number === 0 ? 1e9 : 0, 1e-6);
        expect(
          Math.abs(shown - number) / size,
          `${sheet.name} ${rowIndex + 1}:${column + 1} ${formula}`,
        ).toBeLessThan(1e-9);
      }
  }
  expect(analysis.strategies.length).toBeGreaterThan(0);
});
