import type { SiteFigures } from '../analysis/siteAnalysis.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import { hoursOf, parseMonth } from '../time/months.ts';

/** EBITDA of a contracted grid MWh over the twelve months before and after a halving [USD/grid MWh]. */
export interface AroundHalving {
  readonly date: string;
  readonly miningBeforeUsdPerGridMwh: number;
  readonly miningAfterUsdPerGridMwh: number;
  readonly colocationAfterUsdPerGridMwh: number;
}

/** R5.18d What a site earns by mining and by letting its hall, over the horizon. */
export interface HallIncome {
  /** First month from which colocation earns more in every month left; null where it never does for good. */
  readonly crossoverMonth: string | null;
  /** Null without a whole year on either side of the first halving of the horizon. */
  readonly halving: AroundHalving | null;
}

const windowMonths = 12;

/**
 * R5.18d First month from which the second flow is above the first in every month that is left.
 * @returns undefined where the last month is not above
 * @example crossover([5, 5, 5], [0, 6, 7]) // → 1
 */
export function crossover(first: readonly number[], second: readonly number[]): number | undefined {
  const lastNotAbove = first.findLastIndex((usd, month) => !((second[month] ?? -Infinity) > usd));
  return lastNotAbove + 1 < first.length ? lastNotAbove + 1 : undefined;
}

function operatingOf({ strategies }: SiteFigures, kind: StrategyKind): readonly number[] | undefined {
  const outcome = strategies.find((strategy) => strategy.kind === kind);
  return outcome?.computable ? outcome.figures.operatingUsd : undefined;
}

function aroundHalving(
  { halvings, valuationMonth }: SiteFigures,
  mining: readonly number[],
  colocation: readonly number[],
  gridMw: number,
): AroundHalving | null {
  const [halving] = halvings;
  const firstMonth = parseMonth(valuationMonth);
  if (!halving || firstMonth === undefined) return null;
  const { month, date } = halving;
  if (month < windowMonths || month + windowMonths > mining.length) return null;
  // R5.15: the energy that the connection could have carried, whether it was used or not.
  const perMwh = (flow: readonly number[], from: number): number => {
    let [usd, hours] = [0, 0];
    for (let at = from; at < from + windowMonths; at += 1) {
      usd += flow[at] ?? 0;
      hours += hoursOf(firstMonth + at);
    }
    return usd / (gridMw * hours);
  };
  return {
    date,
    miningBeforeUsdPerGridMwh: perMwh(mining, month - windowMonths),
    miningAfterUsdPerGridMwh: perMwh(mining, month),
    colocationAfterUsdPerGridMwh: perMwh(colocation, month),
  };
}

/**
 * R5.18d, R5.15 EBITDA of plain mining and of colocation at one site: from when on colocation earns more, and what a
 * contracted grid MWh earns around the next halving.
 * @returns null where either cannot be computed
 */
export function hallIncome(figures: SiteFigures): HallIncome | null {
  const mining = operatingOf(figures, 'keepMining');
  const colocation = operatingOf(figures, 'colocation');
  const gridMw = figures.inputs.find(({ key }) => key === 'gridPowerMw')?.value;
  if (!mining || !colocation || gridMw == null || gridMw <= 0) return null;
  const from = crossover(mining, colocation);
  return {
    crossoverMonth: from === undefined ? null : (figures.months[from] ?? null),
    halving: aroundHalving(figures, mining, colocation, gridMw),
  };
}
