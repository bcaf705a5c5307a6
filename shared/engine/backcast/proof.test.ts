import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { number, readCsv, text } from '../../../resources/tools/readCsv.ts';
import { hashpriceBackcast } from './hashprice.ts';
import {
  expectedOfMonth,
  productionBackcast,
  type NetworkMonth,
  type ProductionReport,
} from './production.ts';

/*
 * The engine beside what companies and a hashprice index published (P63), from the files of the sample portfolio.
 */

const data = join(import.meta.dirname, '../../../resources/app/data');
const networks = new Map(
  readCsv(join(data, 'btc_monthly.csv')).map((row): [string, NetworkMonth] => {
    const month = text(row, 'month') ?? '';
    return [
      month,
      {
        month,
        difficulty: number(row, 'difficulty_avg'),
        subsidyBtcPerBlock: number(row, 'subsidy_btc_per_block'),
        feeShareOfRevenue: number(row, 'fee_share_of_revenue'),
      },
    ];
  }),
);
const reports = readCsv(join(data, 'production_checks.csv')).map((row): ProductionReport => ({
  companyId: text(row, 'company_id') ?? '',
  period: text(row, 'period_type') as ProductionReport['period'],
  lastMonth: text(row, 'month') ?? '',
  averageHashrateEhS: number(row, 'avg_operating_hashrate_eh_s'),
  endHashrateEhS: number(row, 'month_end_hashrate_eh_s'),
  btcProduced: number(row, 'btc_produced'),
}));
const nameOf = ({ companyId, period, lastMonth }: ProductionReport) => `${companyId} ${period} ${lastMonth}`;
const withAverage = reports.filter(({ averageHashrateEhS }) => averageHashrateEhS !== null);
const found = (name: string): ProductionReport => {
  const report = reports.find((candidate) => nameOf(candidate) === name);
  if (!report) throw new Error(name);
  return report;
};
const explained = ['riot month 2024-07', 'cleanspark quarter 2026-03'];

describe('R2.2, R2.6, R2.7 production of a reported average hash rate', () => {
  test('fifteen rows give one, and two of them are explained below', () => {
    expect(withAverage).toHaveLength(15);
    expect(withAverage.map(nameOf)).toEqual(expect.arrayContaining(explained));
  });

  test.each(
    withAverage
      .map((report) => [nameOf(report), report] as const)
      .filter(([name]) => !explained.includes(name)),
  )('%s: within 2 % of the reported BTC', (_name, report) => {
    const { comparison, missing } = productionBackcast(report, networks);
    expect(missing).toEqual([]);
    expect(Math.abs(comparison?.differenceShare ?? 1)).toBeLessThan(0.02);
  });

  test('Riot, July 2024: the engine is 3.1 % above 370 BTC, because its average counts a site that joined late', () => {
    // The press release of the row gives averages by site: Rockdale 9.6 and Corsicana 5.7 EH/s, and 0.9 for Kentucky,
    // bought in the last week of July; their total is given as 15.5. At the two Texas sites' 15.3 the engine is within
    // 2 %, so the reported BTC are those of about 15.3 EH/s over the whole month.
    const riot = found('riot month 2024-07');
    const share = (averageHashrateEhS: number) =>
      productionBackcast({ ...riot, averageHashrateEhS }, networks).comparison?.differenceShare ?? 1;
    expect(share(15.5)).toBeCloseTo(0.031, 3);
    expect(share(9.6 + 5.7)).toBeLessThan(0.02);
  });

  test('CleanSpark, January to March 2026: 5.9 % above even without fees, which agrees with its own report', () => {
    // Winter-storm quarter. The row's note, from the 10-Q: 1,795 BTC are 6 % below theory for the stated average of
    // 47.3 EH/s. Fees of February and March were not observed, so there is a lower bound and no comparison with fees.
    const quarter = productionBackcast(found('cleanspark quarter 2026-03'), networks);
    expect(quarter.comparison).toBeNull();
    expect(quarter.missing).toEqual([
      'network[2026-02].feeShareOfRevenue',
      'network[2026-03].feeShareOfRevenue',
    ]);
    const short = 1 - 1795 / (quarter.expectedSubsidyBtc ?? 0);
    expect(short).toBeGreaterThan(0.05);
    expect(short).toBeLessThan(0.06);
  });
});

test('R3.1 a hash rate at the end of the month is no average: named, not used', () => {
  const rows = reports.filter((row) => row.averageHashrateEhS === null && row.endHashrateEhS !== null);
  expect(rows.length).toBeGreaterThan(5);
  for (const report of rows) {
    const result = productionBackcast(report, networks);
    expect(result).toMatchObject({ expectedBtc: null, comparison: null, notUsed: ['endHashrateEhS'] });
    expect(result.missing).toContain('averageHashrateEhS');
  }
});

test('R2.6 the halving inside April 2024 is weighted: BTC of the month lie between the two subsidies', () => {
  const network = networks.get('2024-04') as NetworkMonth;
  const btcAt = (subsidyBtcPerBlock: number) =>
    expectedOfMonth(8.238, { ...network, subsidyBtcPerBlock, feeShareOfRevenue: 0 }).btc ?? 0;
  const real = expectedOfMonth(8.238, network).subsidyBtc ?? 0;
  expect(real).toBeGreaterThan(btcAt(3.125));
  expect(real).toBeLessThan(btcAt(6.25));
});

describe('R2.3, R2.7 published hashprice', () => {
  const observations = readCsv(join(data, 'hashprice_checks.csv')).map((row) => {
    const [terahashes, percent] = [
      number(row, 'network_difficulty_t'),
      number(row, 'fee_share_of_reward_pct'),
    ];
    return {
      date: text(row, 'date') ?? '',
      hashpriceUsdPerPhDay: number(row, 'hashprice_usd_per_ph_day'),
      hashpriceBtcPerPhDay: number(row, 'hashprice_btc_per_ph_day'),
      btcPriceUsd: number(row, 'btc_price_usd'),
      difficulty: terahashes === null ? null : terahashes * 1e12,
      feeShareOfRevenue: percent === null ? null : percent / 100,
      subsidyBtcPerBlock: number(row, 'block_subsidy_btc'),
    };
  });
  const complete = observations.filter((row) => row.difficulty !== null && row.feeShareOfRevenue !== null);

  test('five rows give difficulty and fee share', () => expect(complete).toHaveLength(5));

  test.each(complete.filter(({ date }) => date !== '2025-03-03'))('$date: within 1 %', (row) => {
    const { usd, missing } = hashpriceBackcast(row);
    expect(missing).toEqual([]);
    expect(Math.abs(usd?.differenceShare ?? 1)).toBeLessThan(0.01);
  });

  test('2025-03-03: 1.3 % in USD, because the price beside it is of another hour; 0.6 % in BTC', () => {
    // The roundup's own two hashprices are 85,746 USD per BTC apart, while it prints a price of 86,350. No retarget is
    // near: epochs began on 23 February and 9 March.
    const row = hashpriceBackcast(complete.find(({ date }) => date === '2025-03-03') as (typeof complete)[0]);
    expect(row.usd?.differenceShare).toBeCloseTo(0.0134, 4);
    expect(row.impliedBtcPriceUsd).toBeCloseTo(85_746, 0);
    expect(Math.abs(row.btc?.differenceShare ?? 1)).toBeLessThan(0.01);
  });

  test('without difficulty or fee share there is no figure, and the reason', () => {
    for (const row of observations.filter((candidate) => !complete.includes(candidate))) {
      const result = hashpriceBackcast(row);
      expect(result.usd).toBeNull();
      expect(result.missing.length).toBeGreaterThan(0);
    }
  });
});
