import type { ReactElement } from 'react';
import type { Attachment, AttachmentOwner } from '../../shared/domain/attachment.ts';
import { formatDate } from '../../shared/format/number.ts';
import { attachmentText, sizeText } from '../../shared/text/attachmentText.ts';
import { fill } from '../../shared/text/screenText.ts';
import { attachFile, removeAttachment, saveAttachment } from '../flows/attachments.ts';
import { useText } from './useText.ts';

/** The files of one owner, each handed out or removed, and the way to attach one more. */
export function AttachmentList({
  heading,
  attachLabel,
  owner,
  files,
}: {
  readonly heading: string;
  readonly attachLabel: string;
  readonly owner: AttachmentOwner;
  readonly files: readonly Attachment[];
}): ReactElement {
  const { language } = useText();
  const t = attachmentText[language];
  return (
    <section className="attachments" aria-label={heading}>
      <h3>{heading}</h3>
      {files.length === 0 ? null : (
        <ul>
          {files.map(({ id, fileName, byteCount, mediaType, sha256, enteredAt, enteredBy }) => (
            <li key={id}>
              <span className="attachment-name">
                <b>{fileName}</b>
                <span className="muted" title={`SHA-256 ${sha256}`}>
                  {[
                    sizeText(byteCount, language),
                    mediaType,
                    formatDate(enteredAt.slice(0, 10), language),
                    enteredBy,
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </span>
              </span>
              <button
                type="button"
                className="link"
                aria-label={fill(t.saveFile, { name: fileName })}
                onClick={() => void saveAttachment(id)}
              >
                {t.save}
              </button>
              <button
                type="button"
                className="link"
                aria-label={fill(t.removeFile, { name: fileName })}
                onClick={() => void removeAttachment(id)}
              >
                {t.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="btn" onClick={() => void attachFile(owner)}>
        {attachLabel}
      </button>
    </section>
  );
}
