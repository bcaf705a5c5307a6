import type { HistoryStep } from '../domain/portfolio.ts';
import type { Outcome, ProfileName } from '../domain/tableImport.ts';
import { formatNumber, type Language } from '../format/number.ts';
import { columnLabel } from './entryText.ts';
import { fieldLabel } from './fieldLabels.ts';
import { fill } from './screenText.ts';

const en = {
  import: 'Import',
  importAgain: 'Import another table',
  stepFile: 'File',
  stepColumns: 'Columns',
  stepPreview: 'Preview',
  stepDone: 'Done',
  steps: 'Steps of the import',
  fileHelp:
    'CSV, XLSX or a block copied from a spreadsheet. Nothing is stored before you have seen how every cell is read; the whole import can be undone in one step. An export of this portfolio that was edited comes back as a list of proposals.',
  chooseFile: 'Choose a file …',
  paste: 'Or paste text here',
  readPasted: 'Read the pasted text',
  pasted: 'Pasted text',
  reading: 'Reading …',
  profile: 'List',
  rows: '{count} rows',
  rowsOne: '1 row',
  mapped: '{count} columns assigned',
  mappedOne: '1 column assigned',
  sheet: 'sheet “{name}”',
  delimiter: 'separated by {name}',
  semicolon: 'semicolon',
  comma: 'comma',
  tab: 'tab',
  pipe: 'vertical bar',
  column: 'Column in the file',
  target: 'Goes to',
  leaveOut: 'leave out',
  unit: 'Unit',
  decimal: 'Decimal sign',
  readsAs: 'Read as',
  order: 'Order of dates',
  decide: 'decide …',
  commaSign: '1.234,5 comma',
  pointSign: '1,234.5 point',
  dayFirst: 'day first',
  monthFirst: 'month first',
  stateComma: 'comma, by its own cells',
  statePoint: 'point, by its own cells',
  stateLikeOthers: 'like the other columns',
  stateContradictory: 'contradictory',
  company: 'Company of all rows',
  asOf: 'As of, where the file names no date',
  source: 'Source: document',
  saveAs: 'Keep this assignment as',
  saveProfile: 'Keep assignment',
  savedProfile: 'Assignment kept: {name}',
  savedProfiles: 'Kept assignments',
  noUnit: 'no unit',
  choose: 'choose …',
  back: 'Back',
  next: 'To the preview',
  result: 'Result',
  row: 'Row',
  reason: 'Reason',
  hints: 'Hint',
  take: 'Take',
  takeRow: 'Take row {row}',
  allRows: 'All',
  takeMeant: '{key}: take {value} (read as {unit})',
  takeMeantColumn: '{key}: read the whole column as {unit}',
  importRows: 'Import {count} rows',
  importRowsOne: 'Import 1 row',
  saveRejects: 'Save {count} refused rows',
  saveRejectsOne: 'Save 1 refused row',
  rejectsFile: 'Refused rows',
  undoNote: 'Can be undone in one step, also after a restart.',
  onlyPreview: 'Nothing is stored yet',
  showing: 'The first {count} of {all} rows are shown.',
  writing: 'Importing: {done} of {all} rows',
  writingOne: 'Importing: {done} of 1 row',
  examining: 'Reading: {done} of {all} rows',
  examiningOne: 'Reading: {done} of 1 row',
  cancel: 'Cancel',
  cancelled: 'Cancelled. Nothing was written.',
  done: '{count} rows of “{name}” are in the portfolio.',
  doneOne: '1 row of “{name}” is in the portfolio.',
  toPortfolio: 'To the portfolio',
  toSites: 'To the sites',
  undo: 'Undo the import',
  undone: 'The import was undone. The portfolio is as it was before.',
  nothingToTake: 'no row is new or changed',
  missing: 'missing',
  step: 'Import “{name}”, {count} rows',
  stepOne: 'Import “{name}”, 1 row',
  noteBom: 'with byte order mark',
  noteMerged: 'merged cells: the value counts for the first of them',
  noteFormulas: 'formula cells: the value stored with them is taken',
  noteRagged: 'rows of different width: cells that are not there are missing',
  noteSheets: 'only the first sheet with rows is read',
  noteQuote: 'a quotation mark is not closed',
} as const;

type Text = Readonly<Record<keyof typeof en, string>>;

const de: Text = {
  import: 'Import',
  importAgain: 'Eine weitere Tabelle importieren',
  stepFile: 'Datei',
  stepColumns: 'Spalten',
  stepPreview: 'Vorschau',
  stepDone: 'Fertig',
  steps: 'Schritte des Imports',
  fileHelp:
    'CSV, XLSX oder ein Block aus einer Tabellenkalkulation. Gespeichert wird erst, wenn zu sehen war, wie jede Zelle gelesen wird; der ganze Import lässt sich in einem Schritt rückgängig machen. Ein bearbeiteter Export dieses Portfolios kommt als Liste von Vorschlägen zurück.',
  chooseFile: 'Datei wählen …',
  paste: 'Oder Text hier einfügen',
  readPasted: 'Eingefügten Text lesen',
  pasted: 'Eingefügter Text',
  reading: 'Wird gelesen …',
  profile: 'Liste',
  rows: '{count} Zeilen',
  rowsOne: '1 Zeile',
  mapped: '{count} Spalten zugeordnet',
  mappedOne: '1 Spalte zugeordnet',
  sheet: 'Blatt „{name}“',
  delimiter: 'getrennt durch {name}',
  semicolon: 'Semikolon',
  comma: 'Komma',
  tab: 'Tabulator',
  pipe: 'senkrechten Strich',
  column: 'Spalte der Datei',
  target: 'Wird zu',
  leaveOut: 'weglassen',
  unit: 'Einheit',
  decimal: 'Dezimalzeichen',
  readsAs: 'Gelesen als',
  order: 'Reihenfolge im Datum',
  decide: 'bitte wählen …',
  commaSign: '1.234,5 Komma',
  pointSign: '1,234.5 Punkt',
  dayFirst: 'Tag zuerst',
  monthFirst: 'Monat zuerst',
  stateComma: 'Komma, nach den eigenen Zellen',
  statePoint: 'Punkt, nach den eigenen Zellen',
  stateLikeOthers: 'wie die anderen Spalten',
  stateContradictory: 'widersprüchlich',
  company: 'Unternehmen aller Zeilen',
  asOf: 'Stand, wo die Datei kein Datum nennt',
  source: 'Quelle: Dokument',
  saveAs: 'Zuordnung behalten als',
  saveProfile: 'Zuordnung behalten',
  savedProfile: 'Zuordnung behalten: {name}',
  savedProfiles: 'Behaltene Zuordnungen',
  noUnit: 'ohne Einheit',
  choose: 'wählen …',
  back: 'Zurück',
  next: 'Zur Vorschau',
  result: 'Ergebnis',
  row: 'Zeile',
  reason: 'Grund',
  hints: 'Hinweis',
  take: 'Nehmen',
  takeRow: 'Zeile {row} nehmen',
  allRows: 'Alle',
  takeMeant: '{key}: {value} übernehmen (als {unit} gelesen)',
  takeMeantColumn: '{key}: ganze Spalte als {unit} lesen',
  importRows: '{count} Zeilen importieren',
  importRowsOne: '1 Zeile importieren',
  saveRejects: '{count} Zurückgewiesene speichern',
  saveRejectsOne: '1 Zurückgewiesene speichern',
  rejectsFile: 'Zurückgewiesene Zeilen',
  undoNote: 'In einem Schritt rückgängig zu machen, auch nach Neustart.',
  onlyPreview: 'Noch ist nichts gespeichert',
  showing: 'Gezeigt sind die ersten {count} von {all} Zeilen.',
  writing: 'Import: {done} von {all} Zeilen',
  writingOne: 'Import: {done} von 1 Zeile',
  examining: 'Gelesen: {done} von {all} Zeilen',
  examiningOne: 'Gelesen: {done} von 1 Zeile',
  cancel: 'Abbrechen',
  cancelled: 'Abgebrochen. Nichts wurde geschrieben.',
  done: '{count} Zeilen aus „{name}“ sind im Portfolio.',
  doneOne: '1 Zeile aus „{name}“ ist im Portfolio.',
  toPortfolio: 'Zum Portfolio',
  toSites: 'Zu den Standorten',
  undo: 'Import rückgängig machen',
  undone: 'Der Import ist rückgängig gemacht. Das Portfolio ist wie zuvor.',
  nothingToTake: 'keine Zeile ist neu oder geändert',
  missing: 'fehlt',
  step: 'Import „{name}“, {count} Zeilen',
  stepOne: 'Import „{name}“, 1 Zeile',
  noteBom: 'mit Kennung der Bytefolge',
  noteMerged: 'verbundene Zellen: der Wert zählt für die erste',
  noteFormulas: 'Zellen mit Formeln: genommen wird der mitgespeicherte Wert',
  noteRagged: 'verschieden lange Zeilen: was nicht dasteht, fehlt',
  noteSheets: 'gelesen wird nur das erste Blatt mit Zeilen',
  noteQuote: 'ein Anführungszeichen ist nicht geschlossen',
};

export const importText: Readonly<Record<Language, Text>> = { en, de };

/** Sentences with a count, which one row has of its own. */
export function countedText(
  key: 'rows' | 'mapped' | 'importRows' | 'saveRejects' | 'done' | 'step' | 'writing' | 'examining',
  count: number,
  language: Language,
  more: Readonly<Record<string, string>> = {},
): string {
  const text = importText[language];
  return fill(count === 1 ? text[`${key}One`] : text[key], {
    ...more,
    count: formatNumber(count, language),
    all: formatNumber(count, language),
  });
}

export const profileWords: Readonly<Record<Language, Readonly<Record<ProfileName, string>>>> = {
  en: {
    sites: 'Sites',
    contracts: 'Contracts',
    figures: 'Quarterly figures of companies',
    identity: 'Revenue by quarter or year (identity)',
    production: 'Monthly production update',
    prices: 'Price history by month',
  },
  de: {
    sites: 'Standorte',
    contracts: 'Verträge',
    figures: 'Quartalszahlen der Unternehmen',
    identity: 'Umsatz nach Quartal oder Jahr (Identität)',
    production: 'Monatliche Produktionsmeldung',
    prices: 'Preisverlauf nach Monaten',
  },
};

export const outcomeWords: Readonly<Record<Language, Readonly<Record<Outcome, string>>>> = {
  en: {
    new: 'new',
    changed: 'changed',
    same: 'known already',
    check: 'to check',
    repeated: 'twice in the file',
    rejected: 'refused',
  },
  de: {
    new: 'neu',
    changed: 'geändert',
    same: 'schon vorhanden',
    check: 'zu prüfen',
    repeated: 'doppelt in der Datei',
    rejected: 'zurückgewiesen',
  },
};

type Words = readonly [de: string, en: string];

/** Targets that no form has. */
const ties: Readonly<Record<string, Words>> = {
  company: ['Unternehmen', 'Company'],
  site: ['Standort', 'Site'],
  site_name: ['Standort', 'Site'],
  month: ['Monat', 'Month'],
  period: ['Zeitraum', 'Period'],
  revenue_mining_usd: ['Umsatz Mining', 'Mining revenue'],
  revenue_ai_usd: ['Umsatz KI', 'AI revenue'],
  ai_mw: ['KI-Leistung', 'AI power'],
  source_title: ['Quelle', 'Source'],
  source_url: ['Adresse der Quelle', 'Address of the source'],
  average_hashrate_eh_s: ['Mittlere Hashrate', 'Average hash rate'],
  end_hashrate_eh_s: ['Hashrate am Monatsende', 'Month-end hash rate'],
  btc_produced: ['Geschürfte BTC', 'BTC produced'],
  electricity_cost_usd: ['Stromkosten', 'Electricity cost'],
  electricity_cost_usd_per_btc: ['Stromkosten je BTC', 'Electricity cost per BTC'],
  cash_cost_usd_per_btc: ['Barkosten je BTC', 'Cash cost per BTC'],
  power_price_usd_per_mwh: ['Strompreis', 'Power price'],
  btc_held: ['BTC-Bestand', 'BTC held'],
  price_usd_close: ['BTC-Preis am Monatsende', 'BTC price, month end'],
  price_usd_avg: ['BTC-Preis im Mittel', 'BTC price, average'],
  difficulty_avg: ['Difficulty im Mittel', 'Average difficulty'],
  hashrate_eh_s_avg: ['Hashrate des Netzwerks', 'Network hash rate'],
  fees_btc: ['Gebühren', 'Fees'],
};

/** A target in words; figures bear the names they have everywhere. */
export function targetLabel(key: string, language: Language): string {
  const own = ties[key]?.[language === 'de' ? 0 : 1];
  if (own !== undefined) return own;
  const column = columnLabel(key, language);
  return column === key ? fieldLabel(key, language) : column;
}

const bases: Readonly<Record<string, Words>> = {
  'grid MW': ['Anschluss', 'grid'],
  'critical IT MW': ['kritische IT', 'critical IT'],
  generation: ['Erzeugung', 'generation'],
};

export function basisWord(basis: string | null, language: Language): string {
  return basis === null ? '' : (bases[basis]?.[language === 'de' ? 0 : 1] ?? basis);
}

const units: Readonly<Record<string, Words>> = {
  kUSD: ['Tsd. USD', 'thousand USD'],
  mUSD: ['Mio. USD', 'million USD'],
  bUSD: ['Mrd. USD', 'billion USD'],
  shares: ['Aktien', 'shares'],
  'm shares': ['Mio. Aktien', 'million shares'],
  years: ['Jahre', 'years'],
  months: ['Monate', 'months'],
  percent: ['%', '%'],
  '1': ['', ''],
  million: ['Mio.', 'million'],
  billion: ['Mrd.', 'billion'],
  trillion: ['Bio.', 'trillion'],
};

export function unitWord(unit: string, language: Language): string {
  return units[unit]?.[language === 'de' ? 0 : 1] ?? unit;
}

const fileNotes: Readonly<Record<string, keyof Text>> = {
  bom: 'noteBom',
  mergedCells: 'noteMerged',
  formulas: 'noteFormulas',
  raggedRows: 'noteRagged',
  moreSheets: 'noteSheets',
  unclosedQuote: 'noteQuote',
};

export function fileNoteText(note: string, language: Language): string {
  const key = fileNotes[note];
  return key === undefined ? note : importText[language][key];
}

export function delimiterWord(delimiter: string, language: Language): string {
  const text = importText[language];
  const words: Readonly<Record<string, string>> = {
    ';': text.semicolon,
    ',': text.comma,
    '\t': text.tab,
    '|': text.pipe,
  };
  return words[delimiter] ?? delimiter;
}

/** The step of an import in words. */
export function importStepText({ values }: HistoryStep, language: Language): string {
  const name = values['name'] ?? '';
  return countedText('step', Number(values['count'] ?? '0'), language, {
    name: name === '' ? importText[language].pasted : name,
  });
}
