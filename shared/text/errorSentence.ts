import type { ErrorCode } from '../ipc/errorCodes.ts';
import { keepingErrors } from './keepingErrors.ts';
import { sheetErrors } from './sheetErrors.ts';
import { simulationErrors } from './simulationErrors.ts';
import { scenarioErrors } from './scenario/scenarioErrors.ts';

type Sentences = Readonly<Record<ErrorCode, string>>;

/** What happened, what is safe, what now. `{name}` is filled with the error's values. */
const en: Sentences = {
  ...keepingErrors.en,
  ...sheetErrors.en,
  ...simulationErrors.en,
  ...scenarioErrors.en,
  'ipc.untrustedSender':
    'A page that does not belong to Umbau asked for data and was refused. Nothing was changed.',
  'ipc.invalidRequest':
    'Umbau did not understand its own request. Nothing was changed. Restart the application and try again.',
  'ipc.invalidResponse':
    'An answer inside Umbau was incomplete and is not shown. Nothing was changed. Restart the application.',
  'ipc.unexpected':
    'Something unexpected happened. Everything reported as saved is safe. Try again, or restart the application.',
  'db.notAPortfolio': '“{path}” is not an Umbau portfolio. Nothing was written. Choose another file.',
  'db.damaged': '“{path}” is damaged. Nothing was written. Open a kept copy or choose another file.',
  'db.fromFuture':
    'This portfolio was made by a newer Umbau (schema {found}; this one knows {known}). Nothing was written. Open a kept copy, choose another file, or update Umbau.',
  'db.olderSchema':
    '“{path}” is still in an older format (schema {found}), which the command line does not change. Open it once in Umbau, which keeps a copy, and try again.',
  'db.openElsewhere':
    '“{path}” is open in another program. Nothing was written. Close it there, or choose another file.',
  'db.readOnly':
    '“{path}” cannot be written: the file or its disk is read-only. Nothing was changed. Copy it to a place where you may write.',
  'db.notFound': '“{path}” was not found. Nothing was written. Choose another file.',
  'db.removed':
    '“{path}” is no longer at its place; it was moved or deleted while open. Nothing was changed. Everything is still here: save a copy now.',
  'db.notAsFrozen':
    '“{path}” is not as it was frozen or is damaged: what differs stands above. Nothing was written. Open a kept copy.',
  'db.diskFull': 'The disk is full. Everything reported as saved is safe. Free some space and try again.',
  'portfolio.noneOpen': 'No portfolio is open. Open the sample or one of your files.',
  'portfolio.fileExists': '“{path}” already exists and was left alone. Choose another name.',
  'portfolio.sampleMissing':
    'The shipped sample “{path}” is missing. Your own files are untouched. Build or install Umbau again.',
  'company.unknown': 'There is no company “{id}” in this portfolio.',
  'site.unknown': 'There is no site “{id}” in this portfolio.',
  'input.unknown': 'There is no input “{key}”. Nothing was changed.',
  'input.outOfBounds': 'This value cannot be: “{key}” lies between {min} and {max}. Nothing was changed.',
  'record.unknown': 'There is no entry “{id}” in this portfolio any more. Nothing was changed.',
  'record.impossible': 'The field “{key}” cannot hold this value. Nothing was changed.',
  'monteCarlo.unknown': 'The kept run “{id}” is no longer there. Nothing was changed.',
  'plan.unknown': 'There is no plan “{id}” at this site. Nothing was changed.',
  'plan.noGridPower':
    'The grid power of “{site}” is not known, so the plan cannot be scaled to it. Enter it there first. Nothing was copied.',
  'plan.sameId': 'Two blocks of this plan carry the same name. Nothing was changed.',
  'plan.replacesNothing': 'A hall can only replace a mining block of the same plan. Nothing was changed.',
  'plan.replacedTwice':
    'This mining block is replaced already. Split it, and let each hall replace its part. Nothing was changed.',
  'plan.loanOnNothing': 'A loan needs a hall of the same plan. Remove the loan first. Nothing was changed.',
  'plan.wrongService': 'This use of power does not sell that service. Nothing was changed.',
  'plan.endsBeforeStart': 'A block must end after it starts. Nothing was changed.',
  'history.nothingToUndo': 'There is nothing to undo.',
  'history.nothingToRedo': 'There is nothing to redo.',
  'briefing.unknown': 'There is no issued briefing “{id}” in this portfolio.',
  'briefing.incomplete':
    'A briefing can be issued only with author and disclosures. Nothing was issued; it can be saved as a draft.',
  'briefing.printFailed': 'The PDF could not be printed. Nothing was written. Try again.',
  'file.notWritable': '“{path}” cannot be written. Nothing was changed there. Choose another folder.',
  'file.notFound': '“{path}” was not found. Nothing was written.',
  'import.empty': 'This file holds no text. Nothing was written. Choose another file.',
  'import.binary':
    'This file is no table: it holds bytes that no text has. Nothing was written. Save it as CSV or XLSX.',
  'import.tooLarge': 'This file has {size} MB; {most} MB can be read. Nothing was written. Split it.',
  'import.tooManyColumns':
    'This table has more than {most} columns. Nothing was written. Check the delimiter, or leave columns out.',
  'import.tooManyRows': 'This table has more than {most} rows. Nothing was written. Split the file.',
  'import.noRows': 'Below the head of this table there are no rows. Nothing was written.',
  'import.bomb':
    'Unpacked, this workbook would be more than {most} times as large as the file. It was not opened, and nothing was written.',
  'import.unreadableWorkbook':
    'This workbook cannot be read. Nothing was written. Save it again as XLSX or as CSV.',
  'import.noFile': 'No table is open for import. Choose a file or paste text.',
  'import.notReady': 'This table cannot be imported yet: {problem}. Nothing was written.',
  'import.running': 'An import is running. Wait for it or cancel it; nothing else was changed.',
  'clipboard.refused':
    'The system did not let Umbau write to the clipboard; it holds what it held before. Try again with Umbau in front, or save a file.',
  'host.noDisplay':
    'No window could be opened on this display. Without DISPLAY set, Umbau writes the sample briefing instead.',
  'host.noBrowser':
    'Neither Electron nor Chrome, Edge or Chromium was found on this machine. Install one of them, or name it in UMBAU_BROWSER.',
  'health.faultsOpen': 'Open faults in the data: {count}.',
  'currency.noRate':
    'There is no rate for {pair}, so nothing is converted: give --rate ({currency} for one USD) with --rate-date.',
  'cli.usage': 'This command cannot be understood: {problem}. “umbau --help” lists what there is.',
  'cli.unknownFunction': 'There is no model function “{name}”. “umbau model --list” lists them.',
  'cli.invalidJson': 'The input is not a JSON array. Nothing was computed.',
};

const de: Sentences = {
  ...keepingErrors.de,
  ...sheetErrors.de,
  ...simulationErrors.de,
  ...scenarioErrors.de,
  'ipc.untrustedSender':
    'Eine Seite, die nicht zu Umbau gehört, hat Daten verlangt und wurde abgewiesen. Nichts wurde geändert.',
  'ipc.invalidRequest':
    'Umbau hat die eigene Anfrage nicht verstanden. Nichts wurde geändert. Bitte die Anwendung neu starten.',
  'ipc.invalidResponse':
    'Eine Antwort innerhalb von Umbau war unvollständig und wird nicht gezeigt. Nichts wurde geändert. Bitte die Anwendung neu starten.',
  'ipc.unexpected':
    'Etwas Unerwartetes ist geschehen. Alles als gespeichert Gemeldete ist erhalten. Bitte noch einmal versuchen oder die Anwendung neu starten.',
  'db.notAPortfolio':
    '„{path}“ ist kein Umbau-Portfolio. Nichts wurde geschrieben. Bitte eine andere Datei wählen.',
  'db.damaged':
    '„{path}“ ist beschädigt. Nichts wurde geschrieben. Bitte eine aufbewahrte Kopie öffnen oder eine andere Datei wählen.',
  'db.fromFuture':
    'Dieses Portfolio stammt von einem neueren Umbau (Schema {found}, hier bekannt: {known}). Nichts wurde geschrieben. Bitte eine aufbewahrte Kopie öffnen, eine andere Datei wählen oder Umbau aktualisieren.',
  'db.olderSchema':
    '„{path}“ hat noch ein älteres Format (Schema {found}), das die Befehlszeile nicht ändert. Bitte einmal in Umbau öffnen, das eine Kopie behält, und noch einmal versuchen.',
  'db.openElsewhere':
    '„{path}“ ist in einem anderen Programm geöffnet. Nichts wurde geschrieben. Bitte dort schließen oder eine andere Datei wählen.',
  'db.readOnly':
    '„{path}“ kann nicht geschrieben werden: Datei oder Datenträger ist schreibgeschützt. Nichts wurde geändert. Bitte an einen beschreibbaren Ort kopieren.',
  'db.notFound': '„{path}“ wurde nicht gefunden. Nichts wurde geschrieben. Bitte eine andere Datei wählen.',
  'db.removed':
    '„{path}“ ist nicht mehr an seinem Ort, die Datei wurde verschoben oder gelöscht, während sie offen war. Nichts wurde geändert. Alles ist noch da: bitte jetzt eine Kopie speichern.',
  'db.notAsFrozen':
    '„{path}“ ist nicht mehr so, wie es eingefroren wurde, oder beschädigt: Was abweicht, steht oben. Nichts wurde geschrieben. Bitte eine aufbewahrte Kopie öffnen.',
  'db.diskFull':
    'Der Datenträger ist voll. Alles als gespeichert Gemeldete ist erhalten. Bitte Platz schaffen und noch einmal versuchen.',
  'portfolio.noneOpen': 'Kein Portfolio ist geöffnet. Bitte das Beispiel oder eine eigene Datei öffnen.',
  'portfolio.fileExists':
    '„{path}“ gibt es schon und wurde nicht angerührt. Bitte einen anderen Namen wählen.',
  'portfolio.sampleMissing':
    'Das mitgelieferte Beispiel „{path}“ fehlt. Eigene Dateien sind unberührt. Bitte Umbau neu bauen oder installieren.',
  'company.unknown': 'In diesem Portfolio gibt es kein Unternehmen „{id}“.',
  'site.unknown': 'In diesem Portfolio gibt es keinen Standort „{id}“.',
  'input.unknown': 'Eine Eingabe „{key}“ gibt es nicht. Nichts wurde geändert.',
  'input.outOfBounds':
    'Dieser Wert ist unmöglich: „{key}“ liegt zwischen {min} und {max}. Nichts wurde geändert.',
  'record.unknown': 'Einen Eintrag „{id}“ gibt es in diesem Portfolio nicht mehr. Nichts wurde geändert.',
  'record.impossible': 'Das Feld „{key}“ kann diesen Wert nicht haben. Nichts wurde geändert.',
  'monteCarlo.unknown': 'Den aufbewahrten Lauf „{id}“ gibt es nicht mehr. Nichts wurde geändert.',
  'plan.unknown': 'An diesem Standort gibt es keinen Plan „{id}“. Nichts wurde geändert.',
  'plan.noGridPower':
    'Die Leistung am Anschluss von „{site}“ ist nicht bekannt, darum lässt sich der Plan nicht darauf umrechnen. Bitte dort zuerst eintragen. Nichts wurde kopiert.',
  'plan.sameId': 'Zwei Blöcke dieses Plans heißen gleich. Nichts wurde geändert.',
  'plan.replacesNothing':
    'Eine Halle kann nur einen Mining-Block desselben Plans ersetzen. Nichts wurde geändert.',
  'plan.replacedTwice':
    'Dieser Mining-Block wird schon ersetzt. Bitte teilen, dann kann jede Halle ihren Teil ersetzen. Nichts wurde geändert.',
  'plan.loanOnNothing':
    'Ein Kredit braucht eine Halle desselben Plans. Bitte zuerst den Kredit entfernen. Nichts wurde geändert.',
  'plan.wrongService': 'Diese Nutzung verkauft diese Leistung nicht. Nichts wurde geändert.',
  'plan.endsBeforeStart': 'Ein Block muss nach seinem Beginn enden. Nichts wurde geändert.',
  'history.nothingToUndo': 'Es gibt nichts rückgängig zu machen.',
  'history.nothingToRedo': 'Es gibt nichts zu wiederholen.',
  'briefing.unknown': 'In diesem Portfolio gibt es kein herausgegebenes Briefing „{id}“.',
  'briefing.incomplete':
    'Herausgeben lässt sich ein Briefing nur mit Autor und Offenlegung. Nichts wurde herausgegeben, als Entwurf lässt es sich speichern.',
  'briefing.printFailed':
    'Das PDF ließ sich nicht drucken. Nichts wurde geschrieben. Bitte noch einmal versuchen.',
  'file.notWritable':
    '„{path}“ kann nicht geschrieben werden. Dort wurde nichts geändert. Bitte einen anderen Ordner wählen.',
  'file.notFound': '„{path}“ wurde nicht gefunden. Nichts wurde geschrieben.',
  'import.empty':
    'Diese Datei enthält keinen Text. Nichts wurde geschrieben. Bitte eine andere Datei wählen.',
  'import.binary':
    'Diese Datei ist keine Tabelle: Sie enthält Bytes, die kein Text hat. Nichts wurde geschrieben. Bitte als CSV oder XLSX speichern.',
  'import.tooLarge':
    'Diese Datei hat {size} MB, lesbar sind {most} MB. Nichts wurde geschrieben. Bitte teilen.',
  'import.tooManyColumns':
    'Diese Tabelle hat mehr als {most} Spalten. Nichts wurde geschrieben. Bitte das Trennzeichen prüfen oder Spalten weglassen.',
  'import.tooManyRows':
    'Diese Tabelle hat mehr als {most} Zeilen. Nichts wurde geschrieben. Bitte die Datei teilen.',
  'import.noRows': 'Unter dem Kopf dieser Tabelle steht keine Zeile. Nichts wurde geschrieben.',
  'import.bomb':
    'Entpackt wäre diese Mappe mehr als {most}-mal so groß wie die Datei. Sie wurde nicht geöffnet, nichts wurde geschrieben.',
  'import.unreadableWorkbook':
    'Diese Mappe lässt sich nicht lesen. Nichts wurde geschrieben. Bitte neu als XLSX oder als CSV speichern.',
  'import.noFile': 'Keine Tabelle ist zum Import geöffnet. Bitte eine Datei wählen oder Text einfügen.',
  'import.notReady': 'Diese Tabelle lässt sich noch nicht importieren: {problem}. Nichts wurde geschrieben.',
  'import.running': 'Ein Import läuft. Bitte abwarten oder abbrechen, sonst wurde nichts geändert.',
  'clipboard.refused':
    'Das System ließ Umbau nicht in die Zwischenablage schreiben, sie enthält noch das Vorige. Bitte noch einmal versuchen, mit Umbau im Vordergrund, oder eine Datei speichern.',
  'host.noDisplay':
    'Auf dieser Anzeige ließ sich kein Fenster öffnen. Ohne gesetztes DISPLAY schreibt Umbau stattdessen das Beispielbriefing.',
  'host.noBrowser':
    'Auf diesem Rechner wurde weder Electron noch Chrome, Edge oder Chromium gefunden. Bitte eines davon installieren oder in UMBAU_BROWSER nennen.',
  'health.faultsOpen': 'Offene Fehler in den Daten: {count}.',
  'currency.noRate':
    'Für {pair} gibt es keinen Kurs, darum wird nichts umgerechnet: bitte --rate ({currency} für einen USD) mit --rate-date angeben.',
  'cli.usage': 'Dieser Befehl ist nicht verständlich: {problem}. „umbau --help“ zeigt, was es gibt.',
  'cli.unknownFunction': 'Eine Modellfunktion „{name}“ gibt es nicht. „umbau model --list“ zählt sie auf.',
  'cli.invalidJson': 'Die Eingabe ist keine JSON-Liste. Nichts wurde gerechnet.',
};

export function errorSentence(
  language: 'de' | 'en',
  code: ErrorCode,
  values: Readonly<Record<string, string>> = {},
): string {
  const sentence = (language === 'de' ? de : en)[code];
  return sentence.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
}
