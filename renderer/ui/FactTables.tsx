import { useState, type ReactElement } from 'react';
import { contractStatus } from '../../shared/briefing/parts/tables.ts';
import type { Contract } from '../../shared/domain/company.ts';
import type { PowerBasis } from '../../shared/domain/contractValue.ts';
import type { Figure } from '../../shared/domain/figure.ts';
import { formatDate } from '../../shared/format/number.ts';
import { dataWord, fieldLabel, partyText } from '../../shared/text/fieldLabels.ts';
import { exportText } from '../../shared/text/exportText.ts';
import { figureUnit } from '../../shared/text/figureText.ts';
import { DataTable } from './DataTable.tsx';
import { FigureButton } from './FigureButton.tsx';
import { FigureMenu, type FigureOwner } from './FigureMenu.tsx';
import { contractValueColumn, PowerBasisChoice } from './contractValueColumn.tsx';
import { RecordMenu } from './RecordMenu.tsx';
import { entryText } from '../../shared/text/entryText.ts';
import { recordFigure } from './recordFigure.ts';
import { useText } from './useText.ts';

export function FigureTable({
  figures,
  subject,
  owner,
}: {
  readonly figures: readonly Figure[];
  readonly subject: string;
  readonly owner: FigureOwner;
}): ReactElement {
  const { language, text } = useText();
  return (
    <DataTable
      label={text.facts}
      rows={figures}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'field',
          head: text.figure,
          sortBy: (row) => fieldLabel(row.field, language),
          cell: (row) => fieldLabel(row.field, language),
        },
        {
          id: 'value',
          head: text.value,
          numeric: true,
          sortBy: (row) => row.value,
          basisOf: (row) => [figureUnit(row, language), dataWord(row.basis, language)].join(' ').trim(),
          exported: {
            unit: exportText[language].unitOfRow,
            of: (row) => (row.state === 'notApplicable' ? text.notApplicable : row.value),
          },
          cell: (row) => (
            <FigureButton figure={row} title={`${subject}, ${fieldLabel(row.field, language)}`} />
          ),
        },
        {
          id: 'unit',
          head: text.unit,
          cell: (row) => figureUnit(row, language),
          exported: { unit: '', of: (row) => row.unit },
        },
        { id: 'basis', head: text.basis, cell: (row) => dataWord(row.basis, language) },
        {
          id: 'asOf',
          head: text.asOf,
          sortBy: (row) => row.asOf,
          cell: (row) =>
            row.asOf === null ? <span className="miss">{text.missing}</span> : formatDate(row.asOf, language),
        },
        { id: 'confidence', head: text.confidence, cell: (row) => dataWord(row.confidence, language) },
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
          cell: (row) => <FigureMenu figure={row} owner={owner} />,
        },
      ]}
    />
  );
}

export function ContractTable({ contracts }: { readonly contracts: readonly Contract[] }): ReactElement {
  const { language, text } = useText();
  const [power, setPower] = useState<PowerBasis>('critical');
  const cell = (
    row: Contract,
    head: string,
    value: number | null,
    field: string,
    unit: string,
    basis: string | null,
  ) => (
    <FigureButton
      figure={recordFigure(row, value, { field, unit, basis, asOf: row.signedDate, note: row.notes })}
      title={`${row.counterparty}, ${head}`}
    />
  );
  return (
    <>
      <PowerBasisChoice basis={power} onChoose={setPower} />
      <DataTable
        label={text.contracts}
        rows={contracts}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'counterparty',
            head: text.counterparty,
            sortBy: (row) => row.counterparty,
            cell: (row) => <span className="long">{partyText(row.counterparty, language)}</span>,
            exported: { unit: '', of: (row) => partyText(row.counterparty, language) },
          },
          {
            id: 'site',
            head: text.site,
            optional: true,
            cell: (row) => <span className="long">{row.siteName ?? ''}</span>,
            exported: { unit: '', of: (row) => row.siteName },
          },
          { id: 'service', head: text.service, cell: (row) => dataWord(row.service, language) },
          {
            id: 'signed',
            head: text.signed,
            sortBy: (row) => row.signedDate,
            cell: (row) =>
              row.signedDate === null ? (
                <span className="miss">{text.missing}</span>
              ) : (
                formatDate(row.signedDate, language)
              ),
          },
          {
            id: 'mw',
            head: 'MW',
            unit: text.criticalMw,
            numeric: true,
            sortBy: (row) => row.itLoadMw,
            cell: (row) => cell(row, 'MW', row.itLoadMw, 'it_load_mw', 'MW', 'critical IT MW'),
          },
          {
            id: 'term',
            head: text.term,
            unit: text.years,
            numeric: true,
            sortBy: (row) => row.termYears,
            cell: (row) => cell(row, text.term, row.termYears, 'term_years', text.years, null),
          },
          {
            id: 'value',
            head: text.baseValue,
            unit: text.millionUsd,
            numeric: true,
            sortBy: (row) => row.totalContractValueUsd,
            exported: { unit: 'USD', of: (row) => row.totalContractValueUsd },
            cell: (row) =>
              cell(
                row,
                text.baseValue,
                row.totalContractValueUsd,
                'total_contract_value_usd',
                'USD',
                'base value without extensions',
              ),
          },
          contractValueColumn(power, language),
          {
            id: 'status',
            head: text.status,
            cell: (row) =>
              `${contractStatus(row, language)}${row.countsInSums ? '' : ` · ${text.notCounted}`}`,
          },
          {
            id: 'edit',
            head: entryText[language].edit,
            cell: (row) => <RecordMenu kind="contract" id={row.id} name={row.counterparty} />,
          },
        ]}
      />
    </>
  );
}
