import type { HistoryStep } from '../domain/portfolio.ts';
import type { Proposal, ProposalOutcome } from '../domain/sheetProposals.ts';
import { formatDate, formatExact, formatNumber, type Language } from '../format/number.ts';
import { optionWord } from './entryText.ts';
import { fieldLabel } from './fieldLabels.ts';
import { targetLabel } from './importText.ts';
import { inputLabel, unitName } from './inputLabels.ts';
import { fill } from './screenText.ts';

const en = {
  title: 'Proposals of the sheet',
  about: 'Exported {at}. Every edited cell, new row and removed row is a proposal; nothing is stored yet.',
  list: 'Proposals',
  all: 'All',
  accept: 'Accept',
  acceptOne: 'Accept: {what}',
  what: 'Change',
  record: 'Record',
  before: 'In the portfolio',
  after: 'In the sheet',
  unit: 'Unit',
  row: 'Row',
  effect: 'What it does',
  newRow: 'new row',
  removedRow: 'row removed',
  missing: 'missing',
  notApplicable: 'does not apply',
  nothing: 'This file says what the portfolio says: there is nothing to accept.',
  acceptAll: 'Accept all',
  acceptSafe: 'Only what is safe',
  refuseAll: 'Refuse all',
  write: 'Accept {count} proposals',
  writeOne: 'Accept 1 proposal',
  done: '{count} proposals of “{name}” are in the portfolio.',
  doneOne: '1 proposal of “{name}” is in the portfolio.',
  step: 'Sheet “{name}”: {count} proposals accepted',
  stepOne: 'Sheet “{name}”: 1 proposal accepted',
  showing: 'The first {count} of {all} proposals are shown; the buttons count for all.',
  leftAside: 'Left aside',
  safeMeans: 'Safe: no conflict, nothing removed, nothing unusual.',
} as const;

type Text = Readonly<Record<keyof typeof en, string>>;

const de: Text = {
  title: 'Vorschläge des Blatts',
  about:
    'Exportiert {at}. Jede bearbeitete Zelle, jede neue und jede entfernte Zeile ist ein Vorschlag; noch ist nichts gespeichert.',
  list: 'Vorschläge',
  all: 'Alle',
  accept: 'Annehmen',
  acceptOne: 'Annehmen: {what}',
  what: 'Änderung',
  record: 'Eintrag',
  before: 'Im Portfolio',
  after: 'Im Blatt',
  unit: 'Einheit',
  row: 'Zeile',
  effect: 'Was es bewirkt',
  newRow: 'neue Zeile',
  removedRow: 'Zeile entfernt',
  missing: 'fehlt',
  notApplicable: 'entfällt',
  nothing: 'Diese Datei sagt, was das Portfolio sagt: Es gibt nichts anzunehmen.',
  acceptAll: 'Alle annehmen',
  acceptSafe: 'Nur Unbedenkliches',
  refuseAll: 'Alle ablehnen',
  write: '{count} Vorschläge annehmen',
  writeOne: '1 Vorschlag annehmen',
  done: '{count} Vorschläge aus „{name}“ sind im Portfolio.',
  doneOne: '1 Vorschlag aus „{name}“ ist im Portfolio.',
  step: 'Blatt „{name}“: {count} Vorschläge angenommen',
  stepOne: 'Blatt „{name}“: 1 Vorschlag angenommen',
  showing: 'Gezeigt sind die ersten {count} von {all} Vorschlägen, die Knöpfe gelten für alle.',
  leftAside: 'Beiseite gelassen',
  safeMeans: 'Unbedenklich: kein Konflikt, nichts entfernt, nichts Unübliches.',
};

export const proposalText: Readonly<Record<Language, Text>> = { en, de };

/** Sentences with a count, which one proposal has of its own. */
export function countedProposals(
  key: 'write' | 'done' | 'step',
  count: number,
  language: Language,
  name = '',
): string {
  const text = proposalText[language];
  return fill(count === 1 ? text[`${key}One`] : text[key], { name, count: formatNumber(count, language) });
}

type Words = readonly [de: string, en: string];
const said = (words: Words | undefined, language: Language): string | undefined =>
  words?.[language === 'de' ? 0 : 1];

export const proposalWords: Readonly<Record<Language, Readonly<Record<ProposalOutcome, string>>>> = {
  en: {
    changed: 'changed',
    new: 'new',
    check: 'to check',
    removed: 'removed',
    conflict: 'conflict',
    rejected: 'not readable',
  },
  de: {
    changed: 'geändert',
    new: 'neu',
    check: 'zu prüfen',
    removed: 'entfernt',
    conflict: 'Konflikt',
    rejected: 'nicht lesbar',
  },
};

const tables: Readonly<Record<string, Words>> = {
  source: ['Quelle', 'Source'],
  company: ['Unternehmen', 'Company'],
  site: ['Standort', 'Site'],
  contract: ['Vertrag', 'Contract'],
  debt_instrument: ['Schuldtitel', 'Debt instrument'],
  fleet: ['Flotte', 'Fleet'],
  figure: ['Größe', 'Figure'],
  identity_period: ['Identität nach Zeitraum', 'Identity by period'],
  production_report: ['Produktionsmeldung', 'Production report'],
  lease_announcement: ['Angekündigte Miete', 'Announced lease'],
  own_value: ['Eigener Wert', 'Own value'],
  market_month: ['Markt, Monat', 'Market month'],
};

const columns: Readonly<Record<string, Words>> = {
  published_on: ['Veröffentlicht am', 'Published on'],
  source_page: ['Seite der Quelle', 'Page of the source'],
  title: ['Titel', 'Title'],
  url: ['Adresse', 'Address'],
  company_id: ['Unternehmen', 'Company'],
  site_id: ['Standort', 'Site'],
  source_id: ['Nummer der Quelle', 'Number of the source'],
  state: ['Zustand', 'State'],
  value: ['Wert', 'Value'],
  unit: ['Einheit', 'Unit'],
  basis: ['Basis', 'Basis'],
  superseded: ['Beiseite gelegt (0 oder 1)', 'Set aside (0 or 1)'],
  period: ['Zeitraum', 'Period'],
  last_month: ['Letzter Monat', 'Last month'],
  revenue_mining_usd: ['Umsatz Mining', 'Mining revenue'],
  revenue_ai_usd: ['Umsatz KI', 'AI revenue'],
  hashrate_eh_s: ['Hashrate', 'Hash rate'],
  ai_mw: ['KI-Leistung', 'AI power'],
  quote: ['Wortlaut', 'Quote'],
};

export function tableWord(table: string, language: Language): string {
  return said(tables[table], language) ?? table;
}

function partLabel({ table, part }: Proposal, language: Language): string {
  if (part === null) return '';
  if (table === 'figure') return fieldLabel(part, language);
  return table === 'own_value' ? inputLabel(part, language) : part;
}

export function columnWord(column: string, language: Language): string {
  return said(columns[column], language) ?? targetLabel(column, language);
}

/** What is proposed to change, in words: kind of record, which of its things, which column. */
export function proposedThing(proposal: Proposal, language: Language): string {
  const { table, column } = proposal;
  const isValue = column === 'value' && (table === 'figure' || table === 'own_value');
  const what = column === null || isValue ? '' : columnWord(column, language);
  const parts = [tableWord(table, language), partLabel(proposal, language), what];
  return parts.filter((part) => part !== '').join(' · ');
}

/** A proposed or present value as it is read; a missing one as the word for it. */
export function proposedValue(
  { table, column, row, notes }: Proposal,
  value: string | number | null,
  language: Language,
  side: 'before' | 'after',
): string {
  const text = proposalText[language];
  if (value === null) {
    if (column !== null) return table === 'figure' && column === 'value' ? text.notApplicable : text.missing;
    if (side === 'before') return '';
    if (row === null) return text.removedRow;
    return notes.some(({ code }) => code === 'adds') ? text.newRow : '';
  }
  if (typeof value === 'number')
    return column?.endsWith('year') ? String(value) : formatExact(value, language);
  if (column !== null && /(^|_)(date|as_of|month)$/.test(column)) return formatDate(value, language);
  return optionWord(value, language) || value;
}

export function proposedUnit({ unit }: Proposal, language: Language): string {
  return unitName(unit, language);
}

/** The step of accepted proposals in words. */
export function proposalStepText({ values }: HistoryStep, language: Language): string {
  return countedProposals('step', Number(values['count'] ?? '0'), language, values['name'] ?? '');
}
