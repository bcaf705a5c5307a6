import { useMemo, type ReactElement } from 'react';
import { allianceChart } from '../../../../shared/charts/allianceChart.ts';
import type { AllianceView } from '../../../../shared/engine/analysis/alliance/allianceView.ts';
import type { SiteFigures } from '../../../../shared/engine/analysis/siteAnalysis.ts';
import { allianceText } from '../../../../shared/text/allianceText.ts';
import { inputLabel } from '../../../../shared/text/inputLabels.ts';
import { fill } from '../../../../shared/text/screenText.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { useApp } from '../../../store/appStore.ts';
import { useText } from '../../../ui/useText.ts';
import { AllianceTerms } from './AllianceTerms.tsx';
import { DefaultTable, RiskTable, SidesTable, YearsTable } from './AllianceTables.tsx';
import { WarrantsMemo } from './WarrantsMemo.tsx';

function Computed({ view }: { readonly view: Extract<AllianceView, { computable: true }> }): ReactElement {
  const { language } = useText();
  const chart = useMemo(() => allianceChart(view, language), [view, language]);
  return (
    <>
      <SidesTable view={view} />
      <ChartFrame spec={chart} />
      <RiskTable risks={view.risks} />
      <DefaultTable view={view} />
      <WarrantsMemo memo={view.warrants} />
      <YearsTable view={view} />
    </>
  );
}

/** P48 The alliance from both sides: terms, figures, flows, default, warrants, and who bears which risk. */
export function AlliancePanel({
  siteId,
  analysis,
}: {
  readonly siteId: string;
  readonly analysis: SiteFigures;
}): ReactElement {
  const { language, text } = useText();
  const t = allianceText[language];
  const view = useApp((state) => state.views?.alliance);
  return (
    <div className="scroll alliance" role="region" aria-label={t.tab} tabIndex={0}>
      <p className="answer">{t.intro}</p>
      <AllianceTerms siteId={siteId} analysis={analysis} />
      {view === undefined ? (
        <p className="pad" role="status">
          {text.computing}
        </p>
      ) : view.computable ? (
        <Computed view={view} />
      ) : (
        <p className="pad" role="status">
          {text.notComputable},{' '}
          {fill(text.missingInputs, {
            names: view.missing.map((key) => inputLabel(key, language)).join(', '),
          })}
        </p>
      )}
    </div>
  );
}
