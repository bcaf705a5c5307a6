import { describe, expect, test } from 'vitest';
import { agrees, readGolden, type GoldenCase } from '../testing/golden.ts';
import { evaluateSiteCase, halvingMonthsOf } from './siteCase.ts';
import type { ComputedBlock, SiteCaseResult } from './siteCaseResult.ts';

const caseFiles = [
  '01-keep-mining-riot-rockdale',
  '02-refresh-cleanspark-washington',
  '04-retrofit-riot-amd-rockdale',
  '05-lease-terawulf-anthropic-hawesville',
  '07-lease-bitdeer-tydal',
  '09-gpu-cloud-iren-childress',
  '10-alliance-mara-starwood',
  '11-hybrid-riot-rockdale',
  '12-edge-zero-power-price',
  '13-edge-below-shutdown-take-or-pay',
  '16-edge-missing-inputs',
  '17-sell-site-canaan',
  '18-sell-contracted-shell-abernathy',
];

/** Compares whatever the golden file holds; lists of missing inputs as sets, figures within tolerance. */
function expectAgrees(actual: unknown, expected: unknown, path: string): void {
  if (typeof expected === 'number') {
    expect(typeof actual, path).toBe('number');
    expect(agrees(actual as number, expected), `${path}: ${String(actual)} ≠ ${expected}`).toBe(true);
  } else if (path.endsWith('.missing')) {
    expect(new Set(actual as string[]), path).toEqual(new Set(expected as string[]));
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(actual as object).toSorted(), path).toEqual(Object.keys(expected).toSorted());
    for (const [key, value] of Object.entries(expected)) {
      expectAgrees((actual as Record<string, unknown>)[key], value, `${path}.${key}`);
    }
  } else {
    expect(actual, path).toBe(expected);
  }
}

function blockOf(result: SiteCaseResult, index: number): ComputedBlock {
  return result.blocks[index] as ComputedBlock;
}

describe.each(caseFiles)('R5.1, R5.2 golden case %s', (name) => {
  const { input, output } = readGolden<GoldenCase>(`${name}.json`);
  const result = evaluateSiteCase(input);

  test('calendar', () => {
    expect(result.months).toEqual(output.months);
    expect(result.hours).toEqual(output.hours);
  });

  test('blocks: every line of every month, figures, warnings, missing inputs', () => {
    expect(result.blocks.map(({ id }) => id)).toEqual(output.blocks.map(({ id }) => id));
    for (const [index, block] of output.blocks.entries()) {
      expectAgrees(blockOf(result, index), block, `blocks[${index}]`);
    }
  });

  test('site: monthly lines, tax, loan, alliance and figures', () => {
    expectAgrees(result.site, output.site, 'site');
  });
});

test('R2.6 halving months count from the valuation month', () => {
  expect(halvingMonthsOf(readGolden<GoldenCase>('01-keep-mining-riot-rockdale.json').input)).toEqual([
    16, 64, 112,
  ]);
  expect(halvingMonthsOf({})).toEqual([]);
});

test('R1.7 without a start nothing is computable and the start is named', () => {
  const { input } = readGolden<GoldenCase>('12-edge-zero-power-price.json');
  const result = evaluateSiteCase({ ...input, valuationMonth: null });
  expect(result.site).toEqual({ computable: false, missing: ['valuationMonth'] });
  expect(result.blocks[0]).toMatchObject({ id: 'mine', computable: false, missing: ['valuationMonth'] });
});

test('R1.7 a missing site stops only the figures per MW, and says why', () => {
  const { input } = readGolden<GoldenCase>('12-edge-zero-power-price.json');
  const { site: _, ...withoutSite } = input;
  expect(evaluateSiteCase(withoutSite).site).toMatchObject({
    computable: true,
    metrics: {
      unleveredPreTax: {
        npvUsdPerGridMw: null,
        ebitdaUsdPerCriticalMwYear: null,
        missing: ['site.gridPowerMw', 'site.grossToItRatio'],
      },
    },
  });
});

test('R1.7 a mining block hangs on the dates of the block that replaces it', () => {
  const { input } = readGolden<GoldenCase>('04-retrofit-riot-amd-rockdale.json');
  const [mine, hall] = input.blocks ?? [];
  const timeline = { ...(hall as { timeline: object }).timeline, leaseSignedMonth: null };
  const result = evaluateSiteCase({ ...input, blocks: [mine, { ...hall, timeline } as typeof hall] });
  expect(result.blocks[0]).toMatchObject({
    computable: false,
    missing: ['blocks[1].timeline.leaseSignedMonth'],
  });
});

test('R1.2a flows before the valuation date are sunk, flows on it undiscounted', () => {
  const { input } = readGolden<GoldenCase>('02-refresh-cleanspark-washington.json');
  const [block] = (input.blocks ?? []) as unknown as [{ fleet: { purchase?: object }[] }];
  const boughtBefore = (monthsBeforeStart: number): SiteCaseResult => {
    const fleet = [{ ...block.fleet[1], purchase: { ...block.fleet[1]?.purchase, monthsBeforeStart } }];
    return evaluateSiteCase({ ...input, blocks: [{ ...block, fleet } as never] });
  };
  expect(blockOf(boughtBefore(13), 0).atValuation).toHaveProperty('asicPurchaseUsd');
  expect(blockOf(boughtBefore(14), 0)).toMatchObject({ warnings: ['sunk'], atValuation: {} });
});
