import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readGolden } from '../testing/golden.ts';
import { ignoredInputs, numberAt } from './caseTree.ts';
import type { SiteCaseInput } from './siteCaseInput.ts';

interface GoldenInput {
  readonly input: SiteCaseInput & { readonly strategies?: readonly { readonly case: SiteCaseInput }[] };
}

const { input } = readGolden<GoldenInput>('05-lease-terawulf-anthropic-hawesville.json');

test('R1.7 no golden case holds anything that is not used, remarks apart', () => {
  const files = readdirSync(new URL('../golden/', import.meta.url)).filter((file) => /^\d/.test(file));
  for (const file of files) {
    const golden = readGolden<GoldenInput>(file).input;
    const cases = golden.strategies?.map((strategy) => strategy.case) ?? [golden];
    expect(cases.flatMap(ignoredInputs), file).toEqual([]);
  }
});

test('R1.7 what no rule names is listed by its path, a remark is not, nor what cannot matter', () => {
  const [hall] = input.blocks ?? [];
  const strange = { ...hall, leese: { rent: 1 }, note: 'as announced', power: { spot: 1 } };
  const changed = { ...input, blocks: [strange], taxes: { rate: 0.2 }, tax: null } as SiteCaseInput;
  expect(ignoredInputs(changed)).toEqual(['blocks[0].leese', 'blocks[0].power.spot', 'taxes']);
});

test('R1.7 funding by the tenant belongs to a lease, not to a GPU cloud', () => {
  const funded = { tenantFundedCapex: { usdPerMwIt: 1e6, capShare: 0.5 } };
  const blocks = [{ id: 'hall', kind: 'gpuCloud', ...funded }];
  expect(ignoredInputs({ blocks } as unknown as SiteCaseInput)).toEqual(['blocks[0].tenantFundedCapex']);
});

test('R5.17 a path leads to a number of the plan and its domain, or nowhere', () => {
  expect(numberAt(input, 'blocks[0].lease.termMonths')).toMatchObject({ whole: true, min: 0 });
  expect(numberAt(input, 'blocks[0].timeline.slipMonths')?.whole).toBe(true);
  expect(numberAt(input, 'blocks[0].lease.rentUsdPerKwMonth')).toEqual({ is: 'number' });
  expect(numberAt(input, 'blocks[0].grossToItRatio')).toMatchObject({ above: 0 });
  for (const path of [
    '',
    'foo.bar.baz',
    'blocks[0].lease.foo',
    'blocks[9].powerMw',
    'blocks[0].shellSale.month',
    'blocks[0].timeline.rampShare[99]',
    'blocks[0].timeline.rampShare.-1',
    'blocks[0].lease.passThrough',
    'blocks[0].lease',
    '__proto__.x',
    'blocks.length',
  ]) {
    expect(numberAt(input, path), path).toBeUndefined();
  }
});
