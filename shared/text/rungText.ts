import type { DeliveredRung } from '../domain/deliveredRungs.ts';
import type { Language } from '../format/number.ts';

/** Announced beside delivered, in words. */
interface RungText {
  readonly heading: string;
  readonly rung: string;
  readonly power: string;
  readonly share: string;
  readonly ofAnnounced: string;
  readonly names: Readonly<Record<DeliveredRung['id'], string>>;
  /** Of what the share is taken. */
  readonly of: Readonly<Record<DeliveredRung['basis'], string>>;
  readonly note: string;
}

export const rungText: Readonly<Record<Language, RungText>> = {
  en: {
    heading: 'Announced beside delivered',
    rung: 'Rung',
    power: 'Power',
    share: 'Share',
    ofAnnounced: 'of what was announced',
    names: {
      secured: 'Secured',
      energised: 'Energised',
      signed: 'Signed contracts, summed',
      contracted: 'AI contracted, as reported',
      billing: 'Billing',
    },
    of: { grid: 'of secured grid MW', critical: 'of contracted critical IT MW' },
    note: 'Signed contracts: {known} of {all} state their critical IT MW; letters of intent and what a later contract restates do not count (R4.26). Grid and critical IT MW are never divided by each other.',
  },
  de: {
    heading: 'Angekündigt neben geliefert',
    rung: 'Stufe',
    power: 'Leistung',
    share: 'Anteil',
    ofAnnounced: 'am Angekündigten',
    names: {
      secured: 'Zugesagt',
      energised: 'Unter Spannung',
      signed: 'Unterzeichnete Verträge, Summe',
      contracted: 'KI unter Vertrag, wie berichtet',
      billing: 'In Abrechnung',
    },
    of: { grid: 'der zugesagten MW Anschluss', critical: 'der vertraglichen MW kritische IT' },
    note: 'Unterzeichnete Verträge: {known} von {all} nennen ihre MW kritische IT; Absichtserklärungen und was ein späterer Vertrag neu fasst zählen nicht (R4.26). MW Anschluss und MW kritische IT werden nie durcheinander geteilt.',
  },
};
