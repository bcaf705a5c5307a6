/*
 * P4 Money inside the engine is nominal USD. A reporting currency converts at display, at one dated rate.
 */

/** A dated exchange rate: what one USD costs in the reporting currency. */
export interface ReportingRate {
  /** Code such as EUR or BTC */
  readonly currency: string;
  /** Above 0 */
  readonly perUsd: number;
  /** "YYYY-MM-DD" */
  readonly asOf: string;
  readonly source: string;
}

/** An amount in the reporting currency, or the named absence of a rate: never the USD amount, never 0. */
export type Converted =
  | { readonly state: 'converted'; readonly amount: number; readonly currency: string }
  | { readonly state: 'noRate'; readonly pair: string }
  | { readonly state: 'noAmount' };

function isUsable(rate: ReportingRate | undefined, currency: string): rate is ReportingRate {
  return rate !== undefined && rate.currency === currency && Number.isFinite(rate.perUsd) && rate.perUsd > 0;
}

/**
 * R1.8, P4 A USD amount in a reporting currency: amount · rate. USD itself needs no rate.
 * @param amountUsd [USD]; null is not known and stays so
 * @param rate undefined where there is none
 * @example inReportingCurrency(200, 'EUR', { currency: 'EUR', perUsd: 0.5, asOf: '2026-10-01', source: 'ECB' }) // →
 *   { state: 'converted', amount: 100, currency: 'EUR' }
 * @example inReportingCurrency(200, 'EUR', undefined) // → { state: 'noRate', pair: 'USD/EUR' }
 */
export function inReportingCurrency(
  amountUsd: number | null,
  currency: string,
  rate: ReportingRate | undefined,
): Converted {
  if (amountUsd === null) return { state: 'noAmount' };
  if (currency === 'USD') return { state: 'converted', amount: amountUsd, currency };
  if (!isUsable(rate, currency)) return { state: 'noRate', pair: `USD/${currency}` };
  return { state: 'converted', amount: amountUsd * rate.perUsd, currency };
}

/**
 * P4 An amount of the reporting currency in USD: amount / rate; the way back of `inReportingCurrency`.
 * @example inUsd(100, 'EUR', { currency: 'EUR', perUsd: 0.5, asOf: '2026-10-01', source: 'ECB' }) // →
 *   { state: 'converted', amount: 200, currency: 'USD' }
 */
export function inUsd(amount: number | null, currency: string, rate: ReportingRate | undefined): Converted {
  if (amount === null) return { state: 'noAmount' };
  if (currency === 'USD') return { state: 'converted', amount, currency };
  if (!isUsable(rate, currency)) return { state: 'noRate', pair: `${currency}/USD` };
  return { state: 'converted', amount: amount / rate.perUsd, currency: 'USD' };
}
