import { parseDate } from '../../shared/engine/time/civilDay.ts';
import type { ReportingRate } from '../../shared/engine/currency/reportingCurrency.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { textOption, type Options } from './options.ts';

export const currencyOptionNames = ['currency', 'rate', 'rate-date', 'rate-source'] as const;

function wrong(problem: string): UserFacingError {
  return new UserFacingError('cli.usage', { problem });
}

/**
 * The reporting currency with its dated rate; undefined where amounts stay in USD. A currency without a rate is refused:
 * USD amounts under another name would be read as that currency.
 */
export function currencyOption(options: Options): ReportingRate | undefined {
  const [currency, rate, asOf, source] = currencyOptionNames.map((name) => textOption(options, name));
  if (currency === undefined) {
    const stray = currencyOptionNames.find((name) => textOption(options, name) !== undefined);
    if (stray !== undefined) throw wrong(`--${stray}`);
    return undefined;
  }
  if (!/^[A-Z]{3,4}$/.test(currency) || currency === 'USD') throw wrong('--currency');
  if (rate === undefined || asOf === undefined)
    throw new UserFacingError('currency.noRate', { pair: `USD/${currency}`, currency });
  const perUsd = Number(rate);
  if (!/^\d+(\.\d+)?$/.test(rate) || !Number.isFinite(perUsd) || perUsd <= 0) throw wrong('--rate');
  if (!parseDate(asOf)) throw wrong('--rate-date');
  return { currency, perUsd, asOf, source: source ?? '--rate' };
}
