import { emptySplit, splitAlliance } from '../ai/alliance.ts';
import { endOfMining } from '../strategy/caseInspection.ts';
import type { Block, BlockInput, MiningBlock } from '../strategy/blockInput.ts';
import type { EvaluationCache } from '../strategy/evaluationCache.ts';
import type { Power } from '../strategy/marketInput.ts';
import { npvUsd } from '../strategy/npv.ts';
import { evaluateBlocks } from '../strategy/siteCase.ts';
import type { SiteCase } from '../strategy/siteCaseInput.ts';
import type { Calendar } from '../time/months.ts';
import { compileHall, isHallLinear } from './compiledHall.ts';
import { compileMining, type RunBlock } from './compiledMining.ts';
import type { Draw } from './draw.ts';
import type { SimulatedPlan } from './plannedSite.ts';

/** A plan of a draw: the flow it is judged by goes into the vector, valuation date first; its NPV is returned [USD]. */
export type RunPlan = (draw: Draw, hashpriceUsdPerPhDay: Float64Array, flowsUsd: Float64Array) => number;

/** A block that several plans have, computed once a draw. */
interface SharedBlock {
  readonly run: RunBlock;
  readonly flowsUsd: Float64Array;
  npvUsd: number;
  path: number;
}

/** What plans are compiled with. */
export interface CompileSettings {
  /** Blocks that are compiled already, by what they are made of. */
  readonly shared: Map<string, SharedBlock>;
  readonly calendar: Calendar;
  readonly cache: EvaluationCache;
  readonly isRentSigned: boolean;
  readonly drawsDefault: boolean;
}

function isReplaced(plan: SiteCase, id: string): boolean {
  return plan.blocks.some((block) => 'replaces' in block && block.replaces === id);
}

/** R7.3 A block that a scenario moves by months or ends. */
function isMovedByMonth(block: Block, before: BlockInput | null | undefined): boolean {
  if (block.kind === 'siteSale') return false;
  if (block.byMonth) return true;
  return block.kind === 'mining' && before?.kind === 'mining' && block.toMonth !== before.toMonth;
}

/** R7.2i Whether the compiled form holds a block; the engine computes the draws of a plan with one that it does not. */
function isHeld(block: Block, before: BlockInput | null | undefined, horizonMonths: number): boolean {
  if (isMovedByMonth(block, before)) return false;
  if (block.kind === 'siteSale') return true;
  if (block.kind === 'mining')
    return !block.takeOrPay && (block.startsAfter === undefined || block.startsAfter === null);
  return isHallLinear(block, horizonMonths);
}

function rateOf(plan: SiteCase, block: Block): number {
  return block.discountRatePerYear ?? plan.discountRatePerYear;
}

/** R5.2b The end of a mining block; undefined where nothing ends it. */
function endMonthOf(plan: SiteCase, block: MiningBlock): number | undefined {
  const isOpen = (block.toMonth === undefined || block.toMonth === null) && !isReplaced(plan, block.id);
  return isOpen ? undefined : endOfMining(plan, block.id, block.toMonth);
}

/** A block whose flow nothing that is drawn moves. */
function constantBlock(plan: SiteCase, index: number, cache: EvaluationCache): RunBlock {
  const evaluated = evaluateBlocks(plan, cache)?.blocks[index];
  if (!evaluated) throw new RangeError(`blocks[${index}]`);
  const { flowsUsd: constant, metrics } = evaluated;
  return (_draw, _hashprice, flowsUsd) => {
    flowsUsd.set(constant);
    return metrics.npvUsd ?? 0;
  };
}

function compileBlock(plan: SiteCase, index: number, settings: CompileSettings): RunBlock {
  const block = plan.blocks[index] as Block;
  const { calendar, cache } = settings;
  const ratePerYear = rateOf(plan, block);
  if (block.kind === 'siteSale') return constantBlock(plan, index, cache);
  if (block.kind === 'mining') {
    const power = (block.power ?? plan.power) as Power;
    return compileMining({ block, power, ratePerYear, calendar, cache, endMonth: endMonthOf(plan, block) });
  }
  const { isRentSigned, drawsDefault } = settings;
  return compileHall({ plan, index, block, ratePerYear, calendar, cache, isRentSigned, drawsDefault });
}

/** Plans have blocks in common, such as the mining that a hall replaces. */
function sharedBlock(plan: SiteCase, index: number, settings: CompileSettings): SharedBlock {
  const block = plan.blocks[index] as Block;
  const madeOf = {
    block: { ...block, id: '', replaces: 'replaces' in block && Boolean(block.replaces) },
    power: ('power' in block && block.power) || plan.power,
    ratePerYear: rateOf(plan, block),
    grossToItRatio: plan.site?.grossToItRatio,
    endMonth: block.kind === 'mining' ? String(endMonthOf(plan, block)) : '',
  };
  const key = JSON.stringify(madeOf);
  const known = settings.shared.get(key);
  if (known) return known;
  const flowsUsd = new Float64Array(settings.calendar.horizonMonths + 1);
  const made = { run: compileBlock(plan, index, settings), flowsUsd, npvUsd: NaN, path: -1 };
  settings.shared.set(key, made);
  return made;
}

/**
 * R5.2a, R7.2i A plan compiled for draws: the sum of its blocks, each at its own rate, in an alliance the miner's part.
 * @returns undefined where the plan has what the compiled form does not hold
 */
export function compilePlan(
  { planned, beforeScenario, isAlliance, isFinanced }: SimulatedPlan,
  settings: CompileSettings,
): RunPlan | undefined {
  const { horizonMonths } = settings.calendar;
  const before = beforeScenario.blocks ?? [];
  if (isFinanced || !planned.blocks.every((block, at) => isHeld(block, before[at], horizonMonths)))
    return undefined;
  const blocks = planned.blocks.map((_block, index) => sharedBlock(planned, index, settings));
  const sum: RunPlan = (draw, hashprice, flowsUsd) => {
    let npv = 0;
    flowsUsd.fill(0);
    for (const block of blocks) {
      if (block.path !== draw.path) {
        block.npvUsd = block.run(draw, hashprice, block.flowsUsd);
        block.path = draw.path;
      }
      npv += block.npvUsd;
      const ofBlock = block.flowsUsd;
      for (let index = 0; index <= horizonMonths; index += 1)
        flowsUsd[index] = (flowsUsd[index] as number) + (ofBlock[index] as number);
    }
    return npv;
  };
  const { alliance } = planned;
  if (!isAlliance || !alliance) return sum;
  const split = emptySplit(horizonMonths + 1);
  const vectors = Object.values(split) as Float64Array[];
  return (draw, hashprice, flowsUsd) => {
    sum(draw, hashprice, flowsUsd);
    for (const vector of vectors) vector.fill(0);
    flowsUsd.set(splitAlliance(alliance, flowsUsd, undefined, split).minerUsd);
    return npvUsd(alliance.minerDiscountRatePerYear, flowsUsd, settings.cache.factorsOf);
  };
}
