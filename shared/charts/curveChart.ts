import type { BreakEvenCurve } from '../engine/risk/breakEven.ts';
import { formatPlain, type Language } from '../format/number.ts';
import { inputLabel } from '../text/inputLabels.ts';
import { riskText } from '../text/riskText.ts';
import { inputNumber, inputWithUnit, inputWords, shownNumber, shownUnit } from '../text/riskWords.ts';
import { fill } from '../text/screenText.ts';
import type { ChartSpec } from './chartSpec.ts';

/** What stands around a break-even: the two sides by name, and the units of the inputs. */
export interface CurveWords {
  readonly a: string;
  readonly b: string;
  readonly unit: string;
}

/** R7.1e A break-even curve as chart and table; nothing where no point has a solution. */
export function curveChart(
  { question, along, points }: BreakEvenCurve,
  { a, b, unit }: CurveWords,
  language: Language,
): ChartSpec | undefined {
  const t = riskText[language];
  const { key } = question;
  const found = points.map(({ breakEven }) => breakEven.solutions.map(({ value }) => value));
  const all = found.flat();
  if (all.length === 0) return undefined;
  const branches = Math.max(...found.map((values) => values.length));
  const unitName = shownUnit(key, unit, language);
  const plain = (value: number): string => formatPlain(shownNumber(key, value, unit), language);
  const words = (value: number): string => inputWords(key, value, unit, language);
  return {
    kind: 'curve',
    title: fill(t.curveTitle, { input: inputLabel(key, language) }),
    subtitle: fill(t.curveSub, { unit: unitName, a, b }),
    sentence: fill(t.curveSentence, {
      found: found.filter((values) => values.length > 0).length,
      all: points.length,
      low: plain(Math.min(...all)),
      high: plain(Math.max(...all)),
      unit: unitName,
    }),
    x: {
      title: inputWithUnit(along.key, along.unit, language),
      labels: points.map(({ at }) => inputNumber(along.key, at, along.unit, language)),
    },
    y: { title: unitName, unit },
    series: Array.from({ length: branches }, (_, branch) => ({
      name: branches === 1 ? t.solution : `${t.solution} ${branch + 1}`,
      mark: 'own',
      shape: 'point',
      values: found.map((values) => {
        const value = values[branch];
        return value === undefined ? null : shownNumber(key, value, unit);
      }),
    })),
    annotations: [],
    note: fill(t.curveNote, { low: words(question.low), high: words(question.high) }),
    curve: {
      at: points.map(({ at }) => at),
      xTitle: inputWithUnit(along.key, along.unit, language),
    },
  };
}
