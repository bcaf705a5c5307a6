import type { Language } from '../format/number.ts';
import { portfolioWords } from './screen/portfolioWords.ts';
import { shellWords } from './screen/shellWords.ts';
import { siteWords } from './screen/siteWords.ts';

type ScreenText = {
  readonly [Key in keyof (typeof shellWords.en & typeof portfolioWords.en & typeof siteWords.en)]: string;
};

/** The words of the screens that stand in no feature's own file. */
export const screenText: Readonly<Record<Language, ScreenText>> = {
  de: { ...shellWords.de, ...portfolioWords.de, ...siteWords.de },
  en: { ...shellWords.en, ...portfolioWords.en, ...siteWords.en },
};

/** Fills `{name}` placeholders. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A word that heads a column: it begins with a capital wherever it stands in lower case. */
export function asHead(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
