import type { ImportNote } from '../domain/tableImport.ts';
import { formatPlain, type Language } from '../format/number.ts';
import { columnWord } from './proposalText.ts';
import { fill } from './screenText.ts';

type Words = readonly [de: string, en: string];

/** Sentences by the code of a note. */
const notes: Readonly<Record<string, Words>> = {
  fills: ['Füllt eine Lücke.', 'Fills a gap.'],
  empties: ['Der Wert gilt danach als unbekannt.', 'The value is unknown afterwards.'],
  replacesText: ['Ersetzt den Text.', 'Replaces the text.'],
  changesBy: ['{share} %.', '{share} %.'],
  computes: ['Ergebnisse neu: {name}.', 'Computed anew: {name}.'],
  computesAll: ['Alle Ergebnisse neu.', 'All results are computed anew.'],
  setAside: [
    'Diese Größe ist beiseite gelegt, kein Ergebnis ändert sich.',
    'This figure is set aside; no result changes.',
  ],
  keepsSource: ['Die Quelle bleibt: {source}.', 'The source stays: {source}.'],
  adds: ['Legt die Zeile an.', 'Adds the row.'],
  removes: ['Löscht die Zeile.', 'Deletes the row.'],
  removesWith: [
    'Löscht die Zeile mit allem, was daran hängt (Einträge: {count}).',
    'Deletes the row with all that hangs on it (entries: {count}).',
  ],
  conflict: [
    'Konflikt: im Portfolio seit dem Export geändert, exportiert war „{exported}“.',
    'Conflict: changed in the portfolio since the export, which said “{exported}”.',
  ],
  changedSince: [
    'Konflikt: die Zeile wurde im Portfolio seit dem Export geändert.',
    'Conflict: the row was changed in the portfolio since the export.',
  ],
  unusual: [
    '{value} liegt außerhalb des Üblichen ({low} bis {high}).',
    '{value} is outside the usual range ({low} to {high}).',
  ],
  formula: ['Formel („{cell}“): bitte den Wert einsetzen.', 'A formula (“{cell}”): put its value there.'],
  errorCell: ['Fehlerzelle „{cell}“.', 'An error cell, “{cell}”.'],
  merged: ['Verbundene Zelle: ihr Wert ging verloren.', 'A merged cell: its value was lost.'],
  dateInNumber: [
    '„{cell}“ ist ein Datum, hier steht eine Zahl.',
    '“{cell}” is a date where a number belongs.',
  ],
  openNumber: [
    '„{cell}“ lässt sich zweifach lesen. Bitte als Zahl ohne Tausendertrennung eingeben.',
    '“{cell}” has two readings. Enter it as a number without a separator for thousands.',
  ],
  notANumber: ['„{cell}“ ist keine Zahl in dieser Einheit.', '“{cell}” is no number in this unit.'],
  notWhole: ['„{cell}“ ist keine ganze Zahl.', '“{cell}” is no whole number.'],
  openDate: ['„{cell}“ lässt sich zweifach lesen.', '“{cell}” has two readings.'],
  needsDate: ['„{cell}“ ist kein Datum.', '“{cell}” is no date.'],
  needsMonth: ['„{cell}“ nennt keinen Monat.', '“{cell}” names no month.'],
  needsValue: ['Dieses Feld darf nicht leer sein.', 'This field must not be empty.'],
  noChoice: ['„{cell}“ ist keines der Worte dafür: {words}.', '“{cell}” is none of its words: {words}.'],
  outOfBounds: ['{value} kann nicht sein ({low} bis {high}).', '{value} cannot be ({low} to {high}).'],
  tooLong: ['Der Text ist zu lang.', 'The text is too long.'],
  fixedColumn: [
    'Diese Spalte ändert ein Blatt nicht: sie sagt, wem die Zeile gehört oder wer sie schrieb.',
    'A sheet does not change this column: it says whose row it is, or who wrote it.',
  ],
  refersToNothing: [
    'Nennt „{id}“, was weder im Portfolio noch in der Datei steht.',
    'Names “{id}”, which is neither in the portfolio nor in the file.',
  ],
  otherUnit: [
    'Die Einheit dieser Größe ist {unit}, nicht „{cell}“.',
    'The unit of this figure is {unit}, not “{cell}”.',
  ],
  emptyFigure: [
    'Ohne Wert ist eine Größe nicht „known“: die Zeile löschen, oder als Zustand „notApplicable“ eintragen.',
    'Without a value a figure is not “known”: delete the row, or enter “notApplicable” as its state.',
  ],
  unreadableKey: [
    'Der Schlüssel der Zeile ist nicht lesbar; in diesem Blatt gilt darum keine Zeile als entfernt.',
    'The key of the row cannot be read; so no row of this sheet counts as removed.',
  ],
  repeatedKey: [
    'Derselbe Schlüssel steht weiter oben. Für eine neue Zeile bitte „id“ leer lassen.',
    'The same key stands further up. For a new row leave “id” empty.',
  ],
  goneSince: [
    'Die Zeile wurde im Portfolio seit dem Export gelöscht.',
    'The row was deleted in the portfolio since the export.',
  ],
  alreadyThere: [
    'Den Schlüssel gibt es im Portfolio seit dem Export schon.',
    'The portfolio has had this key since the export.',
  ],
  stillUsed: ['Andere Zeilen nennen diese Quelle noch.', 'Other rows still name this source.'],
  noSheet: [
    'Blatt „{table}“ fehlt: aus ihm gilt nichts als entfernt.',
    'Sheet “{table}” is missing: nothing of it counts as removed.',
  ],
  noKeyColumn: [
    'Blatt „{table}“ hat seine Schlüsselspalte nicht mehr und wurde nicht gelesen.',
    'Sheet “{table}” has lost its key column and was not read.',
  ],
  columnGone: [
    'Blatt „{table}“: Spalte „{column}“ fehlt, ihre Werte bleiben.',
    'Sheet “{table}”: column “{column}” is missing; its values stay.',
  ],
  strangeColumn: [
    'Blatt „{table}“: Spalte „{column}“ gehört nicht dazu und wurde nicht gelesen.',
    'Sheet “{table}”: column “{column}” does not belong there and was not read.',
  ],
};

const plainNumbers = ['value', 'low', 'high'];

/** A note as a sentence. */
export function proposalNoteText({ code, values }: ImportNote, language: Language): string {
  const { column, ...rest } = values;
  const shown = Object.entries(rest).map(([name, value]) => {
    if (name === 'share') {
      const percent = Number(value) * 100;
      return [name, `${percent > 0 ? '+' : ''}${formatPlain(percent, language)}`];
    }
    return [name, plainNumbers.includes(name) ? formatPlain(Number(value), language) : value];
  });
  const isPlace = code === 'columnGone' || code === 'strangeColumn';
  const told = { ...Object.fromEntries(shown), column: column ?? '' };
  const sentence = fill(notes[code]?.[language === 'de' ? 0 : 1] ?? code, told);
  // A whole row is refused for one of its cells: which one is told first.
  return column === undefined || isPlace ? sentence : `${columnWord(column, language)}: ${sentence}`;
}
