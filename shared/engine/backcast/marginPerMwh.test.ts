import { expect, test } from 'vitest';
import { marginHistory, everyMonth, type GpuPriceKind } from './marginPerMwh.ts';

const miner = { efficiencyJPerTh: 20, miningPue: 1.25, staleShare: 0, poolFeeShare: 0 };

function history(prices: readonly (readonly [month: string, kind: GpuPriceKind, price: number | null])[]) {
  return marginHistory({
    hashprices: [
      { month: '2026-01', hashpriceUsdPerPhDay: 48 },
      { month: '2026-03', hashpriceUsdPerPhDay: null },
    ],
    gpuPrices: prices.map(([month, kind, usdPerGpuHour]) => ({
      month,
      gpu: 'made up',
      kind,
      usdPerGpuHour,
      kwPerGpu: 2,
    })),
    miner,
    aiPue: 1.25,
    powerPriceUsdPerMwh: 50,
  });
}

test('R3.2, R3.7, R4.5, R4.24 worked by hand: 100/1.25 − 50 and 2·1000/2.5 − 50 USD a grid MWh', () => {
  const { mining, ai } = history([['2026-01', 'contract', 2]]);
  expect(mining[0]).toEqual({ revenueUsdPerGridMwh: 80, grossMarginUsdPerGridMwh: 30 });
  expect(ai[0]?.margins[0]).toEqual({ revenueUsdPerGridMwh: 800, grossMarginUsdPerGridMwh: 750 });
});

test('a gap stays a gap, and a month nobody observed has its place', () => {
  const { months, mining, ai } = history([
    ['2025-12', 'contract', 2],
    ['2026-02', 'contract', null],
    ['2026-03', 'contract', 3],
  ]);
  expect(months).toEqual(['2025-12', '2026-01', '2026-02', '2026-03']);
  expect(mining.map((month) => month !== null)).toEqual([false, true, false, false]);
  expect(ai[0]?.margins.map((month) => month !== null)).toEqual([true, false, false, true]);
  expect(everyMonth([])).toEqual([]);
});

test('contract and on-demand prices of one GPU are two series; neither fills the other', () => {
  const { ai } = history([
    ['2026-01', 'contract', 2],
    ['2026-02', 'onDemandList', 3],
  ]);
  expect(ai.map(({ kind }) => kind)).toEqual(['contract', 'onDemandList']);
  expect(ai.map(({ margins }) => margins.map((month) => month !== null))).toEqual([
    [true, false, false],
    [false, true, false],
  ]);
});

test('a GPU whose power is not known has no margin, and says so', () => {
  const known = history([['2026-01', 'contract', 2]]);
  const { ai } = marginHistory({
    hashprices: [],
    gpuPrices: [{ month: '2026-01', gpu: 'x', kind: 'contract', usdPerGpuHour: 2, kwPerGpu: null }],
    miner,
    aiPue: 1,
    powerPriceUsdPerMwh: 50,
  });
  expect(ai).toEqual([{ gpu: 'x', kind: 'contract', margins: [null], missing: ['kwPerGpu'] }]);
  expect(known.ai[0]?.missing).toEqual([]);
});
