import type { ReactElement } from 'react';
import type { SourceRow } from '../../../shared/domain/source.ts';
import { formatDate } from '../../../shared/format/number.ts';
import { attachmentText } from '../../../shared/text/attachmentText.ts';
import { sourceRecordText, sourceUseText } from '../../../shared/text/sourceRecordText.ts';
import { ask } from '../../flows/ask.ts';
import { openEntry } from '../../flows/editRecord.ts';
import { AttachmentList } from '../../ui/AttachmentList.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useAnswer } from '../../ui/useAnswer.ts';
import { useText } from '../../ui/useText.ts';

/** One source: where it lies, what is perhaps the same document, its files, and everything that cites it. */
export function SourcePanel({
  source,
  likely,
  onClose,
}: {
  readonly source: SourceRow;
  readonly likely: readonly SourceRow[];
  readonly onClose: () => void;
}): ReactElement {
  const { language } = useText();
  const t = sourceRecordText[language];
  const detail = useAnswer(`source ${source.id}`, () => ask('source.read', { id: source.id }));
  const { title, url, publishedOn } = source;
  return (
    <SidePanel
      title={title}
      note={null}
      onClose={onClose}
      onOpen={() => openEntry({ what: 'source', source })}
      openLabel={t.edit}
    >
      <dl className="kv-wide">
        {[
          [t.address, url],
          [t.published, publishedOn === null ? null : formatDate(publishedOn, language)],
        ].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? <span className="miss">{t.missing}</span>}</dd>
          </div>
        ))}
      </dl>
      {likely.length === 0 ? null : (
        <>
          <h3>{t.likely}</h3>
          <ul className="plain">
            {likely.map((other) => (
              <li key={other.id}>
                <button type="button" className="link" onClick={() => openEntry({ what: 'merge', source })}>
                  {other.title}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {detail ? (
        <>
          <AttachmentList
            heading={attachmentText[language].files}
            attachLabel={attachmentText[language].attach}
            owner={{ kind: 'source', id: source.id }}
            files={detail.attachments}
          />
          <h3>{t.uses}</h3>
          {detail.uses.length === 0 ? <p className="note">{t.citedByNothing}</p> : null}
          <ul className="plain source-uses">
            {detail.uses.map((use, index) => (
              <li key={`${index} ${use.name}`}>
                {sourceUseText(use, language)}
                {use.page === null ? null : (
                  <span className="muted">{`${attachmentText[language].page} ${use.page}`}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </SidePanel>
  );
}
