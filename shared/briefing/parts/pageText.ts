import type { Language } from '../../format/number.ts';

/** Fixed sentences of the briefing in both languages; a missing one does not compile. */
interface PageText {
  readonly kickerSite: string;
  readonly kickerCompany: string;
  readonly noAuthor: string;
  readonly scenario: string;
  readonly strategiesHeading: string;
  readonly cashFlowHeading: string;
  readonly profileHeading: string;
  readonly contractsHeading: string;
  readonly sitesHeading: string;
  readonly debtHeading: string;
  readonly assumptionsHeading: string;
  readonly methodHeading: string;
  readonly limitsHeading: string;
  readonly disclosuresHeading: string;
  readonly forHeading: string;
  readonly flipsHeading: string;
  readonly missing: string;
  readonly notApplicable: string;
  readonly assumption: string;
  readonly method: readonly string[];
  readonly limits: readonly string[];
  readonly noDisclosures: string;
  readonly judgement: string;
  readonly draft: string;
  readonly pageWord: string;
  readonly ofWord: string;
}

const en: PageText = {
  kickerSite: 'Briefing · conversion from mining to AI',
  kickerCompany: 'Briefing · company and its sites',
  noAuthor: 'author missing',
  scenario: 'Scenario',
  strategiesHeading: 'Strategies on one denominator',
  cashFlowHeading: 'Cash flow and conversion gap',
  profileHeading: 'Company profile',
  contractsHeading: 'AI contracts',
  sitesHeading: 'Sites and verdicts',
  debtHeading: 'Debt instruments',
  assumptionsHeading: 'Assumptions and sources',
  methodHeading: 'Method',
  limitsHeading: 'Limits',
  disclosuresHeading: 'Disclosures',
  forHeading: 'What speaks for it',
  flipsHeading: 'What flips the verdict',
  missing: 'missing',
  notApplicable: 'not applicable',
  assumption: 'assumption',
  method: [
    'Monthly cash flows by rules R1 to R5, nominal USD, before tax and debt. Every strategy stands on the site’s whole grid power and on one horizon; each block is discounted at its own rate (R5.2a), NPV by R5.10, IRR by R5.11, payback and peak funding by R5.12.',
    'Inputs in this order (R1.9): the analyst’s own value ◆, the portfolio’s fact, the preset ◇. A published contract value becomes a year-1 rent by R4.13. A power price published net of curtailment credits is used for mining only.',
    'Verdict by R5.16: best strategy by NPV per grid MW; undecided where the margin to the best strategy with another verdict is below the stated threshold. Flip values by R5.17: one input moves, all others stand still.',
  ],
  limits: [
    'No tax, no loan and no limitation of interest in these figures; GPU residual value and the S-curve of building costs are assumptions.',
    'Dispatch on monthly means misses hourly optionality (R3.8). Mining that no hall replaces ends in the month in which going on would only lose (R5.2b); machines are sold then.',
    'No probabilities are given in this edition: every figure is one path of the scenario named above, not a forecast.',
    'A conversion builds a new hall at once, on all grid power or on the hybrid’s share; building in stages and refitting old halls are not compared here. Readiness of the site is not examined.',
  ],
  noDisclosures: 'Author or disclosures are missing; this is a draft that has not been issued.',
  judgement:
    'The verdict judges a site, never a share. Passing this paper on may be an investment recommendation under Art. 20 MAR; whoever issues it is responsible.',
  draft: 'Draft, not issued',
  pageWord: 'Page',
  ofWord: 'of',
};

const de: PageText = {
  kickerSite: 'Briefing · Umrüstung von Mining auf KI',
  kickerCompany: 'Briefing · Unternehmen und Standorte',
  noAuthor: 'Autor fehlt',
  scenario: 'Szenario',
  strategiesHeading: 'Strategien auf einem Nenner',
  cashFlowHeading: 'Zahlungsströme und Umbaulücke',
  profileHeading: 'Unternehmensprofil',
  contractsHeading: 'KI-Verträge',
  sitesHeading: 'Standorte und Urteile',
  debtHeading: 'Schuldtitel',
  assumptionsHeading: 'Annahmen und Quellen',
  methodHeading: 'Methode',
  limitsHeading: 'Grenzen',
  disclosuresHeading: 'Offenlegung',
  forHeading: 'Was dafür spricht',
  flipsHeading: 'Was das Urteil kippt',
  missing: 'fehlt',
  notApplicable: 'entfällt',
  assumption: 'Annahme',
  method: [
    'Monatliche Zahlungsströme nach den Regeln R1 bis R5, nominale USD, vor Steuern und Fremdkapital. Jede Strategie steht auf der gesamten Leistung am Anschluss und auf einem Horizont, jeder Block wird mit seinem eigenen Satz diskontiert (R5.2a), Kapitalwert nach R5.10, interner Zins nach R5.11, Amortisation und höchster Kapitalbedarf nach R5.12.',
    'Eingaben in dieser Reihenfolge (R1.9): eigener Wert ◆, Fakt des Portfolios, Annahme ◇. Ein veröffentlichter Vertragswert wird nach R4.13 zur Miete des ersten Jahres. Ein Strompreis nach Abzug von Abregelungserlösen gilt nur für das Mining.',
    'Urteil nach R5.16: beste Strategie nach Kapitalwert je MW Anschluss; unentschieden, wo der Abstand zur besten Strategie mit anderem Urteil unter der genannten Schwelle liegt. Kippwerte nach R5.17: Eine Eingabe bewegt sich, alle anderen stehen still.',
  ],
  limits: [
    'Ohne Steuern, Kredite und Zinsschranke; Restwert der GPUs und S-Kurve der Baukosten sind Annahmen.',
    'Der Einsatz auf Monatsmitteln übersieht stündliche Optionalität (R3.8). Mining, das keine Halle ersetzt, endet in dem Monat, ab dem es nur noch verlöre (R5.2b); die Geräte werden dann verkauft.',
    'Wahrscheinlichkeiten nennt diese Ausgabe nicht: Jede Zahl ist ein Pfad des oben genannten Szenarios, keine Prognose.',
    'Eine Umrüstung baut eine neue Halle auf einmal, auf der ganzen Anschlussleistung oder auf dem Anteil des Hybrids; Bau in Stufen und Nachrüstung alter Hallen werden hier nicht verglichen. Die Umrüstbarkeit des Standorts ist nicht geprüft.',
  ],
  noDisclosures: 'Autor oder Offenlegung fehlen; dies ist ein nicht herausgegebener Entwurf.',
  judgement:
    'Das Urteil bewertet einen Standort, nicht die Aktie. Eine Weitergabe kann eine Anlageempfehlung nach Art. 20 MAR sein; verantwortlich ist, wer herausgibt.',
  draft: 'Entwurf, nicht herausgegeben',
  pageWord: 'Seite',
  ofWord: 'von',
};

export const pageText: Readonly<Record<Language, PageText>> = { de, en };
