import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { explainCommand } from './explain.ts';

interface Node {
  readonly name: { readonly kind: string; readonly key: string };
  readonly month?: string;
  readonly value: number;
  readonly formula: string | null;
  readonly coverage?: { readonly known: number; readonly all: number };
  readonly origin?: { readonly kind: string; readonly input?: { readonly origin: string } };
  readonly children?: readonly Node[];
}

let portfolio = '';
beforeAll(() => {
  portfolio = join(temporaryFolder(), 'sample.umbau');
  copyFileSync(join(import.meta.dirname, '../../out/app/sample/sample.umbau'), portfolio);
});
afterEach(() => vi.restoreAllMocks());

async function explained(...args: readonly string[]): Promise<{ computable: boolean; calculation: Node }> {
  return explainedOf(['--site', 'riot-rockdale'], ...args);
}

async function explainedOf(
  subject: readonly string[],
  ...args: readonly string[]
): Promise<{ computable: boolean; calculation: Node }> {
  let written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
  try {
    await explainCommand(['--portfolio', portfolio, ...subject, ...args]);
  } finally {
    vi.restoreAllMocks();
  }
  return JSON.parse(written) as { computable: boolean; calculation: Node };
}

function all(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(all)];
}

test('R5.10 explain: the NPV unfolds to the rent of one month and to the rent with its origin', async () => {
  const { calculation } = await explained(
    '--strategy',
    'colocation',
    '--figure',
    'npvUsd',
    '--month',
    '2031-04',
    '--depth',
    '9',
  );
  const nodes = all(calculation);
  const rent = nodes.find(({ name }) => name.kind === 'line' && name.key === 'rentUsd');
  expect(rent).toMatchObject({ month: '2031-04', formula: 'R·W' });
  const input = nodes.find(({ name }) => name.key === 'rentYear1UsdPerKwMonth');
  expect(input?.origin).toMatchObject({ kind: 'input', input: { origin: 'derived' } });
  expect(new Set(nodes.flatMap(({ name }) => (name.kind === 'month' ? [name.key] : [])))).toEqual(
    new Set(['2031-04']),
  );
});

test('explain: a line needs a month inside the horizon, and stops at the depth asked for', async () => {
  const line = ['--strategy', 'colocation', '--figure', 'rentUsd'];
  const { calculation } = await explained(...line, '--month', '2031-04', '--depth', '1');
  expect(calculation.children?.map(({ name }) => name.key)).toEqual(['contractRent', 'weight']);
  expect(calculation.children?.every(({ children }) => children === undefined)).toBe(true);
  await expect(explained(...line)).rejects.toMatchObject({ code: 'cli.usage' });
  await expect(explained(...line, '--month', '2131-04')).rejects.toMatchObject({ code: 'cli.usage' });
  await expect(explained('--strategy', 'colocation', '--figure', 'rent')).rejects.toMatchObject({
    code: 'cli.usage',
  });
  await expect(explained('--strategy', 'lease', '--figure', 'npvUsd')).rejects.toMatchObject({
    code: 'cli.usage',
  });
});

test('explain: a figure that the plan does not have is said to be none', async () => {
  expect(await explained('--strategy', 'keepMining', '--figure', 'yieldOnCost')).toMatchObject({
    computable: false,
    calculation: null,
  });
});

test('R5.21 explain: a sum of a company unfolds to its sites, with coverage, and to their strategies', async () => {
  const asked = ['--strategy', 'best', '--figure', 'npvUsd', '--depth', '2'];
  const { calculation } = await explainedOf(['--company', 'riot'], ...asked);
  expect(calculation.coverage?.known).toBe(calculation.children?.length);
  expect(calculation.coverage?.all).toBeGreaterThanOrEqual(calculation.children?.length ?? Infinity);
  const rockdale = calculation.children?.find(({ name }) => name.key === 'riot-rockdale');
  expect(rockdale?.children?.[0]?.name).toEqual({ kind: 'figure', key: 'npvUsd' });
  const total = calculation.children?.reduce((sum, { value }) => sum + value, 0) ?? NaN;
  expect(Math.abs(total - calculation.value)).toBeLessThan(1e-9 * Math.abs(total));
  await expect(
    explainedOf(['--company', 'riot'], '--strategy', 'best', '--figure', 'yieldOnCost'),
  ).rejects.toMatchObject({ code: 'cli.usage' });
});

test('R4.13 explain: an input that follows from contracts unfolds to their totals', async () => {
  const { calculation } = await explained('--figure', 'rentYear1UsdPerKwMonth', '--depth', '4');
  const kinds = all(calculation).map(({ origin }) => origin?.kind);
  expect(kinds).toContain('contract');
  expect(calculation.formula).not.toBeNull();
});

test('R5.14 explain: the cost of a kW-month of a let hall', async () => {
  const { calculation } = await explained('--strategy', 'colocation', '--figure', 'lcocUsdPerKwMonth');
  expect(calculation.formula).toBe('−C/Q');
});
