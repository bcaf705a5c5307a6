import type { PlanRef } from '../../../shared/engine/analysis/planFlows.ts';
import { plannedStrategies } from '../../../shared/engine/analysis/sitePlans.ts';
import type { StrategyKind } from '../../../shared/engine/strategy/verdict.ts';

const refs = new Map<StrategyKind, PlanRef>(
  plannedStrategies.map((strategy) => [strategy, { kind: 'strategy', strategy }]),
);

/** A strategy as a plan: the same object each time, so that asking again is seen as no new question. */
export function strategyPlan(strategy: StrategyKind): PlanRef {
  return refs.get(strategy) ?? { kind: 'strategy', strategy };
}
