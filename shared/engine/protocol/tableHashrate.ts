import { exp, log } from '../numeric/elementary.ts';

/** A month counted from the valuation month, and the network's mean hash rate in it. */
export interface HashratePoint {
  readonly month: number;
  readonly hashrateEhS: number;
}

/**
 * R2.5a Hash rate by an analyst's table: month 0 is today's, between two rows it grows by the same share every month,
 * after the last row it stays. Rows of month 0 or earlier are past.
 *   H(m) = H(a)·(H(b)/H(a))^((m−a)/(b−a)), a ≤ m < b
 * @param startEhS H(0), above 0 as all rows [EH/s]
 * @param points in any order, one a month
 * @returns H(0) … H(months−1) [EH/s]
 * @example tableHashrateEhS(100, [{ month: 2, hashrateEhS: 400 }], 4) // → [100, 200, 400, 400]
 */
export function tableHashrateEhS(
  startEhS: number,
  points: readonly HashratePoint[],
  months: number,
): number[] {
  const ahead = points.filter(({ month }) => month > 0).toSorted((a, b) => a.month - b.month);
  const path: number[] = [];
  let before: HashratePoint = { month: 0, hashrateEhS: startEhS };
  let next = 0;
  for (let month = 0; month < months; month += 1) {
    if (ahead[next]?.month === month) {
      before = ahead[next] ?? before;
      next += 1;
    }
    const after = ahead[next];
    const passed = after ? (month - before.month) / (after.month - before.month) : 0;
    const growth = after ? log(after.hashrateEhS / before.hashrateEhS) : 0;
    path.push(passed === 0 ? before.hashrateEhS : before.hashrateEhS * exp(growth * passed));
  }
  return path;
}
