import type { ReactElement } from 'react';
import type { AllianceSide } from '../../../shared/engine/analysis/alliance/allianceView.ts';
import type { CompanyAlliance } from '../../../shared/engine/analysis/companyAlliance.ts';
import { formatMillions, formatNumber, formatPercent } from '../../../shared/format/number.ts';
import { allianceText } from '../../../shared/text/allianceText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { useText } from '../../ui/useText.ts';

interface SideRow {
  readonly name: string;
  readonly side: AllianceSide;
}

/** R5.23 A company's alliances from both sides: what its miners and what their partners have of them. */
export function CompanyAllianceTable({
  alliance,
  siteCount,
}: {
  readonly alliance: CompanyAlliance;
  readonly siteCount: number;
}): ReactElement {
  const { language, text } = useText();
  const t = allianceText[language];
  const rows: readonly SideRow[] = [
    { name: t.miner, side: alliance.miner },
    { name: t.partner, side: alliance.partner },
  ];
  const number = (
    field: keyof AllianceSide,
    head: string,
    unit: string,
    exportedUnit: string,
    shown: (value: number) => string,
  ) => ({
    id: field,
    head,
    unit,
    numeric: true,
    sortBy: ({ side }: SideRow) => side[field],
    exported: { unit: exportedUnit, of: ({ side }: SideRow) => side[field] ?? text.notApplicable },
    cell: ({ side }: SideRow) => {
      const value = side[field];
      if (value === null) return <span className="na">{text.notApplicable}</span>;
      return <span className={value < 0 ? 'neg' : ''}>{shown(value)}</span>;
    },
  });
  const millions = (usd: number): string => formatMillions(usd, language);
  const covered = fill(text.coverage, { count: alliance.siteCount, all: siteCount });
  return (
    <div className="pad">
      <h2 className="small-head">{`${t.bothSides} (${covered})`}</h2>
      <DataTable
        label={t.bothSides}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { id: 'side', head: t.side, cell: ({ name }: SideRow) => name },
          number('npvUsd', text.npv, text.millionUsd, 'USD', millions),
          number('irrPerYear', text.irr, text.percent, '1/yr', (value) => formatPercent(value, language)),
          number('peakFundingUsd', text.peak, text.millionUsd, 'USD', millions),
          number('paidInUsd', t.paidIn, text.millionUsd, 'USD', millions),
          number('moic', text.moic, '×', '1', (value) => formatNumber(value, language, 2)),
        ]}
      />
      <p className="note">{fill(t.companyNote, { value: millions(alliance.siteContributionUsd) })}</p>
    </div>
  );
}
