import type { Language } from '../format/number.ts';

/** Texts of the search that finds everything. */
const en = {
  openRecent: 'Open {file}',
  gone: 'no longer at its place: {path}',
  recentWord: 'recent file',
  inputAt: 'input at {site}',
  inputSomewhere: 'input: choose a site next',
  figureOf: 'result of {site}: calculation',
  result: 'result, {rule}',
  line: 'line of the cash flow, {rule}',
  rule: 'rule of the model',
  ruleTitle: 'Rule {rule}',
  ruleNote: 'MODEL.md, the rules of the calculation. They are written in English.',
  close: 'Close',
  chooseSite: 'Choose a site: its inputs open at “{input}”.',
  forget: 'Remove from the list',
  forgetOf: 'Remove from the list: {file}',
  goneWord: 'not there any more',
} as const;

type PaletteText = { readonly [Key in keyof typeof en]: string };

const de: PaletteText = {
  openRecent: '{file} öffnen',
  gone: 'nicht mehr an seinem Ort: {path}',
  recentWord: 'zuletzt geöffnet',
  inputAt: 'Eingabe von {site}',
  inputSomewhere: 'Eingabe: danach einen Standort wählen',
  figureOf: 'Ergebnis von {site}: Rechenweg',
  result: 'Ergebnis, {rule}',
  line: 'Posten des Zahlungsstroms, {rule}',
  rule: 'Regel des Modells',
  ruleTitle: 'Regel {rule}',
  ruleNote: 'MODEL.md, die Regeln der Rechnung. Sie sind auf Englisch geschrieben.',
  close: 'Schließen',
  chooseSite: 'Bitte einen Standort wählen: Seine Eingaben öffnen sich bei „{input}“.',
  forget: 'Aus der Liste nehmen',
  forgetOf: 'Aus der Liste nehmen: {file}',
  goneWord: 'nicht mehr da',
};

export const paletteText: Readonly<Record<Language, PaletteText>> = { de, en };
