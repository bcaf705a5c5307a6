import type { Language } from '../format/number.ts';

const en = {
  choose: 'Choose …',
  add: 'Add',
  copy: 'Copy',
  apply: 'Apply',
  replace: 'Replace …',
} as const;

export type ChoiceAct = Exclude<keyof typeof en, 'choose'>;

const de: Readonly<Record<keyof typeof en, string>> = {
  choose: 'Wählen …',
  add: 'Anlegen',
  copy: 'Kopieren',
  apply: 'Anwenden',
  replace: 'Ersetzen …',
};

/** Words of a choice that a button carries out. */
export const choiceText: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { de, en };
