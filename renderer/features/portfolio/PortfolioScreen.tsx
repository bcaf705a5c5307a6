import { useMemo, useState, type ReactElement } from 'react';
import type { CompanyRow } from '../../../shared/domain/company.ts';
import type { Figure } from '../../../shared/domain/figure.ts';
import { formatDate, formatNumber, formatPlain } from '../../../shared/format/number.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { stalenessText } from '../../../shared/text/stalenessText.ts';
import { show } from '../../flows/navigation.ts';
import { laterActions } from '../../shell/laterActions.ts';
import { useApp } from '../../store/appStore.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { Column } from '../../ui/tableColumns.ts';
import { ClockSign, FigureButton } from '../../ui/FigureButton.tsx';
import { usePreview } from '../../ui/usePreview.ts';
import { FilterField } from '../../ui/FilterField.tsx';
import { useText } from '../../ui/useText.ts';
import { CompanyPreview } from './CompanyPreview.tsx';
import { IdentityBar } from './IdentityBar.tsx';
import { PortfolioMenu } from './PortfolioMenu.tsx';
import { Total } from './Total.tsx';
import { MwLadderBar } from './MwLadderBar.tsx';

const classes = ['miner', 'hybrid', 'aiFirst', 'formerMiner'] as const;
type ClassFilter = (typeof classes)[number] | 'unknown' | null;

function useColumns(): readonly Column<CompanyRow>[] {
  const { language, text } = useText();
  return useMemo(() => {
    const figure = (
      id: string,
      head: string,
      unit: string,
      of: (row: CompanyRow) => Figure | null,
      optional = false,
    ): Column<CompanyRow> => ({
      id,
      head,
      unit,
      numeric: true,
      optional,
      sortBy: (row) => of(row)?.value ?? null,
      cell: (row) => <FigureButton figure={of(row)} title={`${row.name}, ${head}`} />,
    });
    return [
      {
        id: 'name',
        head: text.company,
        sortBy: (row) => row.name,
        cell: (row) => (
          <>
            <button type="button" className="link" onClick={() => void show({ name: 'company', id: row.id })}>
              {row.name}
            </button>
            <span className="t">{row.ticker}</span>
          </>
        ),
      },
      {
        id: 'identity',
        head: text.identity,
        unit: `${text.ai} / ${text.mining}`,
        sortBy: (row) => row.identity.class,
        exported: { unit: '', of: (row) => (row.identity.class === null ? null : text[row.identity.class]) },
        cell: (row) => <IdentityBar identity={row.identity} />,
      },
      {
        id: 'ladder',
        head: text.ladder,
        unit: `${text.gridMw}, 0–${formatNumber(2500, language)}`,
        optional: true,
        cell: (row) => <MwLadderBar ladder={row.ladder} />,
      },
      figure('secured', text.secured, text.gridMw, (row) => row.ladder.securedMw),
      figure('energised', text.energised, text.gridMw, (row) => row.ladder.energisedMw),
      figure('contracted', text.contracted, text.criticalMw, (row) => row.ladder.contractedItMw),
      figure('billing', text.billing, text.criticalMw, (row) => row.ladder.billingItMw),
      figure('hashrate', text.hashrate, 'EH/s', (row) => row.hashrateEhS),
      {
        id: 'contracts',
        head: text.contracts,
        unit: text.signed,
        numeric: true,
        optional: true,
        sortBy: (row) => row.signedContracts,
        cell: (row) => formatNumber(row.signedContracts, language),
      },
      {
        id: 'contractValue',
        head: text.contractValue,
        unit: text.billionUsd,
        numeric: true,
        optional: true,
        sortBy: (row) => row.signedContractValueUsd,
        exported: { unit: 'USD', of: (row) => row.signedContractValueUsd },
        cell: (row) =>
          row.signedContractValueUsd === null ? (
            <span className="miss">{text.missing}</span>
          ) : (
            <>
              {formatPlain(row.signedContractValueUsd / 1e9, language)}
              {row.contractsWithValue < row.signedContracts ? (
                <small className="coverage">
                  {fill(text.covers, { known: row.contractsWithValue, all: row.signedContracts })}
                </small>
              ) : null}
            </>
          ),
      },
      {
        id: 'asOf',
        head: text.asOf,
        unit: text.oldest,
        numeric: true,
        sortBy: (row) => row.oldestAsOf,
        cell: (row) =>
          row.oldestAsOf === null ? (
            <span className="miss">{text.missing}</span>
          ) : (
            formatDate(row.oldestAsOf, language)
          ),
      },
    ];
  }, [language, text]);
}

function newCompany(): void {
  void laterActions().then(({ openEntry }) =>
    openEntry({ what: 'record', kind: 'company', id: null, companyId: null, siteId: null }),
  );
}

export function PortfolioScreen(): ReactElement {
  const { text } = useText();
  const companies = useApp((state) => state.companies);
  const portfolio = useApp((state) => state.portfolio);
  const { language } = useText();
  // Nouns keep their capital in German only.
  const noun = (word: string): string => (language === 'de' ? word : word.toLowerCase());
  const [words, setWords] = useState('');
  const [only, setOnly] = useState<ClassFilter>(null);
  const columns = useColumns();
  const preview = usePreview<CompanyRow>();
  const rows = useMemo(
    () =>
      companies.filter(
        (row) =>
          `${row.name} ${row.ticker ?? ''}`.toLowerCase().includes(words.trim().toLowerCase()) &&
          (only === null || (row.identity.class ?? 'unknown') === only),
      ),
    [companies, words, only],
  );
  const total = (field: string, head: string, unit: string, of: (row: CompanyRow) => Figure | null) => (
    <td className="n">
      <Total
        field={field}
        title={`${text.total}, ${head}`}
        unit={unit}
        parts={rows.map((row) => ({ ownerId: row.id, owner: row.name, figure: of(row) }))}
      />
    </td>
  );
  return (
    <>
      <div className="head">
        <h1>{text.portfolio}</h1>
        <span className="sub">
          {portfolio
            ? `${portfolio.companyCount} ${text.companies} · ${portfolio.siteCount} ${noun(text.sites)} · ${portfolio.contractCount} ${noun(text.contracts)}`
            : ''}
        </span>
        <span className="grow" />
        <button type="button" className="btn" onClick={() => void show({ name: 'sources' })}>
          {text.sources}
        </button>
        <button type="button" className="btn" onClick={() => void show({ name: 'import' })}>
          {text.importCommand}
        </button>
        <button type="button" className="btn" onClick={newCompany}>
          {text.newCompany}
        </button>
        <PortfolioMenu />
      </div>
      <div className="filter">
        <FilterField words={words} onChange={setWords} />
        <div role="group" aria-label={text.identity} className="chips">
          {([null, ...classes, 'unknown'] as const).map((name) => (
            <button
              key={name ?? 'all'}
              type="button"
              className={only === name ? 'chip on' : 'chip'}
              aria-pressed={only === name}
              onClick={() => setOnly(name)}
            >
              {name === null ? text.allClasses : text[name]}
            </button>
          ))}
        </div>
        <span className="legend">
          <ClockSign /> {stalenessText[language].legend}
        </span>
      </div>
      {companies.length === 0 ? <p className="pad">{text.emptyPortfolio}</p> : null}
      <div className="split">
        <DataTable
          label={text.portfolio}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          onOpen={(row) => void show({ name: 'company', id: row.id })}
          onPreview={preview.onPreview}
          onCurrent={preview.onCurrent}
          onLeave={preview.close}
          footer={
            <tr>
              <th scope="row">{text.total}</th>
              <td />
              <td className="optional" />
              {total('securedMw', text.secured, text.gridMw, (row) => row.ladder.securedMw)}
              {total('energisedMw', text.energised, text.gridMw, (row) => row.ladder.energisedMw)}
              {total('contractedItMw', text.contracted, text.criticalMw, (row) => row.ladder.contractedItMw)}
              {total('billingItMw', text.billing, text.criticalMw, (row) => row.ladder.billingItMw)}
              {total('hashrateEhS', text.hashrate, 'EH/s', (row) => row.hashrateEhS)}
              <td className="optional" />
              <td className="optional" />
              <td />
            </tr>
          }
        />
        {preview.shown ? <CompanyPreview company={preview.shown} onClose={preview.close} /> : null}
      </div>
    </>
  );
}
