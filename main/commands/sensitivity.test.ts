import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { sensitivityCommand } from './sensitivity.ts';

interface Answer {
  readonly format: string;
  readonly result: { readonly measure: string; readonly strategy: string };
  readonly inForce: Readonly<Record<string, number | null>>;
  readonly tornado: {
    readonly base: number | null;
    readonly bars: readonly { readonly range: { readonly key: string; readonly source: string | null } }[];
    readonly withoutRange: readonly string[];
  };
  readonly grid: {
    readonly x: { readonly key: string; readonly values: readonly number[] };
    readonly y: { readonly key: string };
    readonly rows: readonly { readonly y: number; readonly cells: readonly { readonly value: number }[] }[];
  };
  readonly breakEven: {
    readonly solutions: readonly { readonly value: number; readonly kind: string }[];
  } | null;
  readonly flips: { readonly from: string; readonly flips: readonly { readonly isBeyondRange: boolean }[] };
}

let portfolio = '';
beforeAll(() => {
  portfolio = join(temporaryFolder(), 'sample.umbau');
  copyFileSync(join(import.meta.dirname, '../../out/app/sample/sample.umbau'), portfolio);
});
afterEach(() => vi.restoreAllMocks());

async function answered(...args: readonly string[]): Promise<Answer> {
  let written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
  try {
    await sensitivityCommand(['--portfolio', portfolio, '--site', 'riot-rockdale', '--json', ...args]);
  } finally {
    vi.restoreAllMocks();
  }
  return JSON.parse(written) as Answer;
}

test('R7.1 sensitivity: tornado, grid and flips of the best conversion, every range with its source', async () => {
  const { format, result, tornado, grid, breakEven, flips } = await answered();
  expect(format).toBe('umbau-sensitivity-1');
  expect(result).toEqual({ measure: 'gain', strategy: 'colocation' });
  expect(tornado.bars[0]?.range.key).toBe('rentYear1UsdPerKwMonth');
  expect(tornado.bars.every(({ range }) => range.source !== null)).toBe(true);
  expect(tornado.withoutRange).toContain('gridPowerMw');
  expect(grid.rows).toHaveLength(7);
  expect(grid.rows.every(({ cells }) => cells.length === 8)).toBe(true);
  expect(breakEven).toBeNull();
  expect(flips.from).toBe('colocation');
});

test('R7.1c, R7.1d sensitivity: named axes, another result, and a break-even against a strategy and an amount', async () => {
  const named = await answered(
    '--measure',
    'npv',
    '--strategy',
    'colocation',
    '--x',
    'btcPriceUsd',
    '--y',
    'miningPowerPriceUsdPerMwh',
    '--break-even',
    'rentYear1UsdPerKwMonth',
  );
  expect([named.grid.x.key, named.grid.y.key]).toEqual(['btcPriceUsd', 'miningPowerPriceUsdPerMwh']);
  expect(named.tornado.base).toBeCloseTo((named.inForce['colocation'] ?? NaN) / 700, 6);
  expect(named.breakEven?.solutions).toMatchObject([{ kind: 'equal', value: expect.closeTo(109.6, 1) }]);
  const amount = await answered('--break-even', 'rentYear1UsdPerKwMonth', '--against', '0', '--from', '50');
  expect(amount.breakEven?.solutions).toHaveLength(1);
});

test.each([
  [['--measure', 'irr'], '--measure'],
  [['--strategy', 'keepMining'], '--strategy'],
  [['--x', 'btcPriceUsd'], '--x --y'],
  [['--x', 'nothing', '--y', 'btcPriceUsd'], '--x'],
  [['--break-even', 'btcPriceUsd', '--from', '9', '--to', '3'], '--from --to'],
  [['--break-even', 'btcPriceUsd', '--against', 'colocation'], '--strategy'],
  [['--against', 'refresh'], '--against'],
  [['--from', '1e'], '--from'],
])('sensitivity %j is refused with the name of what is wrong', async (args, problem) => {
  await expect(answered(...args)).rejects.toMatchObject({ code: 'cli.usage', values: { problem } });
});
