import type { ReactElement } from 'react';
import type { HashpriceCheck, LeaseCheck, ProductionCheck } from '../../../shared/domain/backcast.ts';
import { formatDate, formatNumber, formatPercent, formatPlain } from '../../../shared/format/number.ts';
import { plainNumber } from '../../../shared/exchange/exportTable.ts';
import { missingWord } from '../../../shared/text/backcastWords.ts';
import { partyText } from '../../../shared/text/fieldLabels.ts';
import { show } from '../../flows/navigation.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { Column } from '../../ui/tableColumns.ts';
import { useText } from '../../ui/useText.ts';

interface Sourced {
  readonly source: string | null;
  readonly note: string | null;
  readonly missing: readonly string[];
}

/** Columns that all checks share, and how a number or its absence is shown. */
function useChecks<Row extends Sourced>() {
  const { language, text } = useText();
  const number = (
    id: string,
    head: string,
    unit: string,
    of: (row: Row) => number | null,
    shown: (value: number) => string,
    exportedUnit = unit,
  ): Column<Row> => ({
    id,
    head,
    unit,
    numeric: true,
    sortBy: of,
    exported: { unit: exportedUnit, of },
    cell: (row) => {
      const value = of(row);
      if (value === null) return <span className="miss">{text.missing}</span>;
      const display = shown(value);
      // What rounds to zero is shown as zero, and not in the colour of a loss.
      return <span className={display.startsWith('\u2212') ? 'neg' : ''}>{display}</span>;
    },
  });
  const words = (id: string, head: string, of: (row: Row) => string, optional = false): Column<Row> => ({
    id,
    head,
    optional,
    cell: (row) => <span className="long">{of(row)}</span>,
    exported: { unit: '', of },
  });
  return {
    number,
    words,
    difference: (of: (row: Row) => number | null) =>
      number(
        'difference',
        text.difference,
        text.percent,
        of,
        (value) => formatPercent(value, language, 1),
        '1',
      ),
    lacking: words('missing', text.missing, (row) =>
      [...new Set(row.missing.map((path) => missingWord(path, language)))].join(', '),
    ),
    source: words('source', text.source, (row) => row.source ?? '', true),
  };
}

export function ProductionTable({ rows }: { readonly rows: readonly ProductionCheck[] }): ReactElement {
  const { language, text } = useText();
  const { number, difference, lacking, source } = useChecks<ProductionCheck>();
  const btc = (value: number) => formatNumber(value, language, 0);
  const periods = { month: text.periodMonth, quarter: text.periodQuarter, year: text.periodYear };
  return (
    <DataTable
      label={text.production}
      rows={rows}
      rowKey={(row) => `${row.companyId}.${row.period}.${row.lastMonth}`}
      onOpen={(row) => void show({ name: 'company', id: row.companyId })}
      columns={[
        {
          id: 'company',
          head: text.company,
          sortBy: (row) => row.companyName,
          cell: (row) => row.companyName,
        },
        {
          id: 'period',
          head: text.period,
          sortBy: (row) => row.lastMonth,
          exported: { unit: '', of: (row) => `${periods[row.period]} ${row.lastMonth}` },
          cell: (row) => `${periods[row.period]} ${formatDate(row.lastMonth, language)}`,
        },
        number(
          'hashrate',
          text.averageHashrate,
          'EH/s',
          (row) => row.averageHashrateEhS,
          (value) => formatPlain(value, language),
        ),
        number('engine', text.computed, 'BTC', (row) => row.engine, btc),
        number('published', text.reported, 'BTC', (row) => row.published, btc),
        difference((row) => row.differenceShare),
        lacking,
        source,
      ]}
    />
  );
}

export function HashpriceTable({ rows }: { readonly rows: readonly HashpriceCheck[] }): ReactElement {
  const { language, text } = useText();
  const { number, difference, lacking, source } = useChecks<HashpriceCheck>();
  const usd = (value: number) => formatNumber(value, language, 2);
  return (
    <DataTable
      label={text.hashprice}
      rows={rows}
      rowKey={(row) => `${row.date}.${row.source}`}
      columns={[
        {
          id: 'date',
          head: text.asOf,
          sortBy: (row) => row.date,
          cell: (row) => formatDate(row.date, language),
        },
        number('engine', text.computed, text.usdPerPhDay, (row) => row.engine, usd),
        number('published', text.published, text.usdPerPhDay, (row) => row.published, usd),
        difference((row) => row.differenceShare),
        lacking,
        source,
      ]}
    />
  );
}

/** One number where both ends are the same, else both. */
function yieldRange({ yieldYearOneLow: low, yieldYearOneHigh: high }: LeaseCheck): number | string | null {
  if (low === null || high === null) return null;
  return low === high ? low : `${plainNumber(low)} … ${plainNumber(high)}`;
}

function Yield({ row }: { readonly row: LeaseCheck }): ReactElement {
  const { language, text } = useText();
  const { yieldYearOneLow: low, yieldYearOneHigh: high } = row;
  if (low === null || high === null) return <span className="miss">{text.missing}</span>;
  const [from, to] = [formatPercent(low, language, 1), formatPercent(high, language, 1)];
  return <>{from === to ? from : `${from} – ${to}`}</>;
}

export function LeaseTable({ rows }: { readonly rows: readonly LeaseCheck[] }): ReactElement {
  const { language, text } = useText();
  const { number, words, lacking, source } = useChecks<LeaseCheck>();
  const rent = (value: number) => formatNumber(value, language, 0);
  const origins = { announced: text.announced, preset: `${text.preset} ◇`, missing: text.missing };
  return (
    <DataTable
      label={text.leases}
      rows={rows}
      rowKey={(row) => row.contractId}
      columns={[
        {
          id: 'company',
          head: text.company,
          sortBy: (row) => row.companyName,
          cell: (row) => row.companyName,
        },
        words('counterparty', text.counterparty, (row) => partyText(row.counterparty, language)),
        number('average', text.averageRent, text.usdPerKwMonth, (row) => row.averageRentUsdPerKwMonth, rent),
        number(
          'announced',
          text.announcedRent,
          text.usdPerKwMonth,
          (row) => row.announcedAverageRentUsdPerKwMonth,
          rent,
        ),
        number('yearOne', text.yearOneRent, text.usdPerKwMonth, (row) => row.yearOneRentUsdPerKwMonth, rent),
        {
          id: 'escalator',
          head: text.escalator,
          exported: { unit: '1/yr', of: (row) => row.escalatorPerYear },
          unit: text.percent,
          numeric: true,
          cell: (row) => (
            <>
              {row.escalatorPerYear === null ? '' : formatPercent(row.escalatorPerYear, language, 1)}{' '}
              <span className="t">{origins[row.escalatorOrigin]}</span>
            </>
          ),
        },
        {
          id: 'yield',
          head: text.yieldOnCost,
          unit: text.yearOnePercent,
          numeric: true,
          sortBy: (row) => row.yieldYearOneLow,
          exported: { unit: '1', of: yieldRange },
          cell: (row) => <Yield row={row} />,
        },
        lacking,
        source,
      ]}
    />
  );
}
