import { criticalMw, type GridMw, type GrossToItRatio } from '../../units/quantity.ts';
import { endsAfter, happensWithin } from '../ai/exit.ts';
import { aiDatesOf } from '../ai/timeline.ts';
import type { AiBlock, ShellSale, Terminal } from '../strategy/blockInput.ts';
import { forwardMonths, type Calendar } from '../time/months.ts';
import type { RunBlock } from './compiledMining.ts';
import type { Draw } from './draw.ts';
import { delayedHall, drawnUtilisation } from './drawnCase.ts';
import { latestMonth } from './drawnOnce.ts';
import { hallTemplate, type HallFeature, type HallPlace, type HallTemplate } from './hallTemplate.ts';

/** A hall at one delay: its coefficients with and without the tenant, its dates and its way out. */
interface DelayedHall {
  readonly block: AiBlock;
  readonly withTenant: HallTemplate;
  readonly withoutTenant: HallTemplate;
  /** First month in which the tenant may be gone. */
  readonly riskStart: number;
  readonly sale: ShellSale | undefined;
  readonly terminal: Exclude<Terminal, { method: 'none' }> | undefined;
}

/** What a hall is compiled with. */
export interface CompiledHallPlace extends HallPlace {
  readonly block: AiBlock;
  readonly ratePerYear: number;
  readonly calendar: Calendar;
  /** Whether the default of the tenant is drawn. */
  readonly drawsDefault: boolean;
}

/** R7.2i What keeps a hall from being compiled: its lines are not linear in what is drawn. */
export function isHallLinear(block: AiBlock, horizonMonths: number): boolean {
  if (block.kind === 'colocation' && (block.lease.tenantFundedCapex || block.tenantFundedCapex)) return false;
  return !(endsAfter(block.toMonth, horizonMonths) && block.terminal.method !== 'none');
}

/** The lease with the tenant there for good, or gone from the first month of risk. */
function withDefaultAt(block: AiBlock, tenantDefaultMonth: number): AiBlock {
  return block.kind === 'colocation' ? { ...block, lease: { ...block.lease, tenantDefaultMonth } } : block;
}

function delayed(place: CompiledHallPlace, delayMonths: number): DelayedHall {
  const { calendar, drawsDefault } = place;
  const block = delayedHall(place.block, delayMonths);
  const draws = drawsDefault && block.kind === 'colocation';
  const withTenant = hallTemplate(place, draws ? withDefaultAt(block, latestMonth) : block);
  const { shellSale, terminal } = block;
  const sale = happensWithin(shellSale, calendar.horizonMonths) ? shellSale : undefined;
  const isKept = !sale && (block.toMonth === undefined || block.toMonth === null);
  return {
    block,
    withTenant,
    withoutTenant: draws ? hallTemplate(place, withDefaultAt(block, 0)) : withTenant,
    riskStart: Math.max(0, aiDatesOf(block).billingStart),
    sale,
    terminal: isKept && terminal.method !== 'none' ? terminal : undefined,
  };
}

/** What a feature is multiplied by in a draw; by month where that moves. */
type Multiplier = number | { readonly level: number; readonly factors: Float64Array };

function multiplierOf(feature: HallFeature, block: AiBlock, draw: Draw): Multiplier {
  switch (feature) {
    case 'constant':
      return 1;
    case 'buildCost':
      return draw.buildCostFactor;
    case 'rent':
      return draw.marketRentFactor;
    case 'power':
      return { level: 1, factors: draw.powerFactor };
    default:
      return hoursOf(feature, block, draw);
  }
}

/** R4.21, R7.2f Share of the hours sold in contract and in the market. */
function hoursOf(feature: 'contractHours' | 'marketHours', block: AiBlock, draw: Draw): Multiplier {
  if (block.kind === 'colocation') return 0;
  const { contract, market } = block.cloud;
  const drawn = (utilisation: number): number => drawnUtilisation(utilisation, draw.utilisationFactor);
  if (feature === 'contractHours')
    return contract ? Math.max(contract.takeOrPayShare, drawn(contract.utilisation)) : 0;
  return { level: drawn(market.utilisation), factors: draw.gpuFactor };
}

/** Adds one feature to a flow from one month to another; index 0 is the valuation date. */
function addFlows(
  into: Float64Array,
  coefficients: Float64Array,
  by: Multiplier,
  from: number,
  to: number,
): void {
  if (typeof by === 'number') {
    for (let index = from; index < to; index += 1)
      into[index] = (into[index] as number) + by * (coefficients[index] as number);
    return;
  }
  const { level, factors } = by;
  for (let index = from; index < to; index += 1) {
    const factor = level * (index === 0 ? 1 : (factors[index - 1] as number));
    into[index] = (into[index] as number) + factor * (coefficients[index] as number);
  }
}

/** EBITDA of twelve months of a draw [USD]. */
function forwardNoiUsd(hall: DelayedHall, draw: Draw, fromMonth: number, lostFrom: number): number {
  let sum = 0;
  for (const [template, first, last] of [
    [hall.withTenant, fromMonth, Math.min(fromMonth + forwardMonths, lostFrom)],
    [hall.withoutTenant, Math.max(fromMonth, lostFrom), fromMonth + forwardMonths],
  ] as const) {
    if (first >= last) continue;
    for (const [feature, { ebitdaUsd }] of template) {
      const by = multiplierOf(feature, hall.block, draw);
      for (let month = first; month < Math.min(last, ebitdaUsd.length); month += 1) {
        const factor = typeof by === 'number' ? by : by.level * (by.factors[month] as number);
        sum += factor * (ebitdaUsd[month] as number);
      }
    }
  }
  return sum;
}

function priceUsd(
  exit: ShellSale | Exclude<Terminal, { method: 'none' }>,
  noiUsd: () => number,
  criticalItMw: number,
): number {
  const gross =
    exit.method === 'forwardNoiCapRate' ? noiUsd() / exit.capRate : exit.usdPerMwIt * criticalItMw;
  return gross * (1 - exit.costShare);
}

/**
 * R4, R5.6, R5.7, R7.2i A hall compiled: its flow as coefficients times what is drawn, with the tenant until its default
 * and without it from then on, and its way out by the NOI that the draw leaves.
 */
export function compileHall(place: CompiledHallPlace): RunBlock {
  const { calendar, cache, ratePerYear } = place;
  const { horizonMonths } = calendar;
  const factors = cache.factorsOf(ratePerYear, horizonMonths + 1);
  const ratio = place.block.grossToItRatio ?? place.plan.site?.grossToItRatio ?? 0;
  const criticalItMw = criticalMw(place.block.powerMw as GridMw, ratio as GrossToItRatio);
  const halls = new Map<number, DelayedHall>();
  const hallOf = (delayMonths: number): DelayedHall => {
    const hall = halls.get(delayMonths) ?? delayed(place, delayMonths);
    halls.set(delayMonths, hall);
    return hall;
  };
  return (draw, _hashprice, flowsUsd) => {
    const hall = hallOf(draw.delayMonths);
    const { sale, terminal } = hall;
    const lostFrom =
      draw.tenantDefaultMonth === undefined ? Infinity : hall.riskStart + draw.tenantDefaultMonth;
    const lostIndex = Math.min(horizonMonths + 1, lostFrom + 1);
    flowsUsd.fill(0);
    for (const [feature, { flowsUsd: coefficients }] of hall.withTenant)
      addFlows(flowsUsd, coefficients, multiplierOf(feature, hall.block, draw), 0, lostIndex);
    if (lostIndex <= horizonMonths)
      for (const [feature, { flowsUsd: coefficients }] of hall.withoutTenant)
        addFlows(
          flowsUsd,
          coefficients,
          multiplierOf(feature, hall.block, draw),
          lostIndex,
          horizonMonths + 1,
        );
    if (sale) {
      const noiUsd = (): number => forwardNoiUsd(hall, draw, sale.month + 1, lostFrom);
      flowsUsd.fill(0, sale.month + 2);
      const index = sale.month + 1;
      flowsUsd[index] = (flowsUsd[index] as number) + priceUsd(sale, noiUsd, criticalItMw);
    } else if (terminal) {
      const noiUsd = (): number => Math.max(0, forwardNoiUsd(hall, draw, horizonMonths, lostFrom));
      flowsUsd[horizonMonths] =
        (flowsUsd[horizonMonths] as number) + priceUsd(terminal, noiUsd, criticalItMw);
    }
    let npv = 0;
    for (let index = 0; index <= horizonMonths; index += 1)
      npv += (flowsUsd[index] as number) * (factors[index] as number);
    return npv;
  };
}
