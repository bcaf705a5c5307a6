import type { FleetGroupInput, MiningBlockInput } from '../strategy/blockInput.ts';
import type { ShockGround } from './ground.ts';
import type { Shock } from './scenario.ts';
import { actsIn, startOf } from './shockEffect.ts';
import { monthsOf, shockedPath, shockedPower } from './shockedPath.ts';

/** R3.11 Machines that were moved run at another site. */
function runsElsewhere({ fleet }: MiningBlockInput): boolean {
  return (fleet ?? []).some((group) => group?.move !== null && group?.move !== undefined);
}

function within(low: number, high: number): (value: number) => number {
  return (value) => Math.max(low, Math.min(high, value));
}

/** R3.10, R7.3c Machines are sold at the resale price as it then is, wherever they ran. */
function soldAtShockedPrices(
  group: FleetGroupInput | null | undefined,
  ground: ShockGround,
): FleetGroupInput | null | undefined {
  const { sale } = group ?? {};
  if (!group || !sale) return group;
  const usdPerTh = shockedPath(sale.usdPerTh, 'asicResale', ground);
  return usdPerTh === sale.usdPerTh ? group : { ...group, sale: { ...sale, usdPerTh } };
}

/** R7.3e A ban that passes leaves the fixed cost and takes every hour of its months. */
function curtailedMonths(block: MiningBlockInput, ground: ShockGround): number[] | undefined {
  const { firstMonth, months, shocks } = ground;
  const passing = shocks.filter(
    ({ kind, durationMonths }) => kind === 'miningBan' && durationMonths !== null,
  );
  const share = block.curtailedHoursShare;
  const moved = monthsOf(share, 'curtailedHours', ground, within(0, 1));
  if (passing.length === 0 || typeof share !== 'number') return moved;
  return Array.from({ length: months }, (_, month) =>
    passing.some((shock) => actsIn(shock, month, firstMonth)) ? 1 : (moved?.[month] ?? share),
  );
}

/** R7.3e First month in which mining is banned for good; undefined where it is not. */
function bannedFrom({ shocks, firstMonth }: ShockGround): number | undefined {
  const lasting = shocks.filter(({ kind, durationMonths }: Shock) =>
    kind === 'miningBan' ? durationMonths === null : false,
  );
  if (lasting.length === 0) return undefined;
  return Math.max(0, Math.min(...lasting.map((shock) => startOf(shock, firstMonth))));
}

/** R7.3c – R7.3e A mining block in which the shocks happen. */
export function shockedMining(block: MiningBlockInput, ground: ShockGround): MiningBlockInput {
  const { fleet } = block;
  const sold = fleet?.map((group) => soldAtShockedPrices(group, ground));
  const isMoved = sold?.some((group, place) => group !== fleet?.[place]) === true;
  const withSales = isMoved ? { ...block, fleet: sold } : block;
  if (runsElsewhere(block)) return withSales;
  const byMonth = {
    uptime: monthsOf(block.uptime, 'uptime', ground, within(0, 1)),
    miningPue: monthsOf(block.miningPue, 'pue', ground, (value) => Math.max(1, value)),
    curtailedHoursShare: curtailedMonths(block, ground),
  };
  const isByMonth = Object.values(byMonth).some((values) => values !== undefined);
  const ban = bannedFrom(ground);
  const power = shockedPower(block.power, ground);
  return {
    ...withSales,
    ...(power !== block.power && { power }),
    ...(isByMonth && { byMonth }),
    ...(ban !== undefined && { toMonth: Math.min(block.toMonth ?? Infinity, ban) }),
  };
}
