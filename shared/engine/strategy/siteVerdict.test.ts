import { expect, test } from 'vitest';
import { agrees, readGolden } from '../testing/golden.ts';
import { findFlips } from './flipValues.ts';
import {
  siteVerdict,
  type SiteVerdictInput,
  type SiteVerdictResult,
  type StrategyInput,
} from './siteVerdict.ts';
import type { FlipInput } from './verdictFlips.ts';
import { judge } from './verdict.ts';

const margins = { undecidedMarginUsdPerMw: 50_000, undecidedMarginShare: 0.05 };

const { input, output } = readGolden<{ input: SiteVerdictInput; output: SiteVerdictResult }>(
  '19-verdict-rockdale.json',
);

test('R5.4, R5.16, R5.17 golden case 19-verdict-rockdale: strategies, verdict and flips', () => {
  const result = siteVerdict(input) as SiteVerdictResult;
  for (const [index, strategy] of output.strategies.entries()) {
    expect(result.strategies[index]).toMatchObject({ kind: strategy.kind });
    for (const figure of ['npvUsd', 'npvUsdPerGridMw'] as const) {
      const [actual, expected] = [result.strategies[index], strategy] as unknown as Record<string, number>[];
      expect(agrees(actual?.[figure] ?? NaN, expected?.[figure] ?? NaN)).toBe(true);
    }
  }
  expect(Object.keys(result.verdict)).toEqual(Object.keys(output.verdict));
  for (const [key, expected] of Object.entries(output.verdict)) {
    const actual = result.verdict[key as keyof typeof result.verdict];
    if (typeof expected === 'number') expect(agrees(actual as number, expected), key).toBe(true);
    else expect(actual, key).toEqual(expected);
  }
  for (const [index, flip] of output.flips.entries()) {
    const actual = result.flips[index];
    expect(actual).toMatchObject({ name: flip.name, baseValue: flip.baseValue });
    expect(actual?.roots.length).toBe(flip.roots.length);
    for (const [at, root] of flip.roots.entries()) expect(agrees(actual?.roots[at] ?? NaN, root)).toBe(true);
    if (flip.nearest === null) expect(actual?.nearest).toBeNull();
    else expect(agrees(actual?.nearest ?? NaN, flip.nearest)).toBe(true);
  }
});

test('R5.16 ties go to the first in the list', () => {
  const verdict = judge(
    [
      { kind: 'refresh', npvUsdPerGridMw: 2e6 },
      { kind: 'keepMining', npvUsdPerGridMw: 2e6 },
      { kind: 'colocation', npvUsdPerGridMw: 1e6 },
    ],
    margins,
  );
  expect(verdict).toMatchObject({
    verdict: 'keep',
    best: 'refresh',
    runnerUp: 'keepMining',
    marginUsdPerMw: 0,
  });
});

test('R5.16 too small a margin to the other verdict is undecided, whatever the runner-up', () => {
  const verdict = judge(
    [
      { kind: 'colocation', npvUsdPerGridMw: 1e6 },
      { kind: 'hybrid', npvUsdPerGridMw: 0.99e6 },
      { kind: 'keepMining', npvUsdPerGridMw: 0.96e6 },
    ],
    margins,
  );
  expect(verdict).toMatchObject({ verdict: 'undecided', runnerUp: 'hybrid', otherStrategy: 'keepMining' });
});

test('R5.16 one computable strategy is undecided, none is not computable, and the others are named', () => {
  const missing = { kind: 'gpuCloud', npvUsdPerGridMw: undefined } as const;
  expect(judge([missing, { kind: 'keepMining', npvUsdPerGridMw: 1 }], margins)).toMatchObject({
    verdict: 'undecided',
    best: 'keepMining',
    marginUsdPerMw: null,
    notComputable: ['gpuCloud'],
  });
  expect(judge([missing], margins)).toMatchObject({
    verdict: 'not computable',
    best: null,
    createsValue: null,
  });
});

test('R5.17 every sign change is found, the nearest to the base is named', () => {
  const flips = findFlips((x) => (x - 1) * (x - 4) * (x - 7), { base: 5, low: 0, high: 10, steps: 40 });
  expect(flips.roots.map((root) => Math.round(root * 1e9) / 1e9)).toEqual([1, 4, 7]);
  expect(flips.nearest).toBeCloseTo(4, 12);
  expect(findFlips(() => 1, { base: 5, low: 0, high: 10, steps: 40 })).toEqual({ roots: [], nearest: null });
});

test('R5.17 months are tried one by one and flip at the first value of the new sign', () => {
  const range = { base: 2, low: 0, high: 10, steps: 3, isWhole: true };
  expect(findFlips((x) => 4.5 - x, range).roots).toEqual([5]);
});

/** Keep mining against colocation at a rent at which a few months decide. */
function atRent33(...flips: FlipInput[]): SiteVerdictInput {
  const [keep, convert] = structuredClone(input.strategies);
  const hall = convert?.case.blocks?.[1] as { lease: { rentUsdPerKwMonth: number } } | undefined;
  if (!keep || !convert || !hall) throw new Error('golden case 19 begins with keep mining and colocation');
  hall.lease.rentUsdPerKwMonth = 33;
  return { ...input, strategies: [keep, convert], flipSteps: 7, flips };
}

const slip: FlipInput = {
  name: 'slip',
  base: 0,
  low: 0,
  high: 60,
  inBest: ['blocks[1].timeline.slipMonths'],
  inOther: [],
};
const invalid = (...paths: string[]): object => ({ computable: false, missing: [], invalid: paths });

test('R5.17 a number of months is known by its key and tried one by one, inside its domain', () => {
  const term = { ...slip, base: 120, low: -1e9, high: 120, inBest: ['blocks[1].lease.termMonths'] };
  const result = siteVerdict(atRent33(slip, term)) as SiteVerdictResult;
  expect(result.verdict.best).toBe('colocation');
  expect(result.flips.map(({ roots }) => roots)).toEqual([[4], [61]]);
});

test('R5.17 a flip of an input that its plan does not have is refused by its path', () => {
  const paths = ['blocks[9].foo', 'blocks[1].timeline.slipMonths', 'blocks[1].lease.foo', 'foo.bar.baz', ''];
  const wrong = { ...slip, inBest: paths, inOther: ['blocks[1].timeline.slipMonths'] };
  expect(siteVerdict(atRent33(slip, wrong))).toEqual(
    invalid(...[0, 2, 3, 4].map((at) => `flips[1].inBest[${at}]`), 'flips[1].inOther[0]'),
  );
});

test('R5.17 a range that ends before it begins is refused, one of a single value is not', () => {
  expect(siteVerdict(atRent33({ ...slip, low: 5, high: 4 }))).toEqual(invalid('flips[0].high'));
  expect(siteVerdict(atRent33({ ...slip, low: 4, high: 4 }))).toMatchObject({ flips: [{ roots: [] }] });
});

test('R5.16 strategies on different horizons are refused, one without a horizon is not computable', () => {
  const { strategies, ...rest } = atRent33();
  const [keep, convert] = strategies as [StrategyInput, StrategyInput];
  const withHorizon = (horizonMonths: number | null): SiteVerdictInput => ({
    ...rest,
    strategies: [keep, { ...convert, case: { ...convert.case, horizonMonths } }],
  });
  expect(siteVerdict(withHorizon(60))).toEqual(invalid('strategies[1].case.horizonMonths'));
  expect(siteVerdict(withHorizon(null))).toMatchObject({ verdict: { notComputable: ['colocation'] } });
});
