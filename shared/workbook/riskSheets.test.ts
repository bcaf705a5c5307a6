import { expect, test } from 'vitest';
import { siteRisk, type SiteRisk } from '../engine/risk/sensitivity.ts';
import { evidenceForTest } from '../engine/testing/evidenceForTest.ts';
import { riskSheets } from './riskSheets.ts';
import { WorkbookSheet } from './workbookSpec.ts';

const risk: SiteRisk = siteRisk(evidenceForTest(), []);

test('P13, P33 the sheets hold values, say so, and carry every bar and cell', () => {
  const sheets = riskSheets(risk, 'de');
  expect(sheets.map(({ name }) => name)).toEqual(['Sensitivität', 'Zwei Eingaben']);
  for (const sheet of sheets) {
    expect(WorkbookSheet.parse(sheet)).toEqual(sheet);
    expect(sheet.rows.flat().some(({ formula }) => formula !== undefined)).toBe(false);
    expect(sheet.rows[1]?.[0]?.text).toContain('keine lebenden Formeln');
  }
  const [tornado, grid] = sheets;
  const [, , base] = tornado?.rows ?? [];
  const row = tornado?.rows[7];
  const preset = evidenceForTest().presets.find(({ low }) => low === row?.[2]?.number);
  expect(row?.slice(2, 5).map(({ number }) => number)).toEqual([preset?.low, preset?.base, preset?.high]);
  // The effect is the greatest less the least result, base included.
  const results = [row?.[5], row?.[6], base?.[5]].map((cell) => cell?.number ?? NaN);
  expect(row?.[7]?.number).toBe(Math.max(...results) - Math.min(...results));
  const numbers = grid?.rows.slice(4, 11).map((cells) => cells.slice(1).map(({ number }) => number));
  expect(numbers?.flat().filter((value) => value !== undefined)).toHaveLength(56);
});

test('without a result the sheet says so, and there is no map', () => {
  const nothing = siteRisk({ ...evidenceForTest(), facts: [] }, []);
  const sheets = riskSheets(nothing, 'en');
  expect(sheets.map(({ name }) => name)).toEqual(['Sensitivity']);
  expect(sheets[0]?.rows[2]?.[5]?.text).toBe('missing');
});
