import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callModel, modelFunctions } from './modelFunctions.ts';

interface GoldenFunction {
  readonly rtol: number;
  readonly atol: number;
  readonly cases: {
    readonly name?: string;
    readonly input: Record<string, unknown>;
    readonly output: unknown;
  }[];
}

const goldenFile = new URL('../../shared/engine/golden/model.json', import.meta.url);

/**
 * The exact last book value is 0; the golden file shows the rounding residue of its own order of
 * operations.
 */
const bookValueResidueUsd = 1e-6;

const golden = JSON.parse(readFileSync(goldenFile, 'utf8')) as Record<string, GoldenFunction>;

function expectClose(actual: unknown, expected: unknown, { rtol, atol }: GoldenFunction, path: string): void {
  if (typeof expected === 'number') {
    expect(typeof actual, path).toBe('number');
    const difference = Math.abs((actual as number) - expected);
    expect(difference, path).toBeLessThanOrEqual(rtol * Math.abs(expected) + atol);
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(actual as object).toSorted(), path).toEqual(Object.keys(expected).toSorted());
    for (const [key, value] of Object.entries(expected)) {
      expectClose(
        (actual as Record<string, unknown>)[key],
        value,
        { rtol, atol, cases: [] },
        `${path}.${key}`,
      );
    }
  } else {
    expect(actual, path).toEqual(expected);
  }
}

describe.each(Object.keys(golden))('golden model function %s', (name) => {
  const read = golden[name] as GoldenFunction;
  const of = name === 'depreciation' ? { ...read, atol: bookValueResidueUsd } : read;
  test.each(of.cases.map((one, index) => [one.name ?? `case ${index}`, one] as const))('%s', (_name, one) => {
    const [answer] = callModel(name, [one.input]);
    if (one.output === null) {
      expect(answer?.ok).toBe(false);
      return;
    }
    expect(answer?.ok, JSON.stringify(answer)).toBe(true);
    if (answer?.ok) expectClose(answer.value, one.output, of, name);
  });
});

test('a missing input is named, an impossible one too, an extra one tolerated', () => {
  expect(callModel('npv', [{ cashflows: [1], extra: 1 }, { cashflows: [1, 'x'], rate: 0 }, 7])).toEqual([
    { ok: false, error: { code: 'model.missingInput', missing: ['rate'] } },
    { ok: false, error: { code: 'model.invalidInput', missing: ['cashflows[1]'] } },
    { ok: false, error: { code: 'model.notAnObject' } },
  ]);
  expect(callModel('npv', [{ cashflows: [1], rate: 0, extra: 1 }])).toEqual([
    { ok: true, value: { npv: 1 } },
  ]);
  expect(callModel('constructor', [{}])).toEqual([{ ok: false, error: { code: 'model.unknownFunction' } }]);
  expect(callModel('npv', {})).toEqual([{ ok: false, error: { code: 'model.invalidInput' } }]);
});

test('a value beyond the range of numbers is no value', () => {
  const tooLong = [-1, ...Array<number>(4000).fill(1e-3), -1];
  const [npv] = callModel('npv', [{ cashflows: [1, 1e308, 1e308], rate: -0.9 }]);
  const height = { height: 963_646, timeUtc: '2026-08-22T23:59:59Z', intervalS: 1e300 };
  const answers = [npv, ...callModel('irr', [{ cashflows: tooLong }]), ...callModel('nextHalving', [height])];
  expect(answers).toEqual(
    ['npv', 'roots', 'etaUtc'].map((output) => ({
      ok: false,
      error: { code: 'model.notComputable', notFinite: [output] },
    })),
  );
});

type Tree = Record<string, unknown>;

/** Paths of all nodes of a tree, inner ones too. */
function nodesOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  const below = Object.entries(value).flatMap(([key, child]) => nodesOf(child, [...path, key]));
  return path.length > 0 ? [[...path], ...below] : below;
}

test('property: nonsense anywhere in a site case is answered, never thrown', () => {
  const folder = new URL('../../shared/engine/golden/', import.meta.url);
  const names = [
    '05-lease-terawulf-anthropic-hawesville',
    '09-gpu-cloud-iren-childress',
    '10-alliance-mara-starwood',
  ];
  const inputs = names.map(
    (name) => (JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as { input: Tree }).input,
  );
  const changed = fc
    .constantFrom(...inputs)
    .chain((input) => fc.tuple(fc.constant(input), fc.constantFrom(...nodesOf(input)), fc.jsonValue()));
  fc.assert(
    fc.property(changed, ([input, path, nonsense]) => {
      const copy = structuredClone(input);
      let at = copy;
      for (const key of path.slice(0, -1)) at = at[key] as Tree;
      at[path.at(-1) ?? ''] = nonsense;
      expect(callModel('siteCase', [copy])).toHaveLength(1);
    }),
    { numRuns: 1000 },
  );
});

test('nothing but an object is a site case', () => {
  expect(modelFunctions['siteCase']).toBeDefined();
  expect(callModel('siteCase', ['x', {}])).toMatchObject([
    { ok: false },
    {
      ok: true,
      value: { site: { computable: false, missing: ['valuationMonth', 'horizonMonths', 'blocks'] } },
    },
  ]);
});

test('R5.16, R5.17 a faulty flip refuses its own question and no other', () => {
  const file = new URL('../../shared/engine/golden/19-verdict-rockdale.json', import.meta.url);
  const { input } = JSON.parse(readFileSync(file, 'utf8')) as { input: Tree };
  const flip = { name: 'x', base: 1, low: 0, high: 2, inBest: ['blocks[9].foo'], inOther: [] };
  const answers = callModel('siteVerdict', [
    { ...input, flips: [flip] },
    { ...input, flips: [] },
  ]);
  expect(answers).toMatchObject([
    { ok: false, error: { code: 'model.invalidInput', missing: ['flips[0].inBest[0]'] } },
    { ok: true, value: { flips: [] } },
  ]);
});

test('R1.7 inputs that nothing uses are listed beside the result', () => {
  const [unused, plain] = callModel('siteCase', [{ horizon: 12, name: 'x' }, { name: 'x' }]);
  expect(unused).toMatchObject({ ok: true, value: { ignored: ['horizon'] } });
  expect(plain?.ok === true && plain.value).not.toHaveProperty('ignored');
});
