import type { SiteCaseResult } from './siteCaseResult.ts';

/*
 * R5.2a Memo lines: shown beside a result, never part of a flow.
 */

/**
 * R5.2a Months without mining or rent: max(0, B − end of mining).
 * @example gapMonths(13, 1) // → 12
 */
export function gapMonths(billingStart: number, miningEnd: number): number {
  return Math.max(0, billingStart - miningEnd);
}

function creditsUsd(result: SiteCaseResult, month: number): number {
  let sum = 0;
  for (const block of result.blocks) {
    if (block.computable) sum += block.monthly['demandResponseCreditUsd']?.[month] ?? 0;
  }
  return sum;
}

/**
 * R5.2a Demand-response credits that a plan gives up, by month: credits of plan keep − of this plan. Dispatch on
 * monthly means misses hourly optionality (R3.8), which is to be said beside the figure.
 * @returns [USD]; undefined where one of the plans is not computable
 */
export function lostCreditsUsd(keep: SiteCaseResult, plan: SiteCaseResult): number[] | undefined {
  if (!keep.site.computable || !plan.site.computable) return undefined;
  return plan.months.map((_, month) => creditsUsd(keep, month) - creditsUsd(plan, month));
}

/**
 * R5.2a Impairment at the end of mining: max(0, book value − disposal proceeds) [USD].
 * @example impairmentUsd(60, 25) // → 35
 */
export function impairmentUsd(bookValueUsd: number, disposalProceedsUsd: number): number {
  return Math.max(0, bookValueUsd - disposalProceedsUsd);
}

/**
 * R5.2a Cash that a reserve ties up: reserveMonths × next debt service [USD].
 * @example restrictedCashUsd(6, 2e6) // → 12e6
 */
export function restrictedCashUsd(reserveMonths: number, nextDebtServiceUsd: number): number {
  return reserveMonths * nextDebtServiceUsd;
}
