import { baseMarket } from '../analysis/baseMarket.ts';
import { evaluatePlan } from '../analysis/evaluatePlan.ts';
import type { SiteEvidence } from '../analysis/evidence.ts';
import type { InputKey } from '../analysis/inputTable.ts';
import type { OwnPlan, PlanTerm } from '../analysis/ownPlans/ownPlan.ts';
import { ownPlanCase } from '../analysis/ownPlans/ownPlanCase.ts';
import { evaluateOwnPlan } from '../analysis/ownPlans/ownPlanOutcome.ts';
import type { PlanRef } from '../analysis/planFlows.ts';
import { resolveInputs, valuesOf } from '../analysis/resolveInputs.ts';
import { sitePlan } from '../analysis/sitePlans.ts';
import type { ResolvedInput } from '../analysis/siteAnalysis.ts';
import type { EvaluatedBlock } from '../strategy/evaluateBlock.ts';
import { createEvaluationCache } from '../strategy/evaluationCache.ts';
import { evaluateBlocks, evaluateSiteCase } from '../strategy/siteCase.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { ComputedSite, SiteCaseResult } from '../strategy/siteCaseResult.ts';
import { formatMonth, type Calendar } from '../time/months.ts';

/** What the numbers of a case come from: a site's inputs and the plan that used them. */
export interface Sources {
  readonly evidence: SiteEvidence;
  readonly inputs: ReadonlyMap<string, ResolvedInput>;
  readonly plan: PlanRef;
  readonly ownPlan: OwnPlan | undefined;
  /** R7.3 The plan before what happens to it in the scenario of the site. */
  readonly planned: SiteCaseInput;
  /** An input with another value than its own, as a table of what would be tries it. */
  readonly tried?: TriedInput | undefined;
}

export interface TriedInput {
  readonly key: InputKey;
  readonly value: number;
}

/** What has months: a case, or the sum of several. */
export interface Dated {
  readonly calendar: Calendar;
}

/** A computed case with all that its equations need. */
export interface ExplainedCase extends Dated {
  readonly input: SiteCaseInput;
  readonly blocks: readonly EvaluatedBlock[];
  readonly site: ComputedSite;
  readonly sources: Sources | undefined;
}

/**
 * A case made ready to be explained.
 * @returns undefined where a block or the site cannot be computed
 */
export function explainedCase(
  input: SiteCaseInput,
  result: SiteCaseResult = evaluateSiteCase(input),
  sources?: Sources,
): ExplainedCase | undefined {
  const evaluated = evaluateBlocks(input);
  const { site } = result;
  return evaluated && site.computable ? { input, ...evaluated, site, sources } : undefined;
}

/** The case of a strategy or an own plan of a site; undefined where it cannot be computed, or there is no such plan. */
export function explainedPlan(
  evidence: SiteEvidence,
  plan: PlanRef,
  tried?: TriedInput,
): ExplainedCase | undefined {
  const inputs = resolveInputs(evidence);
  const values = { ...valuesOf(inputs), ...(tried && { [tried.key]: tried.value }) };
  const ownPlan = plan.kind === 'own' ? evidence.ownPlans?.find(({ id }) => id === plan.id) : undefined;
  if (plan.kind === 'own' && !ownPlan) return undefined;
  const market = baseMarket(evidence, values);
  const evaluated = ownPlan
    ? evaluateOwnPlan(ownPlan, evidence, values, market)
    : plan.kind === 'strategy'
      ? evaluatePlan(plan.strategy, evidence, values, market, createEvaluationCache())
      : undefined;
  if (!evaluated) return undefined;
  const planned = ownPlan
    ? ownPlanCase(ownPlan, evidence, values, market)
    : sitePlan(plan.kind === 'strategy' ? plan.strategy : 'keepMining', evidence, values, market);
  const byKey = new Map(inputs.map((input) => [input.key, input]));
  return explainedCase(evaluated.plan, evaluated.result, {
    evidence,
    inputs: byKey,
    plan,
    ownPlan,
    planned,
    tried,
  });
}

/** "YYYY-MM" of a month of the case; month −1 is the valuation date and stands at the end of the month before. */
export function monthName({ calendar }: Dated, month: number): string {
  return formatMonth(calendar.firstMonth + month);
}

/** The term that replaces an input, the block's before the plan's. */
export function termOf(terms: readonly PlanTerm[], key: InputKey): PlanTerm | undefined {
  return terms.findLast((term) => term.key === key);
}
