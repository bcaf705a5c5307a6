import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteRisk } from '../../shared/engine/risk/sensitivity.ts';
import { analyseSite } from '../../shared/engine/analysis/analyseSite.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { OwnPlan } from '../../shared/engine/analysis/ownPlans/ownPlan.ts';
import { planFlows } from '../../shared/engine/analysis/planFlows.ts';
import { ownPlansForTest } from '../../shared/engine/explain/testing/plansForTest.ts';
import { siteWorkbook } from '../../shared/workbook/siteWorkbook.ts';
import { WorkbookSpec } from '../../shared/workbook/workbookSpec.ts';
import { siteEvidence } from '../analysis/siteView.ts';
import { openReadOnly } from '../db/openDatabase.ts';
import { expectRecomputed, hasOffice } from './testing/recomputed.ts';

const sample = join(import.meta.dirname, '../../out/app/sample/sample.umbau');

/** Rockdale with own plans of every service line, with tax, and both kinds of loans, with and without a balloon. */
function financed(): { readonly spec: WorkbookSpec; readonly evidence: SiteEvidence } {
  const db = openReadOnly(sample);
  const shipped = siteEvidence(db, 'riot-rockdale');
  db.close();
  const plans = ownPlansForTest().filter(({ loans, isTaxed }) => loans.length > 0 || isTaxed);
  const [first] = plans;
  if (!first) throw new Error('no plan');
  // Two loans on one hall and one on another, repaid beyond the horizon; the same name twice; no tax.
  const several: OwnPlan = {
    ...first,
    id: 'several',
    name: 'Several loans, with a name that is longer than a sheet’s may be',
    isTaxed: false,
    blocks: [
      ...first.blocks.slice(0, 3),
      {
        ...first.blocks[2]!,
        id: 'second',
        use: 'gpuCloud',
        service: 'reserved',
        replaces: null,
        gridMw: 9,
        terms: [],
      },
    ],
    loans: [
      ...first.loans,
      {
        id: 'l2',
        blockId: first.loans[0]?.blockId ?? '',
        repayment: 'sculpted',
        terms: [{ key: 'loanInterestOnlyMonths', value: 30 }],
      },
      { id: 'l3', blockId: 'second', repayment: 'sculpted', terms: [{ key: 'loanTenorMonths', value: 240 }] },
    ],
  };
  const ownPlans = [...plans, several, { ...several, id: 'again' }];
  const evidence = { ...shipped, ownPlans };
  const flows = ownPlans.flatMap(({ id }) => planFlows(evidence, { kind: 'own', id }) ?? []);
  return {
    evidence,
    spec: siteWorkbook({
      evidence,
      analysis: analyseSite(evidence),
      plans: flows,
      risk: siteRisk(evidence, []),
      language: 'en',
    }),
  };
}

test.skipIf(!hasOffice)(
  'P30, R5.8, R5.9 LibreOffice recomputes loans and tax of own plans to the engine’s values',
  async () => {
    expect(await expectRecomputed(financed().spec)).toBeGreaterThan(10_000);
  },
);

test('P30 own plans with loans and tax have a sheet each; its figures are those on screen, and every row has unit and rule', () => {
  const { spec, evidence } = financed();
  expect(WorkbookSpec.safeParse(spec).success).toBe(true);
  const names = spec.sheets.map(({ name }) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(31);
  const sheets = spec.sheets.filter(({ name }) => name.startsWith('Financing'));
  expect(sheets.length).toBe(evidence.ownPlans?.length);
  const outcomes = analyseSite(evidence).ownPlans ?? [];
  const result = spec.sheets[0]?.rows ?? [];
  const start = result.findIndex(([cell]) => cell?.text === 'Financing');
  for (const [index, outcome] of outcomes.entries()) {
    if (!outcome.computable || !outcome.financing) throw new Error(`${outcome.name} cannot be computed`);
    const { npvAfterTaxUsd, equityNpvUsd, commitmentUsd, minDscr } = outcome.financing;
    const row = result[start + 3 + index]?.map(({ number, text }) => number ?? text);
    expect(row).toEqual([
      outcome.name,
      npvAfterTaxUsd ?? 'not applicable',
      equityNpvUsd ?? 'not applicable',
      commitmentUsd ?? 'not applicable',
      minDscr ?? 'not applicable',
    ]);
  }
  for (const { rows } of sheets)
    for (const row of rows.filter((cells) => cells.some(({ formula }) => formula !== undefined))) {
      expect(row[2]?.text, row[0]?.text).not.toBe('');
      expect(row[3]?.text, row[0]?.text).toMatch(/^R\d/);
    }
});
