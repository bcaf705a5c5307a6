import type { Warrants } from '../strategy/siteCaseInput.ts';
import type { WarrantsValue } from '../strategy/siteCaseResult.ts';
import { blackScholes } from './blackScholes.ts';

/**
 * R4.25b Warrants after dilution: W·N/(N+M) each, W the Black–Scholes call on a share, N shares outstanding, M warrants.
 * The price of the share is taken as it is before the grant and is not lowered by it.
 * @param terms rates and volatility continuous for one year, as in `blackScholes`
 * @returns [USD]
 * @example warrantsValue({ warrants: 10, sharesOutstanding: 90, spotUsdPerShare: 50, strikeUsdPerShare: 40, rate: 0,
 *   dividendYield: 0, volatility: 0, years: 1 }) // → { callUsdPerShare: 10, usdPerWarrant: 9, valueUsd: 90 }
 */
export function warrantsValue({
  warrants,
  sharesOutstanding,
  spotUsdPerShare: spot,
  strikeUsdPerShare: strike,
  ...terms
}: Warrants): WarrantsValue {
  const { call } = blackScholes({ ...terms, spot, strike });
  const usdPerWarrant = call * (sharesOutstanding / (sharesOutstanding + warrants));
  return { callUsdPerShare: call, usdPerWarrant, valueUsd: usdPerWarrant * warrants };
}
