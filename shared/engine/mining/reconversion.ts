import type { FleetGroup, MiningBlock } from '../strategy/blockInput.ts';
import { lineOf, postFlow, type LineSheet } from '../strategy/lineSheet.ts';
import type { PowerSeries } from './power.ts';

function laterGroup(group: FleetGroup, months: number): FleetGroup {
  const { fromMonth, toMonth } = group;
  const isEnded = toMonth !== undefined && toMonth !== null;
  return { ...group, fromMonth: fromMonth + months, ...(isEnded && { toMonth: toMonth + months }) };
}

/**
 * R3.11a A mining block whose months count from the start s after an AI block, as months from the valuation month.
 * @param startMonth s = end of the AI block + reconversionMonths
 * @example startedAt({ fromMonth: 0, toMonth: 24, fleet: [] }, 60) // → { fromMonth: 60, toMonth: 84, fleet: [] }
 */
export function startedAt(block: MiningBlock, startMonth: number): MiningBlock {
  const isEnded = block.toMonth !== undefined && block.toMonth !== null;
  return {
    ...block,
    fromMonth: block.fromMonth + startMonth,
    ...(isEnded && { toMonth: block.toMonth + startMonth }),
    fleet: block.fleet.map((group) => laterGroup(group, startMonth)),
  };
}

/** R3.11a What the hall costs to turn back: reconversionCostUsdPerMw · powerMw, grid MW [USD]. */
export function reconversionCostUsd(block: MiningBlock): number {
  return block.startsAfter ? (block.reconversionCostUsdPerMw ?? 0) * block.powerMw : 0;
}

/**
 * R3.11a Posts the cost of turning the hall back in equal parts in the months before the start, without such months in
 * the month before it; meanwhile the block holds the power and pays its demand charge.
 * @param startMonth s, the first month of mining after the AI block
 */
export function postReconversion(
  sheet: LineSheet,
  block: MiningBlock,
  startMonth: number,
  power: PowerSeries,
): void {
  const months = block.reconversionMonths ?? 0;
  const payments = Math.max(1, months);
  for (let month = startMonth - payments; month < startMonth; month += 1)
    postFlow(sheet, 'reconversionUsd', month, -reconversionCostUsd(block) / payments);
  const demandCharge = lineOf(sheet, 'demandChargeUsd');
  const last = Math.min(startMonth, sheet.calendar.computedMonths);
  for (let month = Math.max(0, startMonth - months); month < last; month += 1)
    demandCharge[month] = -(power.demandChargeUsdPerMwMonth[month] ?? 0) * block.powerMw;
}
