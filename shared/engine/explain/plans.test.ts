import { expect, test } from 'vitest';
import type { PlanRef } from '../analysis/planFlows.ts';
import { flowLines, memoLines, type Line } from '../strategy/lineSheet.ts';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import { blocksOf, lineCalculation } from './blockLines.ts';
import { explainedPlan } from './explainedCase.ts';
import { disagreements } from './testing/disagreements.ts';
import { ownPlansForTest, plansOf, withDistinctInputs } from './testing/plansForTest.ts';

const lines: readonly Line[] = [...flowLines, ...memoLines];
const evidence = withDistinctInputs({ ...evidenceForTest(), ownPlans: ownPlansForTest() });

function nameOf(plan: PlanRef): string {
  return plan.kind === 'own' ? plan.id : plan.strategy;
}

test.each(plansOf(evidence).map((plan) => ({ plan, name: nameOf(plan) })))(
  'R1.9 $name: every line follows from the inputs of the site by its equation',
  ({ plan }) => {
    const of = explainedPlan(evidence, plan);
    if (!of) throw new Error('not computable');
    const deep = new Set([-1, 0, 7, 30, 61, 100, of.calendar.horizonMonths - 1]);
    const found: string[] = [];
    for (const scope of blocksOf(of)) {
      for (const line of lines) {
        for (let month = -1; month < of.calendar.horizonMonths; month += 1)
          found.push(...disagreements(lineCalculation(scope, line, month), deep.has(month) ? 9 : 0));
      }
    }
    expect(found.slice(0, 5)).toEqual([]);
  },
);
