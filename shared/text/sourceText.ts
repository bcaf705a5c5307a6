import type { ResolvedInput } from '../engine/analysis/siteAnalysis.ts';
import type { Language } from '../format/number.ts';
import { rangeText } from './inputText.ts';
import { changedInputText } from './scenario/changedInputText.ts';

/** A source by its name; where presets rest on two files, they are joined by the reader's word. */
export function sourceName(source: string, language: Language): string;
export function sourceName(source: string | null, language: Language): string | null;
export function sourceName(source: string | null, language: Language): string | null {
  if (source === null || language === 'en') return source;
  return source.replaceAll(/(\.(?:csv|json)) and (?=\w+\.(?:csv|json)\b)/g, '$1 und ');
}

/** Where an input comes from, in the reader's language; for a preset its range, since that is what makes it an assumption. */
export function sourceText(input: ResolvedInput, language: Language): string {
  if (input.scenario) return changedInputText(input, input.scenario, language);
  const { origin, source, note, low, high, key, unit } = input;
  if (origin !== 'preset')
    return [sourceName(source, language), origin === 'derived' ? note : null]
      .filter((part) => part !== null && part !== '')
      .join(' · ');
  const isJudgement = source === null || source.startsWith('assumption');
  const word = isJudgement
    ? language === 'de'
      ? 'Einschätzung'
      : 'judgement'
    : sourceName(source, language);
  if (low === null || high === null) return word;
  const range = rangeText(key, low, high, unit, language);
  return `${word} · ${language === 'de' ? 'Spanne' : 'range'} ${range}`;
}
