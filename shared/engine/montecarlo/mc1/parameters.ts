import { philoxKey, philoxRoundKeys } from '../../random/philox.ts';
import * as layout from '../../kernel/layout.ts';

/** R7.2t Sixteen sites, each list in their order; money in USD a month. */
export interface Mc1Sites {
  /** Hash rate times uptime, EH/s. */
  readonly aM: readonly number[];
  /** Energy of mining, MWh. */
  readonly bM: readonly number[];
  /** Adder to the power price, USD. */
  readonly cM: readonly number[];
  /** Fixed cost of mining, USD. */
  readonly fM: readonly number[];
  /** GPU hours sold once the ramp is over. */
  readonly gA: readonly number[];
  /** Energy of the hall, MWh. */
  readonly pA: readonly number[];
  readonly kA: readonly number[];
  /** Fixed cost of the hall once it stands, USD. */
  readonly fA: readonly number[];
  /** Floor of the contract, USD a GPU hour. */
  readonly flo: readonly number[];
  /** Capital a month of building, USD. */
  readonly capex12: readonly number[];
}

/** R7.2t Parameters of MC-1 by the symbols of its definition; months count from 0. */
export interface Mc1Parameters {
  /** Low and high word of the seed. */
  readonly seed: readonly number[];
  /** Lower Cholesky factor of the shocks to BTC price, hash rate, power price and GPU price, row by row. */
  readonly L: readonly number[];
  /** Logarithms at the start: BTC price, hash rate, power price, GPU price; growth of the hash rate; ln hashprice. */
  readonly x0: number;
  readonly h0: number;
  readonly y0: number;
  readonly w0: number;
  readonly g0: number;
  readonly lnHP0: number;
  /** Drift and volatility a month of ln BTC price. */
  readonly aB: number;
  readonly bB: number;
  /** Growth of the hash rate: speed, long-run mean, answer to the hashprice, volatility. */
  readonly kG: number;
  readonly gBar: number;
  readonly gam: number;
  readonly sG: number;
  /** Power price: speed of return, volatility. */
  readonly kP: number;
  readonly sP: number;
  /** Drift and volatility a month of ln GPU price. */
  readonly aW: number;
  readonly bW: number;
  /** By month: ln of the reward, reference of ln hashprice, mean of ln power price, discount factors, ramp. */
  readonly lnc: readonly number[];
  readonly hpref: readonly number[];
  readonly thP: readonly number[];
  readonly DM: readonly number[];
  readonly DA: readonly number[];
  readonly ramp: readonly number[];
  readonly site: Mc1Sites;
}

function at(list: readonly number[], index: number): number {
  return list[index] ?? 0;
}

/** Fixed flows are the same on every path: their NPV by site, and their sum over the sites by month. */
function fixedFlows({ DM, DA, site }: Mc1Parameters): {
  readonly npvOfMining: readonly number[];
  readonly npvOfAi: readonly number[];
  readonly mining: readonly number[];
  readonly ai: readonly number[];
} {
  const ofHall = (month: number, index: number): number =>
    month < layout.buildMonths ? at(site.capex12, index) : at(site.fA, index);
  const npv = (discount: readonly number[], flow: (month: number, index: number) => number): number[] =>
    site.fM.map((_, index) => discount.reduce((sum, factor, month) => sum - factor * flow(month, index), 0));
  const sum = (flow: (month: number, index: number) => number): number[] =>
    DM.map((_, month) => site.fM.reduce((total, _unused, index) => total - flow(month, index), 0));
  const ofMining = (_month: number, index: number): number => at(site.fM, index);
  return { npvOfMining: npv(DM, ofMining), npvOfAi: npv(DA, ofHall), mining: sum(ofMining), ai: sum(ofHall) };
}

/**
 * R7.2t The parameters as one block of memory, as the kernel and its twin read them (`kernel/layout.ts`).
 * @throws RangeError where a list has not one number a month or a site
 */
export function mc1Block(parameters: Mc1Parameters): Float64Array {
  const block = new Float64Array(layout.parameterBytes / 8);
  const put = (place: number, values: readonly number[], count: number): void => {
    if (values.length !== count) throw new RangeError(`MC-1 needs ${count} numbers, not ${values.length}`);
    block.set(values, place / 8);
  };
  const { seed, L, x0, h0, g0, y0, w0, lnHP0, aB, bB, kG, gBar, gam, sG, kP, sP, aW, bW, site } = parameters;
  const key = philoxKey(at(seed, 0) + at(seed, 1) * 4294967296);
  new Uint32Array(block.buffer).set(philoxRoundKeys(key), layout.keysAt / 4);
  put(layout.choleskyAt, L, 16);
  put(layout.startAt, [x0, h0, g0, y0, w0, lnHP0], 6);
  put(layout.processAt, [aB, bB, kG, gBar, gam, sG, kP, sP, aW, bW], 10);
  const fixed = fixedFlows(parameters);
  const byMonth: readonly (readonly [number, readonly number[]])[] = [
    [layout.lnRewardAt, parameters.lnc],
    [layout.lnHashpriceReferenceAt, parameters.hpref],
    [layout.lnPowerPriceMeanAt, parameters.thP],
    [layout.miningDiscountAt, parameters.DM],
    [layout.rampedDiscountAt, parameters.DA.map((factor, month) => factor * at(parameters.ramp, month))],
    [layout.rampAt, parameters.ramp],
    [layout.miningFixedAt, fixed.mining],
    [layout.aiFixedAt, fixed.ai],
  ];
  for (const [place, values] of byMonth) put(place, values, layout.months);
  const bySite: readonly (readonly [number, readonly number[]])[] = [
    [layout.hashrateAt, site.aM],
    [layout.miningEnergyAt, site.bM],
    [layout.miningAdderAt, site.cM],
    [layout.gpuHoursAt, site.gA],
    [layout.aiEnergyAt, site.pA],
    [layout.aiAdderAt, site.kA],
    [layout.floorAt, site.flo],
    [layout.miningFixedNpvAt, fixed.npvOfMining],
    [layout.aiFixedNpvAt, fixed.npvOfAi],
  ];
  for (const [place, values] of bySite) put(place, values, layout.sites);
  return block;
}
