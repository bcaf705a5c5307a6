import type { Tornado, TornadoBar } from '../engine/risk/tornado.ts';
import { formatNumber, type Language } from '../format/number.ts';
import { inputLabel } from '../text/inputLabels.ts';
import { riskText } from '../text/riskText.ts';
import {
  shownNumber,
  shownUnit,
  inputNumber,
  inputWithUnit,
  rangeSource,
  resultName,
  shortRangeSource,
} from '../text/riskWords.ts';
import { fill } from '../text/screenText.ts';
import type { ChartSpec, TwinCell } from './chartSpec.ts';

const million = 1e6;

/** More bars than these are no longer compared at a glance; the table has all. */
const mostBars = 12;

/** Zero belongs to the axis unless it would squeeze the bars into a third of it. */
function showsZero(values: readonly number[]): boolean {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const whole = Math.max(0, high) - Math.min(0, low);
  return high - low >= whole / 3;
}

function twinRow({ range, atLow, atHigh, effect }: TornadoBar, language: Language): TwinCell[] {
  const { key, unit, low, base, high } = range;
  const number = (value: number) => ({
    number: shownNumber(key, value, unit),
    text: inputNumber(key, value, unit, language),
  });
  return [
    inputLabel(key, language),
    number(low),
    number(base),
    number(high),
    shownUnit(key, unit, language),
    atLow / million,
    atHigh / million,
    effect / million,
    rangeSource(range, language),
  ];
}

/** R7.1b A tornado as chart and table; nothing where the result cannot be computed or no input moves it. */
export function tornadoChart(tornado: Tornado, language: Language): ChartSpec | undefined {
  const { base, bars, result } = tornado;
  if (base === null || bars.length === 0) return undefined;
  const t = riskText[language];
  const shown = bars.slice(0, mostBars);
  const name = resultName(result, language);
  const amount = (usd: number): string => formatNumber(usd / million, language, 2);
  const startsAtZero = showsZero([base, ...shown.flatMap(({ atLow, atHigh }) => [atLow, atHigh])]);
  const labelOf = ({ range }: TornadoBar): string => inputWithUnit(range.key, range.unit, language);
  const first = shown.slice(0, 3).map(({ range, atLow, atHigh }) =>
    fill(t.tornadoOne, {
      input: inputLabel(range.key, language),
      from: amount(Math.min(atLow, atHigh)),
      to: amount(Math.max(atLow, atHigh)),
    }),
  );
  const column = (head: string, unit = '') => ({ head, unit });
  return {
    kind: 'tornado',
    title: t.tornadoTitle,
    subtitle: fill(t.tornadoSub, { result: name }),
    sentence: fill(t.tornadoSentence, { result: name, base: amount(base), inputs: first.join(', ') }),
    x: { title: t.input, labels: shown.map(labelOf) },
    y: { title: t.unitPerMw, unit: 'USD/MW' },
    series: [
      { name: t.atLow, mark: 'own', shape: 'bar', values: shown.map(({ atLow }) => atLow / million) },
      { name: t.atHigh, mark: 'own', shape: 'bar', values: shown.map(({ atHigh }) => atHigh / million) },
    ],
    annotations: [],
    note: [
      t.tornadoNote,
      bars.length > shown.length ? fill(t.tornadoMore, { shown: shown.length, all: bars.length }) : '',
      startsAtZero ? '' : t.notFromZero,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    tornado: {
      base: base / million,
      baseText: fill(t.base, { value: amount(base) }),
      startsAtZero,
      bars: shown.map((bar) => ({
        label: labelOf(bar),
        atLow: bar.atLow / million,
        atHigh: bar.atHigh / million,
        lowText: inputNumber(bar.range.key, bar.range.low, bar.range.unit, language),
        highText: inputNumber(bar.range.key, bar.range.high, bar.range.unit, language),
        source: shortRangeSource(bar.range, language),
      })),
    },
    twin: {
      columns: [
        column(t.input),
        column(t.lowValue),
        column(t.baseValue),
        column(t.highValue),
        column(t.unit),
        column(t.resultAtLow, t.unitPerMw),
        column(t.resultAtHigh, t.unitPerMw),
        column(t.effect, t.unitPerMw),
        column(t.rangeFrom),
      ],
      rows: bars.map((bar) => twinRow(bar, language)),
    },
  };
}
