import type { ReactElement } from 'react';
import type { Provenance } from '../../shared/domain/attachment.ts';
import type { Figure } from '../../shared/domain/figure.ts';
import { formatDate } from '../../shared/format/number.ts';
import { attachmentText } from '../../shared/text/attachmentText.ts';
import { figureNumber } from '../../shared/text/figureText.ts';
import { stepText } from '../../shared/text/stepText.ts';
import { AttachmentList } from './AttachmentList.tsx';
import { useText } from './useText.ts';

/** Attached files and steps of the record that holds a number. */
export function ProvenanceDetails({
  figure,
  provenance,
}: {
  readonly figure: Figure;
  readonly provenance: Provenance;
}): ReactElement {
  const { language } = useText();
  const t = attachmentText[language];
  const { record, source, attachments, sourceAttachments, history } = provenance;
  const owner = record.kind === 'figure' || record.kind === 'contract' ? record.kind : null;
  return (
    <>
      {owner === null ? null : (
        <AttachmentList
          heading={t.files}
          attachLabel={t.attach}
          owner={{ kind: owner, id: record.id }}
          files={attachments}
        />
      )}
      {source === null ? null : (
        <AttachmentList
          heading={t.filesOfDocument}
          attachLabel={t.attachToDocument}
          owner={{ kind: 'source', id: source.id }}
          files={sourceAttachments}
        />
      )}
      {history.length === 0 ? null : (
        <section aria-label={t.history}>
          <h3>{t.history}</h3>
          <ul className="drawer-history">
            {history.map(({ step, value }) => (
              <li key={step.id}>
                <b>{value === null ? '' : figureNumber({ ...figure, value }, language)}</b>
                <span>{stepText(step, language)}</span>
                <span className="muted">{formatDate(step.createdAt.slice(0, 10), language)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
