import { isInputKey, inputTable, type InputKey } from '../../../shared/engine/analysis/inputTable.ts';
import type { SiteFigures } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { defaultSearch } from '../../../shared/engine/risk/breakEven.ts';
import type { InputRange } from '../../../shared/engine/risk/inputRanges.ts';
import type { SiteSwings } from '../../../shared/engine/risk/tornado.ts';
import type { Language } from '../../../shared/format/number.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';

/** An input that a question may move, with where it is looked at unless the analyst says otherwise. */
export interface MovableInput {
  readonly key: InputKey;
  readonly unit: string;
  readonly base: number;
  readonly isWhole: boolean;
  /** R7.3a An own value would be changed again by the scenario. */
  readonly isInScenario: boolean;
  /** R7.1a Its own range; R7.1d without one, where a search would look. */
  readonly low: number;
  readonly high: number;
  /** R7.1d */
  readonly search: { readonly low: number; readonly high: number };
}

/** Ends of a range as a field shows them: three digits, within the hard bounds. */
function readable({ key, low, high, isWhole }: InputRange): { readonly low: number; readonly high: number } {
  const { min, max } = inputTable[key];
  const rounded = (x: number): number =>
    isWhole ? x : Math.min(max, Math.max(min, Number(x.toPrecision(3))));
  return { low: rounded(low), high: rounded(high) };
}

/** Every input with a value, by name. */
export function movableInputs(
  analysis: SiteFigures,
  swings: SiteSwings,
  language: Language,
): readonly MovableInput[] {
  const ranges = new Map(swings.swings.map(({ range }) => [range.key, range]));
  const inputs = analysis.inputs.flatMap(({ key, value, unit, origin }): MovableInput[] => {
    if (value === null || !isInputKey(key)) return [];
    const range = ranges.get(key);
    const search = defaultSearch(key, value, range);
    const { low, high } = range ? readable(range) : search;
    return [
      {
        key,
        unit,
        base: value,
        isWhole: inputTable[key].isWhole === true,
        isInScenario: origin === 'scenario',
        low,
        high,
        search,
      },
    ];
  });
  return inputs.toSorted((one, other) =>
    inputLabel(one.key, language).localeCompare(inputLabel(other.key, language), language),
  );
}
