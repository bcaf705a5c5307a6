import type { DefaultConsequence } from '../engine/analysis/alliance/allianceView.ts';
import type { AllianceRisk, Bearer, RiskBearing } from '../engine/analysis/alliance/riskShares.ts';
import { formatPercent, type Language } from '../format/number.ts';
import { fill } from './screenText.ts';

/** Texts of an alliance seen from both sides. */
const en = {
  tab: 'Alliance',
  intro:
    'The miner brings the site at its sale value, the partner pays first; what comes back returns both capital accounts with their preferred return, the rest is split (R4.25). Figures before tax and debt.',
  bothSides: 'Both sides of the alliance',
  side: 'Side',
  miner: 'Miner',
  minerWithSite: 'Miner, site as an outlay at its agreed value',
  partner: 'Partner',
  paidIn: 'Paid in',
  byYear: 'Flows and capital accounts by year',
  year: 'Year',
  minerFlow: 'Miner',
  partnerFlow: 'Partner',
  minerAccount: 'Miner’s account',
  partnerAccount: 'Partner’s account',
  tierOne: 'Capital and preferred return',
  residual: 'Rest shared',
  endOfYear: '$m, end of year',
  terms: 'Terms',
  termsHint: 'Each is an input of the site, with its origin; own values are undone as all inputs are.',
  onSwitch: 'Switch on: {name}',
  offSwitch: 'Switch off: {name}',
  defaultSwitch: 'partner’s default',
  warrantsSwitch: 'warrants',
  backstopSwitch: 'third party’s backstop of the rent',
  ifDefaults: 'If the partner defaults in {month}',
  minerFunds: 'The miner pays on alone',
  buildStops: 'The build stops',
  change: 'Change of NPV',
  noDefault: 'No default is entered. Switched on with a month, both consequences stand here (R4.25a).',
  warrantsHeading: 'Warrants, a memo in no flow (R4.25b)',
  warrantsValue: 'Value of all warrants',
  perWarrant: 'Value of one',
  call: 'Call on one share, before dilution',
  dilution: 'Dilution: the partner’s part of all shares',
  noWarrants: 'No warrants are entered.',
  risksHeading: 'Who bears which risk',
  risk: 'Risk',
  bearer: 'Borne by',
  sharesOf: 'Shares',
  loss: 'Cost of the event',
  riskRule:
    'By the terms (R4.25c): each event is computed once, its cost is what either side’s NPV loses and what others pay more. With 75 % one bears it, from 25 % on it is shared.',
  nobody: 'nobody: it costs nothing here',
  alone: '{name} alone',
  together: '{names} together',
  and: ' and ',
  cumulativeTitle: 'Cumulative flow of both sides',
  cumulativeSub: '$m, nominal, before tax and debt; the site itself is no cash',
  cumulativeSentence: 'Cumulative flow by quarter from {from}; at the end in $m: {spoken}.',
  quarter: 'Quarter from',
  millions: '$m',
  companyNote:
    'Sums over the sites at which an alliance can be computed (R5.23): NPVs and what is paid in add, IRR, MOIC and peak funding are those of the summed flow. The miner also gives up its sites, agreed at ${value}m in all, which are no cash.',
  note: 'Not discounted. Warrants are in no flow.',
  reach: 'Both sides',
} as const;

const de: Readonly<Record<keyof typeof en, string>> = {
  tab: 'Allianz',
  intro:
    'Der Miner bringt den Standort zum Verkaufswert ein, der Partner zahlt zuerst; was zurückkommt, tilgt beide Kapitalkonten mit ihrer Vorzugsrendite, der Rest wird geteilt (R4.25). Vor Steuer und Kredit.',
  bothSides: 'Beide Seiten der Allianz',
  side: 'Seite',
  miner: 'Miner',
  minerWithSite: 'Miner, Standort als Ausgabe zum vereinbarten Wert',
  partner: 'Partner',
  paidIn: 'Eingezahlt',
  byYear: 'Zahlungen und Kapitalkonten nach Jahr',
  year: 'Jahr',
  minerFlow: 'Miner',
  partnerFlow: 'Partner',
  minerAccount: 'Konto des Miners',
  partnerAccount: 'Konto des Partners',
  tierOne: 'Kapital und Vorzugsrendite',
  residual: 'Geteilter Rest',
  endOfYear: 'Mio. $, Jahresende',
  terms: 'Bedingungen',
  termsHint:
    'Jede ist eine Eingabe des Standorts mit ihrer Herkunft; eigene Werte lassen sich zurücknehmen wie alle Eingaben.',
  onSwitch: 'Einschalten: {name}',
  offSwitch: 'Ausschalten: {name}',
  defaultSwitch: 'Ausfall des Partners',
  warrantsSwitch: 'Optionsscheine',
  backstopSwitch: 'Absicherung der Miete durch Dritte',
  ifDefaults: 'Wenn der Partner im {month} ausfällt',
  minerFunds: 'Der Miner zahlt allein weiter',
  buildStops: 'Der Bau bricht ab',
  change: 'Änderung des Kapitalwerts',
  noDefault:
    'Ein Ausfall ist nicht eingegeben. Mit einem Monat eingeschaltet stehen hier beide Folgen (R4.25a).',
  warrantsHeading: 'Optionsscheine, nachrichtlich und in keinem Zahlungsstrom (R4.25b)',
  warrantsValue: 'Wert aller Optionsscheine',
  perWarrant: 'Wert eines Scheins',
  call: 'Kaufoption auf eine Aktie, vor Verwässerung',
  dilution: 'Verwässerung: Anteil des Partners an allen Aktien',
  noWarrants: 'Optionsscheine sind nicht eingegeben.',
  risksHeading: 'Wer welches Risiko trägt',
  risk: 'Risiko',
  bearer: 'Trägt',
  sharesOf: 'Anteile',
  loss: 'Kosten des Ereignisses',
  riskRule:
    'Nach den Bedingungen (R4.25c): Jedes Ereignis wird einmal gerechnet; es kostet, was der Kapitalwert einer Seite verliert und was andere mehr zahlen. Ab 75 % trägt es einer, ab 25 % wird es geteilt.',
  nobody: 'niemand: es kostet hier nichts',
  alone: '{name} allein',
  together: '{names} gemeinsam',
  and: ' und ',
  cumulativeTitle: 'Kumulierter Zahlungsstrom beider Seiten',
  cumulativeSub: 'Mio. $, nominal, vor Steuer und Kredit; der Standort selbst ist keine Zahlung',
  cumulativeSentence: 'Kumulierter Zahlungsstrom je Quartal ab {from}; am Ende in Mio. $: {spoken}.',
  quarter: 'Quartal ab',
  millions: 'Mio. $',
  companyNote:
    'Summen über die Standorte, an denen sich eine Allianz berechnen lässt (R5.23): Kapitalwerte und Einzahlungen addieren sich, interner Zins, MOIC und höchster Kapitalbedarf sind die des summierten Zahlungsstroms. Der Miner gibt außerdem seine Standorte hin, vereinbart mit zusammen {value} Mio. $; sie sind keine Zahlung.',
  note: 'Nicht diskontiert. Optionsscheine stehen in keinem Zahlungsstrom.',
  reach: 'Beide Seiten',
};

export const allianceText: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { de, en };

const riskNames: Readonly<Record<Language, Readonly<Record<AllianceRisk, string>>>> = {
  en: {
    buildCost: 'Build cost 10 % higher',
    delay: 'Build 6 months late',
    tenantDefault: 'Tenant’s default 2 points a year likelier',
    powerPrice: 'Power price 10 % higher',
    residualValue: 'Exit cap rate 1 point higher (residual value)',
    financing: 'Financing of the build',
  },
  de: {
    buildCost: 'Baukosten 10 % höher',
    delay: 'Bau 6 Monate später',
    tenantDefault: 'Ausfall des Mieters 2 Punkte im Jahr wahrscheinlicher',
    powerPrice: 'Strompreis 10 % höher',
    residualValue: 'Kapitalisierungszins am Ende 1 Punkt höher (Restwert)',
    financing: 'Finanzierung des Baus',
  },
};

const bearerNames: Readonly<Record<Language, Readonly<Record<Bearer, string>>>> = {
  en: { miner: 'miner', partner: 'partner', tenant: 'tenant', guarantor: 'guarantor' },
  de: { miner: 'Miner', partner: 'Partner', tenant: 'Mieter', guarantor: 'Bürge' },
};

export function riskName(risk: AllianceRisk, language: Language): string {
  return riskNames[language][risk];
}

/** Who carries a risk, in words. */
export function bearingWords({ borneBy }: RiskBearing, language: Language): string {
  const t = allianceText[language];
  const names = borneBy.map((name) => bearerNames[language][name]);
  const [first] = names;
  if (first === undefined) return t.nobody;
  const words =
    names.length === 1 ? fill(t.alone, { name: first }) : fill(t.together, { names: names.join(t.and) });
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The shares behind the words; who has none is left out. */
export function bearingShares({ shares }: RiskBearing, language: Language): string {
  const names = Object.entries(bearerNames[language]) as [Bearer, string][];
  return names
    .filter(([bearer]) => shares[bearer] > 0)
    .map(([bearer, name]) => `${name} ${formatPercent(shares[bearer], language, 0)}\u00a0%`)
    .join(', ');
}

export function consequenceName(consequence: DefaultConsequence, language: Language): string {
  return allianceText[language][consequence];
}
