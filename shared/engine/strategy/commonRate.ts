import { allFinite } from '../numeric/allFinite.ts';
import { npvUsd } from './npv.ts';
import { growth } from './shape.ts';
import type { SiteMetrics } from './siteCaseResult.ts';
import { overflow, termsOf, type SiteFlows } from './siteFlows.ts';

const path = 'commonDiscountRatePerYear';

/**
 * R5.16a NPV of a site's flow at one rate for all of its blocks, in an alliance the miner's too. Differences between
 * plans are then differences of flows, not of the rates that their risks were given.
 * @param minerUsd the miner's flow of an alliance, the valuation date first [USD]
 * @returns nothing where the case asks for no common rate
 */
export function atCommonRate(
  { input, flowsUsd, cache: { factorsOf } }: SiteFlows,
  minerUsd: Float64Array | undefined,
): Pick<SiteMetrics, 'commonRate'> {
  const given = input.commonDiscountRatePerYear;
  if (given === null || given === undefined) return {};
  const rate = termsOf<number>(given, path, growth);
  if (typeof rate !== 'number') return { commonRate: rate };
  const commonRate = {
    discountRatePerYear: rate,
    npvUsd: npvUsd(rate, flowsUsd, factorsOf),
    ...(minerUsd && { allianceMinerNpvUsd: npvUsd(rate, minerUsd, factorsOf) }),
  };
  return { commonRate: allFinite(commonRate) ? commonRate : overflow(path) };
}
