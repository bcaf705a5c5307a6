import { expect, test } from 'vitest';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import { curtailmentViews } from './curtailment.ts';
import type { SiteEvidence } from './evidence.ts';
import type { OwnPlan } from './ownPlans/ownPlan.ts';

const entered = { enteredBy: null, enteredAt: '2026-11-25T12:00:00Z' };

/** 100 MW, half of them converted, 1,000 USD of credit a MW-month; the hall is built from month 4 on. */
function evidenceWith(own: Readonly<Record<string, number>> = {}, ownPlans?: OwnPlan[]): SiteEvidence {
  const values = {
    rentYear1UsdPerKwMonth: 130,
    fleetEfficiencyJPerTh: 20,
    miningPowerPriceUsdPerMwh: 10,
    hybridConversionShare: 0.5,
    demandResponseCreditUsdPerMwMonth: 1_000,
    monthsLeaseToBuildStart: 4,
    miningStopsMonthsBeforeBuild: 1,
    ...own,
  };
  const ownValues = Object.entries(values).map(([key, value]) => ({ key, value, note: null, ...entered }));
  return { ...evidenceForTest(), ownValues, ...(ownPlans && { ownPlans }) };
}

function plan(blocks: OwnPlan['blocks']): OwnPlan {
  return { id: 'p1', name: 'Plan', blocks, loans: [], isTaxed: false, terms: [], ...entered };
}

const mining = {
  id: 'mining',
  use: 'mining',
  gridMw: 100,
  fromMonth: 0,
  toMonth: null,
  replaces: null,
  service: null,
  terms: [],
} as const;

test('R5.2a converting half loses half of the credits from the month in which its mining stops', () => {
  const [hybrid] = curtailmentViews(evidenceWith());
  // Half of 100 MW at 1,000 USD, from month 3 = build start 4 less one month.
  expect(hybrid?.lostCreditsUsd.slice(0, 5)).toEqual([0, 0, 0, 50_000, 50_000]);
  expect(hybrid?.flexibleMw).toBe(50);
  expect(hybrid).toMatchObject({ overload: null, availableMw: 100, peak: { month: 0, mw: 100 } });
});

test('R5.2a without a programme nothing is lost, and that is 0, not missing', () => {
  const [hybrid] = curtailmentViews(evidenceWith({ demandResponseCreditUsdPerMwMonth: 0 }));
  expect(hybrid?.keptCreditsUsd).toBe(0);
  expect(new Set(hybrid?.lostCreditsUsd)).toEqual(new Set([0]));
});

test('R5.2a, R5.2e a plan like keep mining loses nothing; a hall beside it exceeds the connection from its energisation', () => {
  const hall = { ...mining, id: 'hall', use: 'colocation', service: 'gross', gridMw: 30 } as const;
  const own = (blocks: OwnPlan['blocks']) =>
    curtailmentViews(evidenceWith({}, [plan(blocks)])).find((view) => view.plan.kind === 'own');
  expect(new Set(own([mining])?.lostCreditsUsd)).toEqual(new Set([0]));
  const both = own([mining, hall]);
  expect(both?.peak.mw).toBe(130);
  expect(both?.overload).toEqual({ month: both?.peak.month, neededMw: 130, availableMw: 100 });
  expect(both?.peak.month).toBeGreaterThan(4);
});

test('R5.2a property: what the hybrid loses and what it keeps are the credits of keep mining while both mine', () => {
  for (const share of [0.1, 0.5, 0.9]) {
    const [hybrid] = curtailmentViews(evidenceWith({ hybridConversionShare: share }));
    expect(hybrid?.lostCreditsUsd[3]).toBeCloseTo(100_000 * share, 6);
    expect(hybrid?.flexibleMw).toBeCloseTo(100 * (1 - share), 9);
  }
});

test('R1.7 where keep mining cannot be computed there is nothing to compare with', () => {
  const base = evidenceWith();
  const facts = base.facts.filter(({ field }) => field !== 'energised_mw');
  expect(curtailmentViews({ ...base, facts })).toEqual([]);
});
