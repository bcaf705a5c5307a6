import type { Strength } from '../domain/encryption.ts';
import type { Language } from '../format/number.ts';

/** Texts of encryption, its recovery sheet, and the lock. */
const en = {
  heading: 'Password',
  plain: 'This portfolio lies on the disk in plain: whoever can read the file can read it.',
  encrypted:
    'This portfolio is encrypted (SQLCipher 4, AES-256). Its backups and copies are encrypted with the same key; exports and clean copies are not.',
  plainBackupsOne: 'One backup of it still lies in plain.',
  plainBackups: '{count} backups of it still lie in plain.',
  switchOn: 'Encrypt with a password …',
  switchOff: 'Remove the password …',
  change: 'Change the password …',
  saveCopy: 'Save an encrypted copy',
  lockNow: 'Lock now',
  lockAfter: 'Lock after',
  never: 'never',
  minutes: '{count} minutes without a key or a click',
  titleOn: 'Encrypt this portfolio',
  titleChange: 'Change the password',
  titleCopy: 'Save an encrypted copy',
  saysOn:
    'The file and its backups are written anew, encrypted, and checked before they take the old ones’ place. Without the password or the recovery key nobody can open them again, nor can we.',
  saysCopy:
    'A copy with a password of its own, to send or to store elsewhere. The open portfolio stays as it is.',
  password: 'Password',
  again: 'Once more',
  different: 'The two are not the same.',
  strength: {
    none: '',
    short: '{length} characters: short. A machine can guess such a password in hours or days.',
    fair: '{length} characters: withstands casual guessing.',
    long: '{length} characters: long, as long as it is no known phrase.',
  },
  hint: 'Length is what counts: four or five random words are easier to keep than signs.',
  encrypt: 'Encrypt',
  save: 'Save the copy',
  working: 'Being written and checked …',
  titleOff: 'Remove the password?',
  saysOff:
    'The file is written anew in plain. Backups written so far stay encrypted and need the password that they were written with.',
  remove: 'Remove the password',
  removed: 'The portfolio is no longer encrypted.',
  done: 'Encrypted: {path}',
  doneBackupsOne: 'One backup was encrypted with it.',
  doneBackups: '{count} backups were encrypted with it.',
  keyTitle: 'The recovery key',
  keySays:
    'It opens the file when the password is lost. It is shown this once. Print the sheet and keep it away from this machine.',
  key: 'Recovery key',
  saveSheet: 'Save the recovery sheet as PDF',
  sheetSaved: 'Recovery sheet saved: {path}',
  keyKept: 'I have the key',
  unlockTitle: 'Encrypted portfolio',
  unlockSays: '“{path}” is encrypted.',
  byPassword: 'Password',
  byRecoveryKey: 'Recovery key',
  secretOf: 'Opened by',
  unlock: 'Open',
  unlocking: 'Being opened …',
  cancel: 'Cancel',
  unlockBackup: 'Open',
  unlockBackupOf: 'Open the encrypted backup of {time}',
  isEncrypted: 'encrypted',
  sheetKicker: 'Umbau · recovery sheet',
  sheetTitle: 'Recovery key of {file}',
  sheetFile: 'File',
  sheetFolder: 'Folder',
  sheetWritten: 'Written',
  sheetLead:
    'Whoever has this sheet and the file can open the file. Keep it where the machine is not; nobody else has this key.',
  sheetKey: 'Key',
  sheetHow: 'How to use it',
  sheetSteps: [
    'In Umbau: open the file, choose “Recovery key”, type the groups. Capitals and dashes do not matter; the last two groups are a check.',
    'It also opens every backup and copy that Umbau wrote of this file with this password.',
    'A new password makes a new key: this sheet then opens only what was written before.',
    'Without Umbau: the file is in the format of SQLCipher 4. The first 64 digits are the raw key (PRAGMA key = "x\'…\'").',
  ],
} as const;

type Widened<T> = T extends string
  ? string
  : T extends readonly string[]
    ? readonly string[]
    : { readonly [Key in keyof T]: Widened<T[Key]> };
type EncryptionText = Widened<typeof en>;

const de: EncryptionText = {
  heading: 'Passwort',
  plain:
    'Dieses Portfolio liegt unverschlüsselt auf dem Datenträger: Wer die Datei lesen kann, kann es lesen.',
  encrypted:
    'Dieses Portfolio ist verschlüsselt (SQLCipher 4, AES-256). Sicherungen und Kopien sind es mit demselben Schlüssel, Exporte und bereinigte Kopien nicht.',
  plainBackupsOne: 'Eine Sicherung davon liegt noch unverschlüsselt.',
  plainBackups: '{count} Sicherungen davon liegen noch unverschlüsselt.',
  switchOn: 'Mit Passwort verschlüsseln …',
  switchOff: 'Passwort entfernen …',
  change: 'Passwort ändern …',
  saveCopy: 'Verschlüsselte Kopie speichern',
  lockNow: 'Jetzt sperren',
  lockAfter: 'Sperren nach',
  never: 'nie',
  minutes: '{count} Minuten ohne Taste oder Klick',
  titleOn: 'Dieses Portfolio verschlüsseln',
  titleChange: 'Passwort ändern',
  titleCopy: 'Verschlüsselte Kopie speichern',
  saysOn:
    'Die Datei und ihre Sicherungen werden neu geschrieben, verschlüsselt und geprüft, bevor sie an die Stelle der alten treten. Ohne Passwort oder Wiederherstellungsschlüssel kann sie niemand mehr öffnen, auch wir nicht.',
  saysCopy:
    'Eine Kopie mit eigenem Passwort, zum Verschicken oder Auslagern. Das geöffnete Portfolio bleibt, wie es ist.',
  password: 'Passwort',
  again: 'Noch einmal',
  different: 'Die beiden sind nicht gleich.',
  strength: {
    none: '',
    short: '{length} Zeichen: kurz. Ein Rechner kann ein solches Passwort in Stunden oder Tagen erraten.',
    fair: '{length} Zeichen: hält flüchtigem Raten stand.',
    long: '{length} Zeichen: lang, sofern es keine bekannte Wendung ist.',
  },
  hint: 'Es zählt die Länge: Vier oder fünf zufällige Wörter behält man leichter als Sonderzeichen.',
  encrypt: 'Verschlüsseln',
  save: 'Kopie speichern',
  working: 'Wird geschrieben und geprüft …',
  titleOff: 'Passwort entfernen?',
  saysOff:
    'Die Datei wird unverschlüsselt neu geschrieben. Bisherige Sicherungen bleiben verschlüsselt und brauchen das Passwort, mit dem sie geschrieben sind.',
  remove: 'Passwort entfernen',
  removed: 'Das Portfolio ist nicht mehr verschlüsselt.',
  done: 'Verschlüsselt: {path}',
  doneBackupsOne: 'Eine Sicherung wurde mit verschlüsselt.',
  doneBackups: '{count} Sicherungen wurden mit verschlüsselt.',
  keyTitle: 'Der Wiederherstellungsschlüssel',
  keySays:
    'Er öffnet die Datei, wenn das Passwort verloren ist. Er wird nur dieses eine Mal gezeigt. Bitte das Blatt drucken und nicht bei diesem Rechner aufbewahren.',
  key: 'Wiederherstellungsschlüssel',
  saveSheet: 'Wiederherstellungsblatt als PDF speichern',
  sheetSaved: 'Wiederherstellungsblatt gespeichert: {path}',
  keyKept: 'Ich habe den Schlüssel',
  unlockTitle: 'Verschlüsseltes Portfolio',
  unlockSays: '„{path}“ ist verschlüsselt.',
  byPassword: 'Passwort',
  byRecoveryKey: 'Wiederherstellungsschlüssel',
  secretOf: 'Öffnen mit',
  unlock: 'Öffnen',
  unlocking: 'Wird geöffnet …',
  cancel: 'Abbrechen',
  unlockBackup: 'Öffnen',
  unlockBackupOf: 'Verschlüsselte Sicherung vom {time} öffnen',
  isEncrypted: 'verschlüsselt',
  sheetKicker: 'Umbau · Wiederherstellungsblatt',
  sheetTitle: 'Wiederherstellungsschlüssel von {file}',
  sheetFile: 'Datei',
  sheetFolder: 'Ordner',
  sheetWritten: 'Geschrieben',
  sheetLead:
    'Wer dieses Blatt und die Datei hat, kann sie öffnen. Bitte dort aufbewahren, wo der Rechner nicht ist; sonst hat niemand diesen Schlüssel.',
  sheetKey: 'Schlüssel',
  sheetHow: 'So wird er verwendet',
  sheetSteps: [
    'In Umbau: Datei öffnen, „Wiederherstellungsschlüssel“ wählen, die Gruppen eingeben. Großschreibung und Striche sind gleichgültig; die letzten beiden Gruppen sind eine Prüfung.',
    'Er öffnet auch jede Sicherung und Kopie, die Umbau mit diesem Passwort von dieser Datei geschrieben hat.',
    'Ein neues Passwort ergibt einen neuen Schlüssel: Dieses Blatt öffnet dann nur, was vorher geschrieben wurde.',
    'Ohne Umbau: Die Datei hat das Format von SQLCipher 4. Die ersten 64 Ziffern sind der rohe Schlüssel (PRAGMA key = "x\'…\'").',
  ],
};

export const encryptionText: Readonly<Record<Language, EncryptionText>> = { de, en };

export function strengthText(strength: Strength, language: Language): string {
  return encryptionText[language].strength[strength];
}
