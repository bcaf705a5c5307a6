import { useMemo, type ReactElement } from 'react';
import type { PortfolioRow } from '../../../shared/changes/portfolioRows.ts';
import { portfolioChangesText } from '../../../shared/text/portfolioChangesText.ts';
import { show } from '../../flows/navigation.ts';
import { useApp } from '../../store/appStore.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { Column } from '../../ui/tableColumns.ts';
import { useText } from '../../ui/useText.ts';

/** A link to what the row is about, where that is still in the portfolio. */
function Place({
  name,
  act,
}: {
  readonly name: string;
  readonly act: (() => void) | undefined;
}): ReactElement {
  return act ? (
    <button type="button" className="link" onClick={act}>
      {name}
    </button>
  ) : (
    <span>{name}</span>
  );
}

function useWays() {
  const companies = useApp((state) => state.companies);
  const sites = useApp((state) => state.sites);
  return useMemo(() => {
    const [companyIds, siteIds] = [
      new Set(companies.map(({ id }) => id)),
      new Set(sites.map(({ id }) => id)),
    ];
    return {
      toCompany: ({ item: { companyId } }: PortfolioRow) =>
        companyId !== null && companyIds.has(companyId)
          ? () => void show({ name: 'company', id: companyId })
          : undefined,
      toSite: ({ item: { siteId } }: PortfolioRow) =>
        siteId !== null && siteIds.has(siteId) ? () => void show({ name: 'site', id: siteId }) : undefined,
    };
  }, [companies, sites]);
}

/** The changes grouped by company, site and kind, as long as no other order is asked for. */
export function ChangesTable({ rows }: { readonly rows: readonly PortfolioRow[] }): ReactElement {
  const { language } = useText();
  const t = portfolioChangesText[language];
  const ways = useWays();
  const columns: readonly Column<PortfolioRow>[] = useMemo(
    () => [
      {
        id: 'company',
        head: t.company,
        sortBy: ({ company }) => company,
        cell: (row) => <Place name={row.company} act={ways.toCompany(row)} />,
      },
      {
        id: 'site',
        head: t.site,
        sortBy: ({ site }) => site || null,
        cell: (row) => <Place name={row.site} act={ways.toSite(row)} />,
      },
      { id: 'kind', head: t.kind, sortBy: ({ kind }) => kind, cell: ({ kind }) => kind },
      {
        id: 'what',
        head: t.what,
        sortBy: ({ what }) => what,
        cell: ({ what }) => <span className="long">{what}</span>,
      },
      {
        id: 'before',
        head: t.before,
        exported: { unit: '', of: ({ before }) => before },
        cell: ({ before }) => <span className="long muted">{before}</span>,
      },
      {
        id: 'after',
        head: t.after,
        exported: { unit: '', of: ({ after }) => after },
        cell: ({ after }) => <span className="long">{after}</span>,
      },
      { id: 'at', head: t.at, sortBy: ({ item }) => item.at, cell: ({ at }) => at },
      { id: 'by', head: t.by, optional: true, sortBy: ({ item }) => item.by, cell: ({ by }) => by },
    ],
    [t, ways],
  );
  return (
    <DataTable
      label={t.table}
      rows={rows}
      rowKey={({ item }) => item.id}
      columns={columns}
      onOpen={(row) => (ways.toSite(row) ?? ways.toCompany(row))?.()}
    />
  );
}
