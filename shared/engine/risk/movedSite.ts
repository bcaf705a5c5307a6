import { baseMarket } from '../analysis/baseMarket.ts';
import { evaluatePlan } from '../analysis/evaluatePlan.ts';
import type { SiteEvidence } from '../analysis/evidence.ts';
import type { InputKey } from '../analysis/inputTable.ts';
import { resolveInputs, valuesOf } from '../analysis/resolveInputs.ts';
import { plannedStrategies } from '../analysis/sitePlans.ts';
import { strategyNpvUsd } from '../analysis/strategyFigures.ts';
import { createEvaluationCache, type EvaluationCache } from '../strategy/evaluationCache.ts';
import type { StrategyKind } from '../strategy/verdict.ts';

/** An input set to a value, as the analyst would set it. */
export interface Move {
  readonly key: InputKey;
  readonly value: number;
}

/** R5.16 The NPVs a site's strategies are ranked by, in the order of `plannedStrategies`; null: not computable. */
export interface StrategyNpvs {
  readonly gridMw: number | null;
  readonly npvUsd: readonly (number | null)[];
}

/** R7.1b A site whose inputs can be moved. */
export interface MovedSite {
  /**
   * NPVs with some inputs moved.
   * @param strategies the others are not computed and stand as null
   */
  of(moves: readonly Move[], strategies?: readonly StrategyKind[]): StrategyNpvs;
}

/** R1.9, R7.3a The evidence with own values for the inputs that are moved; a scenario's changes of them give way. */
export function withMoves(evidence: SiteEvidence, moves: readonly Move[]): SiteEvidence {
  if (moves.length === 0) return evidence;
  const isMoved = new Set<string>(moves.map(({ key }) => key));
  const { scenario } = evidence;
  return {
    ...evidence,
    ...(scenario && {
      scenario: { ...scenario, changes: scenario.changes.filter(({ key }) => !isMoved.has(key)) },
    }),
    ownValues: [
      ...evidence.ownValues.filter(({ key }) => !isMoved.has(key)),
      ...moves.map(({ key, value }) => ({ key, value, note: null, enteredBy: null, enteredAt: '' })),
    ],
  };
}

/**
 * R7.1b A site whose inputs can be moved; what is derived from them follows.
 * @param known a cache that the evaluations read; what a trial computes is not kept in it
 */
export function movedSite(
  evidence: SiteEvidence,
  known: EvaluationCache = createEvaluationCache(),
): MovedSite {
  return {
    of: (moves, strategies = plannedStrategies) => {
      const moved = withMoves(evidence, moves);
      const values = valuesOf(resolveInputs(moved));
      const market = baseMarket(moved, values);
      const cache = moves.length === 0 ? known : createEvaluationCache(known);
      return {
        gridMw: values.gridPowerMw ?? null,
        npvUsd: plannedStrategies.map((kind) =>
          strategies.includes(kind)
            ? (strategyNpvUsd(kind, evaluatePlan(kind, moved, values, market, cache).result) ?? null)
            : null,
        ),
      };
    },
  };
}
