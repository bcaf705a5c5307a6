import type { BlockInput, MiningBlockInput } from '../strategy/blockInput.ts';
import type { MarketInput } from '../strategy/marketInput.ts';
import type { EvaluationCache } from '../strategy/evaluationCache.ts';
import { evaluateBlockOfCase, evaluateSiteCase } from '../strategy/siteCase.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { SiteCaseResult } from '../strategy/siteCaseResult.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import type { ShockEvidence } from '../scenario/ground.ts';
import { shockedPlan } from '../scenario/shockedPlan.ts';
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

/**
 * R5.2b The plan with the ends that its open-ended mining blocks choose; one that a ban ends (R7.3e) may end before it.
 * @param planned the plan before what happens to it in a scenario, whose blocks are open-ended or not
 */
function withBestEnds(plan: SiteCaseInput, planned: SiteCaseInput, cache: EvaluationCache): SiteCaseInput {
  const { blocks, horizonMonths } = plan;
  const { factorOver, factorsOf } = cache;
  if (!blocks || horizonMonths === null || horizonMonths === undefined) return plan;
  const ended = blocks.map((block, index) => {
    if (block?.kind !== 'mining' || !isOpenEnded(planned.blocks?.[index], planned.blocks ?? [])) return block;
    const evaluated = evaluateBlockOfCase(plan, index, cache);
    const lastEnd = Math.min(horizonMonths, block.toMonth ?? horizonMonths);
    const toMonth =
      evaluated && bestEndMonth({ evaluated, planned: block, horizonMonths: lastEnd, factorOver, factorsOf });
    return toMonth === undefined ? block : { ...block, toMonth };
  });
  return { ...plan, blocks: ended };
}

/**
 * R5.2b, R7.3 A plan in the scenario of its site, and its result; its open-ended mining ended where going on would only
 * lose.
 */
export function evaluateWithBestEnds(
  planned: SiteCaseInput,
  evidence: ShockEvidence,
  cache: EvaluationCache,
): EvaluatedPlan {
  return evaluateEnded(shockedPlan(planned, evidence), planned, cache);
}

/**
 * R5.2b, R7.3e What became of a plan, and its result: mining that was open-ended before a scenario ends where going on
 * would only lose.
 * @param planned the plan before its scenario
 */
export function evaluateEnded(
  plan: SiteCaseInput,
  planned: SiteCaseInput,
  cache: EvaluationCache,
): EvaluatedPlan {
  const ended = withBestEnds(plan, planned, cache);
  return { plan: ended, result: evaluateSiteCase(ended, cache) };
}

/**
 * R5.1, R5.2b A strategy's plan and its result; mining that nobody replaces ends where going on would only lose.
 * @param market R2 the same object for all plans that are compared
 * @param cache what the plans of a site share; the result does not depend on it
 */
export function evaluatePlan(
  strategy: StrategyKind,
  evidence: SiteEvidence,
  values: InputValues,
  market: MarketInput,
  cache: EvaluationCache,
): EvaluatedPlan {
  return evaluateWithBestEnds(sitePlan(strategy, evidence, values, market), evidence, cache);
}
