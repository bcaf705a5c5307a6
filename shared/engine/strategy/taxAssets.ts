import { lastMonthOwned } from '../ai/exit.ts';
import { isEverOwned, purchaseCostUsd, saleMonthOf } from '../mining/disposal.ts';
import { reconversionCostUsd } from '../mining/reconversion.ts';
import type { Asset } from './assetDepreciation.ts';
import type { EvaluatedBlock } from './evaluateBlock.ts';
import { disposalLines, lineAt } from './lineSheet.ts';
import type { AiBlock, MiningBlock } from './blockInput.ts';

/**
 * R5.9 ASICs from the group's first month at their purchase price, what the books hold from month 0, and the hall that was
 * turned back from its first month of mining (R3.11a).
 */
function fleetAssets(block: MiningBlock, endMonth: number, horizonMonths: number): Asset[] {
  const assets: Asset[] = [];
  for (const group of block.fleet) {
    const groupEnd = Math.min(group.toMonth ?? Infinity, endMonth);
    if (!isEverOwned(group, groupEnd)) continue;
    const disposalMonth = saleMonthOf(group, groupEnd, horizonMonths);
    const { purchase, book, fromMonth } = group;
    if (purchase?.depreciation) {
      const costUsd = purchaseCostUsd(group);
      assets.push({ costUsd, inServiceMonth: fromMonth, depreciation: purchase.depreciation, disposalMonth });
    }
    if (book) {
      const depreciation = { method: 'straightLine', lifeMonths: book.remainingLifeMonths } as const;
      assets.push({ costUsd: book.valueUsd, inServiceMonth: 0, depreciation, disposalMonth });
    }
  }
  if (block.startsAfter && block.reconversionDepreciation) {
    const { fromMonth: inServiceMonth, reconversionDepreciation: depreciation } = block;
    const disposalMonth = endMonth <= horizonMonths ? Math.max(endMonth - 1, inServiceMonth) : undefined;
    assets.push({ costUsd: reconversionCostUsd(block), inServiceMonth, depreciation, disposalMonth });
  }
  return assets;
}

/**
 * R5.9 Parts of the hall less the tenant's share from energisation on; each GPU generation from its start. Of a hall in
 * service (R4.10a) the books hold all that stood before the valuation date.
 */
function hallAssets(evaluated: EvaluatedBlock, block: AiBlock, horizonMonths: number): Asset[] {
  const { ai } = evaluated;
  if (!ai) return [];
  const sold = lastMonthOwned(block, horizonMonths);
  const ownShare = ai.grossUsd > 0 ? 1 - ai.tenantFundedUsd / ai.grossUsd : 1;
  const { isInService } = ai.dates;
  const assets: Asset[] = [];
  if (block.book) {
    const depreciation = { method: 'straightLine', lifeMonths: block.book.remainingLifeMonths } as const;
    assets.push({ costUsd: block.book.valueUsd, inServiceMonth: 0, depreciation, disposalMonth: sold });
  }
  for (const part of isInService ? [] : block.capex.parts) {
    if (!part.depreciation) continue;
    const grossUsd = part.usdPerMwIt * (1 + block.capex.contingencyShare) * ai.criticalItMw;
    assets.push({
      costUsd: grossUsd * ownShare,
      inServiceMonth: ai.dates.energisation,
      depreciation: part.depreciation,
      disposalMonth: sold,
    });
  }
  const depreciation = block.kind === 'gpuCloud' ? block.cloud.depreciation : undefined;
  if (!depreciation) return assets;
  for (const [index, { startMonth, endMonth, costUsd }] of ai.generations.entries()) {
    const isInBooks = isInService && (index === 0 || startMonth < 0);
    if (isInBooks || startMonth - 1 > (sold ?? Infinity)) continue;
    const isValued = block.terminal.gpuResidualAtHorizon === true && startMonth < horizonMonths;
    const atHorizon = isValued ? horizonMonths - 1 : undefined;
    const retired = endMonth - 1 < horizonMonths ? endMonth - 1 : atHorizon;
    const disposalMonth = sold === undefined ? retired : Math.min(sold, retired ?? sold);
    assets.push({ costUsd, inServiceMonth: startMonth, depreciation, disposalMonth });
  }
  return assets;
}

/** R5.9 All assets of a plan that are written off, in the order of its blocks. */
export function assetsOf(blocks: readonly EvaluatedBlock[], horizonMonths: number): Asset[] {
  return blocks.flatMap((evaluated) => {
    const { block, endMonth } = evaluated;
    if (block.kind === 'mining') return fleetAssets(block, endMonth, horizonMonths);
    return block.kind === 'siteSale' ? [] : hallAssets(evaluated, block, horizonMonths);
  });
}

/**
 * R5.9 Proceeds of disposals in a month, over all blocks [USD].
 * @param withTerminal whether the terminal value is taxed
 */
export function disposalProceedsUsd(
  blocks: readonly EvaluatedBlock[],
  month: number,
  withTerminal: boolean,
): number {
  let sum = 0;
  for (const { sheet } of blocks) {
    for (const line of disposalLines) {
      if (line !== 'terminalValueUsd' || withTerminal) sum += lineAt(sheet, line, month);
    }
  }
  return sum;
}
