import { operatingLines, type FlowLine, type Line } from '../strategy/lineSheet.ts';
import { termAverageYield } from '../analysis/termAverageYield.ts';
import type { BlockMetrics, ComputedBlock } from '../strategy/siteCaseResult.ts';
import { quantity, summed, type Calculation, type Operands } from './calculation.ts';
import { blocksOf, ebitdaOfMonth, lineCalculation, lineValue } from './blockLines.ts';
import { monthName, type ExplainedCase } from './explainedCase.ts';
import { figure, tellFigure } from './flowFigures.ts';
import {
  hasFlow,
  lineSeries,
  npvOfBlock,
  presentValueOfLine,
  sumByYear,
  tellQuantity,
  totalOf,
} from './flows.ts';
import { criticalIt, grossCapex, type HallScope } from './hallLines.ts';
import type { BlockScope } from './blockScope.ts';
import { hoursOfMonth, monthsSince, siteLeaf } from './power.ts';
import { leaf } from './leaves.ts';

/*
 * R5.3, R5.10, R5.13, R5.15 Figures that are made of the blocks of a plan.
 */

/** R5.2a NPV of the site: of its blocks, each at its own rate. */
export function npvOfSite(of: ExplainedCase): Calculation {
  const scopes = blocksOf(of);
  const [only] = scopes;
  const value = of.site.metrics.unleveredPreTax.npvUsd;
  if (scopes.length === 1 && only) return { ...npvOfBlock(only), ...tellFigure('npvUsd'), value };
  return summed(tellFigure('npvUsd'), value, () => scopes.map(npvOfBlock));
}

/** A line of a block over the whole horizon, by year and month. */
function totalOfLine(scope: BlockScope, line: Line, unit: string): Calculation {
  const { horizonMonths } = scope.of.calendar;
  const series = { ...lineSeries(scope, line), fromMonth: 0, endMonth: horizonMonths };
  const name = { kind: 'total', key: line, blockId: scope.evaluated.block.id } as const;
  return sumByYear(scope.of, { name, unit, rule: 'R5.2a' }, totalOf(series), series);
}

function ebitdaOfSite(of: ExplainedCase): Calculation {
  const scopes = blocksOf(of);
  const value = scopes.reduce((sum, { evaluated }) => sum + (evaluated.metrics.ebitdaTotalUsd ?? 0), 0);
  return summed(tellQuantity('ebitda', 'R5.2a'), value, () =>
    scopes.flatMap((scope) =>
      operatingLines.flatMap((line) => (hasFlow(scope, line) ? [totalOfLine(scope, line, 'USD')] : [])),
    ),
  );
}

function gridPower(of: ExplainedCase): Calculation {
  return siteLeaf(of, 'siteGridMw', of.input.site?.gridPowerMw ?? 0, 'gridPowerMw');
}

function hoursOfHorizon(of: ExplainedCase): Calculation {
  const { horizonMonths, hours } = of.calendar;
  const series = {
    fromMonth: 0,
    endMonth: horizonMonths,
    value: (month: number) => hours[month] ?? 0,
    calculation: (month: number) => hoursOfMonth(of, month),
  };
  return sumByYear(of, tellQuantity('horizonHours', 'R5.15'), totalOf(series), series);
}

function consumedEnergy(of: ExplainedCase): Calculation {
  const parts = blocksOf(of).flatMap((scope) =>
    hasFlow(scope, 'gridEnergyMwh') ? [totalOfLine(scope, 'gridEnergyMwh', 'MWh')] : [],
  );
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return summed(tellQuantity('consumedEnergy', 'R5.15'), value, () => parts);
}

/** R5.15 Critical MW-years of the site, whatever the plan builds. */
function criticalMwYears(of: ExplainedCase): Calculation {
  return quantity('criticalMwYears', { rule: 'R5.15' }, 'MW/q·T/12', {
    MW: gridPower(of),
    q: siteLeaf(of, 'gridToItRatio', of.input.site?.grossToItRatio ?? 0, 'grossToItRatio'),
    T: siteLeaf(of, 'horizon', of.calendar.horizonMonths, 'horizonMonths'),
  });
}

const exitLines: readonly FlowLine[] = ['siteSaleUsd', 'shellSaleUsd', 'terminalValueUsd'];

function exitValue(of: ExplainedCase): Calculation {
  const parts = blocksOf(of).flatMap((scope) =>
    exitLines.flatMap((line) => (hasFlow(scope, line) ? [presentValueOfLine(scope, line)] : [])),
  );
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return summed(tellQuantity('exitValue', 'R5.7'), value, () => parts);
}

export function hallsOf(of: ExplainedCase): HallScope[] {
  return blocksOf(of).flatMap((scope) => {
    const { block, ai } = scope.evaluated;
    if (!ai || (block.kind !== 'colocation' && block.kind !== 'gpuCloud')) return [];
    return [{ ...scope, block, ai, line: (line: Line) => lineCalculation(scope, line, 0) }];
  });
}

/** R4.9, R4.20 What a hall costs, its first GPUs included. */
function costOf(hall: HallScope): Calculation {
  if (hall.block.kind !== 'gpuCloud') return grossCapex(hall);
  return quantity('hallAndGpus', { rule: 'R5.13' }, 'K + A', { K: grossCapex(hall), A: firstGpus(hall) });
}

function firstGpus(hall: HallScope): Calculation {
  const gpus = quantity('gpus', { rule: 'R4.20' }, '⌊IT·1000/w + 1/1e9⌋', {
    IT: criticalIt(hall),
    w: leaf(hall, 'cloud.kwPerGpu'),
  });
  return quantity('generationCost', { rule: 'R4.20', detail: '1' }, 'N·p', {
    N: gpus,
    p: leaf(hall, 'cloud.gpuPriceUsd'),
  });
}

/** R5.13 NOI of a month before what is credited to the tenant. */
function noiSeries(hall: HallScope, fromMonth: number, endMonth: number) {
  const value = (month: number): number =>
    (hall.evaluated.ebitdaUsd[month] ?? 0) - lineValue(hall, 'tenantCapexCreditUsd', month);
  return {
    fromMonth,
    endMonth,
    value,
    calculation: (month: number): Calculation => {
      if (lineValue(hall, 'tenantCapexCreditUsd', month) === 0) return ebitdaOfMonth(hall, month);
      const about = { rule: 'R5.13', month: monthName(hall.of, month) };
      return quantity('noiBeforeCredits', about, 'Y − C', {
        Y: ebitdaOfMonth(hall, month),
        C: lineCalculation(hall, 'tenantCapexCreditUsd', month),
      });
    },
  };
}

/** R5.13 The twelve months of the first stabilised year. */
function firstYearNoi(hall: HallScope): Calculation {
  const { timeline } = hall.block;
  const free = hall.block.kind === 'colocation' ? hall.block.lease.freeRentMonths : 0;
  const stabilised = hall.ai.dates.billingStart + Math.max(timeline.rampShare.length - 1, free);
  const from = Math.max(0, stabilised);
  const series = noiSeries(hall, from, from + 12);
  return sumByYear(hall.of, tellQuantity('stabilisedNoi', 'R5.13'), totalOf(series), series);
}

function baseTermMonths({ block }: HallScope): number {
  if (block.kind === 'colocation') return block.lease.termMonths;
  if (block.kind === 'gpuCloud') return block.cloud.contract?.termMonths ?? block.cloud.gpuLifeMonths;
  return 0;
}

/** R5.13a 12 · mean monthly NOI of the base term, as far as it lies in the horizon and before the hall's end. */
function termYield(hall: HallScope, value: number): Calculation {
  const { billingStart } = hall.ai.dates;
  const from = Math.max(0, billingStart);
  const { horizonMonths } = hall.of.calendar;
  const end = Math.min(horizonMonths, billingStart + baseTermMonths(hall), hall.block.toMonth ?? Infinity);
  const series = noiSeries(hall, from, end);
  return figure('yieldOnCostTermAverage', value, '12·Y/n/K', () => ({
    Y: sumByYear(hall.of, tellQuantity('termNoi', 'R5.13a'), totalOf(series), series),
    n: monthsSince(end - from, 'monthsOfTerm'),
    K: costOf(hall),
  }));
}

function ratioFigure(
  key: 'ebitdaUsdPerContractedGridMwh' | 'ebitdaUsdPerConsumedGridMwh' | 'ebitdaUsdPerCriticalMwYear',
  of: ExplainedCase,
): Calculation | undefined {
  const value = of.site.metrics.unleveredPreTax[key];
  if (value === null) return undefined;
  const parts: Readonly<Record<typeof key, () => { formula: string; operands: Operands }>> = {
    ebitdaUsdPerContractedGridMwh: () => ({
      formula: 'Y/(MW·h)',
      operands: { Y: ebitdaOfSite(of), MW: gridPower(of), h: hoursOfHorizon(of) },
    }),
    ebitdaUsdPerConsumedGridMwh: () => ({
      formula: 'Y/E',
      operands: { Y: ebitdaOfSite(of), E: consumedEnergy(of) },
    }),
    ebitdaUsdPerCriticalMwYear: () => ({
      formula: 'Y/X',
      operands: { Y: ebitdaOfSite(of), X: criticalMwYears(of) },
    }),
  };
  const { formula, operands } = parts[key]();
  return figure(key, value, formula, () => operands);
}

function sumOfHalls(
  key: 'grossCapexUsd' | 'gpuCapexUsd' | 'criticalItMw',
  of: ExplainedCase,
): Calculation | undefined {
  const halls = hallsOf(of).filter(({ block }) => key !== 'gpuCapexUsd' || block.kind === 'gpuCloud');
  if (halls.length === 0) return undefined;
  const metric: Readonly<Record<typeof key, keyof BlockMetrics>> = {
    grossCapexUsd: 'grossCapexUsd',
    gpuCapexUsd: 'gpuCapexFirstUsd',
    criticalItMw: 'criticalItMw',
  };
  const part = { grossCapexUsd: grossCapex, gpuCapexUsd: firstGpus, criticalItMw: criticalIt }[key];
  const value = halls.reduce((sum, { evaluated }) => sum + Number(evaluated.metrics[metric[key]] ?? 0), 0);
  return summed(tellFigure(key), value, () => halls.map((hall) => part(hall)));
}

function asComputed({ evaluated, of }: HallScope): ComputedBlock {
  const { horizonMonths } = of.calendar;
  const { sheet, metrics, block } = evaluated;
  const monthly = Object.fromEntries(
    [...sheet.lines].map(([line, months]) => [line, Array.from(months.subarray(0, horizonMonths))]),
  );
  return { id: block.id, computable: true, warnings: [], metrics, atValuation: {}, monthly };
}

/** R5.13, R5.13a The two yields of a plan's only hall. */
function yieldFigure(
  key: 'yieldOnCost' | 'yieldOnCostTermAverage',
  of: ExplainedCase,
): Calculation | undefined {
  const halls = hallsOf(of);
  const [hall] = halls;
  if (!hall || halls.length > 1) return undefined;
  const value =
    key === 'yieldOnCost'
      ? (hall.evaluated.metrics.yieldOnCost ?? null)
      : termAverageYield(of.input, asComputed(hall));
  if (value === null) return undefined;
  if (key === 'yieldOnCostTermAverage') return termYield(hall, value);
  return figure(key, value, 'Y/K', () => ({ Y: firstYearNoi(hall), K: costOf(hall) }));
}

/**
 * R5.3, R5.13, R5.15 A figure made of a plan's blocks.
 * @param npv of the plan as it is judged
 */
export function blockFigure(
  of: ExplainedCase,
  key: string,
  npv: Calculation,
  isShared: boolean,
): Calculation | undefined {
  switch (key) {
    case 'npvUsdPerGridMw': {
      const power = gridPower(of);
      return figure(key, npv.value / power.value, 'N/MW', () => ({ N: npv, MW: power }));
    }
    case 'ebitdaUsdPerContractedGridMwh':
    case 'ebitdaUsdPerConsumedGridMwh':
    case 'ebitdaUsdPerCriticalMwYear':
      return isShared ? undefined : ratioFigure(key, of);
    case 'terminalShareOfNpv': {
      if (isShared || npv.value <= 0) return undefined;
      const exit = exitValue(of);
      return figure(key, exit.value / npv.value, 'X/N', () => ({ X: exit, N: npv }));
    }
    case 'grossCapexUsd':
    case 'gpuCapexUsd':
    case 'criticalItMw':
      return sumOfHalls(key, of);
    case 'yieldOnCost':
    case 'yieldOnCostTermAverage':
      return yieldFigure(key, of);
    default:
      return undefined;
  }
}
