import type { ReactElement } from 'react';
import type { HashpriceCheck, LeaseCheck, ProductionCheck } from '../../../shared/domain/backcast.ts';
import { formatDate, formatNumber, formatPercent, formatPlain } from '../../../shared/format/number.ts';
import { plainNumber } from '../../../shared/exchange/exportTable.ts';
import { leaseParty, missingWord, shareRangeText } from '../../../shared/text/backcastWords.ts';
import { asHead } from '../../../shared/text/screenText.ts';
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
    head: asHead(head),
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
    head: asHead(head),
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

interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

/** One number where both ends are the same, else both. */
function exportedRange({ low, high }: Ends): number | string | null {
  if (low === null || high === null) return null;
  return low === high ? low : `${plainNumber(low)} … ${plainNumber(high)}`;
}

/** The yields of a lease: of its first year and its term's mean as they follow from the announcement, and as announced. */
function useYields(): Column<LeaseCheck>[] {
  const { language, text } = useText();
  const column = (
    id: string,
    head: string,
    unit: string,
    of: (row: LeaseCheck) => Ends,
  ): Column<LeaseCheck> => ({
    id,
    head,
    unit,
    numeric: true,
    sortBy: (row) => of(row).low,
    exported: { unit: '1', of: (row) => exportedRange(of(row)) },
    cell: (row) => {
      const { low, high } = of(row);
      return shareRangeText(low, high, language) ?? <span className="miss">{text.missing}</span>;
    },
  });
  return [
    column('yield', text.yieldOnCost, text.yearOnePercent, (row) => ({
      low: row.yieldYearOneLow,
      high: row.yieldYearOneHigh,
    })),
    column('yieldMean', text.yieldOnCost, text.termMeanPercent, (row) => ({
      low: row.yieldTermAverageLow,
      high: row.yieldTermAverageHigh,
    })),
    column('yieldAnnounced', text.announcedYield, text.percent, (row) => ({
      low: row.yieldAnnouncedLow,
      high: row.yieldAnnouncedHigh,
    })),
  ];
}

export function LeaseTable({ rows }: { readonly rows: readonly LeaseCheck[] }): ReactElement {
  const { language, text } = useText();
  const { number, words, lacking, source } = useChecks<LeaseCheck>();
  const yields = useYields();
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
        words('counterparty', text.counterparty, (row) => leaseParty(row, language)),
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
        ...yields,
        lacking,
        source,
      ]}
    />
  );
}
