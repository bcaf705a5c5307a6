import { useMemo, type ReactElement } from 'react';
import { companyCashFlowChart } from '../../../shared/charts/companyCashFlowChart.ts';
import type { CompanyFigures } from '../../../shared/engine/analysis/companyFigures.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { show } from '../../flows/navigation.ts';
import { useApp } from '../../store/appStore.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { useText } from '../../ui/useText.ts';
import { CompanyAllianceTable } from './CompanyAllianceTable.tsx';
import { useCompanyColumns } from './companyColumns.tsx';

/** Sites that no sum holds, each with the reason. */
function Excluded({ figures }: { readonly figures: CompanyFigures }): ReactElement | null {
  const { language, text } = useText();
  const sites = useApp((state) => state.sites);
  const reasons = [
    ...figures.notComputable.map(({ siteId, missing }) => ({
      siteId,
      reason: fill(text.missingInputs, { names: missing.map((key) => inputLabel(key, language)).join(', ') }),
    })),
    ...figures.otherHorizon.map((siteId) => ({ siteId, reason: text.otherHorizon })),
  ];
  if (reasons.length === 0) return null;
  return (
    <section className="pad" aria-label={text.notInSum}>
      <h2 className="small-head">{text.notInSum}</h2>
      <ul>
        {reasons.map(({ siteId, reason }) => (
          <li key={siteId}>
            <button type="button" className="link" onClick={() => void show({ name: 'site', id: siteId })}>
              {sites.find(({ id }) => id === siteId)?.name ?? siteId}
            </button>{' '}
            <span className="muted">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The strategies of a company as sums over its sites, with coverage. */
export function CompanyStrategies({ figures }: { readonly figures: CompanyFigures }): ReactElement {
  const { language, text } = useText();
  const columns = useCompanyColumns(figures);
  const alliance = useApp((state) => state.companyAlliance);
  const spec = useMemo(() => companyCashFlowChart(figures, language), [figures, language]);
  return (
    <div className="scroll" role="region" aria-label={text.overview} tabIndex={0}>
      <DataTable
        label={text.strategies}
        rows={figures.strategies}
        rowKey={(row) => row.kind}
        isBest={(row) => row.kind === 'best'}
        columns={columns}
      />
      <p className="note pad">{text.companyNote}</p>
      {figures.strategies.length === 0 ? null : <ChartFrame spec={spec} />}
      {alliance ? <CompanyAllianceTable alliance={alliance} siteCount={figures.siteCount} /> : null}
      <Excluded figures={figures} />
    </div>
  );
}
