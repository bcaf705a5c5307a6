import { createBoundedCache, type BoundedCache } from '../cache/boundedCache.ts';
import type { PowerSeries } from '../mining/power.ts';
import type { MarketSeries } from '../protocol/marketSeries.ts';
import { createDiscountTable, type Discounting } from '../time/discount.ts';
import { createFactorTable, type FactorOver } from '../time/factorOver.ts';
import type { Calendar } from '../time/months.ts';
import type { AiBlock, MiningBlock, SiteSaleBlock } from './blockInput.ts';
import type { EvaluatedBlock } from './evaluateBlock.ts';
import type { Market, Power } from './marketInput.ts';
import type { Findings, Shape } from './shape.ts';
import type { MirrRates } from './siteCaseInput.ts';
import type { FlowMetrics } from './siteCaseResult.ts';

/** The months of a case, as computed with and as shown. */
export interface CaseMonths {
  readonly calendar: Calendar;
  readonly names: readonly string[];
  readonly hours: readonly number[];
}

interface AnyBlockKey {
  readonly ratePerYear: number;
  readonly calendar: Calendar;
}

interface MiningKey extends AnyBlockKey {
  readonly of: 'mining';
  readonly endMonth: number;
  readonly startMonth: number | undefined;
  readonly block: MiningBlock;
  readonly power: PowerSeries;
  readonly market: MarketSeries;
}

interface AiKey extends AnyBlockKey {
  readonly of: 'ai';
  readonly grossToItRatio: number;
  readonly block: AiBlock;
  readonly power: PowerSeries;
}

interface SaleKey extends AnyBlockKey {
  readonly of: 'sale';
  readonly block: SiteSaleBlock;
}

/** Everything that the lines of a block follow from. */
export type BlockKey = MiningKey | AiKey | SaleKey;

/** Everything that the figures of a flow follow from. */
export interface FlowKey {
  readonly ratePerYear: number;
  readonly npvUsd: number;
  readonly mirr: MirrRates | undefined;
  readonly flowsUsd: Float64Array;
}

/**
 * What evaluations share with each other: plans of a site with blocks in common, and a site before and after a change of
 * one input. A result is found by the content of everything it was computed from, so it is the one that would be
 * computed anew.
 */
export interface EvaluationCache {
  readonly months: BoundedCache<{ firstMonth: number; horizonMonths: number }, CaseMonths>;
  readonly markets: BoundedCache<{ market: Market; calendar: Calendar }, MarketSeries>;
  readonly power: BoundedCache<{ power: Power; monthCount: number }, PowerSeries>;
  readonly findings: BoundedCache<{ path: string; shape: Shape; value: unknown }, Findings>;
  readonly blocks: BoundedCache<BlockKey, EvaluatedBlock>;
  readonly flows: BoundedCache<FlowKey, FlowMetrics>;
  readonly factorOver: FactorOver;
  readonly factorsOf: Discounting;
}

/** Enough for all plans of a site and for three or four changes of an input; a block takes about 50 kB. */
const blockLimit = 64;

/**
 * A cache for the evaluations of one site.
 * @param behind is read as well, but left as it is: for trials whose results nobody asks for again
 */
export function createEvaluationCache(behind?: EvaluationCache): EvaluationCache {
  return {
    months: createBoundedCache(4, behind?.months),
    markets: createBoundedCache(4, behind?.markets),
    power: createBoundedCache(16, behind?.power),
    findings: createBoundedCache(blockLimit, behind?.findings),
    blocks: createBoundedCache(blockLimit, behind?.blocks),
    flows: createBoundedCache(blockLimit, behind?.flows),
    factorOver: behind?.factorOver ?? createFactorTable(),
    factorsOf: behind?.factorsOf ?? createDiscountTable(),
  };
}
