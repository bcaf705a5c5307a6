import { yearOfMonth, type MonthCount } from '../time/months.ts';
import type { Depreciation } from './blockInput.ts';

/** R5.9 Something that is written off for tax. Months count from the valuation month. */
export interface Asset {
  readonly costUsd: number;
  readonly inServiceMonth: number;
  readonly depreciation: Depreciation;
  /** Month in which the asset is sold or scrapped; undefined where it is not. */
  readonly disposalMonth?: number | undefined;
}

/** R5.9 MACRS-5, half-year convention, as rounded in the tax tables (IRS Publication 946, table A-1). */
export const macrs5Shares = [0.2, 0.32, 0.192, 0.1152, 0.1152, 0.0576];

function straightLineUsd(costUsd: number, lifeMonths: number, monthsOwned: number): number {
  return (costUsd * Math.min(Math.max(0, monthsOwned), lifeMonths)) / lifeMonths;
}

/** Depreciation of a whole MACRS year, the bonus in the first. */
function macrs5Usd(costUsd: number, bonusShare: number, yearOfService: number): number {
  const regular = costUsd * (1 - bonusShare) * (macrs5Shares[yearOfService] ?? 0);
  return yearOfService === 0 ? costUsd * bonusShare + regular : regular;
}

/** The calendar years of a case, for what is taxed by year. */
export interface TaxCalendar {
  readonly firstMonth: MonthCount;
  readonly horizonMonths: number;
}

function straightLineByYear(
  asset: Asset,
  lifeMonths: number,
  years: Float64Array,
  calendar: TaxCalendar,
): void {
  const firstYear = yearOfMonth(calendar.firstMonth);
  const last = Math.min(asset.disposalMonth ?? Infinity, calendar.horizonMonths - 1);
  for (let month = Math.max(0, asset.inServiceMonth); month <= last; month += 1) {
    const owned = month - asset.inServiceMonth + 1;
    const amount =
      straightLineUsd(asset.costUsd, lifeMonths, owned) -
      straightLineUsd(asset.costUsd, lifeMonths, owned - 1);
    const year = yearOfMonth(calendar.firstMonth + month) - firstYear;
    years[year] = (years[year] ?? 0) + amount;
  }
}

function macrs5ByYear(asset: Asset, bonusShare: number, years: Float64Array, calendar: TaxCalendar): void {
  const firstYear = yearOfMonth(calendar.firstMonth);
  const serviceYear = yearOfMonth(calendar.firstMonth + asset.inServiceMonth) - firstYear;
  const { disposalMonth } = asset;
  const disposalYear =
    disposalMonth === undefined ? Infinity : yearOfMonth(calendar.firstMonth + disposalMonth) - firstYear;
  for (let year = Math.max(0, serviceYear); year < years.length && year <= disposalYear; year += 1) {
    const whole = macrs5Usd(asset.costUsd, bonusShare, year - serviceYear);
    const ofDisposalYear = disposalYear === serviceYear ? 0 : whole / 2;
    years[year] = (years[year] ?? 0) + (year === disposalYear ? ofDisposalYear : whole);
  }
}

/**
 * R5.9 Depreciation of an asset by calendar year of the horizon. Straight line: cost/lifeMonths for each
 * month owned, the month of disposal included. MACRS-5: whole years from the year of service, also where
 * the horizon cuts one; in a later year of disposal half, in the year of service none.
 * @param yearCount calendar years of the horizon
 * @returns [USD], the year of the valuation month first
 * @example depreciationByYearUsd({ costUsd: 2400, inServiceMonth: 0, depreciation: { method: 'straightLine',
 *   lifeMonths: 24 } }, 3, { firstMonth: 24323, horizonMonths: 36 }) // → [100, 1200, 1100]
 */
export function depreciationByYearUsd(asset: Asset, yearCount: number, calendar: TaxCalendar): Float64Array {
  const years = new Float64Array(yearCount);
  if (asset.inServiceMonth >= calendar.horizonMonths) return years;
  const { depreciation } = asset;
  if (depreciation.method === 'straightLine')
    straightLineByYear(asset, depreciation.lifeMonths, years, calendar);
  else macrs5ByYear(asset, depreciation.bonusShare, years, calendar);
  return years;
}
