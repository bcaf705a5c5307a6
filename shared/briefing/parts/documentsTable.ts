import type { AttachedDocument } from '../../domain/attachment.ts';
import { formatDate, type Language } from '../../format/number.ts';
import { attachmentText, sizeText } from '../../text/attachmentText.ts';
import { fieldLabel } from '../../text/fieldLabels.ts';
import type { BriefingBlock } from '../briefingContent.ts';

/** A document cited by a site and by its company is one. */
function once(documents: readonly AttachedDocument[]): AttachedDocument[] {
  return [...new Map(documents.map((document) => [document.id, document])).values()];
}

/** Documents that lie in the portfolio as files, each with what it proves and the hash it can be known by. */
export function documentsTable(
  documents: readonly AttachedDocument[],
  language: Language,
): readonly BriefingBlock[] {
  if (documents.length === 0) return [];
  const t = attachmentText[language];
  const subject = ({ owner, subject: name }: AttachedDocument): string =>
    owner.kind === 'figure' ? fieldLabel(name, language) : name;
  return [
    {
      type: 'table',
      caption: t.attachedDocuments,
      captionUnit: '',
      columns: [
        { head: t.fileName, unit: '', numeric: false, wide: true },
        { head: t.attachedTo, unit: '', numeric: false, wide: true },
        { head: t.attached, unit: '', numeric: false },
        { head: t.size, unit: '', numeric: true },
        { head: t.fingerprint, unit: '', numeric: false },
      ],
      rows: once(documents).map((document) => ({
        cells: [
          { text: document.fileName },
          { text: subject(document) },
          { text: formatDate(document.enteredAt.slice(0, 10), language) },
          { text: sizeText(document.byteCount, language) },
          { text: document.sha256.slice(0, 12) },
        ],
      })),
      note: '',
    },
  ];
}
