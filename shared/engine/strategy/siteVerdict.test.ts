import { expect, test } from 'vitest';
import { agrees, readGolden } from '../testing/golden.ts';
import { findFlips } from './flipValues.ts';
import { siteVerdict, type SiteVerdictInput, type SiteVerdictResult } from './siteVerdict.ts';
import { judge } from './verdict.ts';

const margins = { undecidedMarginUsdPerMw: 50_000, undecidedMarginShare: 0.05 };

test('R5.4, R5.16, R5.17 golden case 19-verdict-rockdale: strategies, verdict and flips', () => {
  const { input, output } = readGolden<{ input: SiteVerdictInput; output: SiteVerdictResult }>(
    '19-verdict-rockdale.json',
  );
  const result = siteVerdict(input);
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
