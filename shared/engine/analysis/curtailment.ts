import { createEvaluationCache, type EvaluationCache } from '../strategy/evaluationCache.ts';
import type { MarketInput } from '../strategy/marketInput.ts';
import type { SiteCaseResult } from '../strategy/siteCaseResult.ts';
import { baseMarket } from './baseMarket.ts';
import { evaluatePlan, type EvaluatedPlan } from './evaluatePlan.ts';
import type { SiteEvidence } from './evidence.ts';
import type { OwnPlanBlock } from './ownPlans/ownPlan.ts';
import { datesOf, evaluateOwnPlan } from './ownPlans/ownPlanOutcome.ts';
import { peakDraw, powerOfPlan } from './ownPlans/powerOfPlan.ts';
import { startingBlocks } from './ownPlans/startingPoints.ts';
import type { PlanRef } from './planFlows.ts';
import { resolveInputs, valuesOf, type InputValues } from './resolveInputs.ts';
import type { PowerOfPlan } from './siteAnalysis.ts';

/** R5.2a, R5.2e What a plan gives up of the site's flexibility, and what it draws from the one connection. */
export interface CurtailmentView extends PowerOfPlan {
  readonly plan: PlanRef;
  readonly months: readonly string[];
  /** Demand-response credits of keep mining less those of the plan; below 0 where the plan earns more [USD by month]. */
  readonly lostCreditsUsd: readonly number[];
  /** Credits of keep mining over the horizon [USD] */
  readonly keptCreditsUsd: number;
  readonly peak: { readonly month: number; readonly mw: number };
  /** null where the site's power is not known */
  readonly availableMw: number | null;
}

function creditsOf({ blocks, months }: SiteCaseResult): number[] {
  return months.map((_name, month) =>
    blocks.reduce(
      (sum, block) => sum + (block.computable ? (block.monthly['demandResponseCreditUsd']?.[month] ?? 0) : 0),
      0,
    ),
  );
}

interface Asked {
  readonly plan: PlanRef;
  readonly blocks: readonly OwnPlanBlock[];
  readonly evaluated: EvaluatedPlan;
}

function plansAsked(
  evidence: SiteEvidence,
  values: InputValues,
  market: MarketInput,
  cache: EvaluationCache,
): Asked[] {
  const blocks = startingBlocks('hybrid', values);
  const hybrid = blocks && {
    plan: { kind: 'strategy', strategy: 'hybrid' } as const,
    blocks,
    evaluated: evaluatePlan('hybrid', evidence, values, market, cache),
  };
  const own = (evidence.ownPlans ?? []).map((plan) => ({
    plan: { kind: 'own', id: plan.id } as const,
    blocks: plan.blocks,
    evaluated: evaluateOwnPlan(plan, evidence, values, market, cache),
  }));
  return hybrid ? [hybrid, ...own] : own;
}

/**
 * R5.2a, R5.2e Of the hybrid and of every own plan that can be computed: demand-response credits lost against keep
 * mining, the load that stays flexible, and what the blocks draw from the site's connection.
 * @param evidence what the portfolio knows of the site
 * @param cache what evaluations of the same site share
 */
export function curtailmentViews(
  evidence: SiteEvidence,
  cache: EvaluationCache = createEvaluationCache(),
): CurtailmentView[] {
  const values = valuesOf(resolveInputs(evidence));
  const market = baseMarket(evidence, values);
  const keep = evaluatePlan('keepMining', evidence, values, market, cache).result;
  if (!keep.site.computable) return [];
  const kept = creditsOf(keep);
  return plansAsked(evidence, values, market, cache).flatMap(({ plan, blocks, evaluated }) => {
    const { result } = evaluated;
    if (!result.site.computable) return [];
    const dates = datesOf(blocks, evaluated);
    const credits = creditsOf(result);
    return [
      {
        plan,
        months: result.months,
        lostCreditsUsd: kept.map((usd, month) => usd - (credits[month] ?? 0)),
        keptCreditsUsd: kept.reduce((sum, usd) => sum + usd, 0),
        ...powerOfPlan(blocks, dates, values),
        peak: peakDraw(blocks, dates),
        availableMw: values.gridPowerMw ?? null,
      },
    ];
  });
}
