import type { ReactElement } from 'react';
import { verdictOf } from '../../../shared/changes/changeSentences.ts';
import { inputsOfRow, stateText } from '../../../shared/changes/companySentences.ts';
import type { SiteRowOfComparison } from '../../../shared/changes/comparison.ts';
import type { SiteState } from '../../../shared/engine/changes/siteDifference.ts';
import { formatNumber } from '../../../shared/format/number.ts';
import { changesText } from '../../../shared/text/changesText.ts';
import { show } from '../../flows/navigation.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { useText } from '../../ui/useText.ts';

type Row = SiteRowOfComparison;
type Time = 'before' | 'after';

function SiteName({ row }: { readonly row: Row }): ReactElement {
  const { language } = useText();
  const { siteId, siteName, state } = row;
  const name = siteName ?? changesText[language].unnamedSite;
  if (siteId === null || state === 'gone') return <>{name}</>;
  return (
    <button type="button" className="link" onClick={() => void show({ name: 'site', id: siteId })}>
      {name}
    </button>
  );
}

function Advantage({ state }: { readonly state: SiteState | undefined }): ReactElement {
  const { language, text } = useText();
  if (!state) return <></>;
  const { advantageUsdPerGridMw: usd } = state;
  if (usd === null) return <span className="miss">{text.missing}</span>;
  return <span className={usd < 0 ? 'neg' : ''}>{formatNumber(usd / 1e6, language, 2)}</span>;
}

/** The sites of a company then and now. */
export function CompanyChangesView({ sites }: { readonly sites: readonly Row[] }): ReactElement {
  const { language } = useText();
  const t = changesText[language];
  const verdictText = ({ difference, state }: Row, time: Time): string =>
    difference ? verdictOf(difference[time], language) : time === 'before' ? stateText(state, language) : '';
  const verdict = (id: string, head: string, time: Time) => ({
    id,
    head,
    sortBy: (row: Row) => verdictText(row, time),
    cell: (row: Row) => verdictText(row, time),
  });
  const advantage = (id: string, head: string, time: Time) => ({
    id,
    head,
    unit: t.unit,
    numeric: true,
    sortBy: ({ difference }: Row) => difference?.[time].advantageUsdPerGridMw ?? null,
    exported: {
      unit: 'USD/MW',
      of: ({ difference }: Row) => difference?.[time].advantageUsdPerGridMw ?? null,
    },
    cell: ({ difference }: Row) => <Advantage state={difference?.[time]} />,
  });
  return (
    <DataTable
      label={t.sitesTable}
      rows={sites}
      rowKey={({ siteId, siteName }) => siteId ?? siteName ?? ''}
      columns={[
        {
          id: 'site',
          head: t.site,
          sortBy: ({ siteName }) => siteName,
          cell: (row) => <SiteName row={row} />,
        },
        verdict('verdictBefore', t.verdictBefore, 'before'),
        verdict('verdictNow', t.verdictNow, 'after'),
        advantage('advantageBefore', t.advantageBefore, 'before'),
        advantage('advantageNow', t.advantageNow, 'after'),
        {
          id: 'inputs',
          head: t.inputsChanged,
          exported: {
            unit: '',
            of: ({ difference }) => (difference ? inputsOfRow(difference, sites, language) : ''),
          },
          cell: ({ difference }) => (
            <span className="comparison-names">
              {difference ? inputsOfRow(difference, sites, language) : ''}
            </span>
          ),
        },
      ]}
    />
  );
}
