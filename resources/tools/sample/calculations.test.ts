import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { companyDetail, companyRows } from '../../../main/analysis/companyView.ts';
import { companyRun, siteEvidence } from '../../../main/analysis/siteView.ts';
import { openReadOnly } from '../../../main/db/openDatabase.ts';
import { listSites } from '../../../main/db/repositories/siteRepository.ts';
import { siteFigures } from '../../../shared/engine/analysis/analyseSite.ts';
import { explainedFields } from '../../../shared/engine/analysis/resultFields.ts';
import { blocksOf, lineCalculation } from '../../../shared/engine/explain/blockLines.ts';
import { companyCalculation, companyFigureKeys } from '../../../shared/engine/explain/companyCalculation.ts';
import { explainedPlan, type ExplainedCase } from '../../../shared/engine/explain/explainedCase.ts';
import type { FigureKey } from '../../../shared/engine/explain/figureKeys.ts';
import { figureCalculation } from '../../../shared/engine/explain/planCalculation.ts';
import { disagreements } from '../../../shared/engine/explain/testing/disagreements.ts';
import { ownPlansForTest, plansOf } from '../../../shared/engine/explain/testing/plansForTest.ts';
import { flowLines, memoLines, type Line } from '../../../shared/engine/strategy/lineSheet.ts';

const root = join(import.meta.dirname, '../../..');
const lines: readonly Line[] = [...flowLines, ...memoLines];
const figures = Object.keys(explainedFields) as FigureKey[];
/** Every service line with tax and a loan. */
const ownPlans = ownPlansForTest().filter(({ loans }) => loans.length > 0);
const inputsBelow = 9;
const figureLevels = 2;

function wrongLines(of: ExplainedCase): string[] {
  const months = [-1, 13, 47, of.calendar.horizonMonths - 1];
  return blocksOf(of).flatMap((scope) =>
    lines.flatMap((line) =>
      months.flatMap((month) => disagreements(lineCalculation(scope, line, month), inputsBelow)),
    ),
  );
}

function wrongFigures(of: ExplainedCase): string[] {
  return figures.flatMap((key) => {
    const calculation = figureCalculation(of, key);
    return calculation ? disagreements(calculation, figureLevels) : [];
  });
}

test('R1.9, R5.3 at all sites every line and figure is what its equation gives, down to the inputs', () => {
  const copy = join(mkdtempSync(join(tmpdir(), 'umbau-')), 'sample.umbau');
  copyFileSync(join(root, 'out/app/sample/sample.umbau'), copy);
  const db = openReadOnly(copy);
  const wrong: string[] = [];
  let plans = 0;
  const ids = listSites(db).map(({ id }) => id);
  for (const id of ids) {
    const evidence = { ...siteEvidence(db, id, { seed: 1, valuationMonth: '2026-12' }), ownPlans };
    for (const plan of plansOf(evidence)) {
      const of = explainedPlan(evidence, plan);
      if (!of) continue;
      plans += 1;
      const found = [...wrongLines(of), ...wrongFigures(of)];
      wrong.push(...found.map((line) => `${id} ${JSON.stringify(plan)} ${line}`));
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(ids.length).toBe(87);
  // Sites whose grid power is not published cannot be computed.
  expect(plans).toBeGreaterThan(600);
});

test('R5.21 the sums of every company are what its sites give', () => {
  const copy = join(mkdtempSync(join(tmpdir(), 'umbau-')), 'sample.umbau');
  copyFileSync(join(root, 'out/app/sample/sample.umbau'), copy);
  const db = openReadOnly(copy);
  const wrong: string[] = [];
  let sums = 0;
  for (const { id } of companyRows(db)) {
    const ids = companyDetail(db, id).sites.map((site) => site.id);
    const { evidence: sites } = companyRun(db, ids, { seed: 1, valuationMonth: '2026-12' });
    const computed = new Map(sites.map((site) => [site.siteId, siteFigures(site)]));
    for (const figure of companyFigureKeys) {
      const calculation = companyCalculation(
        sites,
        { strategy: 'best', figure },
        (site) => computed.get(site.siteId) ?? siteFigures(site),
      );
      if (!calculation) continue;
      sums += 1;
      wrong.push(...disagreements(calculation, 2).map((line) => `${id} ${line}`));
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(sums).toBeGreaterThan(60);
});
