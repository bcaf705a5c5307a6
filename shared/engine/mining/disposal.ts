import type { FleetGroup, MiningBlock } from '../strategy/blockInput.ts';
import { postFlow, type LineSheet } from '../strategy/lineSheet.ts';
import { pathAt } from '../time/path.ts';
import { aliveUnits } from './fleet.ts';

/**
 * R3.9 Whether a group is ever there: one that is still to be bought or moved, but ends before it starts,
 * is not.
 * @param groupEnd first month without the group; Infinity where nothing ends it
 * @example isEverOwned({ fromMonth: 6, move: { monthsBeforeStart: 0, costUsdPerUnit: 7 } }, 6) // → false
 */
export function isEverOwned(group: FleetGroup, groupEnd: number): boolean {
  return groupEnd > group.fromMonth || !(group.purchase || group.move);
}

/**
 * R3.10 Month in which a group is sold: max(0, min(groupEnd, T) − 1 + monthsAfterEnd).
 * @returns undefined where the group has no sale, is never owned, or the month lies beyond the horizon
 * @example saleMonthOf({ fromMonth: 0, sale: { monthsAfterEnd: 2 } }, 10, 120) // → 11
 */
export function saleMonthOf(group: FleetGroup, groupEnd: number, horizonMonths: number): number | undefined {
  if (!group.sale || !isEverOwned(group, groupEnd)) return undefined;
  const month = Math.max(0, Math.min(groupEnd, horizonMonths) - 1 + group.sale.monthsAfterEnd);
  return month < horizonMonths ? month : undefined;
}

/**
 * R3.10 Proceeds of a group: alive·(hashrateThS·usdPerTh(month of sale) − costUsdPerUnit), with the
 * machines alive at age max(0, min(groupEnd, T) − fromMonth).
 * @returns [USD]
 * @example saleProceedsUsd({ count: 10, hashrateThS: 200, fromMonth: 0, failureRatePerYear: 0, sale: {
 *   usdPerTh: { values: [5], growthPerYear: 0 }, costUsdPerUnit: 100 } }, 12, 11, 120) // → 9000
 */
export function saleProceedsUsd(
  group: FleetGroup,
  groupEnd: number,
  saleMonth: number,
  horizonMonths: number,
): number {
  if (!group.sale) return 0;
  const alive = aliveUnits(group, Math.max(0, Math.min(groupEnd, horizonMonths) - group.fromMonth));
  return alive * (group.hashrateThS * pathAt(group.sale.usdPerTh, saleMonth) - group.sale.costUsdPerUnit);
}

/**
 * R3.9 Price of a group's machines with other cost, nameplate TH/s: count·TH/s·usdPerTh·(1+otherCostShare)
 * [USD].
 * @example purchaseCostUsd({ count: 10, hashrateThS: 200, purchase: { usdPerTh: 15, otherCostShare: 0.1 } })
 *   // → 33000
 */
export function purchaseCostUsd(group: FleetGroup): number {
  if (!group.purchase) return 0;
  return group.count * group.hashrateThS * group.purchase.usdPerTh * (1 + group.purchase.otherCostShare);
}

/** R3.9, R3.10, R3.11 Posts purchase, move and sale of every group of a mining block. */
export function postFleetCapital(sheet: LineSheet, block: MiningBlock, blockEnd: number): void {
  const { horizonMonths } = sheet.calendar;
  for (const group of block.fleet) {
    const groupEnd = Math.min(group.toMonth ?? Infinity, blockEnd);
    if (!isEverOwned(group, groupEnd)) continue;
    const { purchase, move, sale, fromMonth } = group;
    if (purchase) {
      postFlow(sheet, 'asicPurchaseUsd', fromMonth - purchase.monthsBeforeStart, -purchaseCostUsd(group));
    }
    if (move) {
      postFlow(sheet, 'asicMoveUsd', fromMonth - move.monthsBeforeStart, -group.count * move.costUsdPerUnit);
    }
    if (!sale) continue;
    const month = saleMonthOf(group, groupEnd, horizonMonths);
    if (month === undefined) sheet.warnings.add('saleBeyondHorizon');
    else postFlow(sheet, 'asicSaleUsd', month, saleProceedsUsd(group, groupEnd, month, horizonMonths));
  }
}
