import type { BlockInput, MiningBlockInput } from '../strategy/blockInput.ts';
import type { MarketInput } from '../strategy/marketInput.ts';
import { evaluateSiteCase } from '../strategy/siteCase.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { SiteCaseResult } from '../strategy/siteCaseResult.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import type { SiteEvidence } from './evidence.ts';
import { bestEndMonth } from './plans/miningEnd.ts';
import type { InputValues } from './resolveInputs.ts';
import { sitePlan } from './sitePlans.ts';

export interface EvaluatedPlan {
  readonly plan: SiteCaseInput;
  readonly result: SiteCaseResult;
}

type Blocks = readonly (BlockInput | null | undefined)[];

/** A mining block that neither a hall nor a date ends. */
function isOpenEnded(block: BlockInput | null | undefined, blocks: Blocks): block is MiningBlockInput {
  if (block?.kind !== 'mining' || (block.toMonth !== undefined && block.toMonth !== null)) return false;
  return !blocks.some((other) => other && 'replaces' in other && other.replaces === block.id);
}

/** R5.2b The plan with the ends that its open-ended mining blocks would choose; undefined where all run on. */
function withBestEnds({ plan, result }: EvaluatedPlan): SiteCaseInput | undefined {
  const { blocks, horizonMonths } = plan;
  if (!blocks || horizonMonths === null || horizonMonths === undefined) return undefined;
  let isChanged = false;
  const ended = blocks.map((block, index) => {
    const evaluated = result.blocks[index];
    if (!isOpenEnded(block, blocks) || !evaluated?.computable) return block;
    const toMonth = bestEndMonth({ evaluated, planned: block, horizonMonths });
    if (toMonth === undefined) return block;
    isChanged = true;
    return { ...block, toMonth };
  });
  return isChanged ? { ...plan, blocks: ended } : undefined;
}

/** R5.2b A plan and its result, its open-ended mining ended where going on would only lose. */
export function evaluateWithBestEnds(plan: SiteCaseInput): EvaluatedPlan {
  const first = { plan, result: evaluateSiteCase(plan) };
  const ended = withBestEnds(first);
  return ended ? { plan: ended, result: evaluateSiteCase(ended) } : first;
}

/**
 * R5.1, R5.2b A strategy's plan and its result; mining that nobody replaces ends where going on would only lose.
 * @param market R2 the same object for all plans that are compared
 */
export function evaluatePlan(
  strategy: StrategyKind,
  evidence: SiteEvidence,
  values: InputValues,
  market?: MarketInput,
): EvaluatedPlan {
  return evaluateWithBestEnds(sitePlan(strategy, evidence, values, market));
}
