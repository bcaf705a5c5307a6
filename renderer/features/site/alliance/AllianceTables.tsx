import type { ReactElement } from 'react';
import { periodsOf, sumsBy } from '../../../../shared/charts/planPeriods.ts';
import type {
  AllianceSide,
  AllianceView,
  DefaultConsequence,
} from '../../../../shared/engine/analysis/alliance/allianceView.ts';
import type { RiskBearing } from '../../../../shared/engine/analysis/alliance/riskShares.ts';
import { formatMonthName, formatNumber, formatPercent } from '../../../../shared/format/number.ts';
import {
  allianceText,
  bearingShares,
  bearingWords,
  consequenceName,
  riskName,
} from '../../../../shared/text/allianceText.ts';
import { calculationText } from '../../../../shared/text/calculationText.ts';
import { planText } from '../../../../shared/text/planText.ts';
import { fill } from '../../../../shared/text/screenText.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import type { Column } from '../../../ui/tableColumns.ts';
import { useText } from '../../../ui/useText.ts';

type Computed = Extract<AllianceView, { computable: true }>;

function Millions({ usd }: { readonly usd: number }): ReactElement {
  const { language } = useText();
  return <span className={usd < 0 ? 'neg' : ''}>{formatNumber(usd / 1e6, language, 1)}</span>;
}

function useMoneyColumn<Row>() {
  const { text } = useText();
  return (id: string, head: string, of: (row: Row) => number, unit?: string): Column<Row> => ({
    id,
    head,
    unit: unit ?? text.millionUsd,
    numeric: true,
    sortBy: of,
    cell: (row) => <Millions usd={of(row)} />,
    exported: { unit: 'USD', of },
  });
}

interface SideRow {
  readonly name: string;
  readonly side: AllianceSide;
}

/** R4.25 NPV, IRR and peak funding of both sides. */
export function SidesTable({ view }: { readonly view: Computed }): ReactElement {
  const { language, text } = useText();
  const t = allianceText[language];
  const money = useMoneyColumn<SideRow>();
  const rows: readonly SideRow[] = [
    { name: t.miner, side: view.base.miner },
    { name: t.minerWithSite, side: view.minerWithSite },
    { name: t.partner, side: view.base.partner },
  ];
  return (
    <DataTable
      label={t.bothSides}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { id: 'side', head: t.side, cell: ({ name }) => name },
        money('npv', text.npv, ({ side }) => side.npvUsd),
        {
          id: 'irr',
          head: text.irr,
          unit: text.percent,
          numeric: true,
          sortBy: ({ side }) => side.irrPerYear,
          cell: ({ side: { irrPerYear } }) =>
            irrPerYear === null ? (
              <span className="na">{text.notApplicable}</span>
            ) : (
              formatPercent(irrPerYear, language)
            ),
        },
        money('peak', text.peak, ({ side }) => side.peakFundingUsd),
        money('paidIn', t.paidIn, ({ side }) => side.paidInUsd),
        {
          id: 'moic',
          head: text.moic,
          unit: '×',
          numeric: true,
          sortBy: ({ side }) => side.moic,
          cell: ({ side: { moic } }) =>
            moic === null ? (
              <span className="na">{text.notApplicable}</span>
            ) : (
              formatNumber(moic, language, 2)
            ),
        },
      ]}
    />
  );
}

/** R4.25c Each risk with who bears it, in words and with the shares behind them. */
export function RiskTable({ risks }: { readonly risks: readonly RiskBearing[] }): ReactElement {
  const { language } = useText();
  const t = allianceText[language];
  const money = useMoneyColumn<RiskBearing>();
  return (
    <div className="alliance-part">
      <h2>{t.risksHeading}</h2>
      <DataTable
        label={t.risksHeading}
        rows={risks}
        rowKey={({ risk }) => risk}
        columns={[
          { id: 'risk', head: t.risk, cell: ({ risk }) => riskName(risk, language) },
          { id: 'bearer', head: t.bearer, cell: (row) => bearingWords(row, language) },
          { id: 'shares', head: t.sharesOf, cell: (row) => bearingShares(row, language) },
          money('loss', t.loss, ({ lossUsd }) => lossUsd),
        ]}
      />
      <p className="note">{t.riskRule}</p>
    </div>
  );
}

interface DefaultRow extends SideRow {
  readonly consequence: DefaultConsequence;
  readonly before: AllianceSide;
}

/** R4.25a Both consequences of the partner's default, beside the alliance as agreed. */
export function DefaultTable({ view }: { readonly view: Computed }): ReactElement {
  const { language, text } = useText();
  const t = allianceText[language];
  const money = useMoneyColumn<DefaultRow>();
  const { base, ifPartnerDefaults, months } = view;
  const [first] = ifPartnerDefaults;
  if (!first)
    return (
      <div className="alliance-part">
        <p className="note">{t.noDefault}</p>
      </div>
    );
  const name = months[first.month];
  const month =
    name === undefined
      ? fill(planText[language].month, { month: first.month })
      : formatMonthName(name, language);
  const rows: readonly DefaultRow[] = ifPartnerDefaults.flatMap(({ consequence, outcome }) => [
    { consequence, name: t.miner, side: outcome.miner, before: base.miner },
    { consequence, name: t.partner, side: outcome.partner, before: base.partner },
  ]);
  const heading = fill(t.ifDefaults, { month });
  return (
    <div className="alliance-part">
      <h2>{heading}</h2>
      <DataTable
        label={heading}
        rows={rows}
        rowKey={(row) => `${row.consequence}.${row.name}`}
        columns={[
          {
            id: 'consequence',
            head: t.side,
            cell: (row) => `${row.name}: ${consequenceName(row.consequence, language)}`,
          },
          money('npv', text.npv, ({ side }) => side.npvUsd),
          money('change', t.change, ({ side, before }) => side.npvUsd - before.npvUsd),
          money('peak', text.peak, ({ side }) => side.peakFundingUsd),
          money('paidIn', t.paidIn, ({ side }) => side.paidInUsd),
        ]}
      />
    </div>
  );
}

/** R4.25 Flows of both sides and their capital accounts by calendar year. */
export function YearsTable({ view }: { readonly view: Computed }): ReactElement {
  const { language } = useText();
  const t = allianceText[language];
  const money = useMoneyColumn<number>();
  const { flows } = view.base;
  const periods = periodsOf(view.months, true);
  /** An account is a balance: the last month of a year stands for it. */
  const atEnd = (monthly: readonly number[]) =>
    periods.labels.map((_label, year) => monthly[periods.of.lastIndexOf(year)] ?? 0);
  const columns = {
    miner: sumsBy(periods, flows.minerUsd),
    partner: sumsBy(periods, flows.partnerUsd),
    tierOne: sumsBy(periods, flows.tierOneUsd),
    residual: sumsBy(periods, flows.residualUsd),
    minerAccount: atEnd(flows.minerCapitalUsd),
    partnerAccount: atEnd(flows.partnerCapitalUsd),
  };
  const { atValuation } = flows;
  // R1.2a What flows on the valuation date stands before the first year.
  const onDate: Readonly<Record<keyof typeof columns, number>> = {
    miner: atValuation?.minerUsd ?? 0,
    partner: atValuation?.partnerUsd ?? 0,
    tierOne: 0,
    residual: 0,
    minerAccount: atValuation?.minerCapitalUsd ?? 0,
    partnerAccount: atValuation?.partnerCapitalUsd ?? 0,
  };
  const of = (name: keyof typeof columns) => (year: number) =>
    year < 0 ? onDate[name] : (columns[name][year] ?? 0);
  const years = periods.labels.map((_label, year) => year);
  const nameOf = (year: number): string =>
    year < 0 ? calculationText[language].valuationDate : (periods.labels[year] ?? '');
  return (
    <div className="alliance-part">
      <h2>{t.byYear}</h2>
      <DataTable
        label={t.byYear}
        rows={atValuation ? [-1, ...years] : years}
        rowKey={String}
        columns={[
          { id: 'year', head: t.year, cell: nameOf, exported: { unit: '', of: nameOf } },
          money('miner', t.minerFlow, of('miner')),
          money('partner', t.partnerFlow, of('partner')),
          money('tierOne', t.tierOne, of('tierOne')),
          money('residual', t.residual, of('residual')),
          money('minerAccount', t.minerAccount, of('minerAccount'), t.endOfYear),
          money('partnerAccount', t.partnerAccount, of('partnerAccount'), t.endOfYear),
        ]}
      />
    </div>
  );
}
