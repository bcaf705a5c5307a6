import type { InputKey } from '../../shared/engine/analysis/inputTable.ts';
import type { ResolvedInput } from '../../shared/engine/analysis/siteAnalysis.ts';
import type { TotalledFact } from '../../shared/engine/explain/calculation.ts';
import { figureNumber } from '../../shared/text/figureText.ts';
import { inputLabel } from '../../shared/text/inputLabels.ts';
import { sourceName } from '../../shared/text/sourceText.ts';
import { inputText } from '../../shared/text/inputText.ts';
import { changedInputText } from '../../shared/text/scenario/changedInputText.ts';
import type { DrawerContent } from '../store/appStore.ts';

/** What the drawer tells of one input of a site. */
export function inputDrawer(input: ResolvedInput, language: 'de' | 'en'): DrawerContent {
  const { key, value, unit, basis, asOf, source, sourceUrl, confidence, note, origin, scenario } = input;
  return {
    title: inputLabel(key, language),
    display: value === null ? '' : inputText(key, value, unit, language),
    // What follows from other inputs has an equation.
    ...(origin === 'derived' && {
      calculation: { of: 'input', key: key as InputKey, title: inputLabel(key, language) },
    }),
    figure: {
      id: key,
      field: key,
      state: 'known',
      value,
      unit: '1',
      basis,
      asOf,
      source: sourceName(source, language),
      sourceUrl,
      confidence,
      note: scenario ? changedInputText(input, scenario, language) : note,
      origin: origin === 'missing' ? 'fact' : origin,
      enteredBy: null,
      superseded: false,
    },
  };
}

/** What the drawer tells of a figure of the portfolio that a total counts. */
export function factDrawer(title: string, fact: TotalledFact, language: 'de' | 'en'): DrawerContent {
  return {
    title,
    display: figureNumber(fact, language),
    figure: { ...fact, id: fact.field, state: 'known', superseded: false },
  };
}
