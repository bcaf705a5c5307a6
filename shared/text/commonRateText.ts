import type { AnalysisVerdict } from '../engine/analysis/siteAnalysis.ts';
import type { Language } from '../format/number.ts';

/** R5.16a The verdict at one rate, in words. */
export const commonRateText: Readonly<Record<Language, { readonly same: string; readonly other: string }>> = {
  en: {
    same: 'At one rate of {rate} for all blocks the verdict is the same: {verdict} ({name}, {amount}).',
    other: 'At one rate of {rate} for all blocks the answer changes: {verdict} ({name}, {amount}).',
  },
  de: {
    same: 'Zu einem Zins von {rate} für alle Blöcke bleibt das Urteil: {verdict} ({name}, {amount}).',
    other: 'Zu einem Zins von {rate} für alle Blöcke ändert sich die Antwort: {verdict} ({name}, {amount}).',
  },
};

export const verdictWords: Readonly<Record<Language, Readonly<Record<AnalysisVerdict['verdict'], string>>>> =
  {
    de: {
      keep: 'Behalten',
      convert: 'Umrüsten',
      'convert in part': 'Teilweise umrüsten',
      sell: 'Verkaufen',
      undecided: 'Unentschieden',
      'not computable': 'Nicht berechenbar',
    },
    en: {
      keep: 'Keep',
      convert: 'Convert',
      'convert in part': 'Convert in part',
      sell: 'Sell',
      undecided: 'Undecided',
      'not computable': 'Not computable',
    },
  };

export function isVerdict(word: string): word is AnalysisVerdict['verdict'] {
  return Object.hasOwn(verdictWords.en, word);
}
