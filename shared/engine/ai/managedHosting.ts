import type { AiOpex } from '../strategy/blockInput.ts';
import { lineAt, lineOf, type LineSheet } from '../strategy/lineSheet.ts';
import type { Lease } from '../strategy/serviceInput.ts';
import { stepFactor } from '../time/path.ts';
import { gpuCount } from './gpuGenerations.ts';

/** R4.3a A month of a lease in which the tenant's GPUs are run. */
export interface HostedMonth {
  readonly month: number;
  /** k, months since the first bill */
  readonly monthOfBilling: number;
  readonly criticalItMw: number;
  /** Share of the tenant's GPUs that runs: ramp, survival and renewals together. */
  readonly runningShare: number;
  readonly isFree: boolean;
}

/** R4.3a, R4.20 The tenant's GPUs in a hall; undefined without managed hosting. */
export function hostedGpus(lease: Lease, criticalItMw: number): number | undefined {
  return lease.managedHosting ? gpuCount(criticalItMw, lease.managedHosting.kwPerGpu) : undefined;
}

/**
 * R4.3a Lines of managed hosting beside the rent, whose lines must be posted first: the fee by GPU, service credits on
 * rent and fee, the operator's cost by GPU, and the manager's part of the fee.
 *   fee = feeUsdPerGpuMonth · (1+escalator)^floor(k/12) · GPUs · ramp · W
 */
export function postManagedHosting(
  sheet: LineSheet,
  lease: Lease,
  opex: AiOpex,
  { month, monthOfBilling, criticalItMw, runningShare, isFree }: HostedMonth,
): void {
  const { managedHosting } = lease;
  if (!managedHosting) return;
  const running = gpuCount(criticalItMw, managedHosting.kwPerGpu) * runningShare;
  const feePerGpuUsd = managedHosting.feeUsdPerGpuMonth * stepFactor(lease.escalatorPerYear, monthOfBilling);
  const feeUsd = isFree ? 0 : feePerGpuUsd * running;
  const managementFee = lineOf(sheet, 'managementFeeUsd');
  lineOf(sheet, 'hostingFeeUsd')[month] = feeUsd;
  lineOf(sheet, 'slaCreditUsd')[month] =
    -managedHosting.slaCreditShare * (lineAt(sheet, 'rentUsd', month) + feeUsd);
  lineOf(sheet, 'gpuOpexUsd')[month] =
    -managedHosting.opexUsdPerGpuMonth * running * stepFactor(opex.opexInflationPerYear, month);
  managementFee[month] = (managementFee[month] ?? 0) - opex.managementFeeShareOfRevenue * feeUsd;
}
