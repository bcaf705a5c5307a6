import type { Language } from '../format/number.ts';

/** Texts of what a number counts per, and of numbers that cannot be compared. */
const en = {
  perMwYear: 'Per MW and year',
  perCritical: 'critical IT MW',
  perGrid: 'grid MW',
  choice: 'Contract value per MW of',
  mixed: 'Cannot be sorted: this column mixes {bases}.',
  basisOf: 'base value without extensions, per year of the term and per {basis}',
} as const;

type BasisText = Readonly<Record<keyof typeof en, string>>;

const de: BasisText = {
  perMwYear: 'Je MW und Jahr',
  perCritical: 'MW kritische IT',
  perGrid: 'MW Anschluss',
  choice: 'Vertragswert je',
  mixed: 'Lässt sich nicht sortieren: Diese Spalte mischt {bases}.',
  basisOf: 'Grundwert ohne Verlängerungen, je Jahr der Laufzeit und je {basis}',
};

export const basisText: Readonly<Record<Language, BasisText>> = { de, en };
