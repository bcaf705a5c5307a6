import { exp, log } from '../numeric/elementary.ts';
import { normalDistribution } from '../numeric/normal.ts';

/** R4.25, R12.1 A European option or warrant on a dividend-paying share. */
export interface OptionTerms {
  readonly spot: number;
  readonly strike: number;
  /** Continuous rates and volatility for one year. */
  readonly rate: number;
  readonly dividendYield: number;
  readonly volatility: number;
  readonly years: number;
}

/** Values of the call and the put in the unit of the spot. */
export interface OptionValues {
  readonly call: number;
  readonly put: number;
}

/** d1 and d2; σ² leaves the range of numbers long before they do. */
function distances(
  { spot, strike, rate, dividendYield, volatility, years }: OptionTerms,
  deviation: number,
): [number, number] {
  const drift = (rate - dividendYield + (volatility * volatility) / 2) * years;
  const d1 = (log(spot / strike) + drift) / deviation;
  if (Number.isFinite(d1)) return [d1, d1 - deviation];
  const middle = (log(spot / strike) + (rate - dividendYield) * years) / deviation;
  return [middle + deviation / 2, middle - deviation / 2];
}

/**
 * R4.25, R12.1 Black and Scholes (1973) with a dividend yield (Merton 1973).
 *   d1,2 = (ln(S/K) + (r − q ± σ²/2)·T)/(σ√T); call = S·e^(−qT)·Φ(d1) − K·e^(−rT)·Φ(d2), put accordingly
 * Without time or volatility the option is worth its discounted intrinsic value; as volatility grows without
 * limit, the call is worth the share without its dividends, S·e^(−qT), the put the discounted strike,
 * K·e^(−rT).
 * @param terms spot and strike above 0, volatility and years not negative
 * @example blackScholes({ spot: 100, strike: 100, rate: 0.05, dividendYield: 0, volatility: 0.2, years: 1 })
 *   // → { call: 10.450583572185565, put: 5.573526022256971 }
 */
export function blackScholes(terms: OptionTerms): OptionValues {
  const { spot, strike, rate, dividendYield, volatility, years } = terms;
  const spotNow = spot * exp(-dividendYield * years);
  const strikeNow = strike * exp(-rate * years);
  const deviation = volatility * Math.sqrt(years);
  if (deviation === 0)
    return { call: Math.max(0, spotNow - strikeNow), put: Math.max(0, strikeNow - spotNow) };
  const [d1, d2] = distances(terms, deviation);
  return {
    call: Math.max(0, spotNow * normalDistribution(d1) - strikeNow * normalDistribution(d2)),
    put: Math.max(0, strikeNow * normalDistribution(-d2) - spotNow * normalDistribution(-d1)),
  };
}
