import { useState, type ReactElement } from 'react';
import { formatDate, formatMillions, formatPercent } from '../../../shared/format/number.ts';
import { identitySentence } from '../../../shared/text/identityWords.ts';
import { show } from '../../flows/navigation.ts';
import { useApp } from '../../store/appStore.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { ContractTable, FigureTable } from '../../ui/FactTables.tsx';
import { SiteTable } from '../../ui/SiteTable.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useText } from '../../ui/useText.ts';
import { BriefingDialog } from '../../ui/BriefingDialog.tsx';

export function CompanyScreen(): ReactElement {
  const { language, text } = useText();
  const company = useApp((state) => state.company);
  const [tab, setTab] = useState('sites');
  const [asks, setAsks] = useState(false);
  if (!company)
    return (
      <p className="pad" role="status">
        {text.computing}
      </p>
    );
  const { row } = company;
  return (
    <>
      <div className="head">
        <div>
          <div className="crumb">
            <button type="button" className="link" onClick={() => void show({ name: 'portfolio' })}>
              {text.portfolio}
            </button>{' '}
            / {text.company}
          </div>
          <h1>
            {row.name} <span className="t">{row.ticker}</span>
          </h1>
          <p className="sub">{identitySentence(row.identity, language)}</p>
        </div>
        <span className="grow" />
        <button type="button" className="btn primary" onClick={() => setAsks(true)}>
          {text.briefing}
        </button>
      </div>
      <Tabs
        label={row.name}
        current={tab}
        onChange={setTab}
        tabs={[
          ['sites', `${text.sites} (${company.sites.length})`],
          ['facts', `${text.facts} (${company.figures.length})`],
          ['contracts', `${text.contracts} (${company.contracts.length})`],
          ['debt', `${text.debt} (${company.debt.length})`],
        ]}
      />
      {tab === 'sites' ? <SiteTable sites={company.sites} /> : null}
      {tab === 'facts' ? <FigureTable figures={company.figures} subject={row.name} /> : null}
      {tab === 'contracts' ? <ContractTable contracts={company.contracts} /> : null}
      {tab === 'debt' ? (
        <DataTable
          label={text.debt}
          rows={company.debt}
          rowKey={(debt) => debt.id}
          columns={[
            {
              id: 'instrument',
              head: text.instrument,
              cell: (debt) => <span className="long">{debt.instrument}</span>,
            },
            {
              id: 'principal',
              head: text.principal,
              unit: text.millionUsd,
              numeric: true,
              sortBy: (debt) => debt.principalUsd,
              cell: (debt) =>
                debt.principalUsd === null ? (
                  <span className="miss">{text.missing}</span>
                ) : (
                  formatMillions(debt.principalUsd, language)
                ),
            },
            {
              id: 'coupon',
              head: text.coupon,
              unit: '%',
              numeric: true,
              sortBy: (debt) => debt.couponShare,
              cell: (debt) =>
                debt.couponShare === null ? (
                  <span className="miss">{text.missing}</span>
                ) : (
                  formatPercent(debt.couponShare, language, 2)
                ),
            },
            {
              id: 'maturity',
              head: text.maturity,
              sortBy: (debt) => debt.maturity,
              cell: (debt) =>
                debt.maturity === null ? (
                  <span className="miss">{text.missing}</span>
                ) : (
                  formatDate(debt.maturity, language)
                ),
            },
            {
              id: 'asOf',
              head: text.asOf,
              cell: (debt) =>
                debt.asOf === null ? (
                  <span className="miss">{text.missing}</span>
                ) : (
                  formatDate(debt.asOf, language)
                ),
            },
            {
              id: 'source',
              head: text.source,
              optional: true,
              cell: (debt) => <span className="long">{debt.source}</span>,
            },
          ]}
        />
      ) : null}
      {asks ? <BriefingDialog onClose={() => setAsks(false)} assumptions={null} /> : null}
    </>
  );
}
