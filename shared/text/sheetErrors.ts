import type { Language } from '../format/number.ts';
import type { ErrorCode } from '../ipc/errorCodes.ts';

type Sheet = Extract<ErrorCode, `sheet.${string}`>;

/** What happened, what is safe, what now: an exported sheet on its way back. */
export const sheetErrors: Readonly<Record<Language, Readonly<Record<Sheet, string>>>> = {
  en: {
    'sheet.noAsExported':
      'This workbook is an export of Umbau, but its hidden sheet “Umbau” with the values as exported is missing, so nobody can tell what was edited. Nothing was written. Export again and carry the edits over.',
    'sheet.asExportedChanged':
      'The values as exported, which stand in the hidden sheet “Umbau” or in “as-exported.txt”, are damaged or were edited. Nothing was written. Export again and carry the edits over.',
    'sheet.otherPortfolio':
      'This export belongs to another portfolio than the open one. Nothing was written. Open that portfolio, then the export.',
    'sheet.changedSince':
      'The portfolio changed since this list was made. Nothing was written. The list is made anew: look at it again.',
    'sheet.nothingAccepted': 'No proposal is accepted. Nothing was written.',
    'sheet.constraint':
      'Sheet “{table}”, row {row} ({record}) cannot stand beside the rest: it names something that is not there, or something that stands only once is there twice. Nothing was written. Accept what it needs as well, or refuse it.',
    'sheet.none': 'No exported sheet is open. Choose a file.',
    'sheet.notExported':
      '“{path}” is no whole export of a portfolio. Nothing was written. Tables of another kind are read by “import-table”.',
  },
  de: {
    'sheet.noAsExported':
      'Diese Mappe ist ein Export von Umbau, doch ihr ausgeblendetes Blatt „Umbau“ mit den exportierten Werten fehlt; was bearbeitet wurde, lässt sich so nicht erkennen. Nichts wurde geschrieben. Bitte neu exportieren und die Änderungen übertragen.',
    'sheet.asExportedChanged':
      'Die exportierten Werte im ausgeblendeten Blatt „Umbau“ oder in „as-exported.txt“ sind beschädigt oder wurden bearbeitet. Nichts wurde geschrieben. Bitte neu exportieren und die Änderungen übertragen.',
    'sheet.otherPortfolio':
      'Dieser Export gehört zu einem anderen Portfolio als dem geöffneten. Nichts wurde geschrieben. Bitte zuerst jenes Portfolio öffnen.',
    'sheet.changedSince':
      'Das Portfolio hat sich geändert, seit diese Liste entstand. Nichts wurde geschrieben. Die Liste entsteht neu: bitte noch einmal ansehen.',
    'sheet.nothingAccepted': 'Kein Vorschlag ist angenommen. Nichts wurde geschrieben.',
    'sheet.constraint':
      'Blatt „{table}“, Zeile {row} ({record}) passt nicht zum Übrigen: Sie nennt etwas, das es nicht gibt, oder etwas Einmaliges gäbe es zweimal. Nichts wurde geschrieben. Bitte auch annehmen, was sie braucht, oder sie ablehnen.',
    'sheet.none': 'Kein exportiertes Blatt ist geöffnet. Bitte eine Datei wählen.',
    'sheet.notExported':
      '„{path}“ ist kein ganzer Export eines Portfolios. Nichts wurde geschrieben. Andere Tabellen liest „import-table“.',
  },
};
