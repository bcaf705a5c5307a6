import fc from 'fast-check';
import { expect, test } from 'vitest';
import { siteFigures } from '../analysis/analyseSite.ts';
import { evaluateEnded } from '../analysis/evaluatePlan.ts';
import { createEvaluationCache } from '../strategy/evaluationCache.ts';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import { ownPlansForTest } from '../explain/testing/plansForTest.ts';
import { inScenarioForTest, shockForTest } from '../testing/scenarioForTest.ts';
import { settingsForTest, simulationForTest } from '../testing/simulationForTest.ts';
import { allDrivers } from './defaultSettings.ts';
import { drawnCase } from './drawnCase.ts';
import { judgedNumbers, type SimulatedPlan } from './plannedSite.ts';
import { drawPath, type Simulation } from './simulation.ts';

interface Numbers {
  readonly npvUsd: number;
  readonly flowsUsd: ArrayLike<number>;
}

/** What the run and what the engine make of one plan in one draw. */
function bothOf(
  simulation: Simulation,
  path: number,
  plan: SimulatedPlan,
): { compiled: Numbers; engine: Numbers } {
  const draw = drawPath(simulation, path);
  const { site, runs, settings, market } = simulation;
  const flowsUsd = new Float64Array(site.calendar.horizonMonths + 1);
  const run = runs[site.plans.indexOf(plan)];
  const npvUsd = run?.(draw, market?.hashpriceUsdPerPhDay ?? new Float64Array(0), flowsUsd) ?? NaN;
  const drawn = drawnCase(plan.planned, draw, { isOn: settings.isOn, isRentSigned: site.isRentSigned });
  const { plan: ended, result } = evaluateEnded(drawn, plan.beforeScenario, createEvaluationCache());
  const engine = judgedNumbers(plan, ended, result);
  if (!engine) throw new Error(JSON.stringify(result.site));
  return { compiled: { npvUsd, flowsUsd }, engine };
}

/** Largest disagreement of flows and NPV over all plans, as a share of the sum of absolute flows. */
function disagreement(simulation: Simulation, path: number): number {
  return Math.max(
    ...simulation.site.plans.map((plan) => {
      const { compiled, engine } = bothOf(simulation, path, plan);
      const flows = Array.from(engine.flowsUsd);
      const gross = flows.reduce((sum, usd) => sum + Math.abs(usd), 0);
      const off = flows.map((usd, month) => Math.abs(usd - (compiled.flowsUsd[month] ?? NaN)));
      return Math.max(Math.abs(compiled.npvUsd - engine.npvUsd), ...off) / gross;
    }),
  );
}

test('R7.2a, R7.2i with every driver off the nine compiled plans are the deterministic engine', () => {
  const simulation = simulationForTest(settingsForTest({ isOn: allDrivers(false) }));
  expect(simulation.isCompiled).toEqual(Array(9).fill(true));
  expect(disagreement(simulation, 0)).toBeLessThan(1e-12);
});

test('R7.2a volatilities of 0 and ranges without width are the deterministic result, with every driver on', () => {
  const settings = settingsForTest();
  const { drivers } = settings;
  const point = ({ base }: { base: number }) => ({ low: base, base, high: base });
  const simulation = simulationForTest({
    ...settings,
    drivers: {
      btcPrice: { volatilityPerYear: 0, reversionPerYear: 0, jumps: null },
      networkHashrate: { volatilityPerYear: 0 },
      feeShare: { volatilityPerYear: 0, reversionPerYear: 1 },
      powerPrice: { volatilityPerYear: 0, reversionPerYear: 1, marketShare: 0.5, seasonShare: 0 },
      gpuPrice: { volatilityPerYear: 0 },
      marketRent: point(drivers.marketRent),
      utilisation: point(drivers.utilisation),
      buildCost: point(drivers.buildCost),
      delay: point(drivers.delay),
      tenantDefault: { probabilityPerYear: 0.01 },
    },
    isOn: { ...allDrivers(true), tenantDefault: false },
  });
  for (const plan of simulation.site.plans) {
    const { compiled } = bothOf(simulation, 7, plan);
    const gross = Array.from(compiled.flowsUsd).reduce((sum, usd) => sum + Math.abs(usd), 0);
    expect(Math.abs(compiled.npvUsd - plan.baseNpvUsd) / gross).toBeLessThan(1e-12);
  }
});

test('R7.2i property: compiled plans agree with the engine on drawn paths, month by month', () => {
  const settings = settingsForTest();
  const jumps = { perYear: 2, mean: -0.1, sd: 0.2 };
  const { btcPrice } = settings.drivers;
  const simulations = [
    settings,
    {
      ...settings,
      drivers: { ...settings.drivers, btcPrice: { ...btcPrice, reversionPerYear: 0.5, jumps } },
    },
  ].map((of) => simulationForTest(of));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (path) => {
      for (const simulation of simulations) expect(disagreement(simulation, path)).toBeLessThan(1e-9);
    }),
    { numRuns: 25 },
  );
});

test('R7.2i a published power price, another rate and a signed rent are compiled as well', () => {
  const evidence = evidenceForTest();
  const own = (key: string, value: number) => ({
    key,
    value,
    note: null,
    enteredBy: null,
    enteredAt: '2026-11-01T00:00:00Z',
  });
  const other = {
    ...evidence,
    ownValues: [
      own('powerPriceUsdPerMwh', 0),
      own('demandResponseCreditUsdPerMwMonth', 3000),
      own('redeployHeatRevenueUsdPerMwhIt', 12),
      own('managementFeeShare', 0.02),
      own('gpuTakeOrPayShare', 0.5),
      own('slipMonths', 0),
      own('allianceBackstopShare', 0.6),
    ],
    contracts: [
      {
        id: 'k1',
        service: 'colocation',
        counterparty: 'Tenant',
        signedDate: '2026-05-01',
        itLoadMw: 60,
        termYears: 15,
        totalContractValueUsd: 1.6e9,
        source: null,
        sourceUrl: null,
        confidence: null,
      },
    ],
  };
  const simulation = simulationForTest(settingsForTest({}, other), other);
  expect(simulation.site.isRentSigned).toBe(true);
  for (const path of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(disagreement(simulation, path)).toBeLessThan(1e-9);
});

test('R7.2i own plans with every service, their own terms and ends agree with the engine', () => {
  const evidence = { ...evidenceForTest(), ownPlans: ownPlansForTest() };
  const simulation = simulationForTest(settingsForTest({}, evidence), evidence);
  const own = simulation.site.plans.filter(({ ref }) => ref.kind === 'own');
  expect(own.length).toBeGreaterThan(12);
  for (const path of [0, 5, 8]) expect(disagreement(simulation, path)).toBeLessThan(1e-9);
  // Only halls with a value that end after the horizon are left to the engine.
  const byEngine = simulation.site.plans.flatMap(({ ref }, index) =>
    simulation.isCompiled[index] === true || ref.kind === 'strategy' ? [] : [ref.id],
  );
  expect(byEngine.every((id) => /-until-/.test(id))).toBe(true);
  expect(byEngine.length).toBeGreaterThan(0);
});

test('R7.2a, R5.8, R5.9 asked for, own plans are judged after their loans and taxes, by the engine', () => {
  const evidence = {
    ...evidenceForTest(),
    ownPlans: ownPlansForTest().filter(({ id }) => /^(tripleNet|reserved)/.test(id)),
  };
  const settings = settingsForTest({ basis: 'financed', isOn: allDrivers(false) }, evidence);
  const simulation = simulationForTest(settings, evidence);
  const { ownPlans = [] } = siteFigures(evidence);
  for (const [index, plan] of simulation.site.plans.entries()) {
    const { ref } = plan;
    if (ref.kind !== 'own') continue;
    const outcome = ownPlans.find(({ id }) => id === ref.id);
    if (!outcome?.computable) throw new Error(ref.id);
    const { financing, figures } = outcome;
    const { compiled } = bothOf(simulation, 1, plan);
    const expected = financing ? (financing.equityNpvUsd ?? financing.npvAfterTaxUsd) : figures.npvUsd;
    const gross = Array.from(compiled.flowsUsd).reduce((sum, usd) => sum + Math.abs(usd), 0);
    expect(Math.abs(compiled.npvUsd - (expected ?? NaN)) / gross).toBeLessThan(1e-12);
    expect(simulation.isCompiled[index]).toBe(financing === null && !/-until-/.test(ref.id));
  }
});

test('R7.2a, R7.3 draws are put into the plan as its scenario has it', () => {
  const evidence = inScenarioForTest(evidenceForTest(), [
    shockForTest('aiBust'),
    shockForTest('btcPrice'),
    shockForTest('curfew'),
    shockForTest('miningBan', { start: { counted: 'fromValuation', month: 30 } }),
    shockForTest('powerTax'),
  ]);
  const simulation = simulationForTest(settingsForTest({}, evidence), evidence);
  const still = simulationForTest(settingsForTest({ isOn: allDrivers(false) }, evidence), evidence);
  for (const path of [0, 4]) expect(disagreement(simulation, path)).toBeLessThan(1e-9);
  const figures = siteFigures(evidence);
  for (const plan of still.site.plans) {
    const { ref } = plan;
    const outcome = figures.strategies.find(({ kind }) => ref.kind === 'strategy' && kind === ref.strategy);
    const { compiled } = bothOf(still, 0, plan);
    if (!outcome?.computable) throw new Error('not computable');
    const gross = Array.from(compiled.flowsUsd).reduce((sum, usd) => sum + Math.abs(usd), 0);
    expect(Math.abs(compiled.npvUsd - outcome.figures.npvUsd) / gross).toBeLessThan(1e-12);
  }
});
