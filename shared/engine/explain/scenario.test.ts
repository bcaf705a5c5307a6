import { expect, test } from 'vitest';
import type { SiteEvidence } from '../analysis/evidence.ts';
import { planResultFields, resultFields } from '../analysis/resultFields.ts';
import { flowLines, memoLines, type Line } from '../strategy/lineSheet.ts';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import { changeForTest, inScenarioForTest, shockForTest } from '../testing/scenarioForTest.ts';
import { blocksOf, lineCalculation } from './blockLines.ts';
import type { Calculation } from './calculation.ts';
import { explainedPlan } from './explainedCase.ts';
import type { FigureKey } from './figureKeys.ts';
import { figureCalculation } from './planCalculation.ts';
import { disagreements } from './testing/disagreements.ts';
import { ownPlansForTest, plansOf, withDistinctInputs } from './testing/plansForTest.ts';

const lines: readonly Line[] = [...flowLines, ...memoLines];
const figures = Object.keys({ ...resultFields, ...planResultFields }) as FigureKey[];

/** Own plans with a loan, one of each service line. */
const ownPlans = ownPlansForTest().filter(({ loans }) => loans.length > 0);
const known = withDistinctInputs({ ...evidenceForTest(), ownPlans });
const contract = (counterparty: string) => ({
  id: counterparty,
  service: 'colocation',
  counterparty,
  signedDate: null,
  itLoadMw: 20,
  termYears: null,
  totalContractValueUsd: null,
  source: null,
  sourceUrl: null,
  confidence: null,
});
const letSite: SiteEvidence = { ...known, contracts: [contract('AMD'), contract('Lab')] };
const at = (month: number, durationMonths: number | null = null) => ({
  start: { counted: 'fromValuation', month } as const,
  durationMonths,
});

const scenarios: readonly { readonly name: string; readonly evidence: SiteEvidence }[] = [
  {
    name: 'everything for some months',
    evidence: inScenarioForTest(
      letSite,
      [
        shockForTest('btcPrice', at(5, 20)),
        shockForTest('difficulty', at(10, 30)),
        shockForTest('asicLeap', at(20, 90)),
        shockForTest('powerTax', at(3, 50)),
        shockForTest('curfew', at(2, 9)),
        shockForTest('miningBan', at(14, 2)),
        shockForTest('heat', at(0)),
        shockForTest('aiBust', at(25, 60)),
        shockForTest('gpuLeap', at(50)),
        shockForTest('tenantDefault', { ...at(45), tenant: 'AMD' }),
        shockForTest('overrun', at(8, 20)),
        shockForTest('credit', at(0)),
      ],
      [changeForTest('btcPriceUsd', 'multiply', 0.9), changeForTest('aiPue', 'add', 0.03)],
    ),
  },
  {
    name: 'unsigned rents and prices, a ban for good',
    evidence: inScenarioForTest(known, [
      shockForTest('aiBust', at(0)),
      shockForTest('miningBan', at(30)),
      shockForTest('asicLeap', at(0)),
      shockForTest('btcPrice', at(40)),
    ]),
  },
];

const cases = scenarios.flatMap(({ name, evidence }) =>
  plansOf(evidence).map((plan) => ({
    name: `${name}: ${plan.kind === 'own' ? plan.id : plan.strategy}`,
    evidence,
    plan,
  })),
);

test.each(cases)('R7.3 $name: every line and figure is what its equation gives', ({ evidence, plan }) => {
  const of = explainedPlan(evidence, plan);
  if (!of) throw new Error('not computable');
  const deep = new Set([-1, 0, 7, 30, 61, 100, of.calendar.horizonMonths - 1]);
  const found: string[] = [];
  for (const scope of blocksOf(of))
    for (const line of lines)
      for (let month = -1; month < of.calendar.horizonMonths; month += 1)
        found.push(...disagreements(lineCalculation(scope, line, month), deep.has(month) ? 9 : 0));
  for (const key of figures) {
    const calculation = figureCalculation(of, key);
    if (calculation) found.push(...disagreements(calculation, 4));
  }
  expect(found.slice(0, 8)).toEqual([]);
});

function find(calculation: Calculation, depth: number, wanted: (of: Calculation) => boolean): Calculation[] {
  if (wanted(calculation)) return [calculation];
  return depth === 0 ? [] : calculation.operands().flatMap(({ of }) => find(of, depth - 1, wanted));
}

test('R7.3 a shock stands in the calculation with its scenario and kind, a changed input with its base value', () => {
  const [first] = scenarios;
  const of = first && explainedPlan(first.evidence, { kind: 'strategy', strategy: 'keepMining' });
  const [mine] = of ? blocksOf(of) : [];
  if (!mine) throw new Error('not computable');
  const power = lineCalculation(mine, 'miningPowerUsd', 4);
  const [price] = find(power, 8, ({ origin }) => origin?.kind === 'scenario');
  expect(price?.origin).toMatchObject({ kind: 'scenario', name: 'Made-up' });
  const [today] = find(
    lineCalculation(mine, 'miningRevenueUsd', 4),
    8,
    ({ name }) => name.key === 'btcPriceUsd',
  );
  expect(today?.origin).toMatchObject({
    kind: 'input',
    input: { origin: 'scenario', scenario: { baseOrigin: 'own', by: [{ operation: 'multiply' }] } },
  });
});
