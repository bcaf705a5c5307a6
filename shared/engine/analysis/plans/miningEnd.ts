import type { FleetGroup, MiningBlockInput } from '../../strategy/blockInput.ts';
import { operatingLines } from '../../strategy/lineSheet.ts';
import type { ComputedBlock } from '../../strategy/siteCaseResult.ts';
import type { Discounting } from '../../time/discount.ts';
import type { FactorOver } from '../../time/factorOver.ts';
import { pathAt } from '../../time/path.ts';

interface Operation {
  /** The block as evaluated to the horizon, and as planned. */
  readonly evaluated: ComputedBlock;
  readonly planned: MiningBlockInput;
  readonly horizonMonths: number;
  readonly factorOver: FactorOver;
  readonly factorsOf: Discounting;
}

/** First month after which the block may end: its youngest machines must have run. */
export function earliestEnd({ planned }: Pick<Operation, 'planned'>): number {
  const starts = (planned.fleet ?? []).map((group) => group?.fromMonth ?? 0);
  return Math.max(planned.fromMonth ?? 0, ...starts) + 1;
}

/** R3.10 What the machines of a group bring if the block ends after a month; nothing where they have gone before. */
function saleOfGroupUsd(group: FleetGroup, month: number, factorOver: FactorOver): number {
  const { sale, fromMonth, toMonth } = group;
  if (!sale || (toMonth !== undefined && toMonth !== null && toMonth <= month)) return 0;
  const alive = group.count * factorOver(1 - group.failureRatePerYear, month + 1 - fromMonth);
  return alive * (group.hashrateThS * pathAt(sale.usdPerTh, month, factorOver) - sale.costUsdPerUnit);
}

/** R3.10, R5.2b What the machines of a block bring if it ends after a month [USD]. */
export function saleUsd(
  { planned, factorOver }: Pick<Operation, 'planned' | 'factorOver'>,
  month: number,
): number {
  let sum = 0;
  for (const group of planned.fleet ?? []) sum += saleOfGroupUsd(group as FleetGroup, month, factorOver);
  return sum;
}

/**
 * R5.2b The end of a mining block that nobody replaces: the month at which the present value of its operating flow so
 * far and of its machines' sale is highest. A miner does not keep paying for power it cannot use at a profit.
 * @param operation of a block that could be computed, so none of its inputs is missing; its machines are sold in the
 *   month in which they stop
 * @returns the first month without the block; undefined where it runs to the horizon
 */
export function bestEndMonth(operation: Operation): number | undefined {
  const { evaluated, planned, horizonMonths, factorsOf } = operation;
  const factors = factorsOf(planned.discountRatePerYear ?? 0, horizonMonths + 1);
  const earliest = earliestEnd(operation);
  const lines = operatingLines.flatMap((line) => (evaluated.monthly[line] ? [evaluated.monthly[line]] : []));
  let operatedUsd = 0;
  let best = { end: horizonMonths, valueUsd: -Infinity };
  for (let month = 0; month < horizonMonths; month += 1) {
    const factor = factors[month + 1] ?? 0;
    for (const line of lines) operatedUsd += (line[month] ?? 0) * factor;
    if (month + 1 < earliest) continue;
    const valueUsd = operatedUsd + saleUsd(operation, month) * factor;
    // On equal values the later end, so that a block without any effect runs on.
    if (valueUsd >= best.valueUsd) best = { end: month + 1, valueUsd };
  }
  return best.end < horizonMonths ? best.end : undefined;
}
