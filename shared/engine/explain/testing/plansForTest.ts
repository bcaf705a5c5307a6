import { inputKeys, inputTable, type InputKey } from '../../analysis/inputTable.ts';
import type { SiteEvidence } from '../../analysis/evidence.ts';
import { resolveInputs } from '../../analysis/resolveInputs.ts';
import {
  servicesOf,
  type BlockUse,
  type OwnPlan,
  type OwnPlanBlock,
} from '../../analysis/ownPlans/ownPlan.ts';
import type { PlanRef } from '../../analysis/planFlows.ts';
import { plannedStrategies } from '../../analysis/sitePlans.ts';

function blockOf(use: BlockUse, part: Partial<OwnPlanBlock>): OwnPlanBlock {
  return {
    id: use,
    use,
    gridMw: 20,
    fromMonth: 0,
    toMonth: null,
    replaces: null,
    service: servicesOf[use][0] ?? null,
    terms: [],
    ...part,
  };
}

function planOf(id: string, blocks: readonly OwnPlanBlock[], part: Partial<OwnPlan> = {}): OwnPlan {
  return {
    id,
    name: id,
    blocks,
    loans: [],
    isTaxed: false,
    terms: [],
    enteredBy: null,
    enteredAt: '',
    ...part,
  };
}

/** Own plans with every service line, with an end, terms of their own, tax and both kinds of loans. */
export function ownPlansForTest(): OwnPlan[] {
  const halls = (['colocation', 'gpuCloud'] as const).flatMap((use) =>
    servicesOf[use].map((service) => ({ use, service })),
  );
  const terms = [
    { key: 'freeRentMonths', value: 5 },
    { key: 'backstopShare', value: 0.7 },
    { key: 'backstopTenorMonths', value: 40 },
    { key: 'tenantDefaultProbabilityPerYear', value: 0.03 },
    // A renewal inside the horizon.
    { key: 'leaseTermMonths', value: 50 },
    { key: 'renewalTermMonths', value: 40 },
  ];
  const plain = halls.map(({ use, service }) =>
    planOf(service, [
      blockOf('mining', { gridMw: 30 }),
      blockOf(use, { service, gridMw: 40, fromMonth: 3, ...(use === 'colocation' && { terms }) }),
    ]),
  );
  const financed = halls.map(({ use, service }, index) =>
    planOf(
      `${service}-financed`,
      [
        blockOf('mining', { gridMw: 25, fromMonth: 2 }),
        blockOf('newMining', { gridMw: 10, fromMonth: 8, toMonth: 70 }),
        blockOf(use, { service, gridMw: 30, replaces: 'mining', fromMonth: 14 }),
        blockOf('siteSale', { gridMw: 12, fromMonth: 80 }),
      ],
      {
        isTaxed: true,
        loans: [
          {
            id: 'l1',
            blockId: use,
            repayment: index % 2 === 0 ? 'annuity' : 'sculpted',
            terms: [{ key: 'loanBalloonShare', value: index % 3 === 0 ? 0.2 : 0 }],
          },
        ],
      },
    ),
  );
  const ended = halls.map(({ use, service }) =>
    planOf(`${service}-ended`, [blockOf(use, { service, gridMw: 40, toMonth: 95 })], { isTaxed: true }),
  );
  return [...plain, ...financed, ...ended];
}

export function plansOf(evidence: SiteEvidence): PlanRef[] {
  const strategies = plannedStrategies.map((strategy): PlanRef => ({ kind: 'strategy', strategy }));
  const own = (evidence.ownPlans ?? []).map(({ id }): PlanRef => ({ kind: 'own', id }));
  return [...strategies, ...own];
}

/** What no assumption stands in for: the switches of an alliance, and what their terms need. */
const switchedOn = {
  allianceBackstopShare: 0.5,
  // Ends inside the horizon.
  allianceBackstopTenorMonths: 40,
  alliancePartnerDefaultMonth: 12,
  allianceWarrants: 1e6,
  allianceWarrantStrikeUsd: 6,
  allianceWarrantYears: 5,
  allianceSharesOutstanding: 9e7,
  allianceSharePriceUsd: 5,
  allianceShareVolatility: 0.6,
  allianceRiskFreeRate: 0.04,
  allianceDividendYield: 0.01,
} as const satisfies Partial<Record<InputKey, number>>;

/** The same evidence with another value for every input, so that no two inputs agree by chance, and with all switched on. */
export function withDistinctInputs(evidence: SiteEvidence): SiteEvidence {
  const values = new Map<string, number | null>([
    ...resolveInputs(evidence).map(({ key, value }) => [key, value] as const),
    ...Object.entries(switchedOn),
  ]);
  const ownValues = inputKeys.flatMap((key, index) => {
    const value = values.get(key);
    if (value === null || value === undefined || key === 'horizonMonths') return [];
    const { isWhole, max } = inputTable[key];
    const moved = isWhole ? value + (index % 3) : value * (1 + 0.0007 * (index + 1)) + 0.0001;
    return [{ key, value: Math.min(max, moved), note: null, enteredBy: null, enteredAt: '2026-11-01' }];
  });
  return { ...evidence, ownValues };
}
