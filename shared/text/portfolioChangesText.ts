import type { Language } from '../format/number.ts';

/** Texts of "what changed between two moments" (R5.24). */
const en = {
  steps: 'Steps',
  tab: 'What changed',
  from: 'From',
  to: 'To',
  now: 'Now',
  start: 'Start of the history',
  thisOpening: 'Opened this time: {time}',
  opening: 'Opened before: {time}',
  startOfDay: 'Start of a day …',
  endOfDay: 'End of a day …',
  day: 'Day',
  openings: 'Openings of the file',
  stepsGroup: 'After a step',
  backups: 'Backups',
  backup: '{time}, {reason}',
  otherFile: 'Another file of this portfolio …',
  file: 'File: {path}',
  comparing: 'Comparing …',
  failed: 'The comparison did not come about; the message says why. The portfolio is unharmed.',
  none: 'Nothing differs between these two moments.',
  countOne: 'One change between these two moments, net: what was changed back is not in it.',
  count:
    '{count} changes between these two moments, net: a value changed twice counts once, what was changed back does not.',
  more: 'The first {shown} of them are listed; the command line writes all.',
  table: 'What changed',
  company: 'Company',
  site: 'Site',
  kind: 'Kind',
  what: 'What',
  before: 'Before',
  after: 'After',
  at: 'When',
  by: 'Who',
  whole: 'whole portfolio',
  entered: 'entered',
  deleted: 'deleted',
  edited: 'edited',
  sameValue: 'same value; another {aspects}',
  unknownTime: 'not in the history',
  nobody: 'no name',
  noAuthorHint: 'Names are those of the author in the settings at the time.',
  results: 'What it does to a site',
  chooseSite: 'Site',
  noSite: 'none chosen',
  siteUnchanged: 'Inputs, contracts, plans and results of this site are the same at both moments.',
} as const;

type ChangesBetweenText = { readonly [Key in keyof typeof en]: string };

const de: ChangesBetweenText = {
  steps: 'Schritte',
  tab: 'Was sich geändert hat',
  from: 'Von',
  to: 'Bis',
  now: 'Jetzt',
  start: 'Anfang des Verlaufs',
  thisOpening: 'Diesmal geöffnet: {time}',
  opening: 'Vorher geöffnet: {time}',
  startOfDay: 'Beginn eines Tages …',
  endOfDay: 'Ende eines Tages …',
  day: 'Tag',
  openings: 'Öffnungen der Datei',
  stepsGroup: 'Nach einem Schritt',
  backups: 'Sicherungen',
  backup: '{time}, {reason}',
  otherFile: 'Andere Datei dieses Portfolios …',
  file: 'Datei: {path}',
  comparing: 'Wird verglichen …',
  failed: 'Der Vergleich kam nicht zustande; die Meldung sagt, warum. Das Portfolio ist unversehrt.',
  none: 'Zwischen diesen beiden Zeitpunkten unterscheidet sich nichts.',
  countOne:
    'Eine Änderung zwischen diesen beiden Zeitpunkten, netto: Was zurückgeändert wurde, ist nicht dabei.',
  count:
    '{count} Änderungen zwischen diesen beiden Zeitpunkten, netto: Zweimal Geändertes zählt einmal, Zurückgeändertes nicht.',
  more: 'Die ersten {shown} davon stehen hier; die Befehlszeile schreibt alle.',
  table: 'Was sich geändert hat',
  company: 'Unternehmen',
  site: 'Standort',
  kind: 'Art',
  what: 'Was',
  before: 'Vorher',
  after: 'Nachher',
  at: 'Wann',
  by: 'Wer',
  whole: 'ganzes Portfolio',
  entered: 'eingetragen',
  deleted: 'gelöscht',
  edited: 'bearbeitet',
  sameValue: 'gleicher Wert; geändert: {aspects}',
  unknownTime: 'nicht im Verlauf',
  nobody: 'ohne Namen',
  noAuthorHint: 'Die Namen sind die des Autors in den Einstellungen zu jener Zeit.',
  results: 'Was das an einem Standort bewirkt',
  chooseSite: 'Standort',
  noSite: 'keiner gewählt',
  siteUnchanged:
    'Eingaben, Verträge, Pläne und Ergebnisse dieses Standorts sind zu beiden Zeitpunkten gleich.',
};

export const portfolioChangesText: Readonly<Record<Language, ChangesBetweenText>> = { de, en };

type Words = readonly [de: string, en: string];

/** Kinds of what a portfolio holds, by table. */
const kinds: Readonly<Record<string, Words>> = {
  company: ['Unternehmen', 'Company'],
  site: ['Standort', 'Site'],
  contract: ['Vertrag', 'Contract'],
  debt_instrument: ['Schuldtitel', 'Debt instrument'],
  figure: ['Angabe', 'Figure'],
  own_value: ['Eingabe', 'Input'],
  fleet: ['Flotte', 'Fleet'],
  source: ['Quelle', 'Source'],
  attachment: ['Anhang', 'Attached file'],
  own_plan: ['Eigener Plan', 'Own plan'],
  difficulty_choice: ['Regel der Difficulty', 'Difficulty rule'],
  identity_period: ['Umsatz nach Geschäft', 'Revenue by business'],
  production_report: ['Produktionsbericht', 'Production report'],
  lease_announcement: ['Angekündigte Miete', 'Announced lease'],
  portfolio_setting: ['Einstellung', 'Setting'],
  fault_dismissal: ['Beiseitegelegter Fehler', 'Fault put aside'],
  import_batch: ['Import', 'Import'],
  market_month: ['Marktmonat', 'Market month'],
  hashprice_observation: ['Hashprice', 'Hashprice'],
  gpu_price_month: ['GPU-Preis', 'GPU price'],
  preset: ['Annahme', 'Assumption'],
  halving: ['Halving', 'Halving'],
  briefing: ['Briefing', 'Briefing'],
  meta: ['Portfolio', 'Portfolio'],
};

/** A table that this list does not know yet is called by its own name. */
export function tableKind(table: string, language: Language): string {
  return kinds[table]?.[language === 'de' ? 0 : 1] ?? table.replaceAll('_', ' ');
}

/** Columns that no form shows. */
const columns: Readonly<Record<string, Words>> = {
  source_id: ['Quelle', 'Source'],
  company_id: ['Unternehmen', 'Company'],
  site_id: ['Standort', 'Site'],
  site_name: ['Standort', 'Site'],
  basis: ['Basis', 'Basis'],
  base: ['Wert', 'Value'],
  low: ['unten', 'Low'],
  high: ['oben', 'High'],
  unit: ['Einheit', 'Unit'],
  source: ['Quelle', 'Source'],
  revenue_mining_usd: ['Umsatz Mining', 'Revenue from mining'],
  revenue_ai_usd: ['Umsatz KI', 'Revenue from AI'],
  hashrate_eh_s: ['Hashrate', 'Hash rate'],
  ai_mw: ['KI-Leistung', 'AI power'],
  price_usd_close: ['Bitcoin-Preis am Monatsende', 'Bitcoin price, end of month'],
  price_usd_avg: ['Bitcoin-Preis, Mittel', 'Bitcoin price, mean'],
  difficulty_avg: ['Difficulty, Mittel', 'Difficulty, mean'],
  hashrate_eh_s_avg: ['Hashrate, Mittel', 'Hash rate, mean'],
  fees_btc: ['Gebühren', 'Fees'],
  subsidy_btc_per_block: ['Blocksubvention', 'Block subsidy'],
  hashprice_usd_per_ph_day: ['Hashprice', 'Hashprice'],
  average_hashrate_eh_s: ['Mittlere Hashrate', 'Average hash rate'],
  end_hashrate_eh_s: ['Hashrate am Ende', 'Hash rate at the end'],
  btc_produced: ['Erzeugte BTC', 'BTC produced'],
  btc_held: ['Gehaltene BTC', 'BTC held'],
  power_price_usd_per_mwh: ['Strompreis', 'Power price'],
  last_month: ['Letzter Monat', 'Last month'],
  valuation_month: ['Bewertungsmonat', 'Valuation month'],
  presets_version: ['Satz der Annahmen', 'Set of assumptions'],
};

export function hiddenColumnLabel(column: string, language: Language): string | undefined {
  return columns[column]?.[language === 'de' ? 0 : 1];
}
