import type { AiDates } from '../ai/timeline.ts';
import type { Block } from './blockInput.ts';

/*
 * Dates of an AI block that are possible each by itself, but not together.
 */

/** R4.10b A hall that ends before it stands or before today, or that is both sold and given up. */
function isBuiltForNothing(block: Block, dates: AiDates): boolean {
  if (block.kind !== 'colocation' && block.kind !== 'gpuCloud') return false;
  const { toMonth, shellSale } = block;
  if (toMonth === undefined || toMonth === null) return false;
  return toMonth < Math.max(1, dates.energisation) || (shellSale !== undefined && shellSale !== null);
}

/** R4.10a A hall that is not built, or a lease that has run out, is not in service. */
function notInService(block: Block, dates: AiDates, path: string): string[] {
  if (dates.energisation > 0) return [`${path}.timeline.inService`];
  const hasRunOut = block.kind === 'colocation' && dates.billingStart + block.lease.termMonths <= 0;
  return hasRunOut ? [`${path}.lease.termMonths`] : [];
}

/**
 * R4.10, R5.6 What is wrong with the order of an AI block's dates: a hall before today, a shell sold
 * unbuilt.
 */
export function datesOutOfOrder(block: Block, dates: AiDates, path: string): string[] {
  const invalid: string[] = [];
  const isTooEarly = dates.energisation < 0 && !dates.isInService;
  if (dates.constructionMonths < 0 || isTooEarly) invalid.push(`${path}.timeline`);
  if (dates.isInService) invalid.push(...notInService(block, dates, path));
  else if ('book' in block && block.book) invalid.push(`${path}.book`);
  const sale = block.kind === 'colocation' || block.kind === 'gpuCloud' ? block.shellSale : undefined;
  if (isBuiltForNothing(block, dates)) invalid.push(`${path}.toMonth`);
  if (sale && sale.month < dates.energisation - 1) invalid.push(`${path}.shellSale.month`);
  return invalid;
}
