import { yearOneRentUsdPerKwMonth } from '../ai/leaseTerms.ts';
import { comparison, type Comparison } from './comparison.ts';

/** An announced colocation lease. Base value only: a value with extensions is another figure (R4.26). */
export interface LeaseAnnouncement {
  readonly contractId: string;
  readonly itLoadMw: number | null;
  readonly termYears: number | null;
  readonly totalContractValueUsd: number | null;
  readonly escalatorPerYear: number | null;
  /** Mean over the base term as announced [USD/kW-month] */
  readonly announcedAverageRentUsdPerKwMonth: number | null;
  /** Of the first year as announced [USD/kW-month]; stands where no base value does */
  readonly announcedYearOneRentUsdPerKwMonth: number | null;
  /** NOI a year as announced; of which year is often not said, and not always what it says */
  readonly announcedNoiUsdPerYear: number | null;
  /** NOI over rent as announced, the lower end of a range */
  readonly noiMarginShare: number | null;
  /** The upper end; null where one figure was announced */
  readonly noiMarginHighShare: number | null;
  /** Yield on cost in the company's own words */
  readonly announcedYieldLowShare: number | null;
  readonly announcedYieldHighShare: number | null;
  readonly capexLowUsd: number | null;
  readonly capexHighUsd: number | null;
}

/** Lowest and highest: low at the low margin and the high capex. */
export interface YieldRange {
  readonly low: number;
  readonly high: number;
}

/** P63 What an announced lease implies, beside what was announced. */
export interface LeaseBackcast {
  readonly contractId: string;
  readonly averageRentUsdPerKwMonth: number | null;
  readonly yearOneRentUsdPerKwMonth: number | null;
  readonly averageRent: Comparison | null;
  /** R5.3 From the rent and the announced margin: the first year's, and the term's mean */
  readonly yieldYearOne: YieldRange | null;
  readonly yieldTermAverage: YieldRange | null;
  /** As announced, else announced NOI over announced capex */
  readonly yieldAnnounced: YieldRange | null;
  /** The implied NOI of the first year and of the term's mean, each beside the announced one */
  readonly noiYearOne: Comparison | null;
  readonly noiTermAverage: Comparison | null;
  readonly missing: readonly string[];
}

function yieldRange(noiUsd: YieldRange | null, lease: LeaseAnnouncement): YieldRange | null {
  const { capexLowUsd, capexHighUsd } = lease;
  if (noiUsd === null || capexLowUsd === null || capexHighUsd === null) return null;
  if (capexLowUsd <= 0 || capexHighUsd <= 0) return null;
  return { low: noiUsd.low / capexHighUsd, high: noiUsd.high / capexLowUsd };
}

function announcedYield(lease: LeaseAnnouncement): YieldRange | null {
  const { announcedYieldLowShare: low, announcedYieldHighShare: high, announcedNoiUsdPerYear: noi } = lease;
  if (low !== null && high !== null) return { low, high };
  return yieldRange(noi === null ? null : { low: noi, high: noi }, lease);
}

interface Rents {
  readonly average: number | null;
  readonly yearOne: number | null;
  readonly kw: number | null;
}

/** R4.13 holds for whole years only; a term of part years has a mean but no year-1 rent. */
function rentsOf(lease: LeaseAnnouncement): Rents {
  const { itLoadMw, termYears, totalContractValueUsd: total, escalatorPerYear: growth } = lease;
  const kw = itLoadMw === null || itLoadMw <= 0 ? null : itLoadMw * 1000;
  if (kw === null || termYears === null || termYears <= 0) return { average: null, yearOne: null, kw };
  const isWhole = Number.isInteger(termYears);
  if (total === null) {
    const yearOne = lease.announcedYearOneRentUsdPerKwMonth;
    if (yearOne === null || growth === null || !isWhole) return { average: null, yearOne, kw };
    return { average: yearOne / yearOneRentUsdPerKwMonth(12 * termYears, termYears, growth, 1), yearOne, kw };
  }
  return {
    average: total / (12 * kw * termYears),
    yearOne: growth === null || !isWhole ? null : yearOneRentUsdPerKwMonth(total, termYears, growth, kw),
    kw,
  };
}

function missingOf(lease: LeaseAnnouncement): string[] {
  const { itLoadMw, termYears, totalContractValueUsd, escalatorPerYear, noiMarginShare } = lease;
  const rent = totalContractValueUsd ?? lease.announcedYearOneRentUsdPerKwMonth;
  const needed = { itLoadMw, termYears, totalContractValueUsd: rent, escalatorPerYear, noiMarginShare };
  const missing = Object.entries(needed).flatMap(([key, value]) => (value === null ? [key] : []));
  return lease.capexLowUsd === null || lease.capexHighUsd === null ? [...missing, 'capexUsd'] : missing;
}

/**
 * P63, R4.13, R4.26 Year-1 rent, mean rent and yield on cost that an announced base value implies, beside the announced
 * ones. The mean is never used as year-1 rent: without an escalator there is no year-1 rent.
 * @param lease the announcement; null is not known
 * @returns rents in USD per kW-month of critical IT, yields as fractions
 */
export function leaseBackcast(lease: LeaseAnnouncement): LeaseBackcast {
  const { average, yearOne, kw } = rentsOf(lease);
  const { noiMarginShare: margin, announcedNoiUsdPerYear: announcedNoi } = lease;
  const marginHigh = lease.noiMarginHighShare ?? margin;
  const noiOf = (rent: number | null): YieldRange | null =>
    rent === null || kw === null || margin === null || marginHigh === null
      ? null
      : { low: rent * 12 * kw * margin, high: rent * 12 * kw * marginHigh };
  const one = (noi: YieldRange | null): number | null => (noi?.low === noi?.high ? (noi?.low ?? null) : null);
  return {
    contractId: lease.contractId,
    averageRentUsdPerKwMonth: average,
    yearOneRentUsdPerKwMonth: yearOne,
    averageRent: comparison(average, lease.announcedAverageRentUsdPerKwMonth),
    yieldYearOne: yieldRange(noiOf(yearOne), lease),
    yieldTermAverage: yieldRange(noiOf(average), lease),
    yieldAnnounced: announcedYield(lease),
    noiYearOne: comparison(one(noiOf(yearOne)), announcedNoi),
    noiTermAverage: comparison(one(noiOf(average)), announcedNoi),
    missing: missingOf(lease),
  };
}
