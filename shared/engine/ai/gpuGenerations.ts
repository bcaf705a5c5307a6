import { postFlow, type LineSheet } from '../strategy/lineSheet.ts';
import type { Cloud } from '../strategy/serviceInput.ts';
import { valueInMonth } from '../time/path.ts';

/** R4.23 GPUs that enter service together. */
export interface GpuGeneration {
  readonly startMonth: number;
  /** First month after the generation's life. */
  readonly endMonth: number;
  readonly costUsd: number;
}

/**
 * R4.20 GPUs that a critical IT power can carry: floor(MW·1000/kwPerGpu + 1e-9), kwPerGpu all-in IT.
 * @example gpuCount(200, 1.8333) // → 109092
 */
export function gpuCount(criticalItMw: number, kwPerGpu: number): number {
  return Math.floor((criticalItMw * 1000) / kwPerGpu + 1e-9);
}

/**
 * R4.23 The generations that start within the horizon, or before the block ends (R4.10b): the first at e, with refresh one more every life
 * after it at costShareOfFirst of the first cost.
 * @param energisation e
 * @param endMonth T, or the block's end if that is earlier
 * @param firstCostUsd GPUs · gpuPriceUsd [USD]
 * @example gpuGenerations({ gpuLifeMonths: 60 }, 10, 1e8, 120) // → [{ startMonth: 10, endMonth: 70, costUsd: 1e8 }]
 */
export function gpuGenerations(
  cloud: Cloud,
  energisation: number,
  firstCostUsd: number,
  endMonth: number,
): GpuGeneration[] {
  const life = cloud.gpuLifeMonths;
  const generations = [{ startMonth: energisation, endMonth: energisation + life, costUsd: firstCostUsd }];
  if (!cloud.refresh) return generations;
  const costUsd = cloud.refresh.costShareOfFirst * firstCostUsd;
  for (let startMonth = energisation + life; startMonth < endMonth; startMonth += life) {
    generations.push({ startMonth, endMonth: startMonth + life, costUsd });
  }
  return generations;
}

/** R4.10a, R4.23 What else decides which payments of a generation flow. */
export interface GpuCapitalTerms {
  readonly isInService: boolean;
  /** R4.10b First month without the block, or T if that is earlier */
  readonly endMonth: number;
  /** Whether the generation in place at the end is valued in the month before it. */
  readonly residualAtHorizon: boolean;
  /** R7.3d Share that is left by the month in which it is earned; absent: the cloud's. */
  readonly residualShareByMonth?: readonly number[] | null | undefined;
}

/**
 * R4.20, R4.23 Posts what the generations cost and what is left of them: the first in equal parts in the q
 * months before e, each later one in full in the month before it starts, the residual in the last month of
 * life. Of a hall in service the first generation is paid, and what fell due before the valuation date is past (R4.10a).
 */
export function postGpuCapital(
  sheet: LineSheet,
  cloud: Cloud,
  generations: readonly GpuGeneration[],
  { isInService, endMonth: blockEnd, residualAtHorizon, residualShareByMonth }: GpuCapitalTerms,
): void {
  const post = (line: 'gpuCapexUsd' | 'gpuResidualUsd', month: number, amountUsd: number): void => {
    if (!isInService || month >= -1) postFlow(sheet, line, month, amountUsd);
  };
  const residualShare = (month: number): number =>
    valueInMonth(residualShareByMonth, month, cloud.residualShare);
  for (const [index, { startMonth, endMonth, costUsd }] of generations.entries()) {
    const firstPayments = isInService ? 0 : cloud.gpuPaymentMonths;
    const payments = index === 0 ? firstPayments : 1;
    for (let month = startMonth - payments; month < startMonth; month += 1) {
      post('gpuCapexUsd', month, -costUsd / payments);
    }
    if (endMonth - 1 < blockEnd) {
      post('gpuResidualUsd', endMonth - 1, costUsd * residualShare(endMonth - 1));
    } else if (residualAtHorizon && startMonth < blockEnd) {
      const usedShare = (blockEnd - startMonth) / cloud.gpuLifeMonths;
      const leftUsd = costUsd * (1 - (1 - residualShare(blockEnd - 1)) * usedShare);
      post('gpuResidualUsd', blockEnd - 1, leftUsd);
    }
  }
}
