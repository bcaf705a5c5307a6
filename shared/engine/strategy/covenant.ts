import type { CountedService } from './debt.ts';
import type { Covenant } from './siteCaseInput.ts';
import type { CovenantTest } from './siteCaseResult.ts';

const testedMonths = 12;

/**
 * R5.8f Tests a covenant on the trailing twelve months of service: Σ CFADS/Σ service of months m−11 … m, from the
 * twelfth month of service on. Reported, never enforced: no cash is trapped and no loan called.
 * @param service months that count for the DSCR [USD]
 * @returns months counted from the valuation month
 * @example testCovenant({ firstMonth: 5, serviceUsd: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], cfadsUsd: [2, 2, 2, 2, 2,
 *   2, 2, 2, 2, 2, 2, 2] }, { lockUpDscr: 2.1, breachDscr: 1.5 }).lockUpMonth // → 16
 */
export function testCovenant(
  { firstMonth, serviceUsd, cfadsUsd }: CountedService,
  { lockUpDscr, breachDscr }: Covenant,
): CovenantTest {
  const trailingDscr = serviceUsd.map((_, index) => {
    const from = index + 1 - testedMonths;
    const due = sumUsd(serviceUsd, from, index);
    return from >= 0 && due > 0 ? sumUsd(cfadsUsd, from, index) / due : null;
  });
  const firstBelow = (level: number): number | null => {
    const index = trailingDscr.findIndex((cover) => cover !== null && cover < level);
    return index < 0 ? null : firstMonth + index;
  };
  return { trailingDscr, lockUpMonth: firstBelow(lockUpDscr), breachMonth: firstBelow(breachDscr) };
}

/** Summed afresh for each window, so that a window is not what earlier ones left by rounding. */
function sumUsd(amounts: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let index = Math.max(0, from); index <= to; index += 1) sum += amounts[index] ?? 0;
  return sum;
}
