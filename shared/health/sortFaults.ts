import type { Fault } from '../domain/fault.ts';
import type { FaultEffect } from '../engine/health/faultEffect.ts';
import { faultCodes } from './fault.ts';

/** Effects as far as they are computed, by fault. */
export type Effects = ReadonlyMap<string, FaultEffect>;

const unknown = -1;

function rankOf(fault: Fault, effects: Effects): readonly [number, number, number] {
  const effect = effects.get(fault.id)?.usdPerGridMw ?? unknown;
  return [effect, fault.blockedMw ?? unknown, -faultCodes.indexOf(fault.code)];
}

/**
 * P31 Faults by their effect on results: the greatest first, then those that keep sites from being computed by their
 * MW, then the rest in the order of the checks.
 */
export function sortedFaults(faults: readonly Fault[], effects: Effects): Fault[] {
  const keyed = faults.map((fault) => ({ fault, rank: rankOf(fault, effects) }));
  return keyed
    .toSorted((a, b) => b.rank[0] - a.rank[0] || b.rank[1] - a.rank[1] || b.rank[2] - a.rank[2])
    .map(({ fault }) => fault);
}
