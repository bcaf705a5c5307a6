import { useEffect, useState, type ReactElement } from 'react';
import type { BriefingContent } from '../../../shared/briefing/briefingContent.ts';
import type { BriefingSummary } from '../../../shared/domain/briefing.ts';
import { formatDate } from '../../../shared/format/number.ts';
import { BriefingDocument } from '../../briefing/BriefingDocument.tsx';
import '../../briefing/briefing.css';
import { ask } from '../../flows/navigation.ts';
import { changesText } from '../../../shared/text/changesText.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { useText } from '../../ui/useText.ts';
import { ComparisonView } from './ComparisonView.tsx';

/** Issued briefings with the values they were frozen with. */
export function BriefingsScreen(): ReactElement {
  const { language, text } = useText();
  const [issued, setIssued] = useState<readonly BriefingSummary[]>([]);
  const [preview, setPreview] = useState<BriefingContent | null>(null);
  const [compared, setCompared] = useState<BriefingSummary | null>(null);
  useEffect(() => void ask('briefing.list', {}).then((list) => setIssued(list ?? [])), []);
  const open = async (id: string) => {
    const content = await ask('briefing.read', { id });
    setCompared(null);
    setPreview(content ?? null);
  };
  const compare = (briefing: BriefingSummary) => {
    setPreview(null);
    setCompared(briefing);
  };
  return (
    <>
      <div className="head">
        <h1>{text.briefings}</h1>
      </div>
      {issued.length === 0 ? (
        <p className="pad">{text.noBriefings}</p>
      ) : (
        <DataTable
          label={text.briefings}
          rows={issued}
          rowKey={(row) => row.id}
          onOpen={(row) => void open(row.id)}
          columns={[
            {
              id: 'title',
              head: text.briefing,
              exported: { unit: '', of: (row) => row.title },
              cell: (row) => (
                <button type="button" className="link long" onClick={() => void open(row.id)}>
                  {row.title}
                </button>
              ),
            },
            {
              id: 'issued',
              head: text.issued,
              sortBy: (row) => row.issuedAt,
              cell: (row) => formatDate(row.issuedAt.slice(0, 10), language),
            },
            { id: 'author', head: text.author, cell: (row) => row.author },
            { id: 'run', head: 'Run', cell: (row) => row.runId },
            { id: 'engine', head: text.model, cell: (row) => row.engineVersion },
            {
              id: 'compare',
              head: changesText[language].comparison,
              cell: (row) => (
                <button
                  type="button"
                  className="btn"
                  aria-pressed={compared?.id === row.id}
                  onClick={() => compare(row)}
                >
                  {changesText[language].compare}
                </button>
              ),
            },
            {
              id: 'again',
              head: 'PDF',
              cell: (row) => (
                <button
                  type="button"
                  className="btn"
                  onClick={() => void ask('briefing.reprint', { id: row.id })}
                >
                  {text.reprint}
                </button>
              ),
            },
          ]}
        />
      )}
      {compared ? <ComparisonView key={compared.id} briefing={compared} /> : null}
      {preview ? (
        <div className="paper" role="region" aria-label={text.preview} tabIndex={0}>
          <BriefingDocument content={preview} />
        </div>
      ) : null}
    </>
  );
}
