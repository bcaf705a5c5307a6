import type { PowerSeries } from '../mining/power.ts';
import { integerPower } from '../numeric/elementary.ts';
import { lineOf, postFlow, type LineSheet } from '../strategy/lineSheet.ts';
import type { GpuCloudBlock } from '../strategy/blockInput.ts';
import type { CloudContract } from '../strategy/serviceInput.ts';
import { hoursOf } from '../time/months.ts';
import { pathAt, stepFactor, valueInMonth } from '../time/path.ts';
import { rampAt, type AiDates } from './timeline.ts';

/** What the cloud lines of a GPU block need from the rest of the block. */
export interface CloudSurroundings {
  readonly dates: AiDates;
  readonly criticalItMw: number;
  readonly gpus: number;
  readonly power: PowerSeries;
}

/** R4.10b, R4.23 First month in which the GPUs no longer work: e + L without refresh, at the latest the block's end. */
function serviceEnd(block: GpuCloudBlock, energisation: number): number {
  const blockEnd = block.toMonth ?? Infinity;
  return block.cloud.refresh ? blockEnd : Math.min(blockEnd, energisation + block.cloud.gpuLifeMonths);
}

/** R4.21 Hours sold in a month at a utilisation: GPUs·ramp·h·availability·u. */
function hoursSold(
  block: GpuCloudBlock,
  gpus: number,
  monthOfBilling: number,
  hours: number,
  utilisation: number,
): number {
  return (
    gpus * rampAt(block.timeline.rampShare, monthOfBilling) * hours * block.cloud.availability * utilisation
  );
}

/** R4.21 Price of the contract in its month k: price·(1+priceChange)^floor(k/12) [USD/GPU-h]. */
function contractPrice(contract: CloudContract, monthOfBilling: number): number {
  return contract.priceUsdPerGpuHour * stepFactor(contract.priceChangePerYear, monthOfBilling);
}

/**
 * R4.22 Contract value: contract revenue over the whole term, also beyond the horizon, ramp included,
 * before service credits.
 * @returns [USD]; 0 without a contract
 */
export function contractValueUsd(
  block: GpuCloudBlock,
  { dates, gpus }: CloudSurroundings,
  firstMonth: number,
): number {
  const { contract } = block.cloud;
  if (!contract) return 0;
  const utilisation = Math.max(contract.takeOrPayShare, contract.utilisation);
  const last = Math.min(contract.termMonths, serviceEnd(block, dates.energisation) - dates.billingStart);
  let sum = 0;
  for (let month = 0; month < last; month += 1) {
    const hours = hoursOf(firstMonth + dates.billingStart + month);
    sum += hoursSold(block, gpus, month, hours, utilisation) * contractPrice(contract, month);
  }
  return sum;
}

/**
 * R4.21, R4.22, R4.24 Lines of a GPU cloud: revenue, service credits, platform cost, prepayment, energy,
 * GPU opex.
 * @param valueUsd contract value of R4.22 [USD]
 */
export function postCloud(
  sheet: LineSheet,
  block: GpuCloudBlock,
  around: CloudSurroundings,
  valueUsd: number,
): void {
  const { dates } = around;
  const prepaidShare = block.cloud.contract?.prepayment?.shareOfContractValue ?? 0;
  const signed = block.timeline.leaseSignedMonth;
  if (!dates.isInService || signed >= 0)
    postFlow(sheet, 'prepaymentReceivedUsd', signed, prepaidShare * valueUsd);
  const first = Math.max(0, dates.billingStart);
  const last = Math.min(sheet.calendar.computedMonths, serviceEnd(block, dates.energisation));
  if (first >= last) return;
  const lines = cloudLinesOf(sheet);
  for (let month = first; month < last; month += 1) {
    const hours = sheet.calendar.hours[month] ?? 0;
    postRevenue(lines, block, around, { month, hours }, prepaidShare);
    postGpuCosts(lines, block, around, { month, hours });
  }
}

interface CloudMonth {
  readonly month: number;
  readonly hours: number;
}

/** The lines of every month, looked up once. */
function cloudLinesOf(sheet: LineSheet) {
  return {
    gpuRevenueUsd: lineOf(sheet, 'gpuRevenueUsd'),
    slaCreditUsd: lineOf(sheet, 'slaCreditUsd'),
    platformCostUsd: lineOf(sheet, 'platformCostUsd'),
    managementFeeUsd: lineOf(sheet, 'managementFeeUsd'),
    prepaymentAppliedUsd: lineOf(sheet, 'prepaymentAppliedUsd'),
    billedGpuHours: lineOf(sheet, 'billedGpuHours'),
    gridEnergyMwh: lineOf(sheet, 'gridEnergyMwh'),
    aiPowerUsd: lineOf(sheet, 'aiPowerUsd'),
    gpuOpexUsd: lineOf(sheet, 'gpuOpexUsd'),
  };
}

type CloudLines = ReturnType<typeof cloudLinesOf>;

function postRevenue(
  lines: CloudLines,
  block: GpuCloudBlock,
  { dates, gpus }: CloudSurroundings,
  { month, hours }: CloudMonth,
  prepaidShare: number,
): void {
  const { cloud, opex } = block;
  const monthOfBilling = month - dates.billingStart;
  const contract = cloud.contract && monthOfBilling < cloud.contract.termMonths ? cloud.contract : undefined;
  const utilisation = contract
    ? Math.max(contract.takeOrPayShare, contract.utilisation)
    : valueInMonth(block.byMonth?.marketUtilisation, month, cloud.market.utilisation);
  const sold = hoursSold(block, gpus, monthOfBilling, hours, utilisation);
  const revenueUsd =
    sold * (contract ? contractPrice(contract, monthOfBilling) : marketPrice(block, dates, month));
  lines.gpuRevenueUsd[month] = revenueUsd;
  lines.slaCreditUsd[month] = -cloud.slaCreditShare * revenueUsd;
  lines.platformCostUsd[month] = -cloud.platformCostShare * revenueUsd;
  lines.managementFeeUsd[month] = -opex.managementFeeShareOfRevenue * revenueUsd;
  lines.prepaymentAppliedUsd[month] = contract ? -prepaidShare * revenueUsd : 0;
  lines.billedGpuHours[month] = sold;
}

/** R4.5, R4.23 Market price of a GPU of generation n = floor((m−e)/L): market(m)·priceFactor^n [USD/GPU-h]. */
function marketPrice(block: GpuCloudBlock, dates: AiDates, month: number): number {
  const { market, refresh, gpuLifeMonths } = block.cloud;
  const generation = Math.floor((month - dates.energisation) / gpuLifeMonths);
  return (
    pathAt(market.priceUsdPerGpuHour, month) * (refresh ? integerPower(refresh.priceFactor, generation) : 1)
  );
}

function postGpuCosts(
  lines: CloudLines,
  block: GpuCloudBlock,
  { dates, gpus, criticalItMw, power }: CloudSurroundings,
  { month, hours }: CloudMonth,
): void {
  const { cloud, opex } = block;
  const ramp = rampAt(block.timeline.rampShare, month - dates.billingStart);
  const pue = valueInMonth(block.byMonth?.pue, month, block.pue);
  const energyMwh = criticalItMw * ramp * cloud.loadFactor * pue * hours;
  lines.gridEnergyMwh[month] = energyMwh;
  lines.aiPowerUsd[month] = -energyMwh * (power.deliveredUsdPerMwh[month] ?? 0);
  lines.gpuOpexUsd[month] = -cloud.opexUsdPerGpuMonth * gpus * stepFactor(opex.opexInflationPerYear, month);
}
