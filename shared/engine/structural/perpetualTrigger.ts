import { pow } from '../numeric/elementary.ts';

/** R11.2 A perpetual option to invest. */
export interface PerpetualOption {
  readonly cost: number;
  readonly value: number;
  readonly rate: number;
  readonly payoutRate: number;
  readonly volatility: number;
}

/** R11.2 When to invest, and what the right to wait is worth. */
export interface InvestmentTrigger {
  readonly beta: number;
  /** Value at which it pays to invest; null where it never pays to invest early. */
  readonly trigger: number | null;
  readonly optionValue: number | null;
}

/**
 * R11.2 Trigger of McDonald and Siegel (1986): β = ½ − (r−δ)/σ² + √(((r−δ)/σ² − ½)² + 2r/σ²), V* =
 * β/(β−1)·I, option value (V*−I)·(V/V*)^β below the trigger and V − I above it.
 * @param option volatility above 0; cost I and value V in one unit
 * @example perpetualTrigger({ cost: 1, value: 1, rate: 0.04, payoutRate: 0.04, volatility: 0.2 }) // → { beta:
 *   2, trigger: 2, optionValue: 0.25 }
 */
export function perpetualTrigger({
  cost,
  value,
  rate,
  payoutRate,
  volatility,
}: PerpetualOption): InvestmentTrigger {
  const variance = volatility * volatility;
  const tilt = (rate - payoutRate) / variance;
  const beta = 0.5 - tilt + Math.sqrt((tilt - 0.5) * (tilt - 0.5) + (2 * rate) / variance);
  if (!(beta > 1)) return { beta, trigger: null, optionValue: null };
  const trigger = (beta / (beta - 1)) * cost;
  const optionValue = value >= trigger ? value - cost : (trigger - cost) * pow(value / trigger, beta);
  return { beta, trigger, optionValue };
}
