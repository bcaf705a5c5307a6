import type { ResolvedInput } from '../engine/analysis/siteAnalysis.ts';
import type { Language } from '../format/number.ts';
import { changedInputText } from './scenario/changedInputText.ts';
import { inputText } from './inputText.ts';

/** Where an input comes from, in the reader's language; for a preset its range, since that is what makes it an assumption. */
export function sourceText(input: ResolvedInput, language: Language): string {
  if (input.scenario) return changedInputText(input, input.scenario, language);
  const { origin, source, note, low, high, key, unit } = input;
  if (origin !== 'preset')
    return [source, origin === 'derived' ? note : null]
      .filter((part) => part !== null && part !== '')
      .join(' · ');
  const isJudgement = source === null || source.startsWith('assumption');
  const word = isJudgement ? (language === 'de' ? 'Einschätzung' : 'judgement') : source;
  if (low === null || high === null) return word;
  const range = `${inputText(key, low, unit, language)} ${language === 'de' ? 'bis' : 'to'} ${inputText(key, high, unit, language)}`;
  return `${word} · ${language === 'de' ? 'Spanne' : 'range'} ${range}`;
}
