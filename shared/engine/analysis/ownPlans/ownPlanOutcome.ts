import { caseFindings } from '../../findings/caseFindings.ts';
import { createEvaluationCache, type EvaluationCache } from '../../strategy/evaluationCache.ts';
import type { Discounting } from '../../time/discount.ts';
import type { MarketInput } from '../../strategy/marketInput.ts';
import type {
  ComputedBlock,
  ComputedSite,
  FlowMetrics,
  LoanOfSite,
  NotComputable,
} from '../../strategy/siteCaseResult.ts';
import { evaluateWithBestEnds, type EvaluatedPlan } from '../evaluatePlan.ts';
import type { ShockEvidence } from '../../scenario/ground.ts';
import type { InputValues } from '../resolveInputs.ts';
import type { FinancingFigures, OwnBlockDates, OwnPlanOutcome } from '../siteAnalysis.ts';
import { figuresOfPlan, missingInputs } from '../strategyFigures.ts';
import type { OwnPlan, OwnPlanBlock } from './ownPlan.ts';
import { powerOfPlan } from './powerOfPlan.ts';
import { ownPlanCase, rateOfPlan } from './ownPlanCase.ts';

function known(figures: FlowMetrics | NotComputable): FlowMetrics | undefined {
  return 'npvUsd' in figures ? figures : undefined;
}

function capacityOf(loans: readonly LoanOfSite[]): number | null {
  const capacities = loans.flatMap(({ debtCapacityUsd }) => debtCapacityUsd ?? []);
  const isWhole = loans.length > 0 && capacities.length === loans.length;
  return isWhole ? capacities.reduce((sum, usd) => sum + usd, 0) : null;
}

/** R5.8, R5.9 What tax and loans leave; null for a plan that has neither. */
function financingOf(
  plan: OwnPlan,
  { metrics, loans = [], loansTogether }: ComputedSite,
): FinancingFigures | null {
  if (!plan.isTaxed && plan.loans.length === 0) return null;
  const afterTax = known(metrics.unleveredAfterTax);
  const equity = known(plan.isTaxed ? metrics.leveredAfterTax : metrics.leveredPreTax);
  const covenant = loansTogether?.covenant;
  return {
    npvAfterTaxUsd: afterTax?.npvUsd ?? null,
    irrAfterTaxPerYear: afterTax?.irrPerYear ?? null,
    equityNpvUsd: equity?.npvUsd ?? null,
    equityIrrPerYear: equity?.irrPerYear ?? null,
    equityPeakFundingUsd: equity?.peakFundingUsd ?? null,
    commitmentUsd: loansTogether?.commitmentUsd ?? null,
    debtCapacityUsd: capacityOf(loans),
    minDscr: loansTogether?.minDscr ?? null,
    averageDscr: loansTogether?.averageDscr ?? null,
    covenant:
      covenant && 'lockUpMonth' in covenant
        ? { lockUpMonth: covenant.lockUpMonth, breachMonth: covenant.breachMonth }
        : null,
  };
}

/** R4.10 The dates of blocks as they follow from their plan; a hall's only where it could be computed. */
export function datesOf(
  blocks: readonly OwnPlanBlock[],
  { plan: planned, result }: EvaluatedPlan,
): OwnBlockDates[] {
  return blocks.map((block, index) => {
    const computed = result.blocks[index];
    const metrics = computed?.computable ? computed.metrics : undefined;
    const input = planned.blocks?.[index];
    const ended = input?.kind === 'mining' ? (metrics?.endMonth ?? input.toMonth ?? null) : block.toMonth;
    return {
      id: block.id,
      endMonth: ended,
      buildStartMonth: metrics?.buildStart ?? null,
      energisationMonth: metrics?.energisation ?? null,
      billingStartMonth: metrics?.billingStart ?? null,
      miningEndMonth: block.replaces === null ? null : (metrics?.miningEnd ?? null),
    };
  });
}

/** R5.2a, R7.3 An own plan as evaluated: its case and result. */
export function evaluateOwnPlan(
  plan: OwnPlan,
  evidence: ShockEvidence,
  values: InputValues,
  market: MarketInput,
  cache: EvaluationCache = createEvaluationCache(),
): EvaluatedPlan {
  return evaluateWithBestEnds(ownPlanCase(plan, evidence, values, market), evidence, cache);
}

/**
 * R5.3 What is shown of an analyst's own plan, or which inputs are missing for it. It stands beside the strategies of
 * R5.1 on their horizon and market; the verdict (R5.16) does not rank it.
 */
export function ownPlanOutcome(
  plan: OwnPlan,
  evaluated: EvaluatedPlan,
  values: InputValues,
  factorsOf: Discounting,
): OwnPlanOutcome {
  const { result } = evaluated;
  const judged = { isAlliance: false, openEndedId: undefined, ratePerYear: rateOfPlan(plan, values) };
  const figures = figuresOfPlan(evaluated, judged, values.gridPowerMw, factorsOf);
  const dates = datesOf(plan.blocks, evaluated);
  const shared = {
    id: plan.id,
    name: plan.name,
    dates,
    power: powerOfPlan(plan.blocks, dates, values),
    findings: caseFindings(evaluated.plan, result),
  };
  if (figures && result.site.computable) {
    const blocks = result.blocks.filter((block): block is ComputedBlock => block.computable);
    return {
      ...shared,
      computable: true,
      warnings: blocks.flatMap(({ warnings }) => warnings),
      figures,
      financing: financingOf(plan, result.site),
    };
  }
  // What is there and cannot be used is no missing input; the findings say what it is.
  const lacking = result.site.computable ? [] : result.site.missing;
  // What follows from the site's power is missing with it; the cause is named, too.
  const missing = values.gridPowerMw === undefined ? ['gridPowerMw', ...lacking] : lacking;
  return { ...shared, computable: false, missing: missingInputs(missing) };
}
