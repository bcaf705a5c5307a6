import { endsAfter } from '../ai/exit.ts';
import type { GpuCloudBlock } from '../strategy/blockInput.ts';
import { priceLines } from '../strategy/levelisedCost.ts';
import { flowLines, type FlowLine } from '../strategy/lineSheet.ts';
import { lineCalculation } from './blockLines.ts';
import { quantity, summed, type Calculation, type Operands } from './calculation.ts';
import { monthName, type ExplainedCase } from './explainedCase.ts';
import { figure } from './flowFigures.ts';
import {
  discounted,
  hasFlow,
  lineSeries,
  presentValueOfLine,
  sumByYear,
  tellQuantity,
  totalOf,
  type Series,
} from './flows.ts';
import { isAfterEnd, type HallScope } from './hallLines.ts';
import { leaseMonth, letKw, weight, type LeaseScope } from './leaseMonth.ts';
import { leaf, rateOf } from './leaves.ts';
import { hallsOf } from './siteFigures.ts';

/*
 * R5.14, R5.14a What a unit of computing costs over the horizon, and at which flat price a plan sells it.
 */

type CloudScope = HallScope<GpuCloudBlock>;

function isCloud(hall: HallScope): hall is CloudScope {
  return hall.block.kind === 'gpuCloud';
}

function isLease(hall: HallScope): hall is LeaseScope {
  return hall.block.kind === 'colocation';
}

/** R5.14 Lines that do not follow from the price. */
function costLines({ block, of }: HallScope): FlowLine[] {
  const isPriced =
    block.terminal.method === 'forwardNoiCapRate' || endsAfter(block.toMonth, of.calendar.horizonMonths);
  return flowLines.filter(
    (line) =>
      !priceLines.includes(line) && line !== 'shellSaleUsd' && (line !== 'terminalValueUsd' || !isPriced),
  );
}

function presentCosts(hall: HallScope): Calculation {
  const parts = costLines(hall).flatMap((line) =>
    hasFlow(hall, line) ? [presentValueOfLine(hall, line)] : [],
  );
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return summed(tellQuantity('levelisedCosts', 'R5.14'), value, () => parts);
}

/** R5.14 Billed kW less what a fee on the price takes of the rented ones. */
function pricedKw(hall: LeaseScope, month: number): Calculation {
  const billed = lineCalculation(hall, 'billedKw', month);
  const about = { rule: 'R5.14', month: monthName(hall.of, month) };
  const at = leaseMonth(hall, month);
  if (!at || at.isFree || isAfterEnd(hall, month)) return quantity('pricedKw', about, 'B', { B: billed });
  const { managedHosting } = hall.block.lease;
  const operands: Operands = {
    B: billed,
    f: leaf(hall, 'opex.managementFeeShareOfRevenue'),
    kW: letKw(at),
    W: weight(at),
  };
  if (!managedHosting) return quantity('pricedKw', about, 'B − f·kW·W', operands);
  const credit = leaf(hall, 'lease.managedHosting.slaCreditShare');
  return quantity('pricedKw', about, 'B − (f + s)·kW·W', { ...operands, s: credit });
}

/** R5.14 GPU-hours less what shares of the price take. */
function pricedHours(hall: CloudScope, month: number): Calculation {
  return quantity(
    'pricedGpuHours',
    { rule: 'R5.14', month: monthName(hall.of, month) },
    'V·(1 − f − s − p)',
    {
      V: lineCalculation(hall, 'billedGpuHours', month),
      f: leaf(hall, 'opex.managementFeeShareOfRevenue'),
      s: leaf(hall, 'cloud.slaCreditShare'),
      p: leaf(hall, 'cloud.platformCostShare'),
    },
  );
}

function seriesOf(hall: HallScope, calculation: (month: number) => Calculation): Series {
  return {
    fromMonth: 0,
    endMonth: hall.of.calendar.horizonMonths,
    value: (month) => calculation(month).value,
    calculation,
  };
}

function presentQuantity(hall: HallScope): Calculation {
  const series = isLease(hall)
    ? seriesOf(hall, (month) => pricedKw(hall, month))
    : seriesOf(hall, (month) => pricedHours(hall as CloudScope, month));
  const key = isLease(hall) ? 'discountedKw' : 'discountedGpuHours';
  const about = tellQuantity(key, 'R5.14');
  const present = discounted(hall.of, series, rateOf(hall), about.unit);
  return sumByYear(hall.of, about, totalOf(present), present);
}

/** R5.14a Revenue over hours, both at the block's rate. */
function levelisedPrice(hall: CloudScope): Calculation | undefined {
  const about = tellQuantity('discountedHoursSold', 'R5.14a');
  const series = lineSeries(hall, 'billedGpuHours');
  const hours = discounted(hall.of, series, rateOf(hall), about.unit);
  const total = totalOf(hours);
  if (total <= 0) return undefined;
  const revenue = presentValueOfLine(hall, 'gpuRevenueUsd');
  return figure('levelisedPriceUsdPerGpuHour', revenue.value / total, 'R/Q', () => ({
    R: revenue,
    Q: sumByYear(hall.of, about, total, hours),
  }));
}

/**
 * R5.14, R5.14a The levelised cost or price of a plan's only hall of a kind.
 * @returns undefined for other figures, and where the plan has no such hall, or several
 */
export function levelisedFigure(of: ExplainedCase, key: string): Calculation | undefined {
  const isOfLease = key === 'lcocUsdPerKwMonth';
  if (!isOfLease && key !== 'lcocUsdPerGpuHour' && key !== 'levelisedPriceUsdPerGpuHour') return undefined;
  const halls = hallsOf(of).filter(isOfLease ? isLease : isCloud);
  const [hall] = halls;
  if (!hall || halls.length > 1) return undefined;
  if (key === 'levelisedPriceUsdPerGpuHour') return isCloud(hall) ? levelisedPrice(hall) : undefined;
  const value = hall.evaluated.metrics[key] ?? null;
  if (value === null) return undefined;
  return figure(key, value, '−C/Q', () => ({ C: presentCosts(hall), Q: presentQuantity(hall) }));
}
