import type { HistoryStep } from '../domain/portfolio.ts';
import type { DifficultyChoice, MarketOfSite } from '../engine/analysis/difficultyChoice.ts';
import { formatDate, formatNumber, formatPlain, type Language } from '../format/number.ts';
import { fill } from './screenText.ts';

/** Texts of the mining market of a site: the difficulty rule and the spacing of blocks. */
const en = {
  difficultyRule: 'Difficulty rule',
  responsive: 'responsive (R2.5)',
  constant: 'constant (R2.5a)',
  table: 'table of one’s own (R2.5a)',
  chosen: 'own choice',
  base: 'base rule',
  tableLabel: 'Month and network hash rate in EH/s, one row each',
  tableHint:
    'For example “2027-06 1,100”. Month 0 starts from the network’s hash rate of today; between rows it grows evenly, after the last it stays.',
  wrongRow:
    'Row {row} cannot be read: “{text}”. A month as 2027-06 and a hash rate from 1 to 1,000,000 EH/s.',
  twice: 'The month {month} stands in two rows.',
  noRow: 'The table has no row.',
  warning:
    'Constant difficulty: the network’s hash rate is held at today’s for the whole horizon, although subsidy, prices and machines change. No longer period has shown that. Use it to see what an old calculator would say, not for a verdict.',
  warningTable:
    'No row of the table lies after the valuation month, so the difficulty is constant. No longer period has shown that.',
  halvingAt: 'Halving on its modelled date (R2.1a, {interval} s per block)',
  noteResponsive: 'the network’s hash rate responds (R2.5)',
  noteConstant: 'difficulty held constant (R2.5a), which no longer period has shown',
  noteTable: 'the network’s hash rate follows the analyst’s own table (R2.5a, rows: {rows})',
  scenario: 'Base: BTC by its drift, {rule}',
  limit:
    'Difficulty is held constant in this analysis (R2.5a). No longer period has shown that; every figure of mining rests on it.',
  limitOfSites:
    'At {held} of {sites} sites difficulty is held constant (R2.5a). No longer period has shown that; every figure of their mining rests on it.',
  step: 'Difficulty rule, {site}: {before} → {after}',
  rows: 'own table, rows: {rows}',
} as const;

const de: Readonly<Record<keyof typeof en, string>> = {
  difficultyRule: 'Regel der Difficulty',
  responsive: 'reagierend (R2.5)',
  constant: 'konstant (R2.5a)',
  table: 'eigene Tabelle (R2.5a)',
  chosen: 'eigene Wahl',
  base: 'Grundregel',
  tableLabel: 'Monat und Hashrate des Netzes in EH/s, je eine Zeile',
  tableHint:
    'Zum Beispiel „2027-06 1.100“. Monat 0 beginnt mit der heutigen Hashrate des Netzes; zwischen den Zeilen wächst sie gleichmäßig, nach der letzten bleibt sie stehen.',
  wrongRow:
    'Zeile {row} ist nicht lesbar: „{text}“. Ein Monat wie 2027-06 und eine Hashrate von 1 bis 1.000.000 EH/s.',
  twice: 'Der Monat {month} steht in zwei Zeilen.',
  noRow: 'Die Tabelle hat keine Zeile.',
  warning:
    'Konstante Difficulty: Die Hashrate des Netzes bleibt über den ganzen Horizont bei der heutigen, obwohl Subvention, Preise und Maschinen sich ändern. Kein längerer Zeitraum hat das gezeigt. Sie zeigt, was ein alter Rechner sagen würde, und taugt nicht für ein Urteil.',
  warningTable:
    'Keine Zeile der Tabelle liegt nach dem Bewertungsmonat, die Difficulty ist also konstant. Kein längerer Zeitraum hat das gezeigt.',
  halvingAt: 'Halving am modellierten Datum (R2.1a, {interval} s je Block)',
  noteResponsive: 'die Hashrate des Netzes reagiert (R2.5)',
  noteConstant: 'die Difficulty ist festgehalten (R2.5a), was kein längerer Zeitraum gezeigt hat',
  noteTable: 'die Hashrate des Netzes folgt der eigenen Tabelle des Analysten (R2.5a, Zeilen: {rows})',
  scenario: 'Basis: BTC nach seiner Drift, {rule}',
  limit:
    'Die Difficulty ist in dieser Analyse festgehalten (R2.5a). Kein längerer Zeitraum hat das gezeigt; jede Zahl des Minings beruht darauf.',
  limitOfSites:
    'An {held} von {sites} Standorten ist die Difficulty festgehalten (R2.5a). Kein längerer Zeitraum hat das gezeigt; jede Zahl ihres Minings beruht darauf.',
  step: 'Regel der Difficulty, {site}: {before} → {after}',
  rows: 'eigene Tabelle, Zeilen: {rows}',
};

export const marketText: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { de, en };

/** The rule in the middle of a sentence. */
export function difficultyClause({ rule, points }: MarketOfSite, language: Language): string {
  const t = marketText[language];
  if (rule === 'table') return fill(t.noteTable, { rows: points.length });
  return rule === 'constant' ? t.noteConstant : t.noteResponsive;
}

/** R2.1a, R2.5a What dates the halvings and moves the difficulty behind a chart. */
export function marketNote(market: MarketOfSite, language: Language): string {
  const t = marketText[language];
  const interval = market.blockIntervalS === null ? '–' : formatPlain(market.blockIntervalS, language);
  return `${fill(t.halvingAt, { interval })}; ${difficultyClause(market, language)}.`;
}

/** The warning in words, where the difficulty stands still. */
export function difficultyWarning({ rule, isConstant }: MarketOfSite, language: Language): string | null {
  if (!isConstant) return null;
  return rule === 'table' ? marketText[language].warningTable : marketText[language].warning;
}

function stepName(name: string, language: Language): string {
  const t = marketText[language];
  const [rule = '', rows = ''] = name.split(' ');
  if (rule === 'table') return fill(t.rows, { rows });
  return rule === 'constant' ? t.constant : t.responsive;
}

/** A step of the history that chose another rule. */
export function marketStepText({ values }: HistoryStep, language: Language): string {
  const { site = '', before = '', after = '' } = values;
  return fill(marketText[language].step, {
    site,
    before: stepName(before, language),
    after: stepName(after, language),
  });
}

/** Every digit is kept: what stands in the field is stored again. */
function exactly(value: number, language: Language): string {
  const [, decimals = ''] = String(value).split('.');
  return formatNumber(value, language, decimals.length);
}

/** The rows of a table as they are typed. */
export function pointsText(points: MarketOfSite['points'], language: Language): string {
  return points.map(({ month, hashrateEhS }) => `${month} ${exactly(hashrateEhS, language)}`).join('\n');
}

/** More rows than these would make a table's cell too tall to be read. */
const mostRows = 4;

/** A stored choice as a value: a short table with its rows, so that two tables can be told apart. */
export function difficultyName(choice: DifficultyChoice | null, language: Language): string {
  const t = marketText[language];
  if (choice?.rule !== 'table') return choice ? t.constant : t.responsive;
  const { points } = choice;
  if (points.length > mostRows) return fill(t.rows, { rows: points.length });
  return `${t.table}: ${pointsText(points, language).replaceAll('\n', '; ')}`;
}

export function enteredOn({ enteredAt }: MarketOfSite, language: Language): string {
  return enteredAt === null ? '' : formatDate(enteredAt.slice(0, 'YYYY-MM-DD'.length), language);
}
