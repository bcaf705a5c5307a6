import { expect, test } from 'vitest';
import { companyFigures } from './companyFigures.ts';
import type { SiteFigures, StrategyOutcome } from './siteAnalysis.ts';

function outcome(
  kind: 'keepMining' | 'colocation',
  npvUsd: number,
  netUsd: readonly number[],
): StrategyOutcome {
  return {
    kind,
    computable: true,
    warnings: [],
    findings: [],
    figures: {
      npvUsd,
      npvUsdPerGridMw: npvUsd / 10,
      irrPerYear: null,
      irrRootCount: 0,
      paybackMonths: null,
      discountedPaybackMonths: null,
      moic: null,
      peakFundingUsd: 0,
      ebitdaUsdPerContractedGridMwh: null,
      ebitdaUsdPerConsumedGridMwh: null,
      ebitdaUsdPerCriticalMwYear: null,
      terminalShareOfNpv: null,
      yieldOnCost: null,
      yieldOnCostTermAverage: null,
      grossCapexUsd: null,
      gpuCapexUsd: null,
      criticalItMw: null,
      gap: null,
      miningEndMonth: null,
      discountRatePerYear: 0.1,
      operatingUsd: netUsd,
      investmentUsd: netUsd.map(() => 0),
      netUsd,
      valuationUsd: 0,
    },
  };
}

function site(
  siteId: string,
  gridMw: number | null,
  strategies: readonly StrategyOutcome[],
  horizonMonths = 3,
): SiteFigures {
  const best = strategies.find(({ computable }) => computable)?.kind ?? null;
  return {
    engineVersion: 'test',
    siteId,
    valuationMonth: '2026-12',
    horizonMonths,
    months: ['2026-12', '2027-01', '2027-02'],
    halvings: [],
    hashpriceUsdPerPhDay: [],
    market: {
      rule: 'responsive',
      isConstant: false,
      points: [],
      blockIntervalS: 600,
      enteredBy: null,
      enteredAt: null,
    },
    inputs: [
      {
        key: 'gridPowerMw',
        value: gridMw,
        origin: gridMw === null ? 'missing' : 'fact',
        unit: 'MW',
        basis: null,
        asOf: null,
        source: null,
        sourceUrl: null,
        confidence: null,
        note: null,
        low: null,
        high: null,
        fallback: gridMw,
        min: 0,
        max: 1e4,
        group: 'site',
      },
    ],
    counts: { fact: 1, derived: 0, own: 0, preset: 0, missing: 0 },
    strategies,
    verdict: {
      verdict: best === null ? 'not computable' : 'keep',
      best,
      bestUsdPerMw: null,
      runnerUp: null,
      marginUsdPerMw: null,
      otherStrategy: null,
      marginToOtherVerdictUsdPerMw: null,
      createsValue: null,
    },
    commonRateVerdict: null,
  };
}

const a = site('a', 10, [outcome('keepMining', 5, [-10, 8, 8])]);
const b = site('b', 30, [outcome('keepMining', 15, [-30, 10, 30]), outcome('colocation', 7, [1, 1, 1])]);
const missing = site('c', null, [
  { kind: 'keepMining', computable: false, missing: ['gridPowerMw'], findings: [] },
]);

test('R5.2a NPVs and flows add, peak funding is that of the summed flow, coverage is said', () => {
  const { strategies, siteCount, notComputable } = companyFigures([a, b, missing]);
  const keep = strategies.find(({ kind }) => kind === 'keepMining');
  expect(siteCount).toBe(3);
  expect(keep).toMatchObject({
    siteCount: 2,
    gridMw: 40,
    npvUsd: 20,
    npvUsdPerGridMw: 0.5,
    peakFundingUsd: 40,
  });
  expect(keep?.netUsd).toEqual([-40, 18, 38]);
  expect(notComputable).toEqual([{ siteId: 'c', missing: ['gridPowerMw'] }]);
  expect(strategies.find(({ kind }) => kind === 'colocation')).toMatchObject({ siteCount: 1, gridMw: 30 });
  expect(strategies.some(({ kind }) => kind === 'gpuCloud')).toBe(false);
});

test('R5.2a the order of the sites does not matter, and another horizon is never mixed in', () => {
  expect(companyFigures([b, a])).toEqual(companyFigures([a, b]));
  const other = site('d', 5, [outcome('keepMining', 1, [1, 1])], 2);
  const { strategies, otherHorizon } = companyFigures([a, b, other]);
  expect(otherHorizon).toEqual(['d']);
  expect(strategies.find(({ kind }) => kind === 'keepMining')?.siteCount).toBe(2);
});

test('a company without a computable site has no strategies, never zeros', () => {
  expect(companyFigures([missing]).strategies).toEqual([]);
});
