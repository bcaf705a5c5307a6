import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { analyseSite } from '../../shared/engine/analysis/analyseSite.ts';
import { startingBlocks } from '../../shared/engine/analysis/ownPlans/startingPoints.ts';
import { resolveInputs, valuesOf } from '../../shared/engine/analysis/resolveInputs.ts';
import { planFlows, plansOfSite } from '../../shared/engine/analysis/planFlows.ts';
import { siteRisk } from '../../shared/engine/risk/sensitivity.ts';
import { siteWorkbook } from '../../shared/workbook/siteWorkbook.ts';
import { WorkbookSpec } from '../../shared/workbook/workbookSpec.ts';
import { backcastWorkbook } from '../../shared/workbook/backcastWorkbook.ts';
import { backcastPage } from '../analysis/backcastPage.ts';
import { observedRanges } from '../analysis/observedRanges.ts';
import { siteEvidence } from '../analysis/siteView.ts';
import { companySpec } from '../commands/workbook.ts';
import { openReadOnly } from '../db/openDatabase.ts';
import { workbookBytes } from './writeWorkbook.ts';

const sample = join(import.meta.dirname, '../../out/app/sample/sample.umbau');

function rockdale() {
  const db = openReadOnly(sample);
  const shipped = siteEvidence(db, 'riot-rockdale');
  const observed = observedRanges(db);
  db.close();
  const blocks = startingBlocks('hybrid', valuesOf(resolveInputs(shipped))) ?? [];
  const own = { id: 'p1', name: 'Half and half', blocks, loans: [], isTaxed: false, terms: [] };
  const entered = { enteredBy: null, enteredAt: '2026-11-25T09:00:00Z' };
  const evidence = { ...shipped, ownPlans: [{ ...own, ...entered }] };
  const analysis = analyseSite(evidence);
  const plans = plansOfSite(evidence).flatMap((plan) => planFlows(evidence, plan) ?? []);
  return {
    spec: siteWorkbook({ evidence, analysis, plans, risk: siteRisk(evidence, observed), language: 'en' }),
  };
}

function company(id: string): WorkbookSpec {
  const db = openReadOnly(sample);
  const spec = companySpec(db, id, { seed: 1 }, 'en');
  db.close();
  return spec;
}

function backcast(): WorkbookSpec {
  const db = openReadOnly(sample);
  const page = backcastPage(db);
  db.close();
  return backcastWorkbook(page, 'en');
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
    'Half and half',
    'Sensitivity',
    'Two inputs',
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

/** A percentage comes back as it is written. */
function shownNumber(text = ''): number {
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}

/** Every formula of a workbook as LibreOffice computes it, with the value the workbook gives it. */
async function recomputed(spec: WorkbookSpec): Promise<{ place: string; value: number; shown: number }[]> {
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
              },
            ],
      ),
    );
  });
}

async function expectRecomputed(spec: WorkbookSpec): Promise<number> {
  const cells = await recomputed(spec);
  for (const { place, value, shown } of cells) {
    // A difference that should be zero is small against the amounts it is the difference of.
    const size = Math.max(Math.abs(value), place.includes('-') && value === 0 ? 1e9 : 0, 1e-6);
    expect(Math.abs(shown - value) / size, place).toBeLessThan(1e-9);
  }
  return cells.length;
}

test.skipIf(!hasOffice)(
  'P30 LibreOffice recomputes every formula of a site to the engine’s value',
  async () => {
    const { spec } = rockdale();
    expect(await expectRecomputed(spec)).toBeGreaterThan(1000);
  },
);

test('P30 a company’s workbook sums its sites, says over how many, and never counts a missing one as 0', () => {
  const spec = company('riot');
  expect(WorkbookSpec.safeParse(spec).success).toBe(true);
  const names = [
    'Summary',
    'NPV by site',
    'Cash flow by year',
    'Contracts',
    'MW ladder',
    'Inputs',
    'Sources',
  ];
  expect(spec.sheets.map(({ name }) => name)).toEqual(names);
  const [summary, npvs] = spec.sheets;
  const best = summary?.rows.find(([cell]) => cell?.text === 'Best per site');
  expect(best?.[1]).toMatchObject({ number: 2, formula: expect.stringContaining('NPV by site') });
  expect(best?.[2]?.number).toBe(1100);
  const missing = npvs?.rows.find(([cell]) => cell?.text?.startsWith('Kentucky'));
  expect(missing?.slice(1).every((cell) => cell.number === undefined && cell.style === 'missing')).toBe(true);
});

test.skipIf(!hasOffice).each(['riot', 'iren', 'core_scientific'])(
  'P30 LibreOffice recomputes every formula of the company %s to the engine’s value',
  async (id) => {
    expect(await expectRecomputed(company(id))).toBeGreaterThan(100);
  },
);

test.skipIf(!hasOffice)('P63 LibreOffice recomputes every error of the back-cast', async () => {
  const spec = backcast();
  expect(WorkbookSpec.safeParse(spec).success).toBe(true);
  expect(await expectRecomputed(spec)).toBeGreaterThan(50);
});

test('what the machine lacks for recomputing is said', ({ skip }) => {
  if (!hasOffice)
    skip('LibreOffice (soffice) is not installed here: no formula was recomputed by a spreadsheet.');
  expect(hasOffice).toBe(true);
});
