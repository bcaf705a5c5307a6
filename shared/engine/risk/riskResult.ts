import { plannedStrategies } from '../analysis/sitePlans.ts';
import { conversions } from '../claims/conversionClaim.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import type { StrategyNpvs } from './movedSite.ts';

/** R7.1b What is looked at while inputs move. */
export interface RiskResult {
  readonly measure: 'gain' | 'npv';
  readonly strategy: StrategyKind | 'bestConversion';
}

/** R5.16 NPV of one strategy [USD per grid MW]; null where it cannot be computed. */
export function npvPerMw({ gridMw, npvUsd }: StrategyNpvs, kind: StrategyKind): number | null {
  const npv = npvUsd[plannedStrategies.indexOf(kind)] ?? null;
  return npv === null || gridMw === null || gridMw <= 0 ? null : npv / gridMw;
}

/** R5.16 The strategy with the highest NPV per grid MW, ties to the first; null where none can be computed. */
export function bestStrategy(
  npvs: StrategyNpvs,
  among: readonly StrategyKind[] = plannedStrategies,
): StrategyKind | null {
  let best: { kind: StrategyKind; npv: number } | null = null;
  for (const kind of among) {
    const npv = npvPerMw(npvs, kind);
    if (npv !== null && (best === null || npv > best.npv)) best = { kind, npv };
  }
  return best?.kind ?? null;
}

/** R7.1b The strategy a result is of: the one named, or the best conversion. */
export function strategyOfResult(npvs: StrategyNpvs, { strategy }: RiskResult): StrategyKind | null {
  return strategy === 'bestConversion' ? bestStrategy(npvs, conversions) : strategy;
}

/**
 * R7.1b A result [USD per grid MW]: NPV of a strategy, or that less NPV of keep mining.
 * @returns null where it cannot be computed
 */
export function resultOf(npvs: StrategyNpvs, result: RiskResult): number | null {
  const kind = strategyOfResult(npvs, result);
  const npv = kind === null ? null : npvPerMw(npvs, kind);
  if (npv === null || result.measure === 'npv') return npv;
  const mining = npvPerMw(npvs, 'keepMining');
  return mining === null ? null : npv - mining;
}
