import { useMemo, useState, type ReactElement } from 'react';
import { hashpriceChart, marginChart } from '../../../shared/charts/backcastCharts.ts';
import type { BackcastPage } from '../../../shared/domain/backcast.ts';
import { exportText } from '../../../shared/text/exportText.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { exportBackcast } from '../../flows/exportAnalysis.ts';
import { useApp } from '../../store/appStore.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { useText } from '../../ui/useText.ts';
import { HashpriceTable, LeaseTable, ProductionTable } from './BackcastTables.tsx';

const tabs = ['production', 'hashprice', 'leases', 'margins'] as const;
type Tab = (typeof tabs)[number];

function Content({ tab, page }: { readonly tab: Tab; readonly page: BackcastPage }): ReactElement {
  const { language, text } = useText();
  const hashprice = useMemo(() => hashpriceChart(page, language), [page, language]);
  const margins = useMemo(() => marginChart(page, language), [page, language]);
  if (tab === 'production') return <ProductionTable rows={page.production} />;
  if (tab === 'leases') return <LeaseTable rows={page.leases} />;
  if (tab === 'margins')
    return margins ? (
      <div className="scroll" role="region" aria-label={text.margins} tabIndex={0}>
        <ChartFrame key="margins" spec={margins} />
      </div>
    ) : (
      <p className="pad">{text.notComputable}</p>
    );
  return (
    <div className="scroll" role="region" aria-label={text.overview} tabIndex={0}>
      <ChartFrame key="hashprice" spec={hashprice} />
      <HashpriceTable rows={page.hashprice} />
    </div>
  );
}

/** P63 What the engine would have said, beside what was reported; what cannot be compared says why. */
export function BackcastScreen(): ReactElement {
  const { language, text } = useText();
  const page = useApp((state) => state.backcast);
  const [tab, setTab] = useState<Tab>('production');
  const names: Readonly<Record<Tab, string>> = {
    production: text.production,
    hashprice: text.hashprice,
    leases: text.leases,
    margins: text.margins,
  };
  return (
    <>
      <div className="head">
        <div>
          <h1>{text.backcast}</h1>
          <p className="sub">{text.backcastSub}</p>
        </div>
        <span className="grow" />
        {page ? (
          <button type="button" className="btn" onClick={() => void exportBackcast()}>
            {exportText[language].saveWorkbook}
          </button>
        ) : null}
      </div>
      <Tabs
        label={text.backcast}
        current={tab}
        onChange={(id) => setTab(tabs.find((name) => name === id) ?? 'production')}
        tabs={tabs.map((id) => [id, names[id]] as const)}
      />
      {page ? (
        <Content tab={tab} page={page} />
      ) : (
        <p className="pad" role="status">
          {text.computing}
        </p>
      )}
    </>
  );
}
