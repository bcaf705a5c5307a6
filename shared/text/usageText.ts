import type { Language } from '../format/number.ts';

/** What stands behind a command; the words of the commands themselves are the same in every language. */
const commands: readonly { readonly form: string; readonly says: Readonly<Record<Language, string>> }[] = [
  {
    form: 'briefing --portfolio FILE|sample (--company ID | --site ID) --lang de|en --out F.pdf [--seed N] [--author TEXT] [--disclosure FILE] [--as-of DATE]',
    says: { en: 'Prints a draft briefing as PDF.', de: 'Druckt ein Briefing als Entwurf in ein PDF.' },
  },
  {
    form: 'analyse  --portfolio FILE|sample (--company ID | --site ID) [--seed N] [--as-of DATE] (--json [--currency CODE --rate N --rate-date DATE [--rate-source TEXT]] | --csv strategies|cashflow [--lang de|en]) [--out F]',
    says: {
      en: 'All strategies of one or more sites, in USD; with a rate (CODE for one USD) headline amounts in CODE beside them. As CSV: the figures, or every line by month.',
      de: 'Alle Strategien eines oder mehrerer Standorte in USD, mit einem Kurs (CODE für einen USD) die Hauptbeträge auch in CODE. Als CSV: die Kennzahlen oder jeder Posten nach Monaten.',
    },
  },
  {
    form: 'backcast --portfolio FILE|sample [--company ID] --json',
    says: {
      en: 'The engine beside what was reported: BTC, hashprice, rents and yields, USD per MWh by month.',
      de: 'Die Rechnung neben dem Berichteten: BTC, Hashprice, Mieten und Renditen, USD je MWh nach Monat.',
    },
  },
  {
    form: 'workbook --portfolio FILE|sample (--company ID | --site ID | --backcast) --lang de|en --out F.xlsx [--seed N] [--as-of DATE]',
    says: {
      en: 'Writes a site with all its strategies, a company or the back-cast as an Excel workbook with live formulas.',
      de: 'Schreibt einen Standort mit allen Strategien, ein Unternehmen oder die Rückrechnung als Excel-Mappe mit lebenden Formeln.',
    },
  },
  {
    form: 'import-table --portfolio FILE --profile sites|contracts|figures|production|prices --file X.csv|X.xlsx [--company NAME] [--as-of DATE] [--source TEXT] [--decimal comma|point] [--rejects F.csv] [--dry-run]',
    says: {
      en: 'Imports a table as one step that can be undone; prints counts and refused rows as JSON. With --dry-run nothing is written.',
      de: 'Importiert eine Tabelle in einem Schritt, der sich rückgängig machen lässt; schreibt Anzahlen und zurückgewiesene Zeilen als JSON. Mit --dry-run wird nichts geschrieben.',
    },
  },
  {
    form: 'verify   F.umbau --json',
    says: {
      en: 'Checks a file and computes its frozen runs again.',
      de: 'Prüft eine Datei und rechnet ihre eingefrorenen Läufe nach.',
    },
  },
  {
    form: 'model    --list | NAME < inputs.json',
    says: { en: 'Calls one function of the model.', de: 'Ruft eine Funktion des Modells auf.' },
  },
];

/** The help of the command line. */
export function usageText(language: Language): string {
  return commands.map(({ form, says }) => `umbau ${form}\n    ${says[language]}\n`).join('');
}
