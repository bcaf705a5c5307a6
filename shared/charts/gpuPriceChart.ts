import type { GpuPriceObservation } from '../domain/gpuPrices.ts';
import type { GpuHourView } from '../engine/analysis/gpuHour.ts';
import { everyMonth } from '../engine/backcast/marginPerMwh.ts';
import { formatDate, formatNumber, formatPlain, type Language } from '../format/number.ts';
import { gpuHourText } from '../text/gpuHourText.ts';
import { fill } from '../text/screenText.ts';
import { priceKindWord } from './backcastCharts.ts';
import type { ChartSpec } from './chartSpec.ts';

type Computed = Extract<GpuHourView, { computable: true }>;
type Series = ChartSpec['series'];

/** One series a GPU and kind of price; points, for between two observations nothing was seen. */
function observedSeries(
  prices: readonly GpuPriceObservation[],
  labels: readonly string[],
  language: Language,
): Series {
  const groups = new Map<string, Map<string, number | null>>();
  for (const { gpu, kind, month, usdPerGpuHour } of prices) {
    const name = `${gpu}, ${priceKindWord(kind, language)}`;
    const months = groups.get(name) ?? new Map<string, number | null>();
    groups.set(name, months.set(month, usdPerGpuHour));
  }
  return [...groups].map(([name, months]) => ({
    name,
    mark: 'published',
    shape: 'point',
    values: labels.map((label) => months.get(label) ?? null),
  }));
}

function assumedSeries(view: Computed, labels: readonly string[], language: Language): Series {
  const t = gpuHourText[language];
  const placed = (values: readonly (number | null)[]): (number | null)[] => {
    const byMonth = new Map(view.months.map((month, index) => [month, values[index] ?? null]));
    return labels.map((label) => byMonth.get(label) ?? null);
  };
  const line = (name: string, change: number, values: readonly number[]): Series[number] => ({
    name: fill(name, { change: formatPlain(change * 100, language) }),
    mark: 'own',
    shape: 'line',
    values: placed(values),
  });
  const { marketRange: range } = view;
  return [
    { name: t.plan, mark: 'gpuCloud', shape: 'line', values: placed(view.planUsdPerGpuHour) },
    line(t.market, view.changePerYear, view.marketUsdPerGpuHour),
    ...(range
      ? [
          line(t.marketLow, range.lowChangePerYear, range.lowUsdPerGpuHour),
          line(t.marketHigh, range.highChangePerYear, range.highUsdPerGpuHour),
        ]
      : []),
  ];
}

function sentenceOf(view: Computed, prices: readonly GpuPriceObservation[], language: Language): string {
  const t = gpuHourText[language];
  const sold = view.planUsdPerGpuHour.filter((price) => price !== null);
  const price = (value: number | undefined) => (value === undefined ? '–' : formatNumber(value, language, 2));
  const path = { start: price(sold[0]), end: price(sold.at(-1)) };
  const months = prices.map(({ month }) => month).toSorted();
  const [from, to] = [months[0], months.at(-1)];
  if (from === undefined || to === undefined) return fill(t.noHistory, path);
  return fill(t.sentence, {
    ...path,
    observed: prices.length,
    from: formatDate(from, language),
    to: formatDate(to, language),
  });
}

/** P42 What a GPU-hour cost, and what the plan assumes it will: either way is possible. */
export function gpuPriceChart(
  view: Computed,
  prices: readonly GpuPriceObservation[],
  language: Language,
): ChartSpec {
  const t = gpuHourText[language];
  const labels = everyMonth([...prices.map(({ month }) => month), ...view.months]);
  return {
    kind: 'lines',
    title: t.title,
    subtitle: t.subtitle,
    sentence: sentenceOf(view, prices, language),
    x: { title: t.month, labels },
    y: { title: t.unit, unit: 'USD/GPU-h' },
    series: [...observedSeries(prices, labels, language), ...assumedSeries(view, labels, language)],
    annotations: [],
    note: t.note,
  };
}
