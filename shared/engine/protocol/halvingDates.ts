import type { Halving } from '../strategy/marketInput.ts';
import { civilDate, dayNumber, parseDate } from '../time/civilDay.ts';

/** Spacing of blocks that the protocol aims at, and at which a portfolio's halvings are dated [s]. */
export const targetIntervalS = 600;

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * R2.1a Halvings dated at another spacing of blocks: those before a day have happened, of the others the blocks that are
 * left at that day are found at the new spacing:
 *   date(τ) = day + floor((date − day)·τ/600)
 * @param halvings dated at 600 s per block
 * @param fromDate "YYYY-MM-DD" from which on blocks come at the new spacing
 * @param blockIntervalS τ [s], above 0
 * @example halvingsAtInterval([{ date: '2026-01-31', subsidyBtcPerBlockAfter: 1 }], '2026-01-01', 300)[0]?.date
 *   // → '2026-01-16'
 */
export function halvingsAtInterval(
  halvings: readonly Halving[],
  fromDate: string,
  blockIntervalS: number,
): readonly Halving[] {
  const from = parseDate(fromDate);
  if (!from || blockIntervalS === targetIntervalS) return halvings;
  const fromDay = dayNumber(from);
  return halvings.map((halving) => {
    const dated = parseDate(halving.date);
    const days = dated ? dayNumber(dated) - fromDay : 0;
    if (days <= 0) return halving;
    const { year, month, day } = civilDate(fromDay + Math.floor((days * blockIntervalS) / targetIntervalS));
    return { ...halving, date: `${year}-${twoDigits(month)}-${twoDigits(day)}` };
  });
}
