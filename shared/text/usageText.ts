import type { Language } from '../format/number.ts';

/** What stands behind a command; the words of the commands themselves are the same in every language. */
const commands: readonly { readonly form: string; readonly says: Readonly<Record<Language, string>> }[] = [
  {
    form: 'briefing --portfolio FILE|sample (--company ID | --site ID) --lang de|en --out F.pdf [--scenario ID] [--seed N] [--author TEXT] [--disclosure FILE] [--as-of DATE] [--today DATE]',
    says: { en: 'Prints a draft briefing as PDF.', de: 'Druckt ein Briefing als Entwurf in ein PDF.' },
  },
  {
    form: 'analyse  --portfolio FILE|sample (--company ID | --site ID) [--scenario ID] [--seed N] [--as-of DATE] (--json [--paths N [--workers N]] [--currency CODE --rate N --rate-date DATE [--rate-source TEXT]] | --csv strategies|cashflow [--lang de|en]) [--out F]',
    says: {
      en: 'All strategies of one or more sites, in USD; with a rate (CODE for one USD) headline amounts in CODE beside them; with paths a Monte Carlo simulation, whose digits depend on the seed and not on the workers. As CSV: the figures, or every line by month.',
      de: 'Alle Strategien eines oder mehrerer Standorte in USD, mit einem Kurs (CODE für einen USD) die Hauptbeträge auch in CODE; mit --paths eine Monte-Carlo-Simulation, deren Ziffern am Startwert hängen und nicht an --workers. Als CSV: die Kennzahlen oder jeder Posten nach Monaten.',
    },
  },
  {
    form: 'explain  --portfolio FILE|sample --site ID (--strategy NAME | --plan ID) --figure NAME [--block ID] [--month YYYY-MM] [--depth N] [--scenario ID] [--seed N] [--as-of DATE]',
    says: {
      en: 'Takes a figure or a line of a month apart: equation, values, units, rules, down to the inputs.',
      de: 'Zerlegt eine Zahl oder einen Posten eines Monats: Formel, Werte, Einheiten, Regeln, bis zu den Eingaben.',
    },
  },
  {
    form: 'sensitivity --portfolio FILE|sample --site ID --json [--measure gain|npv] [--strategy NAME] [--x INPUT --y INPUT] [--break-even INPUT [--against NAME|USD_PER_MW] [--from N] [--to N]] [--scenario ID] [--seed N] [--as-of DATE] [--out F.json]',
    says: {
      en: 'What moves a site’s result: each input at its own low and high, two inputs against each other, break-even, and what would flip the verdict.',
      de: 'Was das Ergebnis eines Standorts bewegt: jede Eingabe am unteren und oberen Ende, zwei Eingaben gegeneinander, Gleichstand, und was das Urteil kippt.',
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
    form: 'workbook --portfolio FILE|sample (--company ID | --site ID | --backcast) --lang de|en --out F.xlsx [--scenario ID] [--seed N] [--as-of DATE]',
    says: {
      en: 'Writes a site with all its strategies, a company or the back-cast as an Excel workbook with live formulas.',
      de: 'Schreibt einen Standort mit allen Strategien, ein Unternehmen oder die Rückrechnung als Excel-Mappe mit lebenden Formeln.',
    },
  },
  {
    form: 'changes  --portfolio FILE|sample (--company ID | --site ID) [--seed N] [--as-of DATE] [--json | --lang de|en]',
    says: {
      en: 'What changed since the last issued briefing of the same subject, and how much each input explains.',
      de: 'Was sich seit dem letzten herausgegebenen Briefing desselben Gegenstands geändert hat und wie viel jede Eingabe erklärt.',
    },
  },
  {
    form: 'changes  --portfolio FILE|sample --from POINT [--to POINT] [--company ID | --site ID] (--json | --csv [--lang de|en] | --lang de|en) [--out F]',
    says: {
      en: 'What changed between two moments, net. POINT: a day (from its start, to its end), a time, start, now, or a backup or copy of the same portfolio. With --site also what it does to the results.',
      de: 'Was sich zwischen zwei Zeitpunkten geändert hat, netto. POINT: ein Tag (von seinem Beginn, bis zu seinem Ende), eine Zeit, start, now, oder eine Sicherung oder Kopie desselben Portfolios. Mit --site auch, was das an den Ergebnissen ändert.',
    },
  },
  {
    form: 'health   --portfolio FILE|sample [--json] [--lang de|en] [--today DATE]',
    says: {
      en: 'Lists the faults in the data by their effect on results; exit code 1 where any is open.',
      de: 'Nennt die Fehler in den Daten nach ihrer Wirkung auf die Ergebnisse; Rückgabewert 1, wo einer offen ist.',
    },
  },
  {
    form: 'import-table --portfolio FILE --profile sites|contracts|figures|identity|production|prices --file X.csv|X.xlsx [--company NAME] [--as-of DATE] [--source TEXT] [--decimal comma|point] [--dates day-first|month-first] [--units HEAD=UNIT;…] [--columns HEAD=TARGET;…] [--rejects F.csv] [--dry-run]',
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
    form: 'export   --portfolio FILE|sample (--json | --csv | --xlsx) --out P [--lang de|en]',
    says: {
      en: 'The whole portfolio: as one JSON document that comes back without loss, as a folder of CSV files, or as an Excel workbook.',
      de: 'Das ganze Portfolio: als JSON-Dokument, das ohne Verlust zurückkommt, als Ordner mit CSV-Dateien oder als Excel-Mappe.',
    },
  },
  {
    form: 'import   --json F.json --out P.umbau',
    says: {
      en: 'Makes a new portfolio of an exported JSON document.',
      de: 'Macht aus einem exportierten JSON-Dokument ein neues Portfolio.',
    },
  },
  {
    form: 'import   SHEET.xlsx|FOLDER --into F.umbau --proposals [--accept all|safe|ID,ID…]',
    says: {
      en: 'Lists what an edited export (XLSX, or the folder of CSV files) proposes for its portfolio, as JSON; --accept writes all, those without conflict, removal or unusual value, or single ones, as one step.',
      de: 'Nennt als JSON, was ein bearbeiteter Export (XLSX oder der Ordner mit CSV-Dateien) seinem Portfolio vorschlägt; --accept schreibt alle, die ohne Konflikt, Löschung und unüblichen Wert, oder einzelne in einem Schritt.',
    },
  },
  {
    form: 'clean-copy --portfolio FILE --out P.umbau [--without-briefings]',
    says: {
      en: 'A copy to give away: without history, names of who entered what, attached files and remains of deleted data.',
      de: 'Eine Kopie zum Weitergeben: ohne Verlauf, ohne Namen derer, die etwas eingetragen haben, ohne angehängte Dateien und ohne Reste gelöschter Daten.',
    },
  },
  {
    form: 'model    --list | NAME < inputs.json',
    says: { en: 'Calls one function of the model.', de: 'Ruft eine Funktion des Modells auf.' },
  },
];

/** What holds for every command that reads a portfolio. */
const ofAll: Readonly<Record<Language, string>> = {
  en: 'An encrypted portfolio: --password-file FILE or --password-stdin; a recovery key stands in the password’s place.',
  de: 'Ein verschlüsseltes Portfolio: --password-file DATEI oder --password-stdin; ein Wiederherstellungsschlüssel darf an der Stelle des Passworts stehen.',
};

/** The help of the command line. */
export function usageText(language: Language): string {
  return (
    commands.map(({ form, says }) => `umbau ${form}\n    ${says[language]}\n`).join('') +
    `${ofAll[language]}\n`
  );
}
