import type { ReactElement } from 'react';
import type { DebtInstrument } from '../../../shared/domain/company.ts';
import { formatDate } from '../../../shared/format/number.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { FigureButton } from '../../ui/FigureButton.tsx';
import { RecordMenu } from '../../ui/RecordMenu.tsx';
import { entryText } from '../../../shared/text/entryText.ts';
import { recordFigure } from '../../ui/recordFigure.ts';
import { useText } from '../../ui/useText.ts';

function DateCell({ date }: { readonly date: string | null }): ReactElement {
  const { language, text } = useText();
  return date === null ? <span className="miss">{text.missing}</span> : <>{formatDate(date, language)}</>;
}

export function DebtTable({ debt }: { readonly debt: readonly DebtInstrument[] }): ReactElement {
  const { language, text } = useText();
  const cell = (row: DebtInstrument, head: string, value: number | null, field: string, unit: string) => (
    <FigureButton
      figure={recordFigure(row, value, {
        field,
        unit,
        basis: null,
        asOf: row.asOf,
        note: row.instrumentType,
      })}
      title={`${row.instrument}, ${head}`}
    />
  );
  return (
    <DataTable
      label={text.debt}
      rows={debt}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'instrument',
          head: text.instrument,
          cell: (row) => <span className="long">{row.instrument}</span>,
          exported: { unit: '', of: (row) => row.instrument },
        },
        {
          id: 'principal',
          head: text.principal,
          unit: text.millionUsd,
          numeric: true,
          sortBy: (row) => row.principalUsd,
          exported: { unit: 'USD', of: (row) => row.principalUsd },
          cell: (row) => cell(row, text.principal, row.principalUsd, 'principal_usd', 'USD'),
        },
        {
          id: 'coupon',
          head: text.coupon,
          unit: '%',
          numeric: true,
          sortBy: (row) => row.couponShare,
          exported: { unit: '1/yr', of: (row) => row.couponShare },
          cell: (row) =>
            cell(
              row,
              text.coupon,
              row.couponShare === null ? null : Number((row.couponShare * 100).toPrecision(12)),
              'coupon_share',
              '%',
            ),
        },
        {
          id: 'maturity',
          head: text.maturity,
          sortBy: (row) => row.maturity,
          cell: (row) => <DateCell date={row.maturity} />,
        },
        {
          id: 'asOf',
          head: text.asOf,
          cell: (row) => <DateCell date={row.asOf} />,
          exported: { unit: '', of: (row) => row.asOf },
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
          cell: (row) => <RecordMenu kind="instrument" id={row.id} name={row.instrument} />,
        },
      ]}
    />
  );
}
