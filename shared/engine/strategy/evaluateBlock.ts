import { computeColocation, computeGpuCloud, type ComputedAi } from '../ai/aiBlock.ts';
import { aiDatesOf } from '../ai/timeline.ts';
import { mineBlock } from '../mining/miningBlock.ts';
import { postReconversion, startedAt } from '../mining/reconversion.ts';
import type { PowerSeries } from '../mining/power.ts';
import { allFinite, notFiniteAt } from '../numeric/allFinite.ts';
import { numbersOf } from '../numeric/numbersOf.ts';
import type { MarketSeries } from '../protocol/marketSeries.ts';
import type { Calendar } from '../time/months.ts';
import { datesOutOfOrder } from './blockDates.ts';
import { endOfMining, inspectBlock, startAfterAi } from './caseInspection.ts';
import type { BlockKey, EvaluationCache } from './evaluationCache.ts';
import { createLineSheet, ebitdaOf, flowLines, flowVector, postFlow, type LineSheet } from './lineSheet.ts';
import { npvUsd } from './npv.ts';
import type { Block } from './blockInput.ts';
import type { Power } from './marketInput.ts';
import type { SiteCaseInput } from './siteCaseInput.ts';
import type { BlockMetrics, ComputedBlock, NotComputable } from './siteCaseResult.ts';

/** What all blocks of a case share. */
export interface CaseSurroundings {
  readonly input: SiteCaseInput;
  readonly calendar: Calendar;
  readonly market: () => MarketSeries;
  readonly powerOf: (power: Power) => PowerSeries;
  readonly cache: EvaluationCache;
}

/** A block with its lines: what the site's flows, taxes and loans are made of. */
export interface EvaluatedBlock {
  readonly block: Block;
  readonly sheet: LineSheet;
  readonly ebitdaUsd: Float64Array;
  readonly flowsUsd: Float64Array;
  readonly metrics: BlockMetrics;
  /** The block as shown. */
  readonly result: ComputedBlock;
  /** First month without a mining block; Infinity where nothing ends it. */
  readonly endMonth: number;
  /** Whether inputs of extreme size have left every number finite. */
  readonly isFinite: boolean;
  readonly ai?: ComputedAi;
}

type Lines = Pick<EvaluatedBlock, 'sheet' | 'metrics' | 'endMonth' | 'ai'>;

/** R3 – R5 What the lines of a complete block follow from. */
function keyOf(block: Block, { input, calendar, market, powerOf }: CaseSurroundings): BlockKey {
  const ratePerYear = block.discountRatePerYear ?? input.discountRatePerYear ?? 0;
  if (block.kind === 'siteSale') return { of: 'sale', ratePerYear, block, calendar };
  const power = powerOf((block.power ?? input.power) as Power);
  if (block.kind === 'mining') {
    const endMonth = endOfMining(input, block.id, block.toMonth);
    const startMonth = startAfterAi(input, block);
    return { of: 'mining', endMonth, startMonth, ratePerYear, block, calendar, power, market: market() };
  }
  const grossToItRatio = block.grossToItRatio ?? input.site?.grossToItRatio ?? 0;
  return { of: 'ai', grossToItRatio, ratePerYear, block, calendar, power };
}

type KeyOf<Of extends BlockKey['of']> = Extract<BlockKey, { readonly of: Of }>;

function mine(key: KeyOf<'mining'>, { factorOver }: EvaluationCache): Lines {
  const { block, calendar, market, power, startMonth, endMonth } = key;
  const sheet = mineBlock(block, endMonth, { calendar, market, power, factorOver });
  if (startMonth !== undefined) postReconversion(sheet, block, startMonth, power);
  return { sheet, endMonth, metrics: { kind: 'mining', endMonth: endMonth === Infinity ? null : endMonth } };
}

function convert(key: KeyOf<'ai'>, { factorOver, factorsOf }: EvaluationCache): Lines {
  const { block, calendar, power, grossToItRatio, ratePerYear } = key;
  const surroundings = {
    calendar,
    power,
    grossToItRatio,
    discountRatePerYear: ratePerYear,
    factorOver,
    factorsOf,
  };
  const ai =
    block.kind === 'colocation'
      ? computeColocation(block, surroundings)
      : computeGpuCloud(block, surroundings);
  return { sheet: ai.sheet, metrics: ai.metrics, endMonth: Infinity, ai };
}

/** R3.11a The block with its months counted from the valuation month. */
function placed(input: SiteCaseInput, block: Block): Block {
  const startMonth = block.kind === 'mining' ? startAfterAi(input, block) : undefined;
  return block.kind === 'mining' && startMonth !== undefined ? startedAt(block, startMonth) : block;
}

/** R5.5 Sale of the powered site: gridMw·usdPerGridMw·(1−costShare) in its month. */
function sell({ block, calendar }: KeyOf<'sale'>): Lines {
  const sheet = createLineSheet(calendar);
  if (block.month < calendar.horizonMonths) {
    postFlow(sheet, 'siteSaleUsd', block.month, block.gridMw * block.usdPerGridMw * (1 - block.costShare));
  } else {
    sheet.warnings.add('saleBeyondHorizon');
  }
  return { sheet, endMonth: Infinity, metrics: { kind: 'siteSale' } };
}

function linesOf(key: BlockKey, cache: EvaluationCache): Lines {
  if (key.of === 'mining') return mine(key, cache);
  return key.of === 'sale' ? sell(key) : convert(key, cache);
}

function flowsWithin(values: Float64Array, horizonMonths: number): boolean {
  for (let month = 0; month < horizonMonths; month += 1) if (values[month] !== 0) return true;
  return false;
}

/** A block as shown: months of the horizon only, lines that are zero throughout left out (R1.6, R1.8). */
function resultOf(id: string, { sheet, metrics }: Pick<Lines, 'sheet' | 'metrics'>): ComputedBlock {
  const { horizonMonths } = sheet.calendar;
  const monthly: Record<string, number[]> = {};
  for (const [line, values] of sheet.lines) {
    if (flowsWithin(values, horizonMonths)) monthly[line] = numbersOf(values, 0, horizonMonths);
  }
  return {
    id,
    computable: true,
    warnings: [...sheet.warnings],
    metrics,
    atValuation: Object.fromEntries(sheet.atValuation),
    monthly,
  };
}

function evaluated(key: BlockKey, cache: EvaluationCache): EvaluatedBlock {
  const { block, calendar, ratePerYear } = key;
  const lines = linesOf(key, cache);
  const flowsUsd = flowVector(lines.sheet, flowLines);
  const ebitdaUsd = ebitdaOf(lines.sheet);
  const ebitdaTotalUsd = ebitdaUsd.subarray(0, calendar.horizonMonths).reduce((sum, flow) => sum + flow, 0);
  const metrics = {
    ...lines.metrics,
    npvUsd: npvUsd(ratePerYear, flowsUsd, cache.factorsOf),
    ebitdaTotalUsd,
  };
  const result = resultOf(block.id, { sheet: lines.sheet, metrics });
  const isFinite = [...lines.sheet.lines.values(), flowsUsd, metrics].every(allFinite);
  return { ...lines, block, ebitdaUsd, flowsUsd, metrics, result, isFinite };
}

/** R1.7 What an input of extreme size makes overflow in a block, by its place in the result. */
function overflowOf({ sheet, metrics }: EvaluatedBlock, path: string): string[] {
  const monthly = notFiniteAt(Object.fromEntries(sheet.lines), `${path}.monthly`);
  if (monthly.length > 0) return monthly;
  const found = notFiniteAt({ atValuation: Object.fromEntries(sheet.atValuation), metrics }, path);
  return found.length > 0 ? found : [path];
}

/**
 * R3 – R5 One block of a case: its lines, or what keeps it from being computed. The order inside a month is that of R1.3:
 * dates, dispatch and operating lines, capital, exit; nothing here knows the loan, tax or alliance of the site.
 * @param index place of the block in the list
 */
export function evaluateBlock(around: CaseSurroundings, index: number): EvaluatedBlock | NotComputable {
  const { input, cache } = around;
  const notComputable = inspectBlock(input, index, cache);
  if (notComputable) return notComputable;
  // Inspection has just shown that every key of the block is there and inside its domain.
  const block = placed(input, input.blocks?.[index] as Block);
  const path = `blocks[${index}]`;
  if (block.kind === 'colocation' || block.kind === 'gpuCloud') {
    const invalid = datesOutOfOrder(block, aiDatesOf(block), path);
    if (invalid.length > 0) return { computable: false, missing: [], invalid };
  }
  const key = keyOf(block, around);
  const found = cache.blocks.of(key, () => evaluated(key, cache));
  return found.isFinite ? found : { computable: false, missing: [], invalid: overflowOf(found, path) };
}
