import { postFlow, type LineSheet } from '../strategy/lineSheet.ts';
import type { AiBlock, Capex } from '../strategy/blockInput.ts';
import type { TenantFundedCapex } from '../strategy/serviceInput.ts';
import type { AiDates } from './timeline.ts';

/**
 * R4.6, R4.9 Gross build cost: Σ parts usdPerMwIt · (1+contingencyShare) · MW [USD].
 * @example grossCapexUsd({ parts: [{ usdPerMwIt: 8e6 }, { usdPerMwIt: 2e6 }], contingencyShare: 0.1 }, 5) // → 55e6
 */
export function grossCapexUsd(capex: Capex, criticalItMw: number): number {
  let usdPerMwIt = 0;
  for (const part of capex.parts) usdPerMwIt += part.usdPerMwIt;
  return usdPerMwIt * (1 + capex.contingencyShare) * criticalItMw;
}

/**
 * R4.9 Share of the build that is paid once a share x of the build time has passed: x²·(3 − 2x).
 * @example spentShare(0.25) // → 0.15625
 */
export function spentShare(timeShare: number): number {
  return timeShare * timeShare * (3 - 2 * timeShare);
}

/**
 * R4.9, R4.18 Spreads the build cost and the tenant's part of it over the n build months, month b+j−1 taking
 * C(j/n) − C((j−1)/n). A hall without build months is paid in the month before its energisation.
 * @param grossUsd build cost, tenant's part included [USD]
 * @param tenantFundedUsd the tenant's part [USD]
 */
export function postCapex(sheet: LineSheet, dates: AiDates, grossUsd: number, tenantFundedUsd: number): void {
  const count = dates.constructionMonths;
  for (let step = 1; step <= Math.max(1, count); step += 1) {
    const part = count === 0 ? 1 : spentShare(step / count) - spentShare((step - 1) / count);
    const month = count === 0 ? dates.energisation - 1 : dates.buildStart + step - 1;
    postFlow(sheet, 'buildCapexUsd', month, -part * grossUsd);
    postFlow(sheet, 'tenantCapexContributionUsd', month, part * tenantFundedUsd);
  }
}

/** R4.18 What the tenant funds, wherever the block says so. */
export function tenantFundedCapexOf(block: AiBlock): TenantFundedCapex | undefined {
  if (block.kind !== 'colocation') return undefined;
  return block.lease.tenantFundedCapex ?? block.tenantFundedCapex ?? undefined;
}

/** R4.18 What the tenant pays of the build: usdPerMwIt · MW [USD]; 0 without such an agreement. */
export function tenantFundedUsdOf(block: AiBlock, criticalItMw: number): number {
  return (tenantFundedCapexOf(block)?.usdPerMwIt ?? 0) * criticalItMw;
}
