import { caseFindings } from '../findings/caseFindings.ts';
import { gapMonths } from '../strategy/memo.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { BlockResult, ComputedBlock, SiteCaseResult } from '../strategy/siteCaseResult.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import type { Discounting } from '../time/discount.ts';
import type { EvaluatedPlan } from './evaluatePlan.ts';
import type { InputKey } from './inputTable.ts';
import { judgedFlow } from './judgedFlow.ts';
import { rateOfBlock } from './rateOfBlock.ts';
import type { InputValues } from './resolveInputs.ts';
import type { ConversionGap, StrategyFigures, StrategyOutcome } from './siteAnalysis.ts';
import { ratePerYear } from './sitePlans.ts';
import { termAverageYield } from './termAverageYield.ts';

const exitLines = ['siteSaleUsd', 'shellSaleUsd', 'terminalValueUsd'] as const;

function isComputed(block: BlockResult): block is ComputedBlock {
  return block.computable;
}

/** Present value of what a block is worth at its end, at the block's own rate. */
function exitValueUsd(
  blocks: readonly ComputedBlock[],
  rateOf: (block: ComputedBlock) => number,
  factorsOf: Discounting,
): number {
  let sum = 0;
  for (const block of blocks) {
    for (const line of exitLines) {
      const flows = block.monthly[line];
      if (!flows) continue;
      const factors = factorsOf(rateOf(block), flows.length + 1);
      for (const [month, flow] of flows.entries()) sum += flow * (factors[month + 1] ?? 0);
    }
  }
  return sum;
}

function gapOf(block: ComputedBlock | undefined): ConversionGap | null {
  const { miningEnd, buildStart, energisation, billingStart } = block?.metrics ?? {};
  if (
    miningEnd === undefined ||
    buildStart === undefined ||
    energisation === undefined ||
    billingStart === undefined
  )
    return null;
  return {
    miningEndMonth: miningEnd,
    buildStartMonth: buildStart,
    energisationMonth: energisation,
    billingStartMonth: billingStart,
    gapMonths: gapMonths(billingStart, miningEnd),
  };
}

/** Which inputs of the analysis a missing path of the case stands for. */
const inputOfPath: readonly (readonly [RegExp, InputKey])[] = [
  [/gridPowerMw|powerMw$|gridMw$|fleet\[1\]\.count$/, 'gridPowerMw'],
  [/^alliance\.(siteContributionUsd|partnerFundsFirstUsd)$/, 'gridPowerMw'],
  [/fleet\[0\]\.count$/, 'siteHashrateEhS'],
  [/efficiencyJPerTh$/, 'fleetEfficiencyJPerTh'],
  [/subsidyBtcPerBlock$/, 'subsidyBtcPerBlock'],
  [/network\.path/, 'networkHashrateEhS'],
  [/btcPriceUsd/, 'btcPriceUsd'],
];

/** The inputs that a case lacks, each named once. */
export function missingInputs(paths: readonly string[]): string[] {
  const names = paths.map((path) => inputOfPath.find(([pattern]) => pattern.test(path))?.[1] ?? path);
  return [...new Set(names)].toSorted();
}

/** R5.2b Strategies whose mining nobody replaces; in a hybrid it is the part that goes on. */
const openEnded: Readonly<Partial<Record<StrategyKind, string>>> = {
  keepMining: 'mining',
  refresh: 'mining',
  redeploy: 'redeployed',
  hybrid: 'miningRest',
};

/** What the figures of a plan need to know about it beside its result. */
export interface JudgedPlan {
  /** R5.16 An alliance is judged by the miner's flow, every other plan by the site's. */
  readonly isAlliance: boolean;
  /** R5.2b Id of the mining block that ends by itself, where there is one. */
  readonly openEndedId: string | undefined;
  /** R5.10 The rate of the plan; each block's own stands with it. */
  readonly ratePerYear: number | undefined;
}

/** R5.16 The NPV a strategy is ranked by [USD]; undefined where it cannot be computed. */
export function strategyNpvUsd(strategy: StrategyKind, result: SiteCaseResult): number | undefined {
  return judgedFlow(strategy === 'alliance', result)?.metrics.npvUsd;
}

function total(
  blocks: readonly ComputedBlock[],
  of: (block: ComputedBlock) => number | undefined,
): number | null {
  const known = blocks.map(of).filter((value) => value !== undefined);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** Figures that a hall has for itself; of several halls only what can be added is shown. */
function hallFigures(
  plan: SiteCaseInput,
  blocks: readonly ComputedBlock[],
): Pick<
  StrategyFigures,
  'yieldOnCost' | 'yieldOnCostTermAverage' | 'grossCapexUsd' | 'gpuCapexUsd' | 'criticalItMw' | 'gap'
> {
  const halls = blocks.filter(({ metrics }) => metrics.criticalItMw !== undefined);
  const only = halls.length === 1 ? halls[0] : undefined;
  return {
    yieldOnCost: only?.metrics.yieldOnCost ?? null,
    yieldOnCostTermAverage: only ? termAverageYield(plan, only) : null,
    grossCapexUsd: total(halls, ({ metrics }) => metrics.grossCapexUsd),
    gpuCapexUsd: total(halls, ({ metrics }) => metrics.gpuCapexFirstUsd),
    criticalItMw: total(halls, ({ metrics }) => metrics.criticalItMw),
    gap: gapOf(only),
  };
}

/**
 * R5.3 What is shown of one computed plan.
 * @param plan as evaluated, for the rates of its blocks
 * @param gridPowerMw of the site, the same for every plan compared
 * @param factorsOf where discount factors may be looked up
 * @returns undefined where the plan or its figures per MW cannot be computed
 */
export function figuresOfPlan(
  { plan, result }: EvaluatedPlan,
  judged: JudgedPlan,
  gridPowerMw: number | undefined,
  factorsOf: Discounting,
): StrategyFigures | undefined {
  const flow = judgedFlow(judged.isAlliance, result);
  if (!result.site.computable || !flow || gridPowerMw === undefined || gridPowerMw <= 0) return undefined;
  const { metrics, operatingUsd, netUsd, valuationUsd } = flow;
  const perUnit = result.site.metrics.unleveredPreTax;
  // The EBITDA of an alliance is the site's, of which the miner gets a part that the waterfall sets.
  const { isAlliance: isShared } = judged;
  const blocks = result.blocks.filter(isComputed);
  return {
    npvUsd: metrics.npvUsd,
    npvUsdPerGridMw: metrics.npvUsd / gridPowerMw,
    irrPerYear: metrics.irrPerYear,
    irrRootCount: metrics.irrAllPerYear.length,
    paybackMonths: metrics.paybackMonths,
    discountedPaybackMonths: metrics.discountedPaybackMonths,
    // Where nothing has to be put in first, a multiple of it says nothing.
    moic: metrics.peakFundingUsd > 0 ? metrics.moic : null,
    peakFundingUsd: metrics.peakFundingUsd,
    ebitdaUsdPerContractedGridMwh: isShared ? null : perUnit.ebitdaUsdPerContractedGridMwh,
    ebitdaUsdPerConsumedGridMwh: isShared ? null : perUnit.ebitdaUsdPerConsumedGridMwh,
    ebitdaUsdPerCriticalMwYear: isShared ? null : perUnit.ebitdaUsdPerCriticalMwYear,
    terminalShareOfNpv:
      metrics.npvUsd > 0 && !isShared
        ? exitValueUsd(blocks, ({ id }) => rateOfBlock(plan, id), factorsOf) / metrics.npvUsd
        : null,
    ...hallFigures(plan, blocks),
    miningEndMonth: blocks.find(({ id }) => id === judged.openEndedId)?.metrics.endMonth ?? null,
    discountRatePerYear: judged.ratePerYear ?? 0,
    valuationUsd,
    operatingUsd,
    investmentUsd: netUsd.map((net, month) => net - (operatingUsd[month] ?? 0)),
    netUsd,
  };
}

/** R5.3 What is shown of one strategy, or which inputs are missing for it; what is remarkable of it either way. */
export function strategyOutcome(
  strategy: StrategyKind,
  { plan, result }: EvaluatedPlan,
  values: InputValues,
  factorsOf: Discounting,
): StrategyOutcome {
  const judged: JudgedPlan = {
    isAlliance: strategy === 'alliance',
    openEndedId: openEnded[strategy],
    ratePerYear: ratePerYear(strategy, values),
  };
  const figures = figuresOfPlan({ plan, result }, judged, values.gridPowerMw, factorsOf);
  const findings = caseFindings(plan, result);
  if (figures)
    return {
      kind: strategy,
      computable: true,
      warnings: result.blocks.filter(isComputed).flatMap((block) => block.warnings),
      figures,
      findings,
    };
  const missing = result.site.computable
    ? ['gridPowerMw']
    : [...result.site.missing, ...(result.site.invalid ?? [])];
  return { kind: strategy, computable: false, missing: missingInputs(missing), findings };
}
