import * as layout from '../../kernel/layout.ts';
import { mc1Ai, mc1Mining, sitesAtOnce } from './cashFlows.ts';
import { mc1Factors } from './factors.ts';

/*
 * R7.2t MC-1 in plain TypeScript, one path at a time: what the kernel must give to the last bit, and what runs where there
 * is no WebAssembly. Sums go in the order of months and sites, as the kernel's do.
 */

const { months, sites, npvSeries } = layout;

/** Which paths and which series are wanted, and where their values go. */
export interface Mc1Order {
  readonly firstPath: number;
  readonly endPath: number;
  readonly firstSeries: number;
  readonly endSeries: number;
  /** Values by series, then by path; the first series stands first. */
  readonly results: Float64Array;
  /** Numbers from one series to the next. */
  readonly stride: number;
}

/** Carries out orders for one block of parameters; it allocates when made, and not again. */
export type Mc1Oracle = (order: Mc1Order) => void;

/**
 * R7.2t A simulation of MC-1 for one block of parameters.
 * @param block see `mc1Block`
 */
export function mc1Oracle(block: Float64Array): Mc1Oracle {
  const lists = Array.from({ length: 3 }, () => new Float64Array(months));
  const [hashprice, powerPrice, gpuPrice] = lists as [Float64Array, Float64Array, Float64Array];
  // In the order of the results: NPVs by mining, by conversion, flows of the months by mining, by conversion.
  const row = new Float64Array(layout.allSeries);
  const miningNpv = row.subarray(0, sites);
  const aiNpv = row.subarray(sites, npvSeries);
  const miningSums = row.subarray(npvSeries, npvSeries + months);
  const aiSums = row.subarray(npvSeries + months);
  const prices = { hashprice, powerPrice, gpuPrice };
  const factors = mc1Factors(block, hashprice, powerPrice, gpuPrice);
  const groups = Array.from({ length: sites / sitesAtOnce }, (_, group) => group * sitesAtOnce);
  const flows = groups.flatMap((first) => [
    mc1Mining(block, first, prices, miningSums, miningNpv),
    mc1Ai(block, first, prices, aiSums, aiNpv),
  ]);
  const [miningFixed, aiFixed, ramp] = [layout.miningFixedAt, layout.aiFixedAt, layout.rampAt].map((place) =>
    block.slice(place / 8, place / 8 + months),
  ) as [Float64Array, Float64Array, Float64Array];
  return ({ firstPath, endPath, firstSeries, endSeries, results, stride }) => {
    for (let path = firstPath; path < endPath; path += 1) {
      factors(path);
      row.fill(0, npvSeries);
      for (const flow of flows) flow();
      for (let month = 0; month < months; month += 1) {
        miningSums[month] = (miningFixed[month] as number) + (miningSums[month] as number);
        aiSums[month] = (aiFixed[month] as number) + (ramp[month] as number) * (aiSums[month] as number);
      }
      for (let series = firstSeries, to = path; series < endSeries; series += 1, to += stride)
        results[to] = row[series] as number;
    }
  };
}
