import type { StrategyKind } from '../strategy/verdict.ts';
import { createEvaluationCache, type EvaluationCache } from '../strategy/evaluationCache.ts';
import { findFlips } from '../strategy/flipValues.ts';
import { baseMarket } from './baseMarket.ts';
import { evaluatePlan } from './evaluatePlan.ts';
import type { SiteEvidence } from './evidence.ts';
import { inputTable, type InputKey } from './inputTable.ts';
import { valuesOf } from './resolveInputs.ts';
import type { AnalysisFlip, SiteFigures } from './siteAnalysis.ts';
import { plannedStrategies } from './sitePlans.ts';
import { strategyNpvUsd } from './strategyFigures.ts';

/** R5.17 The inputs whose flip values are looked for, each over the range in which a reader could imagine it. */
const flipRanges = {
  rentYear1UsdPerKwMonth: { lowFactor: 0.1, highFactor: 3 },
  shellCapexUsdPerMwIt: { lowFactor: 0.1, highFactor: 4 },
  btcPriceUsd: { lowFactor: 0.2, highFactor: 10 },
  powerPriceUsdPerMwh: { lowFactor: 0.1, highFactor: 5 },
} as const satisfies Partial<Record<InputKey, unknown>>;

export type FlipKey = keyof typeof flipRanges;
export const flipKeys: readonly FlipKey[] = [
  'rentYear1UsdPerKwMonth',
  'shellCapexUsdPerMwIt',
  'btcPriceUsd',
  'powerPriceUsdPerMwh',
];
const flipSteps = 16;

function planned(kind: string | null): StrategyKind | undefined {
  return plannedStrategies.find((strategy) => strategy === kind);
}

/**
 * R5.17 The values of one input at which the verdict turns.
 * @param figures the site's figures, whose best strategy and nearest rival are compared
 * @param known the cache with which the figures were made: what the input does not move is not evaluated again
 * @returns undefined where there is nothing to compare or the input has no positive value
 */
export function siteFlip(
  evidence: SiteEvidence,
  figures: SiteFigures,
  key: FlipKey,
  known: EvaluationCache = createEvaluationCache(),
): AnalysisFlip | undefined {
  const best = planned(figures.verdict.best);
  const other = planned(figures.verdict.otherStrategy);
  const values = valuesOf(figures.inputs);
  const base = values[key];
  if (best === undefined || other === undefined || base === undefined || base <= 0) return undefined;
  const { lowFactor, highFactor } = flipRanges[key];
  const low = Math.max(inputTable[key].min, base * lowFactor);
  const high = Math.min(inputTable[key].max, base * highFactor);
  const difference = (x: number): number | undefined => {
    const moved = { ...values, [key]: x };
    const market = baseMarket(evidence, moved);
    const cache = createEvaluationCache(known);
    const npvUsd = (strategy: StrategyKind): number | undefined =>
      strategyNpvUsd(strategy, evaluatePlan(strategy, evidence, moved, market, cache).result);
    const [ofBest, ofOther] = [npvUsd(best), npvUsd(other)];
    return ofBest === undefined || ofOther === undefined ? undefined : ofBest - ofOther;
  };
  return {
    key,
    baseValue: base,
    low,
    high,
    ...findFlips(difference, { base, low, high, steps: flipSteps }),
  };
}
