import type { ExportTable } from '../exchange/exportTable.ts';
import type { ChartSpec } from './chartSpec.ts';

/** The table twin of a chart: one row a point, one column a series, in the unit of the axis. */
export function chartTable({ x, y, series, twin }: ChartSpec): ExportTable {
  if (twin)
    return {
      columns: twin.columns,
      rows: twin.rows.map((row) =>
        row.map((cell) => (typeof cell === 'object' && cell !== null ? cell.number : cell)),
      ),
    };
  return {
    columns: [{ head: x.title, unit: '' }, ...series.map(({ name }) => ({ head: name, unit: y.title }))],
    rows: x.labels.map((label, index) => [label, ...series.map(({ values }) => values[index] ?? null)]),
  };
}

/** Decimals that the values of a chart are read with: small ones, such as a price of an hour, need two. */
export function chartDecimals({ series }: Pick<ChartSpec, 'series'>): number {
  const largest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0))));
  return largest < 20 ? 2 : 1;
}
