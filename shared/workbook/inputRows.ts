import type { ResolvedInput } from '../engine/analysis/siteAnalysis.ts';
import type { Language } from '../format/number.ts';
import { inputLabel } from '../text/inputLabels.ts';
import { changedInputText, scenarioOrigin } from '../text/scenario/changedInputText.ts';
import { sourceName } from '../text/sourceText.ts';
import { workbookText } from '../text/workbookText.ts';
import { empty, numberCell, textCell } from './workbookCells.ts';
import type { WorkbookCell } from './workbookSpec.ts';

export function inputHeads(language: Language): WorkbookCell[] {
  const text = workbookText[language];
  const { input, value, unit, kind, asOf, confidence, rangeFrom, rangeTo, source, key } = text;
  return [input, value, unit, kind, asOf, confidence, rangeFrom, rangeTo, source, key].map((head) =>
    textCell(head, 'head'),
  );
}

/** R1.9 An input with its origin; a missing one says so. */
export function inputRow(input: ResolvedInput, language: Language): WorkbookCell[] {
  const { own, fact, derived, preset, missing } = workbookText[language];
  const orEmpty = (value: number | null): WorkbookCell =>
    value === null ? empty : numberCell(value, 'General');
  return [
    textCell(inputLabel(input.key, language)),
    input.value === null ? textCell(missing, 'missing') : numberCell(input.value, 'General'),
    textCell(input.unit),
    textCell({ own, fact, derived, preset, missing, scenario: scenarioOrigin[language] }[input.origin]),
    textCell(input.asOf ?? ''),
    textCell(input.confidence ?? ''),
    orEmpty(input.low),
    orEmpty(input.high),
    textCell(
      input.scenario
        ? changedInputText(input, input.scenario, language)
        : (sourceName(input.source, language) ?? ''),
    ),
    textCell(input.key),
  ];
}
