import { daysOf, monthAndDayOf, type Calendar } from '../time/months.ts';
import type { Halving } from '../strategy/marketInput.ts';

interface DatedHalving {
  readonly month: number;
  readonly day: number;
  readonly subsidyAfter: number;
}

function datedHalvings(halvings: readonly Halving[], firstMonth: number): DatedHalving[] {
  const dated: DatedHalving[] = [];
  for (const { date, subsidyBtcPerBlockAfter } of halvings) {
    const at = monthAndDayOf(date);
    if (at) dated.push({ month: at.month - firstMonth, day: at.day, subsidyAfter: subsidyBtcPerBlockAfter });
  }
  return dated.toSorted((a, b) => a.month - b.month || a.day - b.day);
}

/**
 * R2.6 Subsidy by month. In the month of a halving on day d of n days the mean of old and new, the day
 * itself as new:
 *   S = (S_old·(d−1) + S_new·(n−d+1))/n
 * @param subsidyBtcPerBlock subsidy before the first listed halving [BTC]
 * @param halvings at most one a month; one before the valuation month has already happened
 * @returns [BTC per block] for months 0 … T+11
 */
export function subsidySeries(
  subsidyBtcPerBlock: number,
  halvings: readonly Halving[],
  calendar: Calendar,
): Float64Array {
  const dated = datedHalvings(halvings, calendar.firstMonth);
  const series = new Float64Array(calendar.computedMonths);
  let current = subsidyBtcPerBlock;
  let next = 0;
  for (let month = 0; month < series.length; month += 1) {
    while (next < dated.length && (dated[next]?.month ?? Infinity) < month) {
      current = dated[next]?.subsidyAfter ?? current;
      next += 1;
    }
    const halving = dated[next];
    series[month] =
      halving?.month === month ? meanOfMonth(current, halving, daysOf(calendar.firstMonth + month)) : current;
  }
  return series;
}

function meanOfMonth(before: number, { day, subsidyAfter }: DatedHalving, days: number): number {
  return (before * (day - 1) + subsidyAfter * (days - day + 1)) / days;
}

/**
 * R2.6 Months in which a halving falls, counted from the valuation month; for charts.
 * @returns months 0 … T−1, ascending
 */
export function halvingMonths(halvings: readonly Halving[], calendar: Calendar): number[] {
  return datedHalvings(halvings, calendar.firstMonth)
    .map(({ month }) => month)
    .filter((month) => month >= 0 && month < calendar.horizonMonths);
}
