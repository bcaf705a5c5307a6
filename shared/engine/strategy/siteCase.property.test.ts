import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conventionCase } from '../testing/conventionCase.ts';
import { readGolden, type GoldenCase } from '../testing/golden.ts';
import { ignoredInputs } from './caseTree.ts';
import { flowLines } from './lineSheet.ts';
import { npvUsd } from './npv.ts';
import { evaluateSiteCase } from './siteCase.ts';
import type { BlockInput } from './blockInput.ts';
import type { SiteCaseInput } from './siteCaseInput.ts';
import type { ComputedBlock, ComputedSite } from './siteCaseResult.ts';

const names = [
  '02-refresh-cleanspark-washington',
  '05-lease-terawulf-anthropic-hawesville',
  '07-lease-bitdeer-tydal',
  '09-gpu-cloud-iren-childress',
  '10-alliance-mara-starwood',
  '11-hybrid-riot-rockdale',
  '13-edge-below-shutdown-take-or-pay',
  '17-sell-site-canaan',
  '18-sell-contracted-shell-abernathy',
];
const inputs = [...names.map((name) => readGolden<GoldenCase>(`${name}.json`).input), conventionCase];
const anyInput = fc.constantFrom(...inputs);

type Tree = Record<string, unknown>;

/** Keys that may be absent without being missing, and texts that no formula reads. */
const optionalKeys = new Set([
  'name',
  'gpuModel',
  'toMonth',
  'discountRatePerYear',
  'grossToItRatio',
  'targetDscr',
  'gpuResidualAtHorizon',
  'id',
  'inService',
  'startsAfter',
]);

/** Paths of all leaves of an input, such as ['blocks', '0', 'lease', 'rentUsdPerKwMonth']. */
function leavesOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, [...path, key]));
}

function withLeaf(input: SiteCaseInput, path: readonly string[], value: unknown): SiteCaseInput {
  const copy = structuredClone(input) as Tree;
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Tree;
  at[path.at(-1) ?? ''] = value;
  return copy as SiteCaseInput;
}

function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

function pathText(path: readonly string[]): string {
  return path
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join('')
    .slice(1);
}

function siteOf(input: SiteCaseInput): ComputedSite {
  const { site } = evaluateSiteCase(input);
  if (!site.computable)
    throw new Error(`not computable: ${[...site.missing, ...(site.invalid ?? [])].join()}`);
  return site;
}

const npvOf = (input: SiteCaseInput): number => siteOf(input).metrics.unleveredPreTax.npvUsd;

function expectNear(actual: number, expected: number, parts: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(parts, Math.abs(expected), 1));
}

test.each(inputs.map((input, index) => [names[index] ?? 'conventions', input] as const))(
  'lines sum to the net flow: %s',
  (_name, input) => {
    const result = evaluateSiteCase(input);
    const { monthly } = siteOf(input);
    for (let month = 0; month < result.months.length; month += 1) {
      let [sum, parts] = [0, 0];
      for (const block of result.blocks as ComputedBlock[]) {
        for (const line of flowLines) {
          sum += block.monthly[line]?.[month] ?? 0;
          parts += Math.abs(block.monthly[line]?.[month] ?? 0);
        }
      }
      expectNear(monthly['netPreTaxUsd']?.[month] ?? NaN, sum, parts);
    }
  },
);

test('R4.2, R5.2, R5.2a a hybrid is the sum of its parts: each block alone has the same NPV', () => {
  const hybrid = inputs[5] as SiteCaseInput;
  const blocks = hybrid.blocks ?? [];
  const pairs = [[0], [1, 2], [3, 4]].map((places) => places.map((place) => blocks[place] as BlockInput));
  const parts = pairs.map((pair) => npvOf({ ...hybrid, blocks: pair }));
  const sum = parts.reduce((total, npv) => total + npv, 0);
  expectNear(npvOf(hybrid), sum, Math.abs(sum));
});

test.each([
  ['hybrid', inputs[5] as SiteCaseInput],
  ['conventions', conventionCase],
])('property: the order of the blocks does not matter: %s', (_name, hybrid) => {
  const blocks = hybrid.blocks ?? [];
  fc.assert(
    fc.property(fc.shuffledSubarray([...blocks], { minLength: blocks.length }), (shuffled) => {
      expectNear(npvOf({ ...hybrid, blocks: shuffled }), npvOf(hybrid), Math.abs(npvOf(hybrid)));
    }),
    { numRuns: 20 },
  );
});

test('property: NPV is linear in the flows', () => {
  const flow = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const flows = fc.array(fc.tuple(flow, flow), { minLength: 1, maxLength: 150 });
  const factor = fc.double({ min: -10, max: 10, noNaN: true });
  fc.assert(
    fc.property(flows, factor, fc.double({ min: -0.5, max: 1, noNaN: true }), (pairs, times, rate) => {
      const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
      const combined = npvUsd(
        rate,
        a.map((x, index) => times * x + (b[index] ?? 0)),
      );
      const parts = npvUsd(
        rate,
        a.map((x, index) => Math.abs(times * x) + Math.abs(b[index] ?? 0)),
      );
      expectNear(combined, times * npvUsd(rate, a) + npvUsd(rate, b), parts);
    }),
  );
});

test('property: twice the power and machines are twice the money', () => {
  const scaled = new Set(['powerMw', 'count', 'gridPowerMw', 'gridMw']);
  fc.assert(
    fc.property(
      fc.constantFrom(inputs[0], inputs[2], inputs[4], inputs[6], inputs[7], conventionCase),
      (input) => {
        const twice = JSON.parse(
          JSON.stringify(input, (key, value: unknown) => (scaled.has(key) ? (value as number) * 2 : value)),
        ) as SiteCaseInput;
        const [one, two] = [siteOf(input as SiteCaseInput), siteOf(twice)].map(
          ({ metrics }) => metrics.unleveredPreTax,
        );
        const npv = one?.npvUsd ?? NaN;
        expectNear(two?.npvUsd ?? NaN, 2 * npv, 100 * Math.abs(npv));
        expectNear(
          two?.npvUsdPerGridMw ?? NaN,
          one?.npvUsdPerGridMw ?? NaN,
          100 * Math.abs(one?.npvUsdPerGridMw ?? 0),
        );
      },
    ),
  );
});

test('property: a missing leaf is named and never becomes a number', () => {
  const caseWithLeaf = anyInput.chain((input) => {
    const leaves = leavesOf(input).filter(
      (path) => ['blocks', 'power', 'market'].includes(path[0] ?? '') && !optionalKeys.has(path.at(-1) ?? ''),
    );
    return fc.tuple(fc.constant(input), fc.constantFrom(...leaves), fc.constantFrom(null, undefined));
  });
  fc.assert(
    fc.property(caseWithLeaf, ([input, path, nothing]) => {
      const isRead = (input.blocks ?? []).some((block) => block?.kind === 'mining') || path[0] !== 'market';
      const isDepreciation = path.includes('depreciation') && !input.tax;
      fc.pre(isRead && !isDepreciation && path.at(-1) !== 'replaces');
      const { site } = evaluateSiteCase(withLeaf(input, path, nothing));
      expect(site.computable).toBe(false);
      if (site.computable) return;
      expect([...site.missing, ...(site.invalid ?? [])].join()).toContain(pathText(path));
      expect(site).not.toHaveProperty('metrics');
    }),
    { numRuns: 500 },
  );
}, 60_000);

test('property: finite inputs never give NaN or Infinity', () => {
  const odd = fc.oneof(
    fc.constantFrom(0, -1, 1, 2, 1e-300, 1e300, -1e300, Number.MAX_VALUE, 0.5, 240, 12),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -300, max: 300 }),
  );
  const numeric = (input: SiteCaseInput): string[][] =>
    leavesOf(input).filter((path) => {
      const value = path.reduce<unknown>((at, key) => (at as Tree)[key], input);
      return typeof value === 'number';
    });
  const changed = anyInput.chain((input) => {
    const change = fc.tuple(fc.constantFrom(...numeric(input)), odd);
    return fc.tuple(fc.constant(input), fc.array(change, { minLength: 1, maxLength: 3 }));
  });
  fc.assert(
    fc.property(changed, ([input, changes]) => {
      const fuzzed = changes.reduce((at, [path, value]) => withLeaf(at, path, value), input);
      expect(numbersOf(evaluateSiteCase(fuzzed)).every(Number.isFinite)).toBe(true);
    }),
    { numRuns: 1500 },
  );
}, 60_000);

test('R1.7 the case of all conventions is computed whole, and nothing in it is ignored', () => {
  const { metrics, ...site } = siteOf(conventionCase);
  for (const [name, figures] of Object.entries(metrics)) expect(figures, name).toHaveProperty('npvUsd');
  expect(site).toHaveProperty('loansTogether.covenant.trailingDscr');
  expect(site).toHaveProperty('allianceWarrants.valueUsd');
  expect(ignoredInputs(conventionCase)).toEqual([]);
});

test('property: what a loan, a covenant, an alliance or its parts lack is named, and the rest is computed', () => {
  const leaves = leavesOf(conventionCase).filter(
    (path) => ['debts', 'covenant', 'alliance'].includes(path[0] ?? '') && path.at(-1) !== 'targetDscr',
  );
  fc.assert(
    fc.property(fc.constantFrom(...leaves), fc.constantFrom(null, undefined), (path, nothing) => {
      const site = siteOf(withLeaf(conventionCase, path, nothing));
      const name = JSON.stringify(pathText(path));
      expect(JSON.stringify(site).includes(name), name).toBe(true);
      expect(site.metrics.unleveredPreTax).toEqual(siteOf(conventionCase).metrics.unleveredPreTax);
    }),
    { numRuns: 100 },
  );
});
