import type { ReactElement } from 'react';
import type { IdentityPeriod } from '../../../shared/domain/company.ts';
import type { CompanyDetail } from '../../../shared/domain/site.ts';
import { formatDate, formatPercent } from '../../../shared/format/number.ts';
import { entryText } from '../../../shared/text/entryText.ts';
import { identitySentence } from '../../../shared/text/identityWords.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { FigureButton } from '../../ui/FigureButton.tsx';
import { recordFigure } from '../../ui/recordFigure.ts';
import { RecordMenu } from '../../ui/RecordMenu.tsx';
import { ShareBar } from '../../ui/ShareBar.tsx';
import type { Column } from '../../ui/tableColumns.ts';
import { useText } from '../../ui/useText.ts';

function useNumbers(): readonly Column<IdentityPeriod>[] {
  const { text } = useText();
  const column = (
    id: string,
    head: string,
    shownUnit: string,
    unit: string,
    of: (row: IdentityPeriod) => number | null,
  ): Column<IdentityPeriod> => ({
    id,
    head,
    unit: shownUnit,
    numeric: true,
    sortBy: of,
    exported: { unit: unit === '1' ? '' : unit, of },
    cell: (row) => (
      <FigureButton
        figure={recordFigure(row, of(row), { field: id, unit, basis: null, asOf: row.asOf, note: null })}
        title={`${row.period}, ${head}`}
      />
    ),
  });
  return [
    column('mining', text.revenueMining, text.millionUsd, 'USD', (row) => row.revenueMiningUsd),
    column('ai', text.revenueAi, text.millionUsd, 'USD', (row) => row.revenueAiUsd),
    column('hashrate', text.hashrate, 'EH/s', 'EH/s', (row) => row.hashrateEhS),
    column('aiMw', text.ai, 'MW', 'MW', (row) => row.aiMw),
    column('gpus', text.gpus, '', '1', (row) => row.gpus),
  ];
}

/** R9 What a company was, period by period, and what it is today by each measure. */
export function IdentityTable({ company }: { readonly company: CompanyDetail }): ReactElement {
  const { language, text } = useText();
  const numbers = useNumbers();
  return (
    <>
      <p className="pad">{identitySentence(company.row.identity, language)}</p>
      <DataTable
        label={text.identity}
        rows={company.identityPeriods}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'period',
            head: text.period,
            sortBy: (row) => row.asOf,
            cell: (row) => row.period,
            exported: { unit: '', of: (row) => row.period },
          },
          {
            id: 'share',
            head: text.aiShare,
            sortBy: (row) => row.aiShare,
            exported: { unit: '1', of: (row) => row.aiShare },
            cell: (row) => (
              <span className="identity">
                <ShareBar aiShare={row.aiShare} />
                {row.aiShare === null || row.class === null ? (
                  <span className="miss">{text.missing}</span>
                ) : (
                  `${formatPercent(row.aiShare, language, 0)}\u00a0% · ${text[row.class]}`
                )}
              </span>
            ),
          },
          ...numbers,
          {
            id: 'asOf',
            head: text.asOf,
            exported: { unit: '', of: (row) => row.asOf },
            cell: (row) =>
              row.asOf === null ? (
                <span className="miss">{text.missing}</span>
              ) : (
                formatDate(row.asOf, language)
              ),
          },
          {
            id: 'source',
            head: text.source,
            optional: true,
            cell: (row) => <span className="long">{row.source}</span>,
            exported: { unit: '', of: (row) => row.source },
          },
          {
            id: 'edit',
            head: entryText[language].edit,
            cell: (row) => <RecordMenu kind="identity" id={row.id} name={row.period} />,
          },
        ]}
      />
      <p className="note pad">{text.identityNote}</p>
    </>
  );
}
