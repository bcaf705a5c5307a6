import { powerSeries } from '../mining/power.ts';
import { numbersOf } from '../numeric/numbersOf.ts';
import { marketSeries } from '../protocol/marketSeries.ts';
import { halvingMonths } from '../protocol/subsidySeries.ts';
import { createCalendar, formatMonth, parseMonth, type Calendar } from '../time/months.ts';
import { asNotComputable } from './caseInspection.ts';
import { evaluateBlock, type CaseSurroundings, type EvaluatedBlock } from './evaluateBlock.ts';
import { evaluateSite } from './evaluateSite.ts';
import { createEvaluationCache, type CaseMonths, type EvaluationCache } from './evaluationCache.ts';
import { inspect, type Findings } from './shape.ts';
import type { Halving, Market } from './marketInput.ts';
import type { SiteCaseInput } from './siteCaseInput.ts';
import { horizonShape, marketShape } from './siteCaseShape.ts';
import type { BlockResult, ComputedBlock, NotComputable, SiteCaseResult } from './siteCaseResult.ts';

/** R1.1 The months of a case, or undefined where start or length is missing or impossible. */
function monthsOf(input: SiteCaseInput, cache: EvaluationCache): CaseMonths | undefined {
  const findings: Findings = { missing: [], invalid: [] };
  inspect(horizonShape, input, '', findings);
  const firstMonth = parseMonth(input.valuationMonth ?? '');
  if (asNotComputable(findings) || firstMonth === undefined) return undefined;
  const horizonMonths = input.horizonMonths ?? 0;
  return cache.months.of({ firstMonth, horizonMonths }, () => {
    const calendar = createCalendar(firstMonth, horizonMonths);
    const names = Array.from({ length: horizonMonths }, (_, month) => formatMonth(firstMonth + month));
    return { calendar, names, hours: numbersOf(calendar.hours, 0, horizonMonths) };
  });
}

function surroundingsOf(input: SiteCaseInput, calendar: Calendar, cache: EvaluationCache): CaseSurroundings {
  const market = input.market as Market;
  const monthCount = calendar.computedMonths;
  return {
    input,
    calendar,
    cache,
    market: () => cache.markets.of({ calendar, market }, () => marketSeries(market, calendar)),
    powerOf: (power) => cache.power.of({ monthCount, power }, () => powerSeries(power, monthCount)),
  };
}

/**
 * R2.6 Months of a case's horizon in which a halving falls, counted from the valuation month; for charts.
 * @returns ascending; empty where the case has no complete calendar or market
 */
export function halvingMonthsOf(input: SiteCaseInput): number[] {
  const calendar = monthsOf(input, createEvaluationCache())?.calendar;
  const findings: Findings = { missing: [], invalid: [] };
  inspect(marketShape, input.market, 'market', findings);
  if (!calendar || asNotComputable(findings)) return [];
  return halvingMonths(input.market?.halvings as readonly Halving[], calendar);
}

function isEvaluated(block: EvaluatedBlock | NotComputable): block is EvaluatedBlock {
  return 'sheet' in block;
}

function blockResult(id: string, block: EvaluatedBlock | NotComputable): BlockResult {
  return isEvaluated(block) ? block.result : { id, ...block };
}

/** R1.7 The site lists what is missing for any of its blocks, each path once. */
function notComputableSite(
  input: SiteCaseInput,
  blocks: readonly (EvaluatedBlock | NotComputable)[],
): NotComputable {
  const findings: Findings = { missing: [], invalid: [] };
  for (const block of blocks) {
    if (isEvaluated(block)) continue;
    findings.missing.push(...block.missing);
    findings.invalid.push(...(block.invalid ?? []));
  }
  inspect(horizonShape, input, '', findings);
  if (!input.blocks) findings.missing.push('blocks');
  return asNotComputable(findings) ?? { computable: false, missing: [] };
}

/**
 * R5.2a A plan of one site turned into monthly flows by line, with all its figures. Hybrids need no
 * special case: a plan is a list of blocks with their own dates, the site the sum of the blocks by line.
 * @param input every leaf may be missing (R1.7); what is missing is named, and nothing is filled in for it
 * @param cache what evaluations of the same site share; the result does not depend on it
 * @returns flows of months 0 … T−1 [USD], flows of the valuation date apart
 * @example evaluateSiteCase({}).site // → { computable: false, missing: ['valuationMonth', 'horizonMonths',
 *   'blocks'] }
 */
export function evaluateSiteCase(
  input: SiteCaseInput,
  cache: EvaluationCache = createEvaluationCache(),
): SiteCaseResult {
  const months = monthsOf(input, cache);
  const ids = (input.blocks ?? []).map((block) => block?.id ?? '');
  if (!months) return withoutCalendar(input, ids);
  const { calendar, names, hours } = months;
  const around = surroundingsOf(input, calendar, cache);
  const blocks = ids.map((_id, index) => evaluateBlock(around, index));
  const evaluated = blocks.filter(isEvaluated);
  const isComplete =
    input.blocks !== null && input.blocks !== undefined && evaluated.length === blocks.length;
  return {
    months: names,
    hours,
    blocks: blocks.map((block, index) => blockResult(ids[index] ?? '', block)),
    site: isComplete ? evaluateSite(around, evaluated) : notComputableSite(input, blocks),
  };
}

/**
 * R5.2a One block of a plan, without the site.
 * @param index place of the block in the list
 * @returns undefined where it cannot be computed
 */
export function evaluateBlockOfCase(
  input: SiteCaseInput,
  index: number,
  cache: EvaluationCache,
): ComputedBlock | undefined {
  const months = monthsOf(input, cache);
  if (!months) return undefined;
  const block = evaluateBlock(surroundingsOf(input, months.calendar, cache), index);
  return isEvaluated(block) ? block.result : undefined;
}

/**
 * R5.2a The blocks of a case with every month that was computed, for whoever takes a result apart.
 * @returns undefined where the case has no calendar or a block cannot be computed
 */
export function evaluateBlocks(
  input: SiteCaseInput,
  cache: EvaluationCache = createEvaluationCache(),
): { readonly calendar: Calendar; readonly blocks: readonly EvaluatedBlock[] } | undefined {
  const calendar = monthsOf(input, cache)?.calendar;
  if (!calendar) return undefined;
  const around = surroundingsOf(input, calendar, cache);
  const blocks = (input.blocks ?? []).map((_block, index) => evaluateBlock(around, index));
  return blocks.every(isEvaluated) ? { calendar, blocks } : undefined;
}

function withoutCalendar(input: SiteCaseInput, ids: readonly string[]): SiteCaseResult {
  const findings: Findings = { missing: [], invalid: [] };
  inspect(horizonShape, input, '', findings);
  const reason = asNotComputable(findings) ?? { computable: false, missing: [] };
  return {
    months: [],
    hours: [],
    blocks: ids.map((id) => ({ id, ...reason })),
    site: notComputableSite(input, []),
  };
}
