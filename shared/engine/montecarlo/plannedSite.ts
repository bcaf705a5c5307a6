import { baseMarket } from '../analysis/baseMarket.ts';
import type { SiteEvidence } from '../analysis/evidence.ts';
import { evaluateEnded } from '../analysis/evaluatePlan.ts';
import { judgedFlow } from '../analysis/judgedFlow.ts';
import { ownPlanCase } from '../analysis/ownPlans/ownPlanCase.ts';
import type { PlanRef } from '../analysis/planFlows.ts';
import { resolveInputs, valuesOf, type InputValues } from '../analysis/resolveInputs.ts';
import type { ResolvedInput } from '../analysis/siteAnalysis.ts';
import { plannedStrategies, sitePlan } from '../analysis/sitePlans.ts';
import { missingInputs } from '../analysis/strategyFigures.ts';
import { shockedPlan } from '../scenario/shockedPlan.ts';
import type { EvaluationCache } from '../strategy/evaluationCache.ts';
import type { SiteCase, SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { SiteCaseResult } from '../strategy/siteCaseResult.ts';
import { createCalendar, parseMonth, type Calendar } from '../time/months.ts';
import { pathSeries } from '../time/path.ts';
import type { DrawBase } from './pathProcesses.ts';
import type { FlowBasis } from './settings.ts';

/** A plan that can be computed in the base case; its open-ended mining has no end yet (R5.2b). */
export interface SimulatedPlan {
  readonly ref: PlanRef;
  readonly planned: SiteCase;
  /** R7.3 The plan as it was before the site's scenario: it tells which mining is open-ended. */
  readonly beforeScenario: SiteCaseInput;
  readonly isAlliance: boolean;
  /** R7.2a Whether the plan is judged after its own loans and taxes. */
  readonly isFinanced: boolean;
  readonly baseNpvUsd: number;
}

/** A plan that is left out, and why. */
export interface UnsimulatedPlan {
  readonly ref: PlanRef;
  readonly missing: readonly string[];
}

/** R7.2a A site as draws find it. */
export interface PlannedSite {
  readonly inputs: readonly ResolvedInput[];
  readonly values: InputValues;
  readonly calendar: Calendar;
  readonly drawBase: DrawBase;
  /** R7.2f A signed or published rent does not move; that of its renewals does. */
  readonly isRentSigned: boolean;
  readonly plans: readonly SimulatedPlan[];
  readonly leftOut: readonly UnsimulatedPlan[];
}

function plansOf(
  evidence: SiteEvidence,
  values: InputValues,
): { readonly ref: PlanRef; readonly plan: SiteCaseInput }[] {
  const market = baseMarket(evidence, values);
  return [
    ...plannedStrategies.map((strategy) => ({
      ref: { kind: 'strategy', strategy } as const,
      plan: sitePlan(strategy, evidence, values, market),
    })),
    ...(evidence.ownPlans ?? []).map((own) => ({
      ref: { kind: 'own', id: own.id } as const,
      plan: ownPlanCase(own, evidence, values, market),
    })),
  ];
}

function hasFinancing({ tax, debt, debts }: SiteCaseInput): boolean {
  return Boolean(tax) || Boolean(debt) || (debts ?? []).length > 0;
}

/** The flow by which a plan is judged: NPV, and the flow with the valuation date first [USD]. */
export interface JudgedNumbers {
  readonly npvUsd: number;
  readonly flowsUsd: readonly number[];
}

/** R5.8, R5.9 After loans and taxes, as far as the plan has them. */
function financedFlow({ site }: SiteCaseResult, plan: SiteCaseInput): JudgedNumbers | undefined {
  if (!site.computable) return undefined;
  const isBorrowed = Boolean(plan.debt) || (plan.debts ?? []).length > 0;
  const isTaxed = Boolean(plan.tax);
  const levered = isTaxed ? 'leveredAfterTax' : 'leveredPreTax';
  const metrics = site.metrics[isBorrowed ? levered : 'unleveredAfterTax'];
  if (!('npvUsd' in metrics)) return undefined;
  const net = site.monthly['netPreTaxUsd'] ?? [];
  const tax = site.monthly['taxUnleveredUsd'] ?? [];
  const equity = isTaxed ? 'equityAfterTaxUsd' : 'equityPreTaxUsd';
  const monthly = isBorrowed
    ? (site.monthly[equity] ?? [])
    : net.map((usd, month) => usd + (tax[month] ?? 0));
  const atStart = isBorrowed
    ? (site.atValuation[equity] ?? 0)
    : (site.atValuation['netPreTaxUsd'] ?? 0) + (site.atValuation['taxUnleveredUsd'] ?? 0);
  return { npvUsd: metrics.npvUsd, flowsUsd: [atStart, ...monthly] };
}

/**
 * R5.16, R7.2a The numbers by which a computed plan is judged in a run.
 * @returns undefined where the plan cannot be computed
 */
export function judgedNumbers(
  { isAlliance, isFinanced }: Pick<SimulatedPlan, 'isAlliance' | 'isFinanced'>,
  plan: SiteCaseInput,
  result: SiteCaseResult,
): JudgedNumbers | undefined {
  if (isFinanced) return financedFlow(result, plan);
  const judged = judgedFlow(isAlliance, result);
  return judged && { npvUsd: judged.metrics.npvUsd, flowsUsd: [judged.valuationUsd, ...judged.netUsd] };
}

function reasonsOf({ site }: SiteCaseResult): string[] {
  return site.computable ? ['gridPowerMw'] : missingInputs([...site.missing, ...(site.invalid ?? [])]);
}

/** R7.2d κ where the hash rate responds to what is drawn. */
function adjustmentOf({ difficulty }: SiteEvidence, values: InputValues): number {
  return difficulty === undefined ? (values.hashrateAdjustmentPerMonth ?? 0) : 0;
}

/** R7.2e φ₀ by month, of the first plan: all plans of a site share their market. */
function feeShareOf(plan: SiteCase | undefined, months: number): Float64Array | undefined {
  const fees = plan?.market?.fees;
  return fees?.kind === 'shareOfRevenue' ? pathSeries(fees.path, months) : undefined;
}

/** R7.2f A rent that the portfolio knows is a contract's. */
function isSigned(inputs: readonly ResolvedInput[]): boolean {
  const origin = inputs.find(({ key }) => key === 'rentYear1UsdPerKwMonth')?.origin;
  return origin === 'derived' || origin === 'fact';
}

/**
 * R7.2a, R7.3 The plans of a site in its scenario, into which draws are put: every strategy and own plan that can be
 * computed without a draw.
 * @returns undefined where the site has no valuation month or horizon
 */
export function plannedSite(
  evidence: SiteEvidence,
  basis: FlowBasis,
  cache: EvaluationCache,
): PlannedSite | undefined {
  const inputs = resolveInputs(evidence);
  const values = valuesOf(inputs);
  const firstMonth = parseMonth(evidence.valuationMonth);
  if (firstMonth === undefined || values.horizonMonths === undefined) return undefined;
  const calendar = createCalendar(firstMonth, values.horizonMonths);
  const plans: SimulatedPlan[] = [];
  const leftOut: UnsimulatedPlan[] = [];
  for (const { ref, plan } of plansOf(evidence, values)) {
    const planned = shockedPlan(plan, evidence);
    const isAlliance = ref.kind === 'strategy' && ref.strategy === 'alliance';
    const isFinanced = basis === 'financed' && hasFinancing(planned);
    const evaluated = evaluateEnded(planned, plan, cache);
    const base = judgedNumbers({ isAlliance, isFinanced }, evaluated.plan, evaluated.result);
    if (base)
      // What can be computed has every key that a rule asks for.
      plans.push({
        ref,
        planned: planned as SiteCase,
        beforeScenario: plan,
        isAlliance,
        isFinanced,
        baseNpvUsd: base.npvUsd,
      });
    else leftOut.push({ ref, missing: reasonsOf(evaluated.result) });
  }
  const months = calendar.computedMonths;
  return {
    inputs,
    values,
    calendar,
    drawBase: {
      firstMonth,
      months,
      hashrateAdjustmentPerMonth: adjustmentOf(evidence, values),
      feeShare: feeShareOf(plans[0]?.planned, months),
    },
    isRentSigned: isSigned(inputs),
    plans,
    leftOut,
  };
}
