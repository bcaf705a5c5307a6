import type { SiteEvidence } from '../analysis/evidence.ts';
import { resolveInputs } from '../analysis/resolveInputs.ts';
import { conversions } from '../claims/conversionClaim.ts';
import { createEvaluationCache, type EvaluationCache } from '../strategy/evaluationCache.ts';
import { axisValues } from './axis.ts';
import { curvePoint, type BreakEvenCurve, type BreakEvenQuestion, type CurvePoint } from './breakEven.ts';
import { inputRanges, type InputRange, type ObservedRange } from './inputRanges.ts';
import { movedSite, type MovedSite } from './movedSite.ts';
import { gridRow, type GridAxis, type SiteGrid } from './riskGrid.ts';
import { bestStrategy, resultOf, type RiskResult } from './riskResult.ts';
import { swingOf, tornadoOf, type InputSwing, type SiteSwings } from './tornado.ts';
import { verdictFlip, verdictFlips, type VerdictFlip, type VerdictFlips } from './verdictFlip.ts';

/** R7.1 Everything that is computed of a site's sensitivity without a further question. */
export interface Sensitivity {
  readonly swings: SiteSwings;
  readonly flips: VerdictFlips;
}

/** A computation in small parts: each step ends one, with how many of all are done. */
export type InParts<Result> = Generator<{ readonly done: number; readonly all: number }, Result>;

/** Runs a computation in parts to its end. */
export function wholeOf<Result>(parts: InParts<Result>): Result {
  for (;;) {
    const step = parts.next();
    if (step.done === true) return step.value;
  }
}

/** R7.1b All strategies with each input that has a range at either end of it, input by input. */
export function* swingsInParts(
  evidence: SiteEvidence,
  observed: readonly ObservedRange[],
  cache: EvaluationCache = createEvaluationCache(),
): InParts<SiteSwings> {
  const site = movedSite(evidence, cache);
  const { ranges, withoutRange } = inputRanges(evidence, resolveInputs(evidence), observed);
  const base = site.of([]);
  const swings: InputSwing[] = [];
  for (const range of ranges) {
    swings.push(swingOf(site, range));
    yield { done: swings.length, all: ranges.length };
  }
  return { base, swings, withoutRange };
}

/** R7.1f What would flip the verdict, input by input. */
export function* flipsInParts(
  evidence: SiteEvidence,
  { base, swings }: SiteSwings,
  cache: EvaluationCache = createEvaluationCache(),
): InParts<VerdictFlips> {
  const site = movedSite(evidence, cache);
  const found: (VerdictFlip | undefined)[] = [];
  for (const swing of swings) {
    found.push(verdictFlip(site, base, swing));
    yield { done: found.length, all: swings.length };
  }
  return verdictFlips(base, swings, found);
}

/** R7.1b The result looked at first: the gain of the conversion that is best now; its NPV where there is no mining. */
export function firstResult({ base }: SiteSwings): RiskResult {
  const strategy = bestStrategy(base, conversions) ?? 'colocation';
  const gain: RiskResult = { measure: 'gain', strategy };
  return resultOf(base, gain) === null ? { measure: 'npv', strategy } : gain;
}

const columns = 8;
const rows = 7;

/** R7.1c An axis over a range, with as many values as a grid shows. */
export function gridAxis(
  range: Pick<InputRange, 'key' | 'unit' | 'base' | 'low' | 'high' | 'isWhole'>,
  side: 'x' | 'y',
): GridAxis {
  const { key, unit, base } = range;
  return { key, unit, base, values: axisValues(range, side === 'x' ? columns : rows) };
}

/** R7.1c The axes looked at first: the two inputs with the greatest effect; undefined where there are not two. */
export function firstAxes(
  swings: SiteSwings,
  result: RiskResult,
): { readonly x: GridAxis; readonly y: GridAxis } | undefined {
  const [first, second] = tornadoOf(swings, result).bars;
  if (!first || !second) return undefined;
  return { x: gridAxis(first.range, 'x'), y: gridAxis(second.range, 'y') };
}

/** R7.1c A grid row by row. */
export function* gridInParts(site: MovedSite, x: GridAxis, y: GridAxis): InParts<SiteGrid> {
  const found: SiteGrid['rows'][number][] = [];
  for (const value of y.values) {
    found.push(gridRow(site, x, y, value));
    yield { done: found.length, all: y.values.length };
  }
  return { x, y, rows: found };
}

/** R7.1e A break-even curve point by point. */
export function* curveInParts(
  site: MovedSite,
  question: BreakEvenQuestion,
  along: GridAxis,
): InParts<BreakEvenCurve> {
  const points: CurvePoint[] = [];
  for (const at of along.values) {
    points.push(curvePoint(site, question, along, at));
    yield { done: points.length, all: along.values.length };
  }
  return { question, along, points };
}

/** R7.1 A site's sensitivity with the map of the two inputs that matter most; null where there are not two. */
export interface SiteRisk {
  readonly sensitivity: Sensitivity;
  readonly grid: SiteGrid | null;
}

/** R7.1b, R7.1c, R7.1f What a briefing and a workbook show of a site's sensitivity, computed in one go. */
export function siteRisk(evidence: SiteEvidence, observed: readonly ObservedRange[]): SiteRisk {
  const cache = createEvaluationCache();
  const swings = wholeOf(swingsInParts(evidence, observed, cache));
  const flips = wholeOf(flipsInParts(evidence, swings, cache));
  const axes = firstAxes(swings, firstResult(swings));
  const grid = axes ? wholeOf(gridInParts(movedSite(evidence, cache), axes.x, axes.y)) : null;
  return { sensitivity: { swings, flips }, grid };
}
