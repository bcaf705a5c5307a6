import type { HistoryStep } from '../domain/portfolio.ts';
import { formatNumber, type Language } from '../format/number.ts';
import { fill } from './screenText.ts';

/** Texts of attached files and of where a number was read. */
const en = {
  document: 'Document',
  address: 'Address',
  page: 'Page',
  published: 'Published',
  imported: 'Import “{name}”',
  files: 'Attached files',
  filesOfDocument: 'Files of the document',
  attach: 'Attach a file …',
  attachToDocument: 'Attach to the document …',
  save: 'Save',
  saveFile: 'Save {name}',
  remove: 'Remove',
  removeFile: 'Remove {name}',
  savedFile: 'Saved, byte for byte: {path}',
  history: 'History',
  stepAdd: 'File attached: {name}',
  stepRemove: 'Attached file removed: {name}',
  fileName: 'File',
  attachedTo: 'Attached to',
  size: 'Size',
  attached: 'Attached',
  attachedDocuments: 'Attached documents',
  fingerprint: 'SHA-256, first 12 digits',
  leftOutOne: '1 attached file was left out',
  leftOutMany: '{count} attached files were left out',
  notCarriedOne:
    '1 attached file is not in this export; the table “attachment” names it with its SHA-256. It can be saved from Umbau, and the JSON export carries it.',
  notCarriedMany:
    '{count} attached files are not in this export; the table “attachment” names them with their SHA-256. They can be saved from Umbau, and the JSON export carries them.',
} as const;

type AttachmentText = Readonly<Record<keyof typeof en, string>>;

const de: AttachmentText = {
  document: 'Dokument',
  address: 'Adresse',
  page: 'Seite',
  published: 'Erschienen',
  imported: 'Import „{name}“',
  files: 'Anhänge',
  filesOfDocument: 'Anhänge des Dokuments',
  attach: 'Datei anhängen …',
  attachToDocument: 'An das Dokument anhängen …',
  save: 'Speichern',
  saveFile: '{name} speichern',
  remove: 'Entfernen',
  removeFile: '{name} entfernen',
  savedFile: 'Byte für Byte gespeichert: {path}',
  history: 'Verlauf',
  stepAdd: 'Datei angehängt: {name}',
  stepRemove: 'Anhang entfernt: {name}',
  fileName: 'Datei',
  attachedTo: 'Angehängt an',
  size: 'Größe',
  attached: 'Angehängt',
  attachedDocuments: 'Angehängte Dokumente',
  fingerprint: 'SHA-256, erste 12 Stellen',
  leftOutOne: '1 Anhang wurde weggelassen',
  leftOutMany: '{count} Anhänge wurden weggelassen',
  notCarriedOne:
    '1 Anhang ist nicht in diesem Export; die Tabelle „attachment“ nennt ihn mit seinem SHA-256. Er lässt sich aus Umbau speichern, und der JSON-Export enthält ihn.',
  notCarriedMany:
    '{count} Anhänge sind nicht in diesem Export; die Tabelle „attachment“ nennt sie mit ihrem SHA-256. Sie lassen sich aus Umbau speichern, und der JSON-Export enthält sie.',
};

export const attachmentText: Readonly<Record<Language, AttachmentText>> = { de, en };

function counted(count: number, one: string, many: string): string {
  if (count === 0) return '';
  return count === 1 ? one : fill(many, { count });
}

/** What a clean copy leaves out; empty where nothing is attached. */
export function filesLeftOutText(count: number, language: Language): string {
  const { leftOutOne, leftOutMany } = attachmentText[language];
  return counted(count, leftOutOne, leftOutMany);
}

/** What an export for reading cannot carry; empty where nothing is attached. */
export function notCarriedText(count: number, language: Language): string {
  const { notCarriedOne, notCarriedMany } = attachmentText[language];
  return counted(count, notCarriedOne, notCarriedMany);
}

/** A size as file managers tell it. */
export function sizeText(byteCount: number, language: Language): string {
  if (byteCount < 1_000) return `${formatNumber(byteCount, language)}\u00a0B`;
  if (byteCount < 1_000_000) return `${formatNumber(byteCount / 1e3, language, 1)}\u00a0kB`;
  return `${formatNumber(byteCount / 1e6, language, 1)}\u00a0MB`;
}

/** A step of attached files in words. */
export function attachmentStepText({ label, values }: HistoryStep, language: Language): string {
  const t = attachmentText[language];
  return fill(label === 'attachment.remove' ? t.stepRemove : t.stepAdd, { name: values['name'] ?? '' });
}
