import { caseFindings } from '../findings/caseFindings.ts';
import { gapMonths } from '../strategy/memo.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { BlockResult, ComputedBlock, SiteCaseResult } from '../strategy/siteCaseResult.ts';
import { discountFactors } from '../time/discount.ts';
import type { InputKey } from './inputTable.ts';
import type { InputValues } from './resolveInputs.ts';
import type { ConversionGap, StrategyFigures, StrategyOutcome } from './siteAnalysis.ts';
import type { PlannedStrategy } from './sitePlans.ts';

const exitLines = ['siteSaleUsd', 'shellSaleUsd', 'terminalValueUsd'] as const;

function isComputed(block: BlockResult): block is ComputedBlock {
  return block.computable;
}

/** Present value of what a block is worth at its end, at the block's own rate. */
function exitValueUsd(blocks: readonly ComputedBlock[], rateOf: (block: ComputedBlock) => number): number {
  let sum = 0;
  for (const block of blocks) {
    for (const line of exitLines) {
      const flows = block.monthly[line];
      if (!flows) continue;
      const factors = discountFactors(rateOf(block), flows.length + 1);
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
};

/** Which inputs of the analysis a missing path of the case stands for. */
const inputOfPath: readonly (readonly [RegExp, InputKey])[] = [
  [/gridPowerMw|powerMw$/, 'gridPowerMw'],
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

function figuresOf(
  strategy: PlannedStrategy,
  result: SiteCaseResult,
  values: InputValues,
): StrategyFigures | undefined {
  if (!result.site.computable) return undefined;
  const metrics = result.site.metrics.unleveredPreTax;
  if (metrics.npvUsdPerGridMw === null) return undefined;
  const blocks = result.blocks.filter(isComputed);
  const ai = blocks.find((block) => block.metrics.criticalItMw !== undefined);
  const zero = result.months.map(() => 0);
  const operatingUsd = result.site.monthly['ebitdaUsd'] ?? zero;
  const netUsd = result.site.monthly['netPreTaxUsd'] ?? zero;
  const rateOf = (block: ComputedBlock): number =>
    values[rateKeys[block.metrics.kind ?? ''] ?? 'discountRateMining'] ?? 0;
  return {
    npvUsd: metrics.npvUsd,
    npvUsdPerGridMw: metrics.npvUsdPerGridMw,
    irrPerYear: metrics.irrPerYear,
    irrRootCount: metrics.irrAllPerYear.length,
    paybackMonths: metrics.paybackMonths,
    discountedPaybackMonths: metrics.discountedPaybackMonths,
    moic: metrics.moic,
    peakFundingUsd: metrics.peakFundingUsd,
    ebitdaUsdPerContractedGridMwh: metrics.ebitdaUsdPerContractedGridMwh,
    ebitdaUsdPerConsumedGridMwh: metrics.ebitdaUsdPerConsumedGridMwh,
    ebitdaUsdPerCriticalMwYear: metrics.ebitdaUsdPerCriticalMwYear,
    terminalShareOfNpv: metrics.npvUsd > 0 ? exitValueUsd(blocks, rateOf) / metrics.npvUsd : null,
    yieldOnCost: ai?.metrics.yieldOnCost ?? null,
    grossCapexUsd: ai?.metrics.grossCapexUsd ?? null,
    gpuCapexUsd: ai?.metrics.gpuCapexFirstUsd ?? null,
    criticalItMw: ai?.metrics.criticalItMw ?? null,
    gap: gapOf(ai),
    discountRatePerYear:
      (strategy === 'keepMining'
        ? values.discountRateMining
        : strategy === 'colocation'
          ? values.discountRateColocation
          : values.discountRateGpuCloud) ?? 0,
    operatingUsd,
    investmentUsd: netUsd.map((net, month) => net - (operatingUsd[month] ?? 0)),
    netUsd,
  };
}

/** R5.3 What is shown of one strategy, or which inputs are missing for it; what is remarkable of it either way. */
export function strategyOutcome(
  strategy: PlannedStrategy,
  plan: SiteCaseInput,
  result: SiteCaseResult,
  values: InputValues,
): StrategyOutcome {
  const figures = figuresOf(strategy, result, values);
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
