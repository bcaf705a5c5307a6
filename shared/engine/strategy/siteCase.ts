import { powerSeries, type PowerSeries } from '../mining/power.ts';
import { marketSeries, type MarketSeries } from '../protocol/marketSeries.ts';
import { halvingMonths } from '../protocol/subsidySeries.ts';
import { createCalendar, formatMonth, parseMonth, type Calendar } from '../time/months.ts';
import { asNotComputable } from './caseInspection.ts';
import { evaluateBlock, type CaseSurroundings, type EvaluatedBlock } from './evaluateBlock.ts';
import { evaluateSite } from './evaluateSite.ts';
import { inspect, type Findings } from './shape.ts';
import type { Halving, Market, Power } from './marketInput.ts';
import type { SiteCaseInput } from './siteCaseInput.ts';
import { horizonShape, marketShape } from './siteCaseShape.ts';
import type { BlockResult, NotComputable, SiteCaseResult } from './siteCaseResult.ts';

/** Runs a computation at its first use only. */
function once<T>(compute: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= compute());
}

/** R1.1 The calendar of a case, or undefined where start or length is missing or impossible. */
function calendarOf(input: SiteCaseInput): Calendar | undefined {
  const findings: Findings = { missing: [], invalid: [] };
  inspect(horizonShape, input, '', findings);
  const firstMonth = parseMonth(input.valuationMonth ?? '');
  if (asNotComputable(findings) || firstMonth === undefined) return undefined;
  return createCalendar(firstMonth, input.horizonMonths ?? 0);
}

interface KnownSeries {
  readonly calendar: Calendar;
  readonly series: MarketSeries;
}

/** The market of a comparison is one object in all its plans; its months are worked out once. */
const knownMarkets = new WeakMap<Market, KnownSeries>();

function seriesOf(market: Market, calendar: Calendar): MarketSeries {
  const known = knownMarkets.get(market);
  if (
    known?.calendar.firstMonth === calendar.firstMonth &&
    known.calendar.computedMonths === calendar.computedMonths
  )
    return known.series;
  const series = marketSeries(market, calendar);
  knownMarkets.set(market, { calendar, series });
  return series;
}

function surroundingsOf(input: SiteCaseInput, calendar: Calendar): CaseSurroundings {
  return {
    input,
    calendar,
    market: once((): MarketSeries => seriesOf(input.market as Market, calendar)),
    sitePower: once((): PowerSeries => powerSeries(input.power as Power, calendar.computedMonths)),
  };
}

/**
 * R2.6 Months of a case's horizon in which a halving falls, counted from the valuation month; for charts.
 * @returns ascending; empty where the case has no complete calendar or market
 */
export function halvingMonthsOf(input: SiteCaseInput): number[] {
  const calendar = calendarOf(input);
  const findings: Findings = { missing: [], invalid: [] };
  inspect(marketShape, input.market, 'market', findings);
  if (!calendar || asNotComputable(findings)) return [];
  return halvingMonths(input.market?.halvings as readonly Halving[], calendar);
}

function isEvaluated(block: EvaluatedBlock | NotComputable): block is EvaluatedBlock {
  return 'sheet' in block;
}

/** Copied by a plain loop, which is five times as fast as Array.from. */
function monthsUnlessZero(values: Float64Array, horizonMonths: number): number[] | undefined {
  const months: number[] = [];
  let isZero = true;
  for (let month = 0; month < horizonMonths; month += 1) {
    const value = values[month] ?? 0;
    if (value !== 0) isZero = false;
    months.push(value);
  }
  return isZero ? undefined : months;
}

/** A block as shown: months of the horizon only, lines that are zero throughout left out (R1.6, R1.8). */
function blockResult(id: string, block: EvaluatedBlock | NotComputable, horizonMonths: number): BlockResult {
  if (!isEvaluated(block)) return { id, ...block };
  const { sheet, metrics } = block;
  const monthly: Record<string, number[]> = {};
  for (const [line, values] of sheet.lines) {
    const months = monthsUnlessZero(values, horizonMonths);
    if (months) monthly[line] = months;
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
 * @returns flows of months 0 … T−1 [USD], flows of the valuation date apart
 * @example evaluateSiteCase({}).site // → { computable: false, missing: ['valuationMonth', 'horizonMonths',
 *   'blocks'] }
 */
export function evaluateSiteCase(input: SiteCaseInput): SiteCaseResult {
  const calendar = calendarOf(input);
  const ids = (input.blocks ?? []).map((block) => block?.id ?? '');
  if (!calendar) return withoutCalendar(input, ids);
  const around = surroundingsOf(input, calendar);
  const blocks = ids.map((_id, index) => evaluateBlock(around, index));
  const { horizonMonths } = calendar;
  const evaluated = blocks.filter(isEvaluated);
  const isComplete =
    input.blocks !== null && input.blocks !== undefined && evaluated.length === blocks.length;
  return {
    months: Array.from({ length: horizonMonths }, (_, month) => formatMonth(calendar.firstMonth + month)),
    hours: monthsUnlessZero(calendar.hours, horizonMonths) ?? [],
    blocks: blocks.map((block, index) => blockResult(ids[index] ?? '', block, horizonMonths)),
    site: isComplete ? evaluateSite(input, calendar, evaluated) : notComputableSite(input, blocks),
  };
}

/**
 * R5.2a The blocks of a case with every month that was computed, for whoever takes a result apart.
 * @returns undefined where the case has no calendar or a block cannot be computed
 */
export function evaluateBlocks(
  input: SiteCaseInput,
): { readonly calendar: Calendar; readonly blocks: readonly EvaluatedBlock[] } | undefined {
  const calendar = calendarOf(input);
  if (!calendar) return undefined;
  const around = surroundingsOf(input, calendar);
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
