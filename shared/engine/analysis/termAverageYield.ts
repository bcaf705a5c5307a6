import { operatingLines } from '../strategy/lineSheet.ts';
import type { BlockInput } from '../strategy/blockInput.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { ComputedBlock } from '../strategy/siteCaseResult.ts';

/** R5.13a Months of the base term: the lease, the contract, or without one the life of the first GPUs. */
function baseTermMonths(block: BlockInput | null | undefined): number | undefined {
  if (block?.kind === 'colocation') return block.lease?.termMonths ?? undefined;
  if (block?.kind === 'gpuCloud')
    return block.cloud?.contract?.termMonths ?? block.cloud?.gpuLifeMonths ?? undefined;
  return undefined;
}

/**
 * R5.13a Mean yield on cost over the base term: 12 times the mean month's NOI before tenant credits from the first
 * billing to the end of the base term, as far as it lies within the horizon and the hall still stands, over gross capex with the first GPUs.
 * @param block an AI block of the plan, as computed
 * @returns a share a year; null where nothing is billed by then, nothing was built, or the hall is sold
 */
export function termAverageYield(plan: SiteCaseInput, block: ComputedBlock): number | null {
  const { metrics, monthly } = block;
  const input = plan.blocks?.find((candidate) => candidate?.id === block.id);
  // A hall that is sold earns its owner no term.
  if (input && 'shellSale' in input && input.shellSale) return null;
  const term = baseTermMonths(input);
  const costUsd = (metrics.grossCapexUsd ?? 0) + (metrics.gpuCapexFirstUsd ?? 0);
  const { billingStart, endMonth } = metrics;
  if (term === undefined || billingStart === undefined || costUsd <= 0) return null;
  const from = Math.max(0, billingStart);
  // Months after a hall is given up earn nothing, but not at a poor yield.
  const end = Math.min(plan.horizonMonths ?? 0, billingStart + term, endMonth ?? Infinity);
  if (end <= from) return null;
  let noiUsd = 0;
  for (const line of operatingLines) {
    if (line === 'tenantCapexCreditUsd') continue;
    for (const usd of (monthly[line] ?? []).slice(from, end)) noiUsd += usd;
  }
  return ((noiUsd / (end - from)) * 12) / costUsd;
}
