import type { Language } from '../format/number.ts';

/** What a company's record shows on paper: its identity over time and the back-cast. */
interface RecordText {
  readonly identityHeading: string;
  readonly identityCaption: string;
  readonly byRevenue: string;
  readonly class: string;
  readonly identityNote: string;
  readonly backcastHeading: string;
  readonly productionUnit: string;
  readonly leasesUnit: string;
  readonly yield: string;
  readonly leasesNote: string;
}

export const recordText: Readonly<Record<Language, RecordText>> = {
  en: {
    identityHeading: 'Identity over time',
    identityCaption: 'Mining and AI by period',
    byRevenue: 'share of AI by revenue (R9)',
    class: 'Class',
    identityNote:
      'Miner below 10 % AI, hybrid to 60 %, AI-first above. A period in which one revenue is unknown has no share.',
    backcastHeading: 'Back-cast: the model beside the record',
    productionUnit: 'before pool fee (R2.2)',
    leasesUnit: 'base value over kW and term (R4.13)',
    yield: 'Yield on cost, year 1',
    leasesNote: 'A yield needs an announced build cost and margin; few announcements give both.',
  },
  de: {
    identityHeading: 'Identität im Zeitverlauf',
    identityCaption: 'Mining und KI nach Zeitraum',
    byRevenue: 'Anteil KI am Umsatz (R9)',
    class: 'Klasse',
    identityNote:
      'Miner unter 10 % KI, Hybrid bis 60 %, darüber überwiegend KI. Ein Zeitraum, in dem ein Umsatz unbekannt ist, hat keinen Anteil.',
    backcastHeading: 'Rückrechnung: die Rechnung neben dem Gemeldeten',
    productionUnit: 'vor Poolgebühr (R2.2)',
    leasesUnit: 'Grundwert je kW und Laufzeit (R4.13)',
    yield: 'Rendite auf die Baukosten, erstes Jahr',
    leasesNote: 'Eine Rendite braucht angekündigte Baukosten und Marge; beides nennen wenige.',
  },
};
