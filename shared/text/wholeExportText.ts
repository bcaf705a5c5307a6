import type { Language } from '../format/number.ts';

/** What stands with an export of the whole portfolio: what it is, and what its form cannot carry. */
export const wholeExportText: Readonly<
  Record<
    Language,
    {
      readonly aboutSheet: string;
      readonly aboutFile: string;
      readonly title: string;
      readonly facts: string;
      readonly csv: readonly string[];
      readonly xlsx: readonly string[];
      readonly cut: string;
    }
  >
> = {
  en: {
    aboutSheet: 'About',
    aboutFile: 'README.txt',
    title: 'The whole portfolio {file}',
    facts: 'Schema {schema}, Umbau {app}, exported {at}.',
    csv: [
      'One file a table: names of the columns, units, then the rows. UTF-8, commas, decimal points.',
      'An empty field is a missing value; "" is an empty text.',
      'Text that a spreadsheet would compute carries an apostrophe in front, and so does text that begins with one. Take one apostrophe away to read it back.',
      'An edited copy comes back by “Import …” as a list of proposals. Leave “id” empty in new rows, put values and no formulas, and keep “as-exported.txt” beside the files.',
      'CSV cannot tell a text of digits from a number, and spreadsheets may turn either into dates. Only the JSON export comes back into Umbau without loss.',
    ],
    xlsx: [
      'One sheet a table: names of the columns, units, then the rows. Nothing on these sheets is a formula.',
      'An empty cell is a missing value or an empty text.',
      'Excel keeps 15 digits of a number and 32,767 characters of a text. Longer texts are cut and say so.',
      'An edited copy comes back by “Import …” as a list of proposals. Leave “id” empty in new rows, put values and no formulas, and keep the hidden sheet “Umbau”.',
      'Only the JSON export comes back into Umbau without loss.',
    ],
    cut: ' … [{count} characters, whole in the JSON export]',
  },
  de: {
    aboutSheet: 'Hinweise',
    aboutFile: 'LIESMICH.txt',
    title: 'Das ganze Portfolio {file}',
    facts: 'Schema {schema}, Umbau {app}, exportiert {at}.',
    csv: [
      'Eine Datei je Tabelle: Namen der Spalten, Einheiten, dann die Zeilen. UTF-8, Kommas, Dezimalpunkte.',
      'Ein leeres Feld ist ein fehlender Wert, "" ein leerer Text.',
      'Text, den eine Tabellenkalkulation rechnen würde, trägt vorn einen Apostroph, ebenso Text, der mit einem beginnt. Zum Zurücklesen einen Apostroph wegnehmen.',
      'Eine bearbeitete Kopie kommt über „Importieren …“ als Liste von Vorschlägen zurück. In neuen Zeilen „id“ leer lassen, Werte statt Formeln einsetzen und „as-exported.txt“ neben den Dateien behalten.',
      'CSV unterscheidet eine Ziffernfolge nicht von einer Zahl, und Tabellenkalkulationen machen aus beiden mitunter ein Datum. Ohne Verlust kommt nur der JSON-Export nach Umbau zurück.',
    ],
    xlsx: [
      'Ein Blatt je Tabelle: Namen der Spalten, Einheiten, dann die Zeilen. Nichts auf diesen Blättern ist eine Formel.',
      'Eine leere Zelle ist ein fehlender Wert oder ein leerer Text.',
      'Excel behält 15 Stellen einer Zahl und 32.767 Zeichen eines Textes. Längere Texte sind gekürzt und sagen es.',
      'Eine bearbeitete Kopie kommt über „Importieren …“ als Liste von Vorschlägen zurück. In neuen Zeilen „id“ leer lassen, Werte statt Formeln einsetzen und das ausgeblendete Blatt „Umbau“ behalten.',
      'Ohne Verlust kommt nur der JSON-Export nach Umbau zurück.',
    ],
    cut: ' … [{count} Zeichen, vollständig im JSON-Export]',
  },
};
