import type { ErrorCode } from '../ipc/errorCodes.ts';

type Keeping = Extract<
  ErrorCode,
  | 'db.upgradeFailed'
  | 'db.encrypted'
  | `backup.${string}`
  | `changes.${string}`
  | `encryption.${string}`
  | `exchange.${string}`
  | `attachment.${string}`
  | `source.${string}`
>;
type Sentences = Readonly<Record<Keeping, string>>;

/** What happened, what is safe, what now: backups, upgrades, and the portfolio as a document. */
const en: Sentences = {
  'db.upgradeFailed':
    'The portfolio “{path}” could not be brought to the new format. The file is as it was, and a checked copy lies beside it: “{copy}”. Go on with the version of Umbau that wrote it, restore an earlier backup, or open another file.',
  'db.encrypted':
    '“{path}” is encrypted. Nothing was changed. Open it with its password or with its recovery key; on the command line with --password-file or --password-stdin.',
  'encryption.wrongPassword':
    'This password does not open “{path}”. Nothing was changed. Try again, mind capitals and the keyboard’s language, or use the recovery key from its sheet.',
  'encryption.wrongRecoveryKey':
    'This recovery key is complete, but it belongs to another file than “{path}”. Nothing was changed. Take the sheet of this file, or its password.',
  'encryption.noRecoveryKey':
    'This is no recovery key: a character is missing or wrong. “{path}” was not opened, nothing was changed. Compare it with the sheet, group by group.',
  'encryption.notDone':
    'The file could not be encrypted or decrypted by this build of Umbau. It is as it was. Install Umbau anew.',
  'backup.notWhole':
    'The copy “{path}” is not whole and was not used. The portfolio is as it was. Choose another backup, or make room on the disk and try again.',
  'backup.unknown': 'This backup is no longer there. The portfolio is as it was. Choose another one.',
  'changes.noSuchStep': 'The history holds no step {id} any more. Nothing was changed. Choose another point.',
  'changes.otherPortfolio':
    '“{path}” is another portfolio, not another state of the one that is open. Nothing was changed. Choose a backup or a copy of this portfolio.',
  'exchange.notPortfolioJson':
    '“{path}” is no portfolio exported by Umbau. Nothing was written. Choose another file.',
  'exchange.damagedJson':
    'The document “{path}” is damaged or incomplete. Nothing was written. Export the portfolio again, or choose another file.',
  'exchange.changedJson':
    'The document “{path}” is not as it was exported: its content and its hash differ. Nothing was written. Use an unchanged export; changes belong in Umbau.',
  'exchange.jsonTooLarge':
    'The document “{path}” is larger than 200 MB and was not read. Nothing was written. Copy the portfolio file instead.',
  'exchange.tooManyRows':
    'The table “{table}” has more rows than an Excel sheet. Nothing was written. Export as CSV or JSON instead.',
  'exchange.tooLargeForJson':
    'As JSON this portfolio would be larger than 200 MB, which Umbau does not read back; its attached files alone have {size} MB. Nothing was written. Copy the portfolio file instead.',
  'source.exists':
    'There is a source “{title}” with this address already. Nothing was changed. Merge the two, or give this one another title.',
  'source.inUse':
    '“{title}” cannot be deleted: figures or records that cite it: {count}. Nothing was changed. Merge it into another source instead.',
  'source.sameTwice': 'A source cannot be merged into itself. Nothing was changed. Choose another one.',
  'attachment.empty': '“{name}” is empty. Nothing was attached. Choose another file.',
  'attachment.tooLarge':
    '“{name}” has {size} MB, a file of at most {most} MB can be attached. Nothing was attached. Keep it beside the portfolio and name its place in the note.',
  'attachment.unreadable': '“{path}” cannot be read. Nothing was attached. Choose another file.',
  'attachment.alreadyThere': '“{name}” is attached here already, with the same bytes. Nothing was changed.',
  'attachment.damaged':
    'The attached file “{name}” is damaged: its bytes no longer have the hash with which they were stored. It was not handed out. Restore a backup, or attach the document again.',
};

const de: Sentences = {
  'db.upgradeFailed':
    'Das Portfolio „{path}“ ließ sich nicht in das neue Format überführen. Die Datei ist unverändert, eine geprüfte Kopie liegt daneben: „{copy}“. Bitte mit der Version von Umbau weiterarbeiten, die sie geschrieben hat, eine frühere Sicherung einspielen oder eine andere Datei öffnen.',
  'db.encrypted':
    '„{path}“ ist verschlüsselt. Nichts wurde geändert. Bitte mit dem Passwort oder dem Wiederherstellungsschlüssel öffnen, in der Befehlszeile mit --password-file oder --password-stdin.',
  'encryption.wrongPassword':
    'Dieses Passwort öffnet „{path}“ nicht. Nichts wurde geändert. Bitte noch einmal versuchen, auf Großschreibung und Tastatursprache achten oder den Wiederherstellungsschlüssel vom Blatt nehmen.',
  'encryption.wrongRecoveryKey':
    'Dieser Wiederherstellungsschlüssel ist vollständig, gehört aber zu einer anderen Datei als „{path}“. Nichts wurde geändert. Bitte das Blatt dieser Datei oder ihr Passwort nehmen.',
  'encryption.noRecoveryKey':
    'Das ist kein Wiederherstellungsschlüssel: Ein Zeichen fehlt oder ist falsch. „{path}“ wurde nicht geöffnet, nichts wurde geändert. Bitte Gruppe für Gruppe mit dem Blatt vergleichen.',
  'encryption.notDone':
    'Die Datei ließ sich mit dieser Fassung von Umbau nicht ver- oder entschlüsseln. Sie ist unverändert. Bitte Umbau neu installieren.',
  'backup.notWhole':
    'Die Kopie „{path}“ ist nicht vollständig und wurde nicht verwendet. Das Portfolio ist unverändert. Bitte eine andere Sicherung wählen oder Platz schaffen und noch einmal versuchen.',
  'backup.unknown':
    'Diese Sicherung gibt es nicht mehr. Das Portfolio ist unverändert. Bitte eine andere wählen.',
  'changes.noSuchStep':
    'Einen Schritt {id} enthält der Verlauf nicht mehr. Nichts wurde geändert. Bitte einen anderen Zeitpunkt wählen.',
  'changes.otherPortfolio':
    '„{path}“ ist ein anderes Portfolio und kein anderer Stand des geöffneten. Nichts wurde geändert. Bitte eine Sicherung oder Kopie dieses Portfolios wählen.',
  'exchange.notPortfolioJson':
    '„{path}“ ist kein von Umbau exportiertes Portfolio. Nichts wurde geschrieben. Bitte eine andere Datei wählen.',
  'exchange.damagedJson':
    'Das Dokument „{path}“ ist beschädigt oder unvollständig. Nichts wurde geschrieben. Bitte das Portfolio noch einmal exportieren oder eine andere Datei wählen.',
  'exchange.changedJson':
    'Das Dokument „{path}“ ist nicht mehr so, wie es exportiert wurde: Inhalt und Prüfsumme passen nicht zusammen. Nichts wurde geschrieben. Bitte einen unveränderten Export verwenden und Änderungen in Umbau vornehmen.',
  'exchange.jsonTooLarge':
    'Das Dokument „{path}“ ist größer als 200 MB und wurde nicht gelesen. Nichts wurde geschrieben. Bitte stattdessen die Portfoliodatei kopieren.',
  'exchange.tooManyRows':
    'Die Tabelle „{table}“ hat mehr Zeilen als ein Excel-Blatt. Nichts wurde geschrieben. Bitte stattdessen als CSV oder JSON exportieren.',
  'exchange.tooLargeForJson':
    'Als JSON wäre dieses Portfolio größer als 200 MB, und das läse Umbau nicht zurück; allein die Anhänge haben {size} MB. Nichts wurde geschrieben. Bitte stattdessen die Portfoliodatei kopieren.',
  'source.exists':
    'Eine Quelle „{title}“ mit dieser Adresse gibt es schon. Nichts wurde geändert. Bitte beide zusammenführen oder dieser einen anderen Titel geben.',
  'source.inUse':
    '„{title}“ lässt sich nicht löschen, Größen oder Einträge nennen sie noch: {count}. Nichts wurde geändert. Bitte stattdessen in eine andere Quelle überführen.',
  'source.sameTwice':
    'Eine Quelle lässt sich nicht in sich selbst überführen. Nichts wurde geändert. Bitte eine andere wählen.',
  'attachment.empty': '„{name}“ ist leer. Nichts wurde angehängt. Bitte eine andere Datei wählen.',
  'attachment.tooLarge':
    '„{name}“ hat {size} MB, anhängen lässt sich eine Datei bis {most} MB. Nichts wurde angehängt. Bitte neben dem Portfolio aufbewahren und den Ort in der Notiz nennen.',
  'attachment.unreadable':
    '„{path}“ lässt sich nicht lesen. Nichts wurde angehängt. Bitte eine andere Datei wählen.',
  'attachment.alreadyThere': '„{name}“ ist hier schon angehängt, mit denselben Bytes. Nichts wurde geändert.',
  'attachment.damaged':
    'Der Anhang „{name}“ ist beschädigt: Seine Bytes haben nicht mehr die Prüfsumme, mit der sie gespeichert wurden. Er wurde nicht herausgegeben. Bitte eine Sicherung einspielen oder das Dokument neu anhängen.',
};

export const keepingErrors = { de, en } as const;
