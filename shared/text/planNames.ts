import type { ChartMark } from '../charts/chartSpec.ts';
import type { PlanRef } from '../engine/analysis/planFlows.ts';
import { isStrategyKind } from '../engine/strategy/verdict.ts';
import type { Language } from '../format/number.ts';
import { strategyNames } from './strategyNames.ts';

/** What names the own plans of a site. */
type Named = readonly { readonly id: string; readonly name: string }[];

/** A plan's name: of a strategy the fixed one, of an own plan the analyst's. */
export function planName(ref: PlanRef, ownPlans: Named | undefined, language: Language): string {
  if (ref.kind === 'strategy') return strategyNames[language][ref.strategy];
  return ownPlans?.find(({ id }) => id === ref.id)?.name ?? ref.id;
}

export function planMark(ref: PlanRef): ChartMark {
  return ref.kind === 'strategy' ? ref.strategy : 'own';
}

const ownPrefix = 'own:';

/** A plan as the value of a choice. */
export function planKey(ref: PlanRef): string {
  return ref.kind === 'strategy' ? ref.strategy : `${ownPrefix}${ref.id}`;
}

export function planOfKey(key: string): PlanRef {
  return isStrategyKind(key)
    ? { kind: 'strategy', strategy: key }
    : { kind: 'own', id: key.slice(ownPrefix.length) };
}
