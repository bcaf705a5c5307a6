import type { GridKind } from '../domain/gridEdit.ts';
import type { HistoryStep } from '../domain/portfolio.ts';
import type { RecordField } from '../domain/records.ts';
import type { PastedCell } from '../exchange/grid/planPaste.ts';
import type { GridReading } from '../exchange/grid/readGridCell.ts';
import { readingText } from '../exchange/readEntry.ts';
import { formatDate, formatExact, formatNumber, type Language } from '../format/number.ts';
import { columnLabel, entryText, optionWord } from './entryText.ts';
import { fieldLabel } from './fieldLabels.ts';
import { unitName } from './inputLabels.ts';
import { fill, screenText } from './screenText.ts';

const en = {
  edit: 'Edit in the table',
  stop: 'Stop editing',
  hint: 'F2 or typing edits a cell · Enter, Tab store and go on · Delete empties · Ctrl+V pastes a block',
  grid: 'Editable table: {what}',
  cell: '{column}, {row}',
  newRow: 'new row',
  newRowNeeds: 'A new row also needs: {columns}.',
  fixed: 'What a figure is about cannot be changed. Delete it, or enter another one.',
  field: 'Figure',
  source: 'Source',
  paste: 'Paste {rows} × {columns} cells',
  pasted: 'Pasted cells',
  row: 'Row',
  column: 'Column',
  text: 'Pasted',
  read: 'Read as',
  replaces: 'Replaces',
  result: 'Result',
  decimal: 'Decimal sign of this block',
  byLanguage: 'please choose …',
  comma: 'comma: 1.234,5',
  point: 'point: 1,234.5',
  addRows: 'Add {count} new rows',
  addRowsOne: 'Add 1 new row',
  takeUnusual: 'Store {count} unusual numbers, too',
  takeUnusualOne: 'Store 1 unusual number, too',
  outside: 'usual are {low} to {high}',
  again: 'Usual are {low} to {high}. Enter once more stores it.',
  check: 'to check',
  noNewRows: '{count} rows reach beyond the last one and are left aside.',
  noNewRowsOne: '1 row reaches beyond the last one and is left aside.',
  beyond: '{count} columns reach beyond the last one and are left aside.',
  beyondOne: '1 column reaches beyond the last one and is left aside.',
  sourceAll: 'Source of these cells (empty: each row keeps its own)',
  write: 'Store {count} cells',
  writeOne: 'Store 1 cell',
  changed: 'changed',
  same: 'the same',
  new: 'new',
  open: 'to decide',
  refused: 'refused',
  rowLacks: 'refused: the row lacks {columns}',
  rowRefused: 'refused with its row',
  noRow: 'no such row',
  noChoice: 'None of: {words}.',
  tooLong: 'This text is too long.',
  openDate: 'This date has two readings: {readings}.',
  ambiguousBlock: 'Two readings: {readings}.',
  step: '{kind}, {name}: {count} cells',
  stepOne: '{kind}, {name}: 1 cell',
} as const;

type Text = Readonly<Record<keyof typeof en, string>>;

const de: Text = {
  edit: 'In der Tabelle bearbeiten',
  stop: 'Bearbeiten beenden',
  hint: 'F2 oder Tippen bearbeitet eine Zelle · Eingabe, Tab speichern und gehen weiter · Entf leert · Strg+V fügt einen Block ein',
  grid: 'Tabelle zum Bearbeiten: {what}',
  cell: '{column}, {row}',
  newRow: 'neue Zeile',
  newRowNeeds: 'Eine neue Zeile braucht noch: {columns}.',
  fixed: 'Worum es bei einer Größe geht, lässt sich nicht ändern. Bitte löschen oder eine andere eintragen.',
  field: 'Größe',
  source: 'Quelle',
  paste: '{rows} × {columns} Zellen einfügen',
  pasted: 'Eingefügte Zellen',
  row: 'Zeile',
  column: 'Spalte',
  text: 'Eingefügt',
  read: 'Gelesen als',
  replaces: 'Ersetzt',
  result: 'Ergebnis',
  decimal: 'Dezimalzeichen dieses Blocks',
  byLanguage: 'bitte wählen …',
  comma: 'Komma: 1.234,5',
  point: 'Punkt: 1,234.5',
  addRows: '{count} neue Zeilen anlegen',
  addRowsOne: '1 neue Zeile anlegen',
  takeUnusual: '{count} unübliche Zahlen trotzdem speichern',
  takeUnusualOne: '1 unübliche Zahl trotzdem speichern',
  outside: 'üblich sind {low} bis {high}',
  again: 'Üblich sind {low} bis {high}. Noch einmal Eingabe speichert.',
  check: 'zu prüfen',
  noNewRows: '{count} Zeilen reichen über die letzte hinaus und bleiben weg.',
  noNewRowsOne: '1 Zeile reicht über die letzte hinaus und bleibt weg.',
  beyond: '{count} Spalten reichen über die letzte hinaus und bleiben weg.',
  beyondOne: '1 Spalte reicht über die letzte hinaus und bleibt weg.',
  sourceAll: 'Quelle dieser Zellen (leer: jede Zeile behält ihre)',
  write: '{count} Zellen speichern',
  writeOne: '1 Zelle speichern',
  changed: 'geändert',
  same: 'unverändert',
  new: 'neu',
  open: 'zu entscheiden',
  refused: 'abgelehnt',
  rowLacks: 'abgelehnt: der Zeile fehlt {columns}',
  rowRefused: 'mit ihrer Zeile abgelehnt',
  noRow: 'keine solche Zeile',
  noChoice: 'Keines von: {words}.',
  tooLong: 'Dieser Text ist zu lang.',
  openDate: 'Dieses Datum lässt sich zweifach lesen: {readings}.',
  ambiguousBlock: 'Zwei Lesarten: {readings}.',
  step: '{kind}, {name}: {count} Zellen',
  stepOne: '{kind}, {name}: 1 Zelle',
};

export const gridText: Readonly<Record<Language, Text>> = { en, de };

type Counted = 'addRows' | 'takeUnusual' | 'noNewRows' | 'beyond' | 'write' | 'step';

export function countedCells(
  key: Counted,
  count: number,
  language: Language,
  more: Readonly<Record<string, string>> = {},
): string {
  const text = gridText[language];
  return fill(count === 1 ? text[`${key}One`] : text[key], { ...more, count: formatNumber(count, language) });
}

const kinds: Readonly<Record<GridKind, readonly [de: string, en: string]>> = {
  site: ['Standorte', 'Sites'],
  contract: ['Verträge', 'Contracts'],
  instrument: ['Schuldtitel', 'Debt instruments'],
  identity: ['Umsatz nach Zeitraum', 'Revenue by period'],
  fleet: ['Flotten', 'Fleets'],
  figure: ['Größen', 'Figures'],
};

export function gridKindWord(kind: GridKind, language: Language): string {
  return kinds[kind][language === 'de' ? 0 : 1];
}

export function gridColumnLabel(key: string, language: Language): string {
  if (key === 'field') return gridText[language].field;
  if (key === 'value') return entryText[language].value;
  return key === 'source_title' ? gridText[language].source : columnLabel(key, language);
}

function choiceWord(value: string, field: RecordField, language: Language): string {
  return field.key === 'field' ? fieldLabel(value, language) : optionWord(value, language) || value;
}

/** A stored value as its cell shows it; the unit stands in the head unless the row brings its own. */
export function gridValueText(
  field: RecordField,
  value: string | number | null,
  language: Language,
  withUnit: boolean,
): string {
  if (value === null) return '';
  if (typeof value === 'string') {
    if (field.type === 'choice') return choiceWord(value, field, language);
    return field.type === 'date' ? formatDate(value, language) : value;
  }
  if (withUnit || field.unit === '') return readingText(field, value, language);
  return formatExact(field.unit === 'percent' ? value * 100 : value, language);
}

/** The unit in the head of a column. */
export function gridUnit({ unit = '' }: RecordField, language: Language): string {
  return unit === '1' ? '' : unitName(unit, language);
}

/** Why a text cannot stand in a cell; undefined where it can. */
export function gridFault(field: RecordField, reading: GridReading, language: Language): string | undefined {
  const text = gridText[language];
  const entry = entryText[language];
  const { min = -Infinity, max = Infinity } = field;
  switch (reading.kind) {
    case 'value':
      return undefined;
    case 'needsText':
      return entry.needsText;
    case 'needsDate':
      return entry.needsDate;
    case 'noChoice':
      return fill(text.noChoice, {
        words: (field.options ?? []).map((option) => choiceWord(option, field, language)).join(', '),
      });
    case 'tooLong':
      return text.tooLong;
    case 'openDate':
      return fill(text.openDate, {
        readings: reading.readings.map((date) => formatDate(date, language)).join(' · '),
      });
    case 'ambiguous':
      return fill(text.ambiguousBlock, {
        readings: reading.readings.map((value) => readingText(field, value, language)).join(' · '),
      });
    case 'wrongUnit':
      return fill(screenText[language].wrongUnit, {
        unit: reading.unit,
        wanted: gridUnit(field, language) || '–',
      });
    case 'outOfBounds':
    case 'notANumber':
      return fill(entry.needsNumber, {
        low: readingText(field, min, language),
        high: readingText(field, max, language),
      });
  }
}

/** The usual range of a number in words. */
export function usualText(
  key: 'outside' | 'again',
  field: RecordField,
  { low, high }: { readonly low: number; readonly high: number },
  language: Language,
): string {
  const shown = { low: readingText(field, low, language), high: readingText(field, high, language) };
  return fill(gridText[language][key], shown);
}

/** What becomes of a pasted cell. */
export function pastedResult(
  cell: PastedCell,
  lacking: readonly string[] | undefined,
  isWritten: boolean,
  language: Language,
): string {
  const text = gridText[language];
  const { outcome, field, reading } = cell;
  if (outcome === 'new' && lacking)
    return fill(text.rowLacks, {
      columns: lacking.map((key) => gridColumnLabel(key, language)).join(', '),
    });
  if (outcome === 'new' && !isWritten) return text.rowRefused;
  if (outcome === 'fixed') return `${text.refused}: ${text.fixed}`;
  const why = cell.outside
    ? usualText('outside', field, cell.outside, language)
    : gridFault(field, reading, language);
  return why === undefined || outcome === 'noRow' ? text[outcome] : `${text[outcome]}: ${why}`;
}

/** The step of edited cells in words. */
export function gridStepText({ values }: HistoryStep, language: Language): string {
  const { kind = 'figure', name = '', count = '0' } = values;
  return countedCells('step', Number(count), language, {
    kind: gridKindWord(kind as GridKind, language),
    name,
  });
}
