import { join } from 'node:path';
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
import { expectRecomputed, hasOffice } from './testing/recomputed.ts';
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
