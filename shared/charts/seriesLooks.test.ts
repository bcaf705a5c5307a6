import { expect, test } from 'vitest';
import type { BackcastPage } from '../domain/backcast.ts';
import { siteFigures, siteViews } from '../engine/analysis/analyseSite.ts';
import { comparePlans } from '../engine/analysis/comparePlans.ts';
import { companyFigures } from '../engine/analysis/companyFigures.ts';
import { ownPlansForTest } from '../engine/explain/testing/plansForTest.ts';
import { evidenceForTest } from '../engine/testing/evidenceForTest.ts';
import { allianceChart } from './allianceChart.ts';
import { hashpriceChart, marginChart } from './backcastCharts.ts';
import { cashFlowChart } from './cashFlowChart.ts';
import { endLabelPlaces, fittingNote } from './chartLabels.ts';
import { chartDecimals } from './chartTable.ts';
import type { ChartSpec } from './chartSpec.ts';
import { companyCashFlowChart } from './companyCashFlowChart.ts';
import { comparisonChart } from './comparisonChart.ts';
import { gpuPriceChart } from './gpuPriceChart.ts';
import { seriesLooks } from './seriesLooks.ts';

const own = { key: 'fleetEfficiencyJPerTh', value: 25, note: null, enteredBy: null, enteredAt: '2026-11-25' };
const evidence = { ...evidenceForTest(), ownValues: [own], ownPlans: ownPlansForTest().slice(0, 2) };
const figures = siteFigures(evidence);
const { alliance, gpuHour } = siteViews(evidence);

const kinds = ['contract', 'onDemandList', 'onDemandQuoted', 'marketplaceOffer', 'unstated'] as const;
const gpus = ['A100', 'H100', 'H200', 'B200'] as const;
const prices = gpus.flatMap((gpu) =>
  kinds.slice(0, 3).map((kind) => ({
    gpu,
    kind,
    month: '2025-03',
    usdPerGpuHour: 2,
    observations: 1,
    source: null,
    note: null,
  })),
);

const months = ['2025-01', '2025-02', '2025-03'];
const backcast = {
  hashpriceMonths: { months, engine: [40, 41, 42], published: [40, null, 42] },
  margins: {
    months,
    mining: [50, 60, 70],
    ai: gpus.flatMap((gpu) => kinds.map((kind) => ({ gpu, kind, values: [100, 110, 120] }))).slice(0, 6),
    fleetEfficiencyJPerTh: 19,
    powerPriceUsdPerMwh: 34,
  },
} as unknown as BackcastPage;

function charts(): readonly (readonly [string, ChartSpec | undefined])[] {
  if (!alliance.computable || !gpuHour.computable) throw new Error('not computable');
  const [a, b] = evidence.ownPlans.map(({ id }) => ({ kind: 'own', id }) as const);
  if (!a || !b) throw new Error('two own plans are compared');
  const comparison = comparePlans(evidence, a, b);
  if (!comparison) throw new Error('not comparable');
  const around = { analysis: figures, ownPlans: figures.ownPlans };
  return [
    ['cash flow', cashFlowChart(figures, 'de')],
    ['company', companyCashFlowChart(companyFigures([figures]), 'de')],
    ['two own plans', comparisonChart(comparison, around, 'de')],
    ['alliance', allianceChart(alliance, 'de')],
    ['price of a GPU-hour', gpuPriceChart(gpuHour, prices as never, 'de')],
    ['hashprice', hashpriceChart(backcast, 'de')],
    ['margins', marginChart(backcast, 'de')],
  ];
}

test.each(charts())('in the chart %s no two series look alike without colour', (_name, spec) => {
  if (!spec) throw new Error('no chart');
  const looks = seriesLooks(spec);
  const of = (shape: 'line' | 'point') => looks.filter((_look, index) => spec.series[index]?.shape === shape);
  const dashes = of('line').map(({ dash }) => dash.join());
  expect(new Set(dashes).size, dashes.join(' | ')).toBe(dashes.length);
  const marks = [...of('line'), ...of('point')].map(({ shape, fill }) => `${shape} ${fill}`);
  expect(new Set(marks).size, marks.join(' | ')).toBe(marks.length);
});

test('a strategy keeps its dash and its solid mark; only a second of the same gives way', () => {
  const series = (['colocation', 'own', 'own'] as const).map((mark) => ({
    name: mark,
    mark,
    shape: 'line' as const,
    values: [],
  }));
  const [first, second, third] = seriesLooks({ series });
  expect(first).toEqual({ dash: [], shape: 'colocation', fill: 'solid' });
  expect(second).toMatchObject({ shape: 'own', fill: 'solid' });
  expect(third).toMatchObject({ shape: 'own', fill: 'hollow' });
  expect(third?.dash).not.toEqual(second?.dash);
});

test('names at the ends of lines keep their distance and stay in the drawing', () => {
  const box = { step: 14, top: 10, bottom: 100 };
  const crowded = ['a', 'b', 'c', 'd'].map((name, index) => ({ name, y: 97 + index }));
  const places = [...endLabelPlaces(crowded, box).values()];
  expect(places).toEqual([58, 72, 86, 100]);
  expect([...endLabelPlaces([{ name: 'a', y: 50 }], box).values()]).toEqual([50]);
});

test('a note at a halving is as long as there is room', () => {
  const width = (text: string) => text.length;
  expect(fittingNote('April 2028 (modelled)', 21, width)).toBe('April 2028 (modelled)');
  expect(fittingNote('April 2028 (modelled)', 20, width)).toBe('April 2028');
  expect(fittingNote('April 2028 (modelled)', 9, width)).toBe('2028');
  expect(fittingNote('April 2028 (modelled)', 3, width)).toBe('');
});

test('prices of an hour are read with cents, amounts in millions with one decimal', () => {
  const of = (values: (number | null)[]) => ({
    series: [{ name: '', mark: 'own' as const, shape: 'line' as const, values }],
  });
  expect(chartDecimals(of([2.494, null]))).toBe(2);
  expect(chartDecimals(of([1250, -3]))).toBe(1);
});
