import type { HistoryStep } from '../domain/portfolio.ts';
import type { SourceUse } from '../domain/source.ts';
import type { Language } from '../format/number.ts';
import { fieldLabel } from './fieldLabels.ts';
import { fill, screenText } from './screenText.ts';

/** Texts of sources as records of their own. */
const en = {
  sources: screenText.en.sources,
  sub: 'Documents that figures and records cite. What cites nothing can be deleted; two records of one document can be merged.',
  newSource: 'New source',
  editSource: 'Edit source',
  more: 'Edit, merge, delete',
  edit: 'Edit',
  merge: 'Merge …',
  remove: 'Delete',
  document: 'Document',
  address: 'Address',
  published: 'Published',
  publishedLong: 'Published (YYYY, YYYY-MM or YYYY-MM-DD)',
  pages: 'Pages',
  pageOf: 'Page or place',
  uses: 'Cited by',
  files: 'Files',
  missing: 'missing',
  all: 'All',
  unused: 'Cited by nothing',
  duplicates: 'Possible duplicates',
  likely: 'Perhaps the same document',
  list: 'Sources',
  none: 'There is no source here.',
  mergeTitle: 'Merge “{title}”',
  mergeSays:
    'What cites this source will cite the other; its files go along. This one is removed. It can be undone.',
  into: 'into',
  likelyGroup: 'Perhaps the same document',
  otherGroup: 'All other sources',
  mergeNow: 'Merge',
  citedByNothing: 'Nothing cites this source.',
  stepCreate: 'Source entered: {title}',
  stepEdit: 'Source changed: {title}',
  stepRemove: 'Source deleted: {title}',
  stepMergeNone: 'Source “{from}” merged into “{title}”',
  stepMergeOne: 'Source “{from}” merged into “{title}”, with 1 entry that cites it',
  stepMerge: 'Source “{from}” merged into “{title}”, with {count} entries that cite it',
  site: 'Site',
  contract: 'Contract',
  instrument: 'Debt instrument',
  identity: 'Identity',
  fleet: 'Fleet',
  production: 'Production',
} as const;

type SourceRecordText = Readonly<Record<keyof typeof en, string>>;

const de: SourceRecordText = {
  sources: screenText.de.sources,
  sub: 'Dokumente, die Größen und Einträge nennen. Was niemand nennt, lässt sich löschen; zwei Einträge eines Dokuments lassen sich zusammenführen.',
  newSource: 'Quelle anlegen',
  editSource: 'Quelle bearbeiten',
  more: 'Bearbeiten, zusammenführen, löschen',
  edit: 'Bearbeiten',
  merge: 'Zusammenführen …',
  remove: 'Löschen',
  document: 'Dokument',
  address: 'Adresse',
  published: 'Erschienen',
  publishedLong: 'Erschienen (JJJJ, JJJJ-MM oder JJJJ-MM-TT)',
  pages: 'Seiten',
  pageOf: 'Seite oder Stelle',
  uses: 'Genannt von',
  files: 'Anhänge',
  missing: 'fehlt',
  all: 'Alle',
  unused: 'Von niemandem genannt',
  duplicates: 'Mögliche Dubletten',
  likely: 'Vielleicht dasselbe Dokument',
  list: 'Quellen',
  none: 'Hier steht keine Quelle.',
  mergeTitle: '„{title}“ zusammenführen',
  mergeSays:
    'Was diese Quelle nennt, nennt dann die andere; ihre Anhänge gehen mit. Diese hier entfällt. Es lässt sich rückgängig machen.',
  into: 'mit',
  likelyGroup: 'Vielleicht dasselbe Dokument',
  otherGroup: 'Alle anderen Quellen',
  mergeNow: 'Zusammenführen',
  citedByNothing: 'Nichts nennt diese Quelle.',
  stepCreate: 'Quelle angelegt: {title}',
  stepEdit: 'Quelle geändert: {title}',
  stepRemove: 'Quelle gelöscht: {title}',
  stepMergeNone: 'Quelle „{from}“ überführt in „{title}“',
  stepMergeOne: 'Quelle „{from}“ überführt in „{title}“, mit 1 Eintrag, der sie nennt',
  stepMerge: 'Quelle „{from}“ überführt in „{title}“, mit {count} Einträgen, die sie nennen',
  site: 'Standort',
  contract: 'Vertrag',
  instrument: 'Schuldtitel',
  identity: 'Identität',
  fleet: 'Flotte',
  production: 'Produktion',
};

export const sourceRecordText: Readonly<Record<Language, SourceRecordText>> = { de, en };

/** What cites a source: a figure by its field, a record by its kind. */
export function sourceUseText({ kind, field, name }: SourceUse, language: Language): string {
  const what = kind === 'figure' ? fieldLabel(field ?? '', language) : sourceRecordText[language][kind];
  return name === '' ? what : `${what}, ${name}`;
}

/** A step of sources in words. */
export function sourceStepText({ label, values }: HistoryStep, language: Language): string {
  const t = sourceRecordText[language];
  const { count = '0' } = values;
  const merge = count === '0' ? t.stepMergeNone : count === '1' ? t.stepMergeOne : t.stepMerge;
  const sentences: Readonly<Record<string, string>> = {
    'source.create': t.stepCreate,
    'source.edit': t.stepEdit,
    'source.remove': t.stepRemove,
    'source.merge': merge,
  };
  return fill(sentences[label] ?? t.stepEdit, values);
}
