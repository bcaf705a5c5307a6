import type { FleetGroup } from '../strategy/blockInput.ts';
import { factorOver, type FactorOver } from '../time/factorOver.ts';

/** A fleet group with the months in which it is present and its efficiency as run. */
export interface RunningGroup {
  readonly group: FleetGroup;
  /** e: efficiency as run [J/TH] */
  readonly efficiencyJPerTh: number;
  readonly fromMonth: number;
  /** First month without the group; Infinity where nothing ends it. */
  readonly endMonth: number;
}

/**
 * R3.6 Machines of a group that still work: count·(1−failureRatePerYear)^(age/12), not rounded.
 * @param ageMonths months since the group's first month, at least 0
 * @param factor where the surviving shares may be looked up
 * @example aliveUnits({ count: 1000, failureRatePerYear: 0.1 }, 24) // → 810
 */
export function aliveUnits(group: FleetGroup, ageMonths: number, factor: FactorOver = factorOver): number {
  if (group.failureRatePerYear === 0 || ageMonths === 0) return group.count;
  return group.count * factor(1 - group.failureRatePerYear, ageMonths);
}

/**
 * R3.1, R3.6 The groups of a block in merit order: rising J/TH as run, ties in the order of the list.
 * @param blockEndMonth first month without the block; Infinity where nothing ends it
 */
export function meritOrder(fleet: readonly FleetGroup[], blockEndMonth: number): RunningGroup[] {
  return fleet
    .map((group) => ({
      group,
      efficiencyJPerTh: group.efficiencyJPerTh * group.efficiencyFactor,
      fromMonth: group.fromMonth,
      endMonth: Math.min(group.toMonth ?? Infinity, blockEndMonth),
    }))
    .toSorted((a, b) => a.efficiencyJPerTh - b.efficiencyJPerTh);
}

/**
 * R3.6 Grid power that all working machines of a group would draw: alive·TH/s·factor·e/1e6·PUE.
 * @returns [MW]
 * @example fullGridMw({ group: { count: 1000, hashrateThS: 200, hashrateFactor: 1, failureRatePerYear: 0 },
 *   efficiencyJPerTh: 20, fromMonth: 0 }, 5, 1.05) // → 4.2
 */
export function fullGridMw(
  running: RunningGroup,
  month: number,
  miningPue: number,
  factor: FactorOver = factorOver,
): number {
  const { group, efficiencyJPerTh, fromMonth } = running;
  const terahashesPerS =
    aliveUnits(group, month - fromMonth, factor) * group.hashrateThS * group.hashrateFactor;
  return ((terahashesPerS * efficiencyJPerTh) / 1e6) * miningPue;
}
