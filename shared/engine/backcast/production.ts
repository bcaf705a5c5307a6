import { expectedBlocksPerDay, feesOfShareBtc } from '../protocol/hashprice.ts';
import { daysOf, formatMonth, parseMonth } from '../time/months.ts';
import { comparison, type Comparison } from './comparison.ts';

/** The network in one calendar month as observed; null is not known. */
export interface NetworkMonth {
  /** "YYYY-MM" */
  readonly month: string;
  /** Mean difficulty of the month */
  readonly difficulty: number | null;
  /** Mean subsidy of the month [BTC per block], so that a halving inside it is weighted (R2.6) */
  readonly subsidyBtcPerBlock: number | null;
  readonly feeShareOfRevenue: number | null;
}

/** What a company reported for one period. Four hash rates are in use (R3.1); only the average produces. */
export interface ProductionReport {
  readonly companyId: string;
  readonly period: 'month' | 'quarter' | 'year';
  /** Last calendar month of the period, "YYYY-MM" */
  readonly lastMonth: string;
  readonly averageHashrateEhS: number | null;
  /** At the end of the period, deployed or energised: shown, never used as the average */
  readonly endHashrateEhS: number | null;
  readonly btcProduced: number | null;
}

/** P63 The engine's production of one period beside the reported one. */
export interface ProductionBackcast {
  readonly companyId: string;
  readonly months: readonly string[];
  /** With fees [BTC] */
  readonly expectedBtc: number | null;
  /** Of the subsidy alone [BTC]: a lower bound that needs no fees */
  readonly expectedSubsidyBtc: number | null;
  readonly comparison: Comparison | null;
  readonly subsidyComparison: Comparison | null;
  /** What is missing for `comparison`, as paths; what is missing for none of them is not listed. */
  readonly missing: readonly string[];
  /** Reported figures that may not stand in for what is missing. */
  readonly notUsed: readonly 'endHashrateEhS'[];
}

const periodMonths = { month: 1, quarter: 3, year: 12 } as const;

/**
 * P63 Calendar months of a reported period, from the last one backwards.
 * @returns ascending; empty where the month cannot be read
 * @example monthsOfPeriod('quarter', '2026-03') // → ['2026-01', '2026-02', '2026-03']
 */
export function monthsOfPeriod(period: ProductionReport['period'], lastMonth: string): string[] {
  const last = parseMonth(lastMonth);
  if (last === undefined) return [];
  const count = periodMonths[period];
  return Array.from({ length: count }, (_, index) => formatMonth(last - count + 1 + index));
}

/** Production of a month, and the paths of what is missing for it. */
interface MonthExpectation {
  readonly subsidyBtc: number | null;
  readonly btc: number | null;
  readonly missing: readonly string[];
}

/**
 * R2.2, R2.7 What an average hash rate was expected to find in one month: blocks a day · days · (S + F), before pool
 * fee and stale blocks, for reported production says neither.
 * @param averageHashrateEhS average over the whole month [EH/s]
 * @returns [BTC]; a share that is not known makes the fees unknown, never 0
 * @example expectedOfMonth(10, { month: '2026-06', difficulty: 1e14, subsidyBtcPerBlock: 3, feeShareOfRevenue:
 *   0 }) // → { subsidyBtc: 181.04910850524902, btc: 181.04910850524902, missing: [] }
 */
export function expectedOfMonth(averageHashrateEhS: number, network: NetworkMonth): MonthExpectation {
  const { month, difficulty, subsidyBtcPerBlock, feeShareOfRevenue } = network;
  const missing = missingOf(month, network);
  const count = parseMonth(month);
  if (difficulty === null || subsidyBtcPerBlock === null || count === undefined)
    return { subsidyBtc: null, btc: null, missing };
  const blocks = expectedBlocksPerDay(averageHashrateEhS * 1e18, difficulty) * daysOf(count);
  const fees = feeShareOfRevenue === null ? null : feesOfShareBtc(subsidyBtcPerBlock, feeShareOfRevenue);
  return {
    subsidyBtc: blocks * subsidyBtcPerBlock,
    btc: fees === null ? null : blocks * (subsidyBtcPerBlock + fees),
    missing,
  };
}

/** Paths of what is not known of the network in a month; the month itself where nothing is. */
function missingOf(month: string, network: NetworkMonth | undefined): string[] {
  if (!network) return [`network[${month}]`];
  const { difficulty, subsidyBtcPerBlock, feeShareOfRevenue } = network;
  return Object.entries({ difficulty, subsidyBtcPerBlock, feeShareOfRevenue }).flatMap(([key, value]) =>
    value === null ? [`network[${month}].${key}`] : [],
  );
}

/** A sum with an unknown part is unknown. */
function sumOf(values: readonly (number | null)[]): number | null {
  let sum: number | null = values.length === 0 ? null : 0;
  for (const value of values) sum = sum === null || value === null ? null : sum + value;
  return sum;
}

/**
 * P63, R2.2 The engine's production beside the reported one for the same average hash rate. A hash rate at the end of
 * the period is no average (R3.1): it is named as not used.
 * @param networks by month, "YYYY-MM"
 */
export function productionBackcast(
  report: ProductionReport,
  networks: ReadonlyMap<string, NetworkMonth>,
): ProductionBackcast {
  const { averageHashrateEhS, btcProduced } = report;
  const months = monthsOfPeriod(report.period, report.lastMonth);
  const missing: string[] = [];
  if (averageHashrateEhS === null) missing.push('averageHashrateEhS');
  if (btcProduced === null) missing.push('btcProduced');
  missing.push(...months.flatMap((month) => missingOf(month, networks.get(month))));
  const expected = months.map((month) => {
    const network = networks.get(month);
    return network && averageHashrateEhS !== null ? expectedOfMonth(averageHashrateEhS, network) : undefined;
  });
  const expectedBtc = sumOf(expected.map((month) => month?.btc ?? null));
  const expectedSubsidyBtc = sumOf(expected.map((month) => month?.subsidyBtc ?? null));
  return {
    companyId: report.companyId,
    months,
    expectedBtc,
    expectedSubsidyBtc,
    comparison: comparison(expectedBtc, btcProduced),
    subsidyComparison: comparison(expectedSubsidyBtc, btcProduced),
    missing,
    notUsed: averageHashrateEhS === null && report.endHashrateEhS !== null ? ['endHashrateEhS'] : [],
  };
}
