import { computeColocation, computeGpuCloud, type ComputedAi } from '../ai/aiBlock.ts';
import { aiDatesOf } from '../ai/timeline.ts';
import { mineBlock } from '../mining/miningBlock.ts';
import { postReconversion, startedAt } from '../mining/reconversion.ts';
import { powerSeries, type PowerSeries } from '../mining/power.ts';
import { allFinite, notFiniteAt } from '../numeric/allFinite.ts';
import type { MarketSeries } from '../protocol/marketSeries.ts';
import type { Calendar } from '../time/months.ts';
import { datesOutOfOrder } from './blockDates.ts';
import { endOfMining, inspectBlock, startAfterAi } from './caseInspection.ts';
import { createLineSheet, ebitdaOf, flowLines, flowVector, postFlow, type LineSheet } from './lineSheet.ts';
import { npvUsd } from './npv.ts';
import type { AiBlock, Block, MiningBlock, SiteSaleBlock } from './blockInput.ts';
import type { Power } from './marketInput.ts';
import type { SiteCaseInput } from './siteCaseInput.ts';
import type { BlockMetrics, NotComputable } from './siteCaseResult.ts';

/** What all blocks of a case share, computed once. */
export interface CaseSurroundings {
  readonly input: SiteCaseInput;
  readonly calendar: Calendar;
  readonly market: () => MarketSeries;
  readonly sitePower: () => PowerSeries;
}

/** A block with its lines: what the site's flows, taxes and loans are made of. */
export interface EvaluatedBlock {
  readonly block: Block;
  readonly sheet: LineSheet;
  readonly ebitdaUsd: Float64Array;
  readonly flowsUsd: Float64Array;
  readonly metrics: BlockMetrics;
  /** First month without a mining block; Infinity where nothing ends it. */
  readonly endMonth: number;
  readonly ai?: ComputedAi;
}

type Lines = Pick<EvaluatedBlock, 'sheet' | 'metrics' | 'endMonth' | 'ai'>;

function powerOf(block: Block, around: CaseSurroundings): PowerSeries {
  return block.power ? powerSeries(block.power as Power, around.calendar.computedMonths) : around.sitePower();
}

function mine(block: MiningBlock, around: CaseSurroundings): Lines {
  const endMonth = endOfMining(around.input, block.id, block.toMonth);
  const surroundings = { calendar: around.calendar, market: around.market(), power: powerOf(block, around) };
  const sheet = mineBlock(block, endMonth, surroundings);
  const startMonth = startAfterAi(around.input, block);
  if (startMonth !== undefined) postReconversion(sheet, block, startMonth, surroundings.power);
  return { sheet, endMonth, metrics: { kind: 'mining', endMonth: endMonth === Infinity ? null : endMonth } };
}

function convert(block: AiBlock, around: CaseSurroundings, discountRatePerYear: number): Lines {
  const surroundings = {
    calendar: around.calendar,
    power: powerOf(block, around),
    grossToItRatio: block.grossToItRatio ?? around.input.site?.grossToItRatio ?? 0,
    discountRatePerYear,
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
function sell(block: SiteSaleBlock, { calendar }: CaseSurroundings): Lines {
  const sheet = createLineSheet(calendar);
  if (block.month < calendar.horizonMonths) {
    postFlow(sheet, 'siteSaleUsd', block.month, block.gridMw * block.usdPerGridMw * (1 - block.costShare));
  } else {
    sheet.warnings.add('saleBeyondHorizon');
  }
  return { sheet, endMonth: Infinity, metrics: { kind: 'siteSale' } };
}

function linesOf(block: Block, around: CaseSurroundings, discountRatePerYear: number): Lines {
  if (block.kind === 'mining') return mine(block, around);
  if (block.kind === 'siteSale') return sell(block, around);
  return convert(block, around, discountRatePerYear);
}

/** R1.7 What an input of extreme size makes overflow in a block, by its place in the result. */
function overflowOf(
  { sheet, flowsUsd, metrics }: Omit<EvaluatedBlock, 'block' | 'ebitdaUsd'>,
  path: string,
): string[] {
  const results = [...sheet.lines.values(), flowsUsd, metrics];
  if (results.every(allFinite)) return [];
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
  const { input, calendar } = around;
  const notComputable = inspectBlock(input, index);
  if (notComputable) return notComputable;
  // Inspection has just shown that every key of the block is there and inside its domain.
  const block = placed(input, input.blocks?.[index] as Block);
  const path = `blocks[${index}]`;
  if (block.kind === 'colocation' || block.kind === 'gpuCloud') {
    const invalid = datesOutOfOrder(block, aiDatesOf(block), path);
    if (invalid.length > 0) return { computable: false, missing: [], invalid };
  }
  const ratePerYear = block.discountRatePerYear ?? input.discountRatePerYear ?? 0;
  const lines = linesOf(block, around, ratePerYear);
  const flowsUsd = flowVector(lines.sheet, flowLines);
  const ebitdaUsd = ebitdaOf(lines.sheet);
  const ebitdaTotalUsd = ebitdaUsd.subarray(0, calendar.horizonMonths).reduce((sum, flow) => sum + flow, 0);
  const metrics = { ...lines.metrics, npvUsd: npvUsd(ratePerYear, flowsUsd), ebitdaTotalUsd };
  const overflown = overflowOf({ ...lines, flowsUsd, metrics }, path);
  if (overflown.length > 0) return { computable: false, missing: [], invalid: overflown };
  return { ...lines, block, ebitdaUsd, flowsUsd, metrics };
}
