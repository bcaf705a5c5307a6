import { ebitdaOf, postFlow, type LineSheet } from '../strategy/lineSheet.ts';
import type { AiBlock, ShellSale, Terminal } from '../strategy/blockInput.ts';
import type { BlockMetrics } from '../strategy/siteCaseResult.ts';
import { discountFactors } from '../time/discount.ts';
import { forwardMonths } from '../time/months.ts';

/** Sum of NOI over the twelve months from one on [USD]. */
function twelveMonthsUsd(ebitda: Float64Array, fromMonth: number): number {
  let sum = 0;
  for (let month = fromMonth; month < fromMonth + forwardMonths; month += 1) sum += ebitda[month] ?? 0;
  return sum;
}

function priceUsd(
  exit: ShellSale | Exclude<Terminal, { method: 'none' }>,
  noiUsd: number,
  criticalItMw: number,
): number {
  const gross = exit.method === 'forwardNoiCapRate' ? noiUsd / exit.capRate : exit.usdPerMwIt * criticalItMw;
  return gross * (1 - exit.costShare);
}

/** A sale beyond the horizon does not happen. */
export function happensWithin(sale: ShellSale | null | undefined, horizonMonths: number): sale is ShellSale {
  return sale !== null && sale !== undefined && sale.month < horizonMonths;
}

/**
 * R4.10b, R5.6 Last month in which the block is owned: of its sale, or before its end.
 * @returns undefined where it is owned at the horizon
 * @example lastMonthOwned({ toMonth: 60 }, 120) // → 59
 */
export function lastMonthOwned(
  { toMonth, shellSale }: Pick<AiBlock, 'toMonth' | 'shellSale'>,
  horizonMonths: number,
): number | undefined {
  if (happensWithin(shellSale, horizonMonths)) return shellSale.month;
  const isGivenUp = toMonth !== undefined && toMonth !== null && toMonth <= horizonMonths;
  return isGivenUp ? toMonth - 1 : undefined;
}

/** R4.10b Whether a block ends after the horizon: it is owned at the horizon, but not for good. */
export function endsAfter(toMonth: number | null | undefined, horizonMonths: number): toMonth is number {
  return toMonth !== undefined && toMonth !== null && toMonth > horizonMonths;
}

/** R4.10b End of a block: all lines from toMonth on become zero. */
export function postEnd(sheet: LineSheet, toMonth: number): void {
  for (const months of sheet.lines.values()) months.fill(0, toMonth);
}

/**
 * R5.6 Sale of the contracted shell in month s: forward NOI of months s+1 … s+12 over the cap rate, or
 * usdPerMwIt·MW, times (1−costShare). All lines after s become zero.
 * @returns the forward NOI, for the block's metrics
 */
export function postShellSale(sheet: LineSheet, sale: ShellSale, criticalItMw: number): BlockMetrics {
  const noiUsd = twelveMonthsUsd(ebitdaOf(sheet), sale.month + 1);
  for (const months of sheet.lines.values()) months.fill(0, sale.month + 1);
  postFlow(sheet, 'shellSaleUsd', sale.month, priceUsd(sale, noiUsd, criticalItMw));
  return { shellSaleForwardNoiUsd: noiUsd };
}

/** R5.7 What a hall that is kept is worth at the horizon by its forward NOI, or by its size [USD]. */
function keptUsd(
  terminal: Exclude<Terminal, { method: 'none' }>,
  noiUsd: number,
  criticalItMw: number,
): number {
  return priceUsd(terminal, Math.max(0, noiUsd), criticalItMw);
}

/**
 * R5.7 Terminal value in month T−1: none; max(0, NOI of T … T+11)/capRate·(1−costShare);
 * usdPerMwIt·MW·(1−costShare).
 * @returns the forward NOI where the method uses it, for the block's metrics
 */
export function postTerminalValue(sheet: LineSheet, terminal: Terminal, criticalItMw: number): BlockMetrics {
  if (terminal.method === 'none') return {};
  const { horizonMonths } = sheet.calendar;
  const noiUsd = twelveMonthsUsd(ebitdaOf(sheet), horizonMonths);
  postFlow(sheet, 'terminalValueUsd', horizonMonths - 1, keptUsd(terminal, noiUsd, criticalItMw));
  return terminal.method === 'forwardNoiCapRate' ? { terminalForwardNoiUsd: noiUsd } : {};
}

/**
 * R4.10b Worth at the horizon of the NOI from it to the end of a hall [USD]: max(0, NOI) of months T … T+11 as they
 * are, of every later month their mean, each discounted to the end of month T−1.
 * @param noiUsd by month, as if the hall did not end
 * @example noiUntilEndUsd(new Float64Array(14).fill(100), 2, 4, 0) // → 200
 */
export function noiUntilEndUsd(
  noiUsd: Float64Array,
  horizonMonths: number,
  toMonth: number,
  ratePerYear: number,
): number {
  const year = noiUsd.subarray(horizonMonths, horizonMonths + forwardMonths).map((usd) => Math.max(0, usd));
  const meanUsd = year.reduce((sum, usd) => sum + usd, 0) / forwardMonths;
  const months = toMonth - horizonMonths;
  const factors = discountFactors(ratePerYear, months + 1);
  let valueUsd = 0;
  for (let month = 0; month < months; month += 1)
    valueUsd += (year[month] ?? meanUsd) * (factors[month + 1] ?? 0);
  return valueUsd;
}

/**
 * R4.10b The end of a let hall after the horizon: in the terminal value's place stands what it earns from T to its
 * end, at most what it would be worth if it were kept. Nothing is known beyond of GPUs that would have to be bought.
 */
export function postLateEnd(
  sheet: LineSheet,
  { kind, terminal }: AiBlock,
  toMonth: number,
  criticalItMw: number,
  ratePerYear: number,
): void {
  const { horizonMonths } = sheet.calendar;
  const noiUsd = ebitdaOf(sheet);
  postEnd(sheet, toMonth);
  if (terminal.method === 'none') return;
  if (kind === 'gpuCloud') {
    sheet.warnings.add('noValueAfterHorizon');
    return;
  }
  const untilEndUsd = noiUntilEndUsd(noiUsd, horizonMonths, toMonth, ratePerYear);
  const ifKeptUsd = keptUsd(terminal, twelveMonthsUsd(noiUsd, horizonMonths), criticalItMw);
  postFlow(sheet, 'terminalValueUsd', horizonMonths - 1, Math.min(untilEndUsd, ifKeptUsd));
}
