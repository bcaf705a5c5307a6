import { caseFindings } from '../findings/caseFindings.ts';
import { gapMonths } from '../strategy/memo.ts';
import type { BlockResult, ComputedBlock, FlowMetrics, SiteCaseResult } from '../strategy/siteCaseResult.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import type { Discounting } from '../time/discount.ts';
import type { EvaluatedPlan } from './evaluatePlan.ts';
import type { InputKey } from './inputTable.ts';
import type { InputValues } from './resolveInputs.ts';
import type { ConversionGap, StrategyFigures, StrategyOutcome } from './siteAnalysis.ts';
import { ratePerYear } from './sitePlans.ts';

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

const rateKeys: Readonly<Record<string, InputKey>> = {
  mining: 'discountRateMining',
  colocation: 'discountRateColocation',
  gpuCloud: 'discountRateGpuCloud',
  siteSale: 'discountRateMining',
};

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

function missingInputs(paths: readonly string[]): string[] {
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

function ownMiningEnd(strategy: StrategyKind, blocks: readonly ComputedBlock[]): number | null {
  return blocks.find(({ id }) => id === openEnded[strategy])?.metrics.endMonth ?? null;
}

function sumOf(flows: Readonly<Record<string, number>>): number {
  return Object.values(flows).reduce((sum, usd) => sum + usd, 0);
}

interface StrategyFlow {
  readonly metrics: FlowMetrics;
  /** EBITDA and the rest; in an alliance what the miner gets and what it pays. */
  readonly operatingUsd: readonly number[];
  readonly netUsd: readonly number[];
}

/** R5.16 The flow a strategy is judged by: the site's, in an alliance the miner's. */
function flowOf(strategy: StrategyKind, { site, months }: SiteCaseResult): StrategyFlow | undefined {
  if (!site.computable) return undefined;
  if (strategy !== 'alliance') {
    const zero = months.map(() => 0);
    return {
      metrics: site.metrics.unleveredPreTax,
      operatingUsd: site.monthly['ebitdaUsd'] ?? zero,
      netUsd: site.monthly['netPreTaxUsd'] ?? zero,
    };
  }
  const { allianceMiner } = site.metrics;
  if (!allianceMiner || !('npvUsd' in allianceMiner) || !site.alliance) return undefined;
  const { minerUsd } = site.alliance;
  return { metrics: allianceMiner, operatingUsd: minerUsd.map((usd) => Math.max(0, usd)), netUsd: minerUsd };
}

/** R5.16 The NPV a strategy is ranked by [USD]; undefined where it cannot be computed. */
export function strategyNpvUsd(strategy: StrategyKind, result: SiteCaseResult): number | undefined {
  return flowOf(strategy, result)?.metrics.npvUsd;
}

function figuresOf(
  strategy: StrategyKind,
  result: SiteCaseResult,
  values: InputValues,
  factorsOf: Discounting,
): StrategyFigures | undefined {
  const flow = flowOf(strategy, result);
  const { gridPowerMw } = values;
  if (!result.site.computable || !flow || gridPowerMw === undefined || gridPowerMw <= 0) return undefined;
  const { metrics, operatingUsd, netUsd } = flow;
  const perUnit = result.site.metrics.unleveredPreTax;
  // The EBITDA of an alliance is the site's, of which the miner gets a part that the waterfall sets.
  const isShared = strategy === 'alliance';
  const blocks = result.blocks.filter(isComputed);
  const ai = blocks.find((block) => block.metrics.criticalItMw !== undefined);
  const rateOf = (block: ComputedBlock): number =>
    values[rateKeys[block.metrics.kind ?? ''] ?? 'discountRateMining'] ?? 0;
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
      metrics.npvUsd > 0 && strategy !== 'alliance'
        ? exitValueUsd(blocks, rateOf, factorsOf) / metrics.npvUsd
        : null,
    yieldOnCost: ai?.metrics.yieldOnCost ?? null,
    grossCapexUsd: ai?.metrics.grossCapexUsd ?? null,
    gpuCapexUsd: ai?.metrics.gpuCapexFirstUsd ?? null,
    criticalItMw: ai?.metrics.criticalItMw ?? null,
    gap: gapOf(ai),
    miningEndMonth: ownMiningEnd(strategy, blocks),
    discountRatePerYear: ratePerYear(strategy, values) ?? 0,
    valuationUsd: strategy === 'alliance' ? 0 : sumOf(result.site.atValuation),
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
  const figures = figuresOf(strategy, result, values, factorsOf);
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
