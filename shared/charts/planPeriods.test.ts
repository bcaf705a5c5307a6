import { expect, test } from 'vitest';
import { cumulative, lineBy, periodsOf, sumsBy } from './planPeriods.ts';

const months = ['2026-11', '2026-12', '2027-01'];

test('calendar years gather their months, months stay by themselves', () => {
  expect(periodsOf(months, true)).toEqual({ labels: ['2026', '2027'], of: [0, 0, 1] });
  expect(periodsOf(months, false).labels).toEqual(months);
  expect(sumsBy(periodsOf(months, true), [1, 2, 4])).toEqual([3, 4]);
});

test('money and amounts are summed, prices averaged', () => {
  const periods = periodsOf(months, true);
  const line = { blockId: 'mining', valuationUsd: 0, monthly: [10, 20, 40] };
  expect(lineBy(periods, { ...line, line: 'miningRevenueUsd', group: 'operating' })).toEqual([30, 40]);
  expect(lineBy(periods, { ...line, line: 'btcReceived', group: 'memo' })).toEqual([30, 40]);
  expect(lineBy(periods, { ...line, line: 'hashpriceUsdPerPhDay', group: 'memo' })).toEqual([15, 40]);
});

test('the running sum starts with the flow of the valuation date', () => {
  const flows = {
    blocks: [],
    months,
    lines: [],
    ebitdaUsd: [],
    netUsd: [1, 2, 4],
    valuationUsd: -10,
    isShared: false,
    judgedNetUsd: [1, 2, 4],
    judgedNpvUsd: 0,
  };
  expect(cumulative(flows, periodsOf(months, true))).toEqual([-7, -3]);
});
