import { axisTicks } from '../../shared/charts/chartScale.ts';
import type { ChartSpec } from '../../shared/charts/chartSpec.ts';

/* Where the paper painter puts a chart over time: the same places for its axis, lines and bars. */

export const plot = { left: 46, right: 520, top: 30 };
export const bars = { top: 218, bottom: 272 };

export interface Scale {
  readonly ticks: readonly number[];
  at(value: number): number;
}

export function scaleOf(values: readonly number[], top: number, bottom: number): Scale {
  const ticks = axisTicks(Math.min(...values), Math.max(...values));
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  const span = high - low || 1;
  return { ticks, at: (value) => bottom - ((value - low) / span) * (bottom - top) };
}

/** The lines leave room for bars below only where there are bars. */
export function bottomOfLines({ series }: ChartSpec): number {
  return series.some(({ shape }) => shape === 'bar') ? 196 : bars.bottom;
}

export function xAt(index: number, count: number): number {
  return plot.left + ((plot.right - plot.left) * index) / Math.max(1, count - 1);
}
