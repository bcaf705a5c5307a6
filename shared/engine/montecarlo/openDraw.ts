import { evaluateEnded } from '../analysis/evaluatePlan.ts';
import type { PlanRef } from '../analysis/planFlows.ts';
import { createEvaluationCache } from '../strategy/evaluationCache.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import { drawnCase } from './drawnCase.ts';
import type { RangeDriver } from './drivers.ts';
import { judgedNumbers } from './plannedSite.ts';
import { drawPath, type Simulation } from './simulation.ts';

/** One plan of a draw: the run's number, and the full case with the engine's. */
export interface DrawnPlan {
  readonly plan: PlanRef;
  /** As in the run, to the last bit [USD] */
  readonly npvUsd: number;
  /** Of the full case, computed by the engine; null where it cannot be computed [USD]. */
  readonly engineNpvUsd: number | null;
  /** Net flow by month, the valuation date first, of the full case [USD]. */
  readonly flowsUsd: readonly number[];
  /** The case itself, its open-ended mining with the end that R5.2b chose. */
  readonly case: SiteCaseInput;
}

/** P36 One draw opened: what was drawn, and what the engine makes of it. */
export interface OpenedDraw {
  readonly path: number;
  /** Months 0 … T−1. */
  readonly btcPriceUsd: readonly number[];
  readonly hashrateEhS: readonly number[];
  readonly feeShare: readonly number[];
  readonly hashpriceUsdPerPhDay: readonly number[];
  readonly powerFactor: readonly number[];
  readonly gpuFactor: readonly number[];
  readonly ranges: Readonly<Record<RangeDriver, number>>;
  /** R7.2g Month of risk in which the tenant leaves; null where it stays, or where its default is not drawn. */
  readonly tenantDefaultMonth: number | null;
  readonly plans: readonly DrawnPlan[];
}

function product(base: Float64Array | undefined, factors: Float64Array, months: number): number[] {
  return Array.from({ length: months }, (_, month) => (base?.[month] ?? 1) * (factors[month] ?? 1));
}

/**
 * R7.2a, P36 One draw as a full case: the drawn inputs, and every plan computed by the engine beside the run's number.
 * @param path number of the draw
 */
export function openDraw(simulation: Simulation, path: number): OpenedDraw {
  const { site, settings, market, runs } = simulation;
  const { horizonMonths, computedMonths } = site.calendar;
  const draw = drawPath(simulation, path);
  const hashprice = market?.hashpriceUsdPerPhDay ?? new Float64Array(computedMonths);
  const flowsUsd = new Float64Array(horizonMonths + 1);
  const into = { isOn: settings.isOn, isRentSigned: site.isRentSigned };
  const plans = site.plans.map((simulated, index): DrawnPlan => {
    const npvUsd = runs[index]?.(draw, hashprice, flowsUsd) ?? NaN;
    const drawn = drawnCase(simulated.planned, draw, into);
    const { plan, result } = evaluateEnded(drawn, simulated.beforeScenario, createEvaluationCache());
    const numbers = judgedNumbers(simulated, plan, result);
    return {
      plan: simulated.ref,
      npvUsd,
      engineNpvUsd: numbers?.npvUsd ?? null,
      flowsUsd: numbers?.flowsUsd ?? [],
      case: plan,
    };
  });
  const fees = draw.feeShare ?? market?.feeShare;
  const gone = draw.tenantDefaultMonth;
  return {
    path,
    btcPriceUsd: product(market?.btcPriceUsd, draw.btcFactor, horizonMonths),
    hashrateEhS: product(market?.hashrateEhS, draw.hashrateFactor, horizonMonths),
    feeShare: fees ? [...fees.subarray(0, horizonMonths)] : [],
    hashpriceUsdPerPhDay: [...hashprice.subarray(0, horizonMonths)],
    powerFactor: [...draw.powerFactor.subarray(0, horizonMonths)],
    gpuFactor: [...draw.gpuFactor.subarray(0, horizonMonths)],
    ranges: { ...draw.ranges },
    tenantDefaultMonth: gone === undefined || gone >= horizonMonths ? null : gone,
    plans,
  };
}
