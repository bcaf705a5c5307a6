import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';

/** R5.10 A block's own rate, else the plan's. */
export function rateOfBlock(plan: SiteCaseInput, id: string): number {
  const block = plan.blocks?.find((candidate) => candidate?.id === id);
  return block?.discountRatePerYear ?? plan.discountRatePerYear ?? NaN;
}
