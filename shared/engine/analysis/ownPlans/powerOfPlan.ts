import type { InputValues } from '../resolveInputs.ts';
import type { OwnBlockDates, PowerOfPlan } from '../siteAnalysis.ts';
import { isAiUse, isMiningUse, type OwnPlanBlock } from './ownPlan.ts';

interface Draw {
  readonly block: OwnPlanBlock;
  readonly fromMonth: number;
  readonly endMonth: number;
}

function firstDraw({ use, fromMonth }: OwnPlanBlock, { energisationMonth }: Partial<OwnBlockDates>): number {
  // What is sold is mined on in the month of its sale (R5.5).
  if (use === 'siteSale') return fromMonth + 1;
  return isAiUse(use) ? (energisationMonth ?? fromMonth) : fromMonth;
}

function drawsOf(blocks: readonly OwnPlanBlock[], dates: readonly OwnBlockDates[]): Draw[] {
  return blocks.map((block, index) => {
    const known: Partial<OwnBlockDates> = dates[index] ?? {};
    return { block, fromMonth: firstDraw(block, known), endMonth: known.endMonth ?? Infinity };
  });
}

function drawnMw(draws: readonly Draw[], month: number): number {
  return draws
    .filter(({ fromMonth, endMonth }) => fromMonth <= month && month < endMonth)
    .reduce((sum, { block }) => sum + block.gridMw, 0);
}

/**
 * R5.2e The most that the blocks draw at once, and the first month in which they do.
 * @example peakDraw([], []) // → { month: 0, mw: 0 }
 */
export function peakDraw(
  blocks: readonly OwnPlanBlock[],
  dates: readonly OwnBlockDates[],
): { readonly month: number; readonly mw: number } {
  const draws = drawsOf(blocks, dates);
  let peak = { month: 0, mw: 0 };
  // The sum can only rise where a block begins.
  for (const month of draws.map(({ fromMonth }) => fromMonth).toSorted((a, b) => a - b)) {
    const mw = drawnMw(draws, month);
    if (mw > peak.mw) peak = { month, mw };
  }
  return peak;
}

/**
 * R5.2e What the blocks draw from the site's one connection, and what of it can still be curtailed.
 * @param dates of the same blocks, in their order
 * @example powerOfPlan([], [], { gridPowerMw: 100 }).overload // → null
 */
export function powerOfPlan(
  blocks: readonly OwnPlanBlock[],
  dates: readonly OwnBlockDates[],
  { gridPowerMw }: InputValues,
): PowerOfPlan {
  const draws = drawsOf(blocks, dates);
  const lastBilling = Math.max(0, ...dates.map(({ billingStartMonth }) => billingStartMonth ?? 0));
  const flexibleMw = drawnMw(
    draws.filter(({ block }) => isMiningUse(block.use)),
    lastBilling,
  );
  if (gridPowerMw === undefined) return { overload: null, flexibleMw };
  // The sum can only rise where a block begins.
  const starts = draws.map(({ fromMonth }) => fromMonth).toSorted((a, b) => a - b);
  const month = starts.find((start) => drawnMw(draws, start) > gridPowerMw * (1 + 1e-9));
  const overload =
    month === undefined ? null : { month, neededMw: drawnMw(draws, month), availableMw: gridPowerMw };
  return { overload, flexibleMw };
}
