import type { Draw } from './draw.ts';
import { brokenBy } from './failures.ts';
import { drivers } from './drivers.ts';
import { drawPath, type DrawnMarket, type Simulation } from './simulation.ts';

/*
 * R7.2 Some paths of a run, in arrays that cross from a worker. Sums over paths are made where all are together, in the
 * order of the paths, so that no digit depends on how they were shared out.
 */

/** Numbers of paths from … from + count − 1; of each plan, year or driver all paths in turn. */
export interface SimulatedPaths {
  readonly from: number;
  readonly count: number;
  /** [plan][path] [USD] */
  readonly npvUsd: Float64Array;
  /** [plan][year][path] Flow of each year from the valuation date, the first with the flow of that date [USD]. */
  readonly yearlyUsd: Float64Array;
  /** [driver][path] R7.2m */
  readonly drivers: Float64Array;
  /** [path] R7.2n What broke a draw, 0 for nothing. */
  readonly brokenBy: Uint8Array;
}

function mean(values: Float64Array, months: number): number {
  let sum = 0;
  for (let month = 0; month < months; month += 1) sum += values[month] as number;
  return sum / months;
}

function meanProduct(base: Float64Array, factors: Float64Array, months: number): number {
  let sum = 0;
  for (let month = 0; month < months; month += 1) sum += (base[month] as number) * (factors[month] as number);
  return sum / months;
}

/**
 * R7.2m The number of each driver in a draw: of BTC price [USD], hash rate [EH/s] and fee share the mean over the horizon,
 * of power and GPU prices the mean factor on the base, of ranges the value, of the default the month of risk.
 */
export function driverNumbers(draw: Draw, market: DrawnMarket | undefined, months: number): number[] {
  const { ranges, tenantDefaultMonth } = draw;
  const fees = draw.feeShare ?? market?.feeShare;
  return [
    market ? meanProduct(market.btcPriceUsd, draw.btcFactor, months) : mean(draw.btcFactor, months),
    market ? meanProduct(market.hashrateEhS, draw.hashrateFactor, months) : mean(draw.hashrateFactor, months),
    fees ? mean(fees, months) : 0,
    mean(draw.powerFactor, months),
    mean(draw.gpuFactor, months),
    ranges.marketRent,
    ranges.utilisation,
    ranges.buildCost,
    ranges.delay,
    Math.min(months, tenantDefaultMonth ?? months),
  ];
}

/** Adds the months of a flow up to years; index 0 is the valuation date. */
function addYears(flowsUsd: Float64Array, into: Float64Array, at: number, stride: number): void {
  let year = flowsUsd[0] as number;
  let cell = at;
  for (let first = 1; first < flowsUsd.length; first += 12) {
    const last = Math.min(first + 12, flowsUsd.length);
    for (let index = first; index < last; index += 1) year += flowsUsd[index] as number;
    into[cell] = year;
    cell += stride;
    year = 0;
  }
}

/**
 * R7.2 Computes some paths of a run.
 * @param from number of the first path
 * @param count how many
 */
export function simulatePaths(simulation: Simulation, from: number, count: number): SimulatedPaths {
  const { runs, years, site, market } = simulation;
  const { horizonMonths, computedMonths } = site.calendar;
  const npvUsd = new Float64Array(runs.length * count);
  const yearlyUsd = new Float64Array(runs.length * years * count);
  const numbers = new Float64Array(drivers.length * count);
  const broken = new Uint8Array(count);
  const flowsUsd = new Float64Array(horizonMonths + 1);
  const noHashprice = new Float64Array(computedMonths);
  for (let index = 0; index < count; index += 1) {
    const draw = drawPath(simulation, from + index);
    for (const [driver, number] of driverNumbers(draw, market, horizonMonths).entries())
      numbers[driver * count + index] = number;
    let failedPlan: number | undefined;
    for (const [plan, run] of runs.entries()) {
      const npv = run(draw, market?.hashpriceUsdPerPhDay ?? noHashprice, flowsUsd);
      npvUsd[plan * count + index] = npv;
      if (failedPlan === undefined && !Number.isFinite(npv)) failedPlan = plan;
      addYears(flowsUsd, yearlyUsd, plan * years * count + index, count);
    }
    if (failedPlan !== undefined) broken[index] = brokenBy(draw, failedPlan);
  }
  return { from, count, npvUsd, yearlyUsd, drivers: numbers, brokenBy: broken };
}
