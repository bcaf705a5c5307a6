import { criticalMw, type GridMw, type GrossToItRatio } from '../../units/quantity.ts';
import type { PowerSeries } from '../mining/power.ts';
import { levelisedCostUsd } from '../strategy/levelisedCost.ts';
import {
  createLineSheet,
  ebitdaOf,
  lineAt,
  lineOf,
  type FlowLine,
  type LineSheet,
} from '../strategy/lineSheet.ts';
import type { AiBlock, ColocationBlock, GpuCloudBlock } from '../strategy/blockInput.ts';
import type { BlockMetrics } from '../strategy/siteCaseResult.ts';
import type { Discounting } from '../time/discount.ts';
import type { FactorOver } from '../time/factorOver.ts';
import type { Calendar } from '../time/months.ts';
import { grossCapexUsd, postCapex, tenantFundedUsdOf } from './capex.ts';
import { postLease } from './colocation.ts';
import {
  endsAfter,
  happensWithin,
  lastMonthOwned,
  postEnd,
  postLateEnd,
  postShellSale,
  postTerminalValue,
} from './exit.ts';
import { contractValueUsd, postCloud } from './gpuCloud.ts';
import { gpuCount, gpuGenerations, postGpuCapital, type GpuGeneration } from './gpuGenerations.ts';
import { postHallCosts } from './hallCosts.ts';
import { baseTermContractValueUsd } from './leaseTerms.ts';
import { hostedGpus } from './managedHosting.ts';
import { aiDatesOf, type AiDates } from './timeline.ts';

/** What an AI block needs from its surroundings. */
export interface AiSurroundings {
  readonly calendar: Calendar;
  readonly power: PowerSeries;
  readonly grossToItRatio: number;
  readonly discountRatePerYear: number;
  readonly factorOver: FactorOver;
  readonly factorsOf: Discounting;
}

/** An AI block with its lines, dates and figures. */
export interface ComputedAi {
  readonly sheet: LineSheet;
  readonly dates: AiDates;
  readonly criticalItMw: number;
  readonly grossUsd: number;
  readonly tenantFundedUsd: number;
  readonly generations: readonly GpuGeneration[];
  readonly metrics: BlockMetrics;
}

interface Hall {
  readonly sheet: LineSheet;
  readonly dates: AiDates;
  readonly criticalItMw: number;
  readonly grossUsd: number;
  readonly tenantFundedUsd: number;
}

/** R4.1, R4.7, R4.9 – R4.11 The hall of an AI block: capacity, dates, build cost, running cost. */
function buildHall(block: AiBlock, { calendar, power, grossToItRatio }: AiSurroundings): Hall {
  const sheet = createLineSheet(calendar);
  const dates = aiDatesOf(block);
  const criticalItMw = criticalMw(block.powerMw as GridMw, grossToItRatio as GrossToItRatio);
  const grossUsd = grossCapexUsd(block.capex, criticalItMw);
  const tenantFundedUsd = tenantFundedUsdOf(block, criticalItMw);
  if (dates.billingStart >= calendar.horizonMonths) sheet.warnings.add('billingStartsAfterHorizon');
  lineOf(sheet, 'powerPriceUsdPerMwh').set(power.deliveredUsdPerMwh);
  if (!dates.isInService) postCapex(sheet, dates, grossUsd, tenantFundedUsd);
  postHallCosts(sheet, block, dates, power, { criticalItMw, grossUsd });
  return { sheet, dates, criticalItMw, grossUsd, tenantFundedUsd };
}

function hallMetrics(block: AiBlock, hall: Hall): BlockMetrics {
  const { dates, criticalItMw, grossUsd, tenantFundedUsd } = hall;
  return {
    kind: block.kind,
    ...(block.toMonth !== undefined && { endMonth: block.toMonth }),
    criticalItMw,
    grossCapexUsd: grossUsd,
    tenantFundedUsd,
    buildStart: dates.buildStart,
    energisation: dates.energisation,
    billingStart: dates.billingStart,
    miningEnd: dates.miningEnd,
  };
}

/** R4.10b, R5.6, R5.7 Leaves the block by the shell sale, by its end or, without either, by its terminal value. */
function postExit(sheet: LineSheet, block: AiBlock, criticalItMw: number, ratePerYear: number): BlockMetrics {
  const { shellSale, terminal, toMonth } = block;
  const { horizonMonths } = sheet.calendar;
  if (happensWithin(shellSale, horizonMonths)) return postShellSale(sheet, shellSale, criticalItMw);
  if (shellSale) sheet.warnings.add('saleBeyondHorizon');
  if (toMonth === undefined || toMonth === null) return postTerminalValue(sheet, terminal, criticalItMw);
  if (endsAfter(toMonth, horizonMonths)) postLateEnd(sheet, block, toMonth, criticalItMw, ratePerYear);
  else postEnd(sheet, toMonth);
  return {};
}

/**
 * R5.14 Exit lines that follow from the lease: the price of a contracted shell, a terminal value by cap
 * rate, and what a hall earns until it ends after the horizon (R4.10b).
 */
function leaseValuedLines({ terminal, toMonth }: AiBlock, horizonMonths: number): FlowLine[] {
  return terminal.method === 'forwardNoiCapRate' || endsAfter(toMonth, horizonMonths)
    ? ['shellSaleUsd', 'terminalValueUsd']
    : ['shellSaleUsd'];
}

/**
 * R5.13 NOI before tenant credits in the first stabilised year, and that divided by the cost.
 * @param firstMonth B + max(length of ramp − 1, free months); of a hall in service not before month 0
 * @param costUsd gross build cost with the first GPUs
 */
function yieldOnCost(sheet: LineSheet, block: AiBlock, firstMonth: number, costUsd: number): BlockMetrics {
  const { computedMonths, horizonMonths } = sheet.calendar;
  const lastOwned = Math.min(
    lastMonthOwned(block, horizonMonths) ?? Infinity,
    // The forward year reaches only as far as the hall stands in it.
    (block.toMonth ?? Infinity) - 1,
    computedMonths - 1,
  );
  const from = Math.max(0, firstMonth);
  if (from + 11 > lastOwned) return { stabilisedNoiUsd: null, yieldOnCost: null };
  const ebitda = ebitdaOf(sheet);
  let noi = 0;
  for (let month = from; month < from + 12; month += 1) {
    noi += (ebitda[month] ?? 0) - lineAt(sheet, 'tenantCapexCreditUsd', month);
  }
  return { stabilisedNoiUsd: noi, yieldOnCost: costUsd > 0 ? noi / costUsd : null };
}

/** R4.3, R4.13 – R4.19 A colocation block: hall, lease, exit and figures. */
export function computeColocation(block: ColocationBlock, around: AiSurroundings): ComputedAi {
  const hall = buildHall(block, around);
  const { sheet, dates, criticalItMw, grossUsd, tenantFundedUsd } = hall;
  const pricedKw = postLease(sheet, block, { ...around, dates, criticalItMw, tenantFundedUsd });
  const exit = postExit(sheet, block, criticalItMw, around.discountRatePerYear);
  const lastOwned = lastMonthOwned(block, around.calendar.horizonMonths);
  if (lastOwned !== undefined) pricedKw.fill(0, lastOwned + 1);
  const { lease, timeline } = block;
  const contractUsd = baseTermContractValueUsd(lease, timeline.rampShare, criticalItMw * 1000);
  const kwMonths = criticalItMw * 1000 * lease.termMonths;
  const stabilised = dates.billingStart + Math.max(timeline.rampShare.length - 1, lease.freeRentMonths);
  const gpus = hostedGpus(lease, criticalItMw);
  const metrics: BlockMetrics = {
    ...(gpus !== undefined && { gpus }),
    baseTermContractValueUsd: contractUsd,
    averageRentUsdPerKwMonth: kwMonths > 0 ? contractUsd / kwMonths : null,
    ...hallMetrics(block, hall),
    ...exit,
    ...yieldOnCost(sheet, block, stabilised, grossUsd),
    lcocUsdPerKwMonth: levelisedCostUsd(
      sheet,
      leaseValuedLines(block, around.calendar.horizonMonths),
      pricedKw,
      around.discountRatePerYear,
      around.factorsOf,
    ),
  };
  return { ...hall, generations: [], metrics };
}

/** R4.4, R4.20 – R4.24 A GPU cloud block: hall, GPUs, sales, exit and figures. */
export function computeGpuCloud(block: GpuCloudBlock, around: AiSurroundings): ComputedAi {
  const hall = buildHall(block, around);
  const { sheet, dates, criticalItMw, grossUsd } = hall;
  const { cloud, timeline, terminal } = block;
  const gpus = gpuCount(criticalItMw, cloud.kwPerGpu);
  const firstCostUsd = gpus * cloud.gpuPriceUsd;
  const endMonth = Math.min(around.calendar.horizonMonths, block.toMonth ?? Infinity);
  const generations = gpuGenerations(cloud, dates.energisation, firstCostUsd, endMonth);
  const surroundings = { dates, criticalItMw, gpus, power: around.power };
  const valueUsd = contractValueUsd(block, surroundings, around.calendar.firstMonth);
  postCloud(sheet, block, surroundings, valueUsd);
  postGpuCapital(sheet, cloud, generations, {
    isInService: dates.isInService,
    endMonth,
    residualAtHorizon: terminal.gpuResidualAtHorizon === true,
    residualShareByMonth: block.byMonth?.gpuResidualShare,
  });
  const exit = postExit(sheet, block, criticalItMw, around.discountRatePerYear);
  const netShare =
    1 - block.opex.managementFeeShareOfRevenue - cloud.slaCreditShare - cloud.platformCostShare;
  const pricedHours = lineOf(sheet, 'billedGpuHours').map((hours) => hours * netShare);
  const stabilised = dates.billingStart + timeline.rampShare.length - 1;
  const metrics: BlockMetrics = {
    ...(cloud.contract && { contractValueUsd: valueUsd }),
    gpus,
    gpuCapexFirstUsd: firstCostUsd,
    ...hallMetrics(block, hall),
    ...exit,
    ...yieldOnCost(sheet, block, stabilised, grossUsd + firstCostUsd),
    lcocUsdPerGpuHour: levelisedCostUsd(
      sheet,
      leaseValuedLines(block, around.calendar.horizonMonths),
      pricedHours,
      around.discountRatePerYear,
      around.factorsOf,
    ),
  };
  return { ...hall, generations, metrics };
}
