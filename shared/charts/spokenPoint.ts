import { formatNumber, type Language } from '../format/number.ts';
import type { ChartSpec } from './chartSpec.ts';
import { chartDecimals } from './chartTable.ts';

/** One point of a chart as it is read out: series, place, value, unit. */
export function spokenPoint(
  spec: ChartSpec,
  { index, series: place }: { readonly index: number; readonly series: number },
  language: Language,
  missing: string,
): string {
  const series = spec.series[place];
  const value = series?.values[index];
  const bar = spec.tornado?.bars[index];
  const input = bar ? ` (${place === 0 ? bar.lowText : bar.highText})` : '';
  const decimals = spec.kind === 'tornado' || spec.kind === 'curve' ? 2 : chartDecimals(spec);
  const number = value == null ? missing : formatNumber(value, language, decimals);
  return `${series?.name ?? ''}, ${spec.x.labels[index] ?? ''}${input}: ${number} ${spec.y.title}`;
}
