import type { ReactElement } from 'react';
import type { SiteRow } from '../../shared/domain/site.ts';
import { dataWord } from '../../shared/text/fieldLabels.ts';
import { show } from '../flows/navigation.ts';
import { DataTable } from './DataTable.tsx';
import { FigureButton } from './FigureButton.tsx';
import type { Preview } from './usePreview.ts';
import { useText } from './useText.ts';

export function SiteTable({
  sites,
  withCompany = false,
  preview,
}: {
  readonly sites: readonly SiteRow[];
  readonly withCompany?: boolean;
  readonly preview?: Preview<SiteRow>;
}): ReactElement {
  const { language, text } = useText();
  const company = {
    id: 'company',
    head: text.company,
    sortBy: (row: SiteRow) => row.companyName,
    cell: (row: SiteRow) => row.companyName,
  };
  return (
    <DataTable
      label={text.sites}
      rows={sites}
      rowKey={(row) => row.id}
      onOpen={(row) => void show({ name: 'site', id: row.id })}
      {...(preview && { onPreview: preview.onPreview, onCurrent: preview.onCurrent, onLeave: preview.close })}
      columns={[
        {
          id: 'name',
          head: text.site,
          sortBy: (row) => row.name,
          cell: (row) => (
            <button type="button" className="link" onClick={() => void show({ name: 'site', id: row.id })}>
              {row.name}
            </button>
          ),
        },
        ...(withCompany ? [company] : []),
        {
          id: 'country',
          head: text.country,
          optional: true,
          sortBy: (row) => row.country,
          cell: (row) => row.country ?? '',
        },
        {
          id: 'status',
          head: text.status,
          sortBy: (row) => row.status,
          exported: { unit: '', of: (row) => dataWord(row.status, language) },
          cell: (row) => dataWord(row.status, language),
        },
        {
          id: 'use',
          head: text.use,
          sortBy: (row) => row.currentUse,
          exported: { unit: '', of: (row) => dataWord(row.currentUse, language) },
          cell: (row) => dataWord(row.currentUse, language),
        },
        {
          id: 'requested',
          head: text.requested,
          unit: text.gridMw,
          numeric: true,
          optional: true,
          sortBy: (row) => row.requestedMw?.value ?? null,
          cell: (row) => <FigureButton figure={row.requestedMw} title={`${row.name}, ${text.requested}`} />,
        },
        {
          id: 'contracted',
          head: text.secured,
          unit: text.gridMw,
          numeric: true,
          sortBy: (row) => row.contractedMw?.value ?? null,
          cell: (row) => <FigureButton figure={row.contractedMw} title={`${row.name}, ${text.secured}`} />,
        },
        {
          id: 'energised',
          head: text.energised,
          unit: text.gridMw,
          numeric: true,
          sortBy: (row) => row.energisedMw?.value ?? null,
          cell: (row) => <FigureButton figure={row.energisedMw} title={`${row.name}, ${text.energised}`} />,
        },
        {
          id: 'hashrate',
          head: text.hashrate,
          unit: 'EH/s',
          numeric: true,
          sortBy: (row) => row.hashrateEhS?.value ?? null,
          cell: (row) => <FigureButton figure={row.hashrateEhS} title={`${row.name}, ${text.hashrate}`} />,
        },
        {
          id: 'confidence',
          head: text.confidence,
          optional: true,
          cell: (row) => dataWord(row.confidence, language),
        },
      ]}
    />
  );
}
