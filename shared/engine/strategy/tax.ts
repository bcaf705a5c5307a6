import { yearOfMonth, type Calendar } from '../time/months.ts';
import { depreciationByYearUsd, type Asset } from './assetDepreciation.ts';
import type { EvaluatedBlock } from './evaluateBlock.ts';
import type { Tax } from './siteCaseInput.ts';
import type { TaxYear } from './siteCaseResult.ts';
import { disposalLines, roundingShare, sumAtValuation } from './lineSheet.ts';
import { assetsOf, disposalProceedsUsd } from './taxAssets.ts';

/**
 * R5.9 What is taxed, apart from interest: by calendar year of the horizon, the year of the valuation
 * month first.
 */
export interface TaxBase {
  readonly firstYear: number;
  /** Last month of each year inside the horizon. */
  readonly lastMonths: readonly number[];
  readonly ebitdaUsd: Float64Array;
  readonly disposalGainUsd: Float64Array;
  readonly depreciationUsd: Float64Array;
}

function yearIndex(calendar: Calendar, month: number): number {
  return yearOfMonth(calendar.firstMonth + month) - yearOfMonth(calendar.firstMonth);
}

/** Sums a monthly vector by calendar year of the horizon. */
function byYear(calendar: Calendar, yearCount: number, monthly: (month: number) => number): Float64Array {
  const years = new Float64Array(yearCount);
  for (let month = 0; month < calendar.horizonMonths; month += 1) {
    const year = yearIndex(calendar, month);
    years[year] = (years[year] ?? 0) + monthly(month);
  }
  return years;
}

/** R5.9 The assets of a plan; with a taxed terminal value those in service at the horizon are set off in its last month. */
export function taxedAssets(
  blocks: readonly EvaluatedBlock[],
  { taxTerminalValue }: Pick<Tax, 'taxTerminalValue'>,
  horizonMonths: number,
): Asset[] {
  return assetsOf(blocks, horizonMonths).map((asset) => {
    const isOwnedAtEnd = asset.disposalMonth === undefined && asset.inServiceMonth < horizonMonths;
    return isOwnedAtEnd && taxTerminalValue ? { ...asset, disposalMonth: horizonMonths - 1 } : asset;
  });
}

/**
 * R5.9 EBITDA, gains and depreciation by year. A disposal sets off the remaining basis; with a taxed
 * terminal value the bases of all assets in service at the horizon are set off in the last year. A basis
 * that is used up is 0, not what rounding leaves of it; a sale on the valuation date (R1.2a) belongs to the
 * first year.
 * @param ebitdaUsd EBITDA of the site by month [USD]
 */
export function taxBaseOf(
  blocks: readonly EvaluatedBlock[],
  ebitdaUsd: Float64Array,
  tax: Tax,
  calendar: Calendar,
): TaxBase {
  const { horizonMonths } = calendar;
  const yearCount = yearIndex(calendar, horizonMonths - 1) + 1;
  const gains = byYear(calendar, yearCount, (month) =>
    disposalProceedsUsd(blocks, month, tax.taxTerminalValue),
  );
  for (const { sheet } of blocks) gains[0] = (gains[0] ?? 0) + sumAtValuation(sheet, disposalLines);
  const depreciationUsd = new Float64Array(yearCount);
  for (const asset of taxedAssets(blocks, tax, horizonMonths)) {
    const years = depreciationByYearUsd(asset, yearCount, calendar);
    let remaining = asset.costUsd;
    for (const [year, amount] of years.entries()) {
      depreciationUsd[year] = (depreciationUsd[year] ?? 0) + amount;
      remaining -= amount;
    }
    if (asset.disposalMonth === undefined) continue;
    if (Math.abs(remaining) < roundingShare * Math.abs(asset.costUsd)) remaining = 0;
    const year = yearIndex(calendar, asset.disposalMonth);
    gains[year] = (gains[year] ?? 0) - remaining;
  }
  const lastMonths = byYear(calendar, yearCount, () => 1);
  let months = 0;
  return {
    firstYear: yearOfMonth(calendar.firstMonth),
    lastMonths: Array.from(lastMonths, (count) => (months += count) - 1),
    ebitdaUsd: byYear(calendar, yearCount, (month) => ebitdaUsd[month] ?? 0),
    disposalGainUsd: gains,
    depreciationUsd,
  };
}

/**
 * R5.9 Tax by calendar year, paid in the last month of that year inside the horizon.
 *   income = EBITDA + gains − depreciation − interest accrued; loss used = min(carried,
 *   lossUseCapShare·income)
 * Losses are carried forward without limit of time; nothing is refunded.
 * @param interestUsd interest accrued by month, capitalised interest too; undefined for the tax without
 * debt [USD]
 */
export function taxYears(
  base: TaxBase,
  tax: Tax,
  calendar: Calendar,
  interestUsd: Float64Array | undefined,
): TaxYear[] {
  const interest = byYear(calendar, base.lastMonths.length, (month) => interestUsd?.[month] ?? 0);
  let carriedUsd = tax.initialLossCarryForwardUsd;
  return base.lastMonths.map((paidInMonth, index) => {
    const ebitdaUsd = base.ebitdaUsd[index] ?? 0;
    const disposalGainUsd = base.disposalGainUsd[index] ?? 0;
    const depreciationUsd = base.depreciationUsd[index] ?? 0;
    const accruedUsd = interest[index] ?? 0;
    const incomeUsd = ebitdaUsd + disposalGainUsd - depreciationUsd - accruedUsd;
    const lossUsedUsd = Math.min(carriedUsd, tax.lossUseCapShare * Math.max(0, incomeUsd));
    carriedUsd += Math.max(0, -incomeUsd) - lossUsedUsd;
    return {
      year: base.firstYear + index,
      ebitdaUsd,
      disposalGainUsd,
      depreciationUsd,
      interestUsd: accruedUsd,
      incomeUsd,
      lossUsedUsd,
      lossCarriedForwardUsd: carriedUsd,
      taxUsd: tax.ratePerYear * Math.max(0, Math.max(0, incomeUsd) - lossUsedUsd),
      paidInMonth,
    };
  });
}

/**
 * R5.9 Tax as a monthly line of months 0 … T−1 [USD], outflow −.
 * @example taxLine([{ paidInMonth: 1, taxUsd: 20 }], 3) // → [0, -20, 0]
 */
export function taxLine(years: readonly TaxYear[], horizonMonths: number): Float64Array {
  const line = new Float64Array(horizonMonths);
  for (const { paidInMonth, taxUsd } of years) line[paidInMonth] = -taxUsd;
  return line;
}
