import { gridCells, type GridAxis, type GridCell, type SiteGrid } from '../engine/risk/riskGrid.ts';
import type { RiskResult } from '../engine/risk/riskResult.ts';
import { formatNumber, type Language } from '../format/number.ts';
import { inputLabel } from '../text/inputLabels.ts';
import { riskText } from '../text/riskText.ts';
import { inputNumbers, inputWithUnit, resultName, shownNumber, shownUnit } from '../text/riskWords.ts';
import { fill } from '../text/screenText.ts';
import { strategyNames } from '../text/strategyNames.ts';
import { freeTicks } from './chartScale.ts';
import type { ChartSpec } from './chartSpec.ts';

const million = 1e6;

/** A cell's number; what rounds to nothing says so, for its sign decides the colour. */
function cellText(value: number | null, decimals: number, language: Language, missing: string): string {
  if (value === null) return missing;
  const text = formatNumber(value / million, language, decimals);
  return /[1-9]/.test(text) ? text : `±\u00a0${formatNumber(0, language, 0)}`;
}

/** Where the blue gets stronger: from 0 and from two round numbers that part the values above 0. */
function blueSteps(values: readonly number[]): number[] {
  const sorted = values.filter((value) => value >= 0).toSorted((a, b) => a - b);
  const top = sorted.at(-1) ?? 0;
  if (!(top > 0)) return [0];
  // Parts of equal count would hide that one corner is far above the rest; round thirds of the 80th percentile do not.
  const most = sorted[Math.floor((sorted.length - 1) * 0.8)] ?? top;
  const tick = (from: number): number => {
    const ticks = freeTicks(0, from * 2.5);
    return ticks.reduce(
      (best, one) => (Math.abs(one - from) < Math.abs(best - from) ? one : best),
      ticks[1] ?? from,
    );
  };
  const [a, b] = [tick(most / 3), tick((2 * most) / 3)];
  return [...new Set([0, a, b])].filter((step) => step <= top);
}

function labels({ key, unit, values }: GridAxis, language: Language): string[] {
  return inputNumbers(key, values, unit, language);
}

function placeOf({ base, values }: GridAxis): number | null {
  const place = values.indexOf(base);
  return place < 0 ? null : place;
}

function known(cells: readonly (readonly GridCell[])[]): number[] {
  return cells.flatMap((row) => row.flatMap(({ value }) => (value === null ? [] : [value])));
}

/** R7.1c A grid as heat map and table, the highest value of the vertical input above. */
export function heatMapChart(
  grid: SiteGrid,
  result: RiskResult,
  language: Language,
  missing: string,
): ChartSpec | undefined {
  const t = riskText[language];
  const cells = gridCells(grid, result);
  const values = known(cells);
  if (values.length === 0) return undefined;
  const { x, y } = grid;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const decimals = Math.max(Math.abs(low), Math.abs(high)) >= 100 * million ? 0 : 1;
  const name = resultName(result, language);
  const steps = blueSteps(values).map((value) => value / million);
  const number = (value: number): string => formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
  const [xNames, yNames] = [labels(x, language), labels(y, language)];
  const shown = ({ key, unit, values: all }: GridAxis, index: number, text: string) => ({
    number: shownNumber(key, all[index] ?? NaN, unit),
    text,
  });
  const upwards = cells
    .map((row, index) => ({ row, name: yNames[index] ?? '', at: shown(y, index, yNames[index] ?? '') }))
    .toReversed();
  const baseRow = placeOf(y);
  const xTitle = inputWithUnit(x.key, x.unit, language);
  const yTitle = inputWithUnit(y.key, y.unit, language);
  return {
    kind: 'heatMap',
    title: t.gridTitle,
    subtitle: fill(t.gridSub, { result: name }),
    sentence: fill(t.gridSentence, {
      result: name,
      x: inputLabel(x.key, language),
      y: inputLabel(y.key, language),
      low: number(Math.round(low / 1e4) / 100),
      high: number(Math.round(high / 1e4) / 100),
      negative: values.filter((value) => value < 0).length,
      all: cells.length * x.values.length,
    }),
    x: { title: xTitle, labels: xNames },
    y: { title: t.unitPerMw, unit: 'USD/MW' },
    series: upwards.map(({ row, name: at }) => ({
      name: `${inputLabel(y.key, language)} ${at}`,
      mark: 'own',
      shape: 'bar',
      values: row.map(({ value }) => (value === null ? null : value / million)),
    })),
    annotations: [],
    note: fill(t.gridNote, { result: name }),
    heatMap: {
      xTitle,
      yTitle,
      yLabels: upwards.map(({ name: at }) => at),
      rows: upwards.map(({ row }) =>
        row.map(({ value, best }) => ({
          value: value === null ? null : value / million,
          text: cellText(value, decimals, language, missing),
          mark: best,
        })),
      ),
      steps,
      baseColumn: placeOf(x),
      baseRow: baseRow === null ? null : cells.length - 1 - baseRow,
      legend: {
        negative: result.measure === 'gain' ? t.legendMining : t.legendNegative,
        blue: fill(t.legendBlue, { steps: steps.map(number).join(' · ') }),
        line: t.legendLine,
        base: t.legendBase,
      },
    },
    twin: {
      columns: [
        { head: inputLabel(y.key, language), unit: shownUnit(y.key, y.unit, language) },
        { head: inputLabel(x.key, language), unit: shownUnit(x.key, x.unit, language) },
        { head: name, unit: t.unitPerMw },
        { head: t.best, unit: '' },
      ],
      rows: upwards.flatMap(({ row, at }) =>
        row.map(({ value, best }, index) => [
          at,
          shown(x, index, xNames[index] ?? ''),
          value === null ? null : value / million,
          best === null ? null : strategyNames[language][best],
        ]),
      ),
    },
  };
}
