import { earliestEnd, saleUsd } from '../analysis/plans/miningEnd.ts';
import { postFleetCapital } from '../mining/disposal.ts';
import { fullGridMw, meritOrder, type RunningGroup } from '../mining/fleet.ts';
import { powerSeries } from '../mining/power.ts';
import type { MiningBlock } from '../strategy/blockInput.ts';
import type { EvaluationCache } from '../strategy/evaluationCache.ts';
import { capitalLines, createLineSheet, flowVector } from '../strategy/lineSheet.ts';
import type { Power } from '../strategy/marketInput.ts';
import type { Calendar } from '../time/months.ts';
import { stepFactor } from '../time/path.ts';
import type { Draw } from './draw.ts';

/** What a compiled block writes: its flow, the valuation date first; the block's NPV is returned [USD]. */
export type RunBlock = (draw: Draw, hashpriceUsdPerPhDay: Float64Array, flowsUsd: Float64Array) => number;

/** R3.6, R3.7 One group: what it may use by month, and the value of its hashes by hashprice. */
interface CompiledGroup {
  readonly fromMonth: number;
  readonly endMonth: number;
  readonly offeredMwh: Float64Array;
  /** USD per grid MWh and unit of hashprice */
  readonly valuePerHashprice: number;
}

/** R3.6 Grid MW granted to each group in merit order, as energy offered by month. */
function offers(
  block: MiningBlock,
  groups: readonly RunningGroup[],
  calendar: Calendar,
  { factorOver }: EvaluationCache,
): Float64Array[] {
  const offered = groups.map(() => new Float64Array(calendar.horizonMonths));
  for (let month = 0; month < calendar.horizonMonths; month += 1) {
    const mwhPerMw = (calendar.hours[month] ?? 0) * block.uptime * (1 - block.curtailedHoursShare);
    let leftMw = block.powerMw;
    for (const [index, group] of groups.entries()) {
      if (month < group.fromMonth || month >= group.endMonth) continue;
      const grantedMw = Math.min(fullGridMw(group, month, block.miningPue, factorOver), leftMw);
      leftMw -= grantedMw;
      (offered[index] as Float64Array)[month] = grantedMw * mwhPerMw;
    }
  }
  return offered;
}

function compiledGroups(
  block: MiningBlock,
  endMonth: number,
  calendar: Calendar,
  cache: EvaluationCache,
): CompiledGroup[] {
  const groups = meritOrder(block.fleet, endMonth);
  const offered = offers(block, groups, calendar, cache);
  return groups.map((group, index) => ({
    fromMonth: Math.max(0, group.fromMonth),
    endMonth: Math.min(group.endMonth, calendar.horizonMonths),
    offeredMwh: offered[index] as Float64Array,
    valuePerHashprice:
      ((1000 / (24 * group.efficiencyJPerTh)) * (1 - block.staleShare) * (1 - block.poolFeeShare)) /
      block.miningPue,
  }));
}

/** R3.3 Lines that do not depend on whether machines run, by month. */
function fixedUsd(block: MiningBlock, power: Power, endMonth: number, calendar: Calendar): Float64Array {
  const { demandChargeUsdPerMwMonth } = powerSeries(power, calendar.computedMonths);
  const fixed = new Float64Array(calendar.horizonMonths);
  for (let month = Math.max(0, block.fromMonth); month < Math.min(endMonth, fixed.length); month += 1) {
    const opex = block.fixedOpexUsdPerMwMonth * stepFactor(block.opexInflationPerYear, month);
    const charge = demandChargeUsdPerMwMonth[month] ?? 0;
    fixed[month] = block.powerMw * (block.demandResponseCreditUsdPerMwMonth - charge - opex);
  }
  return fixed;
}

/** R3.9 – R3.11 Purchases, moves and sales of a block that ends in a month. */
interface Capital {
  readonly flowsUsd: Float64Array;
  readonly presentUsd: number;
}

/** What a mining block is compiled with. */
export interface MiningPlace {
  readonly block: MiningBlock;
  readonly power: Power;
  readonly ratePerYear: number;
  readonly calendar: Calendar;
  readonly cache: EvaluationCache;
  /** First month without the block, Infinity where it runs on; undefined where R5.2b chooses it. */
  readonly endMonth: number | undefined;
}

/** EBITDA of a block by month, at the hashprice and power price of a draw. */
function operation(
  place: MiningPlace,
): (draw: Draw, hashprice: Float64Array, ebitdaUsd: Float64Array) => void {
  const { block, power, calendar, cache, endMonth = Infinity } = place;
  const groups = compiledGroups(block, endMonth, calendar, cache);
  const fixed = fixedUsd(block, power, endMonth, calendar);
  const { energyUsdPerMwh, adderUsdPerMwh } = powerSeries(power, calendar.computedMonths);
  const heatUsdPerMwh = block.heatRevenueUsdPerMwhIt / block.miningPue;
  return ({ powerFactor }, hashprice, ebitdaUsd) => {
    ebitdaUsd.set(fixed);
    for (const { fromMonth, endMonth: groupEnd, offeredMwh, valuePerHashprice } of groups) {
      for (let month = fromMonth; month < groupEnd; month += 1) {
        const cost =
          (energyUsdPerMwh[month] as number) * (powerFactor[month] as number) +
          (adderUsdPerMwh[month] as number);
        const margin = (hashprice[month] as number) * valuePerHashprice + heatUsdPerMwh - cost;
        if (margin > 0)
          ebitdaUsd[month] = (ebitdaUsd[month] as number) + (offeredMwh[month] as number) * margin;
      }
    }
  };
}

/** Purchases, moves and sales by the month in which the block ends, looked up once for each. */
function capitalOf({ block, ratePerYear, calendar, cache }: MiningPlace): (endMonth: number) => Capital {
  const known = new Map<number, Capital>();
  const factors = cache.factorsOf(ratePerYear, calendar.horizonMonths + 1);
  return (endMonth) => {
    const found = known.get(endMonth);
    if (found) return found;
    const sheet = createLineSheet(calendar);
    postFleetCapital(sheet, block, endMonth);
    const flowsUsd = flowVector(sheet, capitalLines);
    const capital = {
      flowsUsd,
      presentUsd: flowsUsd.reduce((sum, usd, index) => sum + usd * (factors[index] ?? 0), 0),
    };
    known.set(endMonth, capital);
    return capital;
  };
}

/** Writes the flow of a block that ends in a month, and gives its NPV. */
function writeFlows(
  ebitdaUsd: Float64Array,
  { flowsUsd }: Capital,
  endMonth: number,
  into: Float64Array,
): void {
  into.set(flowsUsd);
  const last = Math.min(endMonth, ebitdaUsd.length);
  for (let month = 0; month < last; month += 1)
    into[month + 1] = (into[month + 1] as number) + (ebitdaUsd[month] as number);
}

/**
 * R3, R5.2b, R7.2i A mining block compiled: dispatch month by month against the drawn hashprice and power price, and the
 * end that R5.2b chooses where nothing else ends it.
 */
export function compileMining(place: MiningPlace): RunBlock {
  const { block, ratePerYear, calendar, cache, endMonth } = place;
  const { horizonMonths } = calendar;
  const factors = cache.factorsOf(ratePerYear, horizonMonths + 1);
  const run = operation(place);
  const capital = capitalOf(place);
  const ebitdaUsd = new Float64Array(horizonMonths);
  if (endMonth !== undefined) {
    const sole = capital(endMonth);
    return (draw, hashprice, flowsUsd) => {
      run(draw, hashprice, ebitdaUsd);
      writeFlows(ebitdaUsd, sole, endMonth, flowsUsd);
      let npv = sole.presentUsd;
      for (let month = 0; month < horizonMonths; month += 1)
        npv += (ebitdaUsd[month] as number) * (factors[month + 1] as number);
      return npv;
    };
  }
  const operated = { planned: block, factorOver: cache.factorOver };
  const earliest = earliestEnd(operated);
  const salePresentUsd = Float64Array.from(
    { length: horizonMonths },
    (_, month) => saleUsd(operated, month) * (factors[month + 1] ?? 0),
  );
  return (draw, hashprice, flowsUsd) => {
    run(draw, hashprice, ebitdaUsd);
    let operatedUsd = 0;
    let best = -Infinity;
    let bestEnd = horizonMonths;
    let bestOperatedUsd = 0;
    for (let month = 0; month < horizonMonths; month += 1) {
      operatedUsd += (ebitdaUsd[month] as number) * (factors[month + 1] as number);
      if (month + 1 < earliest) continue;
      const value = operatedUsd + (salePresentUsd[month] as number);
      if (value < best) continue;
      best = value;
      bestEnd = month + 1;
      bestOperatedUsd = operatedUsd;
    }
    const end = bestEnd < horizonMonths ? bestEnd : Infinity;
    const chosen = capital(end);
    writeFlows(ebitdaUsd, chosen, end, flowsUsd);
    return (end === Infinity ? operatedUsd : bestOperatedUsd) + chosen.presentUsd;
  };
}
