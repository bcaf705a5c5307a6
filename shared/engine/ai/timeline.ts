import type { AiBlock, Timeline } from '../strategy/blockInput.ts';

/** R4.10 The dates of an AI block, as months counted from the valuation month. */
export interface AiDates {
  readonly buildStart: number;
  readonly energisation: number;
  readonly billingStart: number;
  /** First month without the mining that makes room for the block. */
  readonly miningEnd: number;
  /** R4.11 First month in which the block pays for its power. */
  readonly holdsPowerFrom: number;
  /** Build months with slip. */
  readonly constructionMonths: number;
  /** R4.10a Whether the hall stands already, so that what came before month 0 is past. */
  readonly isInService: boolean;
}

/**
 * R4.10 First month without mining: max(0, b − miningStopsMonthsBeforeBuild), b = lease + months to build
 * start. Slip does not bring mining back.
 * @example miningEndOf({ leaseSignedMonth: 0, monthsLeaseToBuildStart: 6, miningStopsMonthsBeforeBuild: 2 }) // → 4
 */
export function miningEndOf(
  timeline: Pick<Timeline, 'leaseSignedMonth' | 'monthsLeaseToBuildStart' | 'miningStopsMonthsBeforeBuild'>,
): number {
  const buildStart = timeline.leaseSignedMonth + timeline.monthsLeaseToBuildStart;
  return Math.max(0, buildStart - timeline.miningStopsMonthsBeforeBuild);
}

/** R4.10, R4.10a, R4.11 Dates of an AI block. */
export function aiDatesOf(block: AiBlock): AiDates {
  const { timeline } = block;
  const buildStart = timeline.leaseSignedMonth + timeline.monthsLeaseToBuildStart;
  const constructionMonths = timeline.buildMonths + timeline.slipMonths;
  const energisation = buildStart + constructionMonths;
  const miningEnd = miningEndOf(timeline);
  return {
    buildStart,
    energisation,
    billingStart: energisation + timeline.billingLagMonths,
    miningEnd,
    holdsPowerFrom: block.replaces ? miningEnd : Math.max(0, buildStart),
    constructionMonths,
    isInService: timeline.inService === true,
  };
}

/**
 * R4.12 Share of critical IT that is let or sold in month k = m − B; the last value holds.
 * @example rampAt([0.5, 1], 7) // → 1
 */
export function rampAt(rampShare: readonly number[], monthOfBilling: number): number {
  return rampShare[Math.min(monthOfBilling, rampShare.length - 1)] ?? 0;
}
