import { exp } from '../numeric/elementary.ts';
import { shortExp, shortLog } from '../numeric/shortElementary.ts';
import { uniformOfWord } from '../random/normal.ts';
import { philoxOfCounter, type PhiloxKey } from '../random/philox.ts';
import type { Draw } from './draw.ts';
import { streamOf } from './drivers.ts';
import { seasonFactor } from './season.ts';
import type { JumpSettings, MonteCarloSettings } from './settings.ts';
import { drawNormals, type Shocks } from './shocks.ts';

/*
 * R7.2c – R7.2e The processes of the drivers that are drawn month by month, from month 1 on; month 0 stays the base.
 */

/** What the draws of a site rest on beside the settings: its calendar and what the network responds to. */
export interface DrawBase {
  /** R1.1 The valuation month and the months computed. */
  readonly firstMonth: number;
  readonly months: number;
  /** κ of R2.5; 0 where the hash rate does not respond (R7.2d) */
  readonly hashrateAdjustmentPerMonth: number;
  /** φ₀ by month; undefined where the plan has fees in BTC by block, which are not drawn */
  readonly feeShare: Float64Array | undefined;
}

export interface ProcessOf {
  readonly settings: MonteCarloSettings;
  readonly base: DrawBase;
  readonly shocks: Shocks;
  readonly draw: Draw;
  readonly key: PhiloxKey;
}

const largestLog = 700;

/** e^x by the short form where it holds, by the long one beyond. */
function factorOf(x: number): number {
  return x > -largestLog && x < largestLog ? shortExp(x) : exp(x);
}

/**
 * R7.2c What is left of a deviation after a month, and the size of a month's shock.
 * @example monthStep(0.6, 0).kept // → 1
 */
export function monthStep(
  volatilityPerYear: number,
  reversionPerYear: number,
): { kept: number; shock: number } {
  if (reversionPerYear === 0) return { kept: 1, shock: volatilityPerYear * Math.sqrt(1 / 12) };
  const kept = exp(-reversionPerYear / 12);
  return { kept, shock: volatilityPerYear * Math.sqrt((1 - kept * kept) / (2 * reversionPerYear)) };
}

/**
 * R7.2c Quantile of the Poisson distribution.
 * @param probability between 0 and 1
 * @param mean not negative
 * @example poissonQuantile(0.95, 1) // → 3
 */
export function poissonQuantile(probability: number, mean: number): number {
  let term = exp(-mean);
  let sum = term;
  let count = 0;
  while (probability > sum && term > 0) {
    count += 1;
    term *= mean / count;
    sum += term;
  }
  return count;
}

/** R7.2c J(m): the jumps of a month less their mean. */
function jumpsOf({ key, base }: ProcessOf, jumps: JumpSettings): (path: number) => Float64Array {
  const words = new Uint32Array(4);
  const sizes = new Float64Array(base.months);
  const sums = new Float64Array(base.months);
  const perMonth = jumps.perYear / 12;
  return (path) => {
    drawNormals(key, path, streamOf.btcJumpSize, sizes, words);
    for (let month = 0; month < sums.length; month += 1) {
      if (month % 4 === 0) philoxOfCounter(key, path, month >> 2, streamOf.btcJumpCount, 0, words);
      const count = poissonQuantile(uniformOfWord(words[month % 4] as number), perMonth);
      const size = count * jumps.mean + Math.sqrt(count) * jumps.sd * (sizes[month] as number);
      sums[month] = size - perMonth * jumps.mean;
    }
    return sums;
  };
}

/** R7.2c x(m) and the factor on the BTC price. */
export function btcProcess(of: ProcessOf): (path: number) => void {
  const { settings, draw, shocks, base } = of;
  const { volatilityPerYear, reversionPerYear, jumps } = settings.drivers.btcPrice;
  const { kept, shock: size } = monthStep(volatilityPerYear, reversionPerYear);
  const shock = shocks.of('btcPrice');
  const jumpsIn = jumps ? jumpsOf(of, jumps) : undefined;
  return (path) => {
    const sums = jumpsIn?.(path);
    let x = 0;
    for (let month = 1; month < base.months; month += 1) {
      x = kept * x + size * shock(month) + (sums ? (sums[month] as number) : 0);
      draw.btcLog[month] = x;
      draw.btcFactor[month] = factorOf(x);
    }
  };
}

/** R7.2e φ(m): the odds of a fee in the reward move. */
export function feeProcess({ settings, draw, shocks, base }: ProcessOf): () => void {
  const { feeShare } = draw;
  const before = base.feeShare;
  if (!feeShare || !before) return () => {};
  const { volatilityPerYear, reversionPerYear } = settings.drivers.feeShare;
  const { kept, shock: size } = monthStep(volatilityPerYear, reversionPerYear);
  const shock = shocks.of('feeShare');
  feeShare.set(before);
  return () => {
    let y = 0;
    for (let month = 1; month < base.months; month += 1) {
      y = kept * y + size * shock(month);
      const odds = (before[month] as number) * factorOf(y);
      feeShare[month] = odds / (1 - (before[month] as number) + odds);
    }
  };
}

/** R7.2d h(m) and the factor on the network's hash rate, after price and fees are drawn. */
export function hashrateProcess({ settings, draw, shocks, base }: ProcessOf): () => void {
  const { hashrateAdjustmentPerMonth: adjustment, feeShare: before } = base;
  const { btcLog, hashrateLog, hashrateFactor, feeShare } = draw;
  const isOn = settings.isOn.networkHashrate;
  const size = isOn ? settings.drivers.networkHashrate.volatilityPerYear * Math.sqrt(1 / 12) : 0;
  const shock = shocks.of('networkHashrate');
  if (size === 0 && adjustment === 0) return () => {};
  return () => {
    let h = 0;
    for (let month = 1; month < base.months; month += 1) {
      const reward =
        feeShare && before
          ? shortLog((1 - (before[month - 1] as number)) / (1 - (feeShare[month - 1] as number)))
          : 0;
      h += adjustment * ((btcLog[month - 1] as number) + reward - h);
      if (size !== 0) h += size * shock(month);
      hashrateLog[month] = h;
      hashrateFactor[month] = factorOf(h);
    }
  };
}

/** R7.2e The factor on energy prices. */
export function powerProcess({ settings, draw, shocks, base }: ProcessOf): () => void {
  const { volatilityPerYear, reversionPerYear, marketShare, seasonShare } = settings.drivers.powerPrice;
  const { kept, shock: size } = monthStep(volatilityPerYear, reversionPerYear);
  const shock = shocks.of('powerPrice');
  const season = Float64Array.from({ length: base.months }, (_, month) =>
    seasonFactor(base.firstMonth + month, seasonShare),
  );
  return () => {
    let y = 0;
    for (let month = 1; month < base.months; month += 1) {
      y = kept * y + size * shock(month);
      draw.powerFactor[month] = 1 - marketShare + marketShare * (season[month] as number) * factorOf(y);
    }
  };
}

/** R7.2e The factor on the market price of GPU-hours. */
export function gpuProcess({ settings, draw, shocks, base }: ProcessOf): () => void {
  const { shock: size } = monthStep(settings.drivers.gpuPrice.volatilityPerYear, 0);
  const shock = shocks.of('gpuPrice');
  return () => {
    let y = 0;
    for (let month = 1; month < base.months; month += 1) {
      y += size * shock(month);
      draw.gpuFactor[month] = factorOf(y);
    }
  };
}
