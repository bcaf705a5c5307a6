import type { Calendar } from '../time/months.ts';

/** R5.2a Operating lines, in the order in which they are summed. EBITDA is their sum. */
export const operatingLines = [
  'miningRevenueUsd',
  'poolFeeUsd',
  'heatRevenueUsd',
  'demandResponseCreditUsd',
  'miningPowerUsd',
  'takeOrPayUsd',
  'miningFixedOpexUsd',
  'rentUsd',
  'backstopUsd',
  'defaultRecoveryUsd',
  'tenantCapexCreditUsd',
  'hostingFeeUsd',
  'powerReimbursementUsd',
  'opexReimbursementUsd',
  'gpuRevenueUsd',
  'slaCreditUsd',
  'platformCostUsd',
  'aiPowerUsd',
  'demandChargeUsd',
  'aiOpexUsd',
  'gpuOpexUsd',
  'propertyTaxInsuranceUsd',
  'managementFeeUsd',
] as const;

/** R5.2a Disposals: one-off proceeds of assets. */
export const disposalLines = [
  'asicSaleUsd',
  'gpuResidualUsd',
  'siteSaleUsd',
  'shellSaleUsd',
  'terminalValueUsd',
] as const;

/** R5.2a Lines outside EBITDA, disposals last. */
export const capitalLines = [
  'prepaymentReceivedUsd',
  'prepaymentAppliedUsd',
  'asicPurchaseUsd',
  'asicMoveUsd',
  'reconversionUsd',
  'buildCapexUsd',
  'tenantCapexContributionUsd',
  'gpuCapexUsd',
  ...disposalLines,
] as const;

/** Lines that explain a result but are no flow of money. */
export const memoLines = [
  'hashpriceUsdPerPhDay',
  'powerPriceUsdPerMwh',
  'operatingHashrateEhS',
  'btcReceived',
  'gridEnergyMwh',
  'billedKw',
  'occupancy',
  'billedGpuHours',
] as const;

/** R5.2a All lines that are flows of money; their sum is the net flow. */
export const flowLines = [...operatingLines, ...capitalLines] as const;

export type FlowLine = (typeof flowLines)[number];
export type MemoLine = (typeof memoLines)[number];
export type Line = FlowLine | MemoLine;

/** What a reader of a block should know: flows left out, a sale that does not happen, billing too late. */
export type BlockWarning =
  | 'sunk'
  | 'saleBeyondHorizon'
  | 'billingStartsAfterHorizon'
  /** R4.10b A hall with GPUs of its own ends after the horizon. */
  | 'noValueAfterHorizon';

/** The lines of one block while it is computed: months 0 … T+11, and the valuation date apart. */
export interface LineSheet {
  readonly calendar: Calendar;
  readonly lines: Map<Line, Float64Array>;
  /** R1.2a Flows of month −1, which are undiscounted. */
  readonly atValuation: Map<FlowLine, number>;
  readonly warnings: Set<BlockWarning>;
}

/** An empty sheet: a line that is absent is zero in every month (R1.8). */
export function createLineSheet(calendar: Calendar): LineSheet {
  return { calendar, lines: new Map(), atValuation: new Map(), warnings: new Set() };
}

/** The months of a line, for writing. */
export function lineOf(sheet: LineSheet, line: Line): Float64Array {
  const known = sheet.lines.get(line);
  if (known) return known;
  const created = new Float64Array(sheet.calendar.computedMonths);
  sheet.lines.set(line, created);
  return created;
}

/**
 * R1.2a Adds a flow to a month. Month −1 is the valuation date; a flow before it is sunk and left out with
 * a warning; one after month T+11 is beyond what the engine computes.
 * @param amountUsd inflow +, outflow −
 */
export function postFlow(sheet: LineSheet, line: FlowLine, month: number, amountUsd: number): void {
  if (amountUsd === 0 || month >= sheet.calendar.computedMonths) return;
  if (month < -1) {
    sheet.warnings.add('sunk');
  } else if (month === -1) {
    sheet.atValuation.set(line, (sheet.atValuation.get(line) ?? 0) + amountUsd);
  } else {
    const months = lineOf(sheet, line);
    months[month] = (months[month] ?? 0) + amountUsd;
  }
}

/** Value of a line in a month; an absent line is zero. */
export function lineAt(sheet: LineSheet, line: Line, month: number): number {
  return sheet.lines.get(line)?.[month] ?? 0;
}

/** R5.2a, R5.9 Amounts that set each other off leave at most this share of themselves in floating point. */
export const roundingShare = 1e-12;

/**
 * R5.2a Sum of several lines by month, in the order given. What equal lines of opposite sign leave by
 * rounding is 0, so that costs that are passed on in full leave no flow.
 */
export function sumOfLines(sheet: LineSheet, lines: readonly Line[]): Float64Array {
  const sum = new Float64Array(sheet.calendar.computedMonths);
  const gross = new Float64Array(sheet.calendar.computedMonths);
  for (const line of lines) {
    const months = sheet.lines.get(line);
    if (!months) continue;
    for (let month = 0; month < sum.length; month += 1) {
      const amount = months[month] ?? 0;
      sum[month] = (sum[month] ?? 0) + amount;
      gross[month] = (gross[month] ?? 0) + Math.abs(amount);
    }
  }
  for (let month = 0; month < sum.length; month += 1) {
    if (Math.abs(sum[month] ?? 0) < roundingShare * (gross[month] ?? 0)) sum[month] = 0;
  }
  return sum;
}

/** Sum of several lines at the valuation date, in the order given. */
export function sumAtValuation(sheet: LineSheet, lines: readonly FlowLine[]): number {
  let sum = 0;
  for (const line of lines) sum += sheet.atValuation.get(line) ?? 0;
  return sum;
}

/** R5.2a EBITDA of a block by month: the sum of its operating lines. */
export function ebitdaOf(sheet: LineSheet): Float64Array {
  return sumOfLines(sheet, operatingLines);
}

/**
 * R5.10 Flow vector of some lines of a block: index 0 is the valuation date, index i the end of month i−1,
 * up to T.
 */
export function flowVector(sheet: LineSheet, lines: readonly FlowLine[]): Float64Array {
  const vector = new Float64Array(sheet.calendar.horizonMonths + 1);
  vector[0] = sumAtValuation(sheet, lines);
  vector.set(sumOfLines(sheet, lines).subarray(0, sheet.calendar.horizonMonths), 1);
  return vector;
}
