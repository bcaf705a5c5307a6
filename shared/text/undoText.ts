import type { Language } from '../format/number.ts';

const en = {
  laterFirst: 'A later change comes first: {step}. Undo that one, then the import.',
} as const;

const de: Readonly<Record<keyof typeof en, string>> = {
  laterFirst: 'Eine spätere Änderung kommt zuerst: {step}. Erst diese rückgängig machen, dann den Import.',
};

/** Why a step cannot be taken back now. */
export const undoText: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { de, en };
