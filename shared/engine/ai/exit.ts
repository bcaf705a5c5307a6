import { ebitdaOf, postFlow, type LineSheet } from '../strategy/lineSheet.ts';
import type { AiBlock, ShellSale, Terminal } from '../strategy/blockInput.ts';
import type { BlockMetrics } from '../strategy/siteCaseResult.ts';

/** Sum of NOI over the twelve months from one on [USD]. */
function twelveMonthsUsd(ebitda: Float64Array, fromMonth: number): number {
  let sum = 0;
  for (let month = fromMonth; month < fromMonth + 12; month += 1) sum += ebitda[month] ?? 0;
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

/**
 * R4.10b End of a block: all lines from toMonth on become zero.
 * @returns whether it ends by the horizon, and so has no value there
 */
export function postEnd(sheet: LineSheet, toMonth: number | null | undefined): boolean {
  if (toMonth === undefined || toMonth === null) return false;
  for (const months of sheet.lines.values()) months.fill(0, toMonth);
  return toMonth <= sheet.calendar.horizonMonths;
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

/**
 * R5.7 Terminal value in month T−1: none; max(0, NOI of T … T+11)/capRate·(1−costShare);
 * usdPerMwIt·MW·(1−costShare).
 * @returns the forward NOI where the method uses it, for the block's metrics
 */
export function postTerminalValue(sheet: LineSheet, terminal: Terminal, criticalItMw: number): BlockMetrics {
  if (terminal.method === 'none') return {};
  const { horizonMonths } = sheet.calendar;
  const noiUsd = twelveMonthsUsd(ebitdaOf(sheet), horizonMonths);
  const valueUsd = priceUsd(terminal, Math.max(0, noiUsd), criticalItMw);
  postFlow(sheet, 'terminalValueUsd', horizonMonths - 1, valueUsd);
  return terminal.method === 'forwardNoiCapRate' ? { terminalForwardNoiUsd: noiUsd } : {};
}
