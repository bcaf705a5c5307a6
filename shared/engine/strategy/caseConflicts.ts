import type { SiteSaleBlock } from './blockInput.ts';
import type { Halving } from './marketInput.ts';

/*
 * Inputs that are possible each by itself, but not together. A rule forbids them, so they are named instead of
 * computed with.
 */

/**
 * R2.6 Halvings that fall into the month of an earlier one in the list.
 * @param path of the market
 * @returns paths of their dates
 * @example secondHalvings([{ date: '2028-04-13' }, { date: '2028-04-20' }], 'market') // → ['market.halvings[1].date']
 */
export function secondHalvings(halvings: readonly Halving[], path: string): string[] {
  const months = new Set<string>();
  const found: string[] = [];
  for (const [index, { date }] of halvings.entries()) {
    const month = date.slice(0, 'YYYY-MM'.length);
    if (months.has(month)) found.push(`${path}.halvings[${index}].date`);
    months.add(month);
  }
  return found;
}

type Loose = Readonly<Record<string, unknown>>;

/** R4.18 Funding by the tenant given twice, in the lease and beside it. */
export function doubleFunding(block: object, path: string): string[] {
  const { tenantFundedCapex: own, lease } = block as Loose & { lease?: Loose | null };
  const isTwice =
    (own ?? undefined) !== undefined && (lease?.['tenantFundedCapex'] ?? undefined) !== undefined;
  return isTwice ? [`${path}.tenantFundedCapex`] : [];
}

/** A mining block as a sale sees it. */
export interface MiningUntil {
  readonly powerMw: number;
  /** First month without the block; NaN where a date that sets it is missing. */
  readonly endMonth: number;
}

/**
 * R5.5 Whether the site is mined on after it is sold: no mining block ends by the month after the sale, and
 * what is sold and what is mined do not fit into the site together.
 * @param gridPowerMw of the site; undefined where it is not known
 * @example isMinedAfterSale({ month: 3, gridMw: 50 }, [{ powerMw: 50, endMonth: 12 }], 120, 50) // → true
 */
export function isMinedAfterSale(
  sale: Pick<SiteSaleBlock, 'month' | 'gridMw'>,
  mining: readonly MiningUntil[],
  horizonMonths: number,
  gridPowerMw: number | undefined,
): boolean {
  if (sale.month >= horizonMonths || mining.length === 0) return false;
  const latestEnd = Math.max(0, sale.month + 1);
  const runsOn = mining.every(({ endMonth }) => Math.min(endMonth, horizonMonths) > latestEnd);
  if (!runsOn || gridPowerMw === undefined) return runsOn;
  const neededMw = mining.reduce((sum, { powerMw }) => sum + powerMw, sale.gridMw);
  // A part of the site that is exactly what mining leaves must not fail on rounding.
  return neededMw > gridPowerMw * (1 + 1e-9);
}
