import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allFinite } from '../numeric/allFinite.ts';
import { evaluateSiteCase } from '../strategy/siteCase.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import { readGolden, type GoldenCase } from '../testing/golden.ts';
import { smallCase, smallCloud, smallLease } from '../testing/smallHall.ts';
import { caseFindings } from './caseFindings.ts';
import type { Finding, FindingCode } from './finding.ts';

const lease = smallCase(smallLease);

function evaluated(input: SiteCaseInput): { found: Finding[]; isComputable: boolean } {
  const result = evaluateSiteCase(input);
  return { found: caseFindings(input, result), isComputable: result.site.computable };
}

function finding(input: SiteCaseInput, code: FindingCode): Finding | undefined {
  return evaluated(input).found.find((candidate) => candidate.code === code);
}

const withHall = (change: object): SiteCaseInput => ({ ...lease, blocks: [{ ...smallLease, ...change }] });
const withTimeline = (change: object): SiteCaseInput =>
  withHall({ timeline: { ...smallLease.timeline, ...change } });

test('R5.11 no IRR: 24 months of rent never repay this hall', () => {
  const cheap = withHall({ lease: { ...smallLease.lease, rentUsdPerKwMonth: 0 } });
  expect(finding(cheap, 'noIrr')).toEqual({ code: 'noIrr', block: null, values: {} });
  expect(evaluated(cheap).isComputable).toBe(true);
});

test('R5.11 several IRRs: a prepayment before the build, capex, then revenue', () => {
  const { cloud } = smallCloud;
  const contract = {
    termMonths: 24,
    priceUsdPerGpuHour: 2,
    priceChangePerYear: 0,
    utilisation: 0.7,
    takeOrPayShare: 0.8,
    prepayment: { shareOfContractValue: 0.9 },
  };
  const market = { priceUsdPerGpuHour: { values: [4], growthPerYear: 0 }, utilisation: 0.5 };
  const input = { ...smallCase({ ...smallCloud, cloud: { ...cloud, contract, market } }), horizonMonths: 60 };
  const found = finding(input, 'severalIrrs');
  expect(found?.values['count']).toBe(2);
  expect(found?.values['lowestPerYear']).toBeCloseTo(0.14854430659981244, 9);
  expect(found?.values['highestPerYear']).toBeCloseTo(5.163598899902403, 9);
});

test('R5.11 the one root of a plan that first earns and then pays is named, not shown', () => {
  const { input } = readGolden<GoldenCase>('13-edge-below-shutdown-take-or-pay.json');
  expect(finding(input, 'risingIrr')?.values['rootPerYear']).toBeCloseTo(4.310745271153442, 9);
});

const debt = {
  blockId: 'hall',
  eligibleLines: ['buildCapexUsd'],
  loanToCost: 0.8,
  ratePerYear: 0.06,
  upfrontFeeShare: 0,
  capitaliseInterest: false,
  interestOnlyMonths: 0,
  tenorMonths: 120,
  repayment: 'annuity',
  balloonShare: 0,
  equityDiscountRatePerYear: 0.1,
} as const;

test('R5.8, R5.10 debt beyond the horizon and above the remaining flows: both found, everything computed', () => {
  const input = { ...lease, debt };
  const { found, isComputable } = evaluated(input);
  expect(isComputable).toBe(true);
  const open = found.find(({ code }) => code === 'debtNeverRepaid');
  expect(open?.values['lastMonth']).toBe(23);
  // 80 % of 100m USD on 120 months, 17 of them inside the horizon: most of it is open.
  expect(open?.values['balanceUsd']).toBeGreaterThan(60e6);
  const negative = found.find(({ code }) => code === 'negativeEquity');
  expect(negative?.values['debtUsd']).toBeGreaterThan(negative?.values['valueUsd'] ?? Infinity);
});

test('R5.8 a loan that is repaid from flows worth more has neither finding', () => {
  const rich = withHall({ lease: { ...smallLease.lease, rentUsdPerKwMonth: 5000 } });
  const { found } = evaluated({ ...rich, debt: { ...debt, tenorMonths: 12 } });
  expect(found.map(({ code }) => code)).not.toContain('debtNeverRepaid');
  expect(found.map(({ code }) => code)).not.toContain('negativeEquity');
});

test('R4.10 a horizon that ends before the hall stands', () => {
  expect(finding(withTimeline({ buildMonths: 40 }), 'horizonShorterThanBuild')).toEqual({
    code: 'horizonShorterThanBuild',
    block: 'hall',
    values: { horizonMonths: 24, energisationMonth: 42 },
  });
  expect(finding(withTimeline({ buildMonths: 40 }), 'billingStartsAfterHorizon')?.block).toBe('hall');
  expect(finding(lease, 'horizonShorterThanBuild')).toBeUndefined();
});

test('R4.10 dates out of order are named, and the block beside it is still computed', () => {
  const late = { ...smallLease, timeline: { ...smallLease.timeline, leaseSignedMonth: -30 } };
  const input = { ...lease, blocks: [late, { ...smallLease, id: 'other' }] };
  expect(finding(input, 'datesOutOfOrder')).toEqual({ code: 'datesOutOfOrder', block: 'hall', values: {} });
  expect(evaluateSiteCase(input).blocks.map(({ computable }) => computable)).toEqual([false, true]);
});

test('R4.10b an end before the hall stands is named with the month in which it does', () => {
  expect(evaluated(withHall({ toMonth: 5 })).found).toEqual([
    { code: 'endsUnbuilt', block: 'hall', values: { energisationMonth: 6 } },
  ]);
  expect(evaluated(withHall({ toMonth: 6 })).isComputable).toBe(true);
});

test('R4.10a a lease that has run out, and a book value of no hall, are named', () => {
  const timeline = { ...smallLease.timeline, leaseSignedMonth: -30, inService: true };
  const lapsed = withHall({ timeline, lease: { ...smallLease.lease, termMonths: 12 } });
  expect(evaluated(lapsed).found).toEqual([{ code: 'leaseHasRunOut', block: 'hall', values: {} }]);
  const book = { valueUsd: 1, remainingLifeMonths: 12 };
  expect(evaluated(withHall({ book })).found).toEqual([
    { code: 'bookWithoutHall', block: 'hall', values: {} },
  ]);
});

test('R1.7 any other value that cannot be used is named once, and is no date', () => {
  const found = evaluated(withHall({ pue: 0, lease: { ...smallLease.lease, termMonths: -1 } })).found;
  expect(found.filter(({ code }) => code === 'impossibleValue')).toEqual([
    { code: 'impossibleValue', block: 'hall', values: {} },
  ]);
  expect(found.map(({ code }) => code)).not.toContain('leaseHasRunOut');
  expect(evaluated({ ...lease, horizonMonths: -1 }).found.at(-1)).toEqual({
    code: 'impossibleValue',
    block: null,
    values: {},
  });
});

test('R4.1 zero MW, of the block and of the site', () => {
  expect(finding(withHall({ powerMw: 0 }), 'zeroMw')?.block).toBe('hall');
  const site = { gridPowerMw: 0, grossToItRatio: 1.1 };
  expect(finding({ ...lease, site }, 'zeroMw')?.block).toBeNull();
  expect(evaluated({ ...lease, site }).isComputable).toBe(true);
});

test('R4.1 a PUE below 1 and critical above grid MW are said and computed', () => {
  expect(evaluated(withHall({ pue: 0.9 })).isComputable).toBe(true);
  expect(finding(withHall({ pue: 0.9 }), 'pueBelowOne')?.values).toEqual({ pue: 0.9 });
  const above = withHall({ grossToItRatio: 0.5 });
  expect(evaluated(above).isComputable).toBe(true);
  expect(finding(above, 'criticalAboveGrid')?.values).toEqual({ criticalMw: 22, gridMw: 11 });
});

test('R5.3 an ordinary case has nothing to find', () => {
  const input = { ...smallCase(smallCloud), horizonMonths: 60 };
  const codes = evaluated(input).found.map(({ code }) => code);
  expect(codes.filter((code) => code !== 'noIrr')).toEqual([]);
});

test('R1.7 property: nonsense at a key of a block or of the case is answered with finite findings', () => {
  const keys = ['site', 'debt', 'horizonMonths', 'discountRatePerYear'] as const;
  const blockKeys = ['powerMw', 'pue', 'grossToItRatio', 'timeline', 'id', 'kind'] as const;
  const anything = fc.oneof(fc.jsonValue(), fc.double());
  fc.assert(
    fc.property(fc.constantFrom(...keys, ...blockKeys), anything, (key, nonsense) => {
      const isOfBlock = (blockKeys as readonly string[]).includes(key);
      const change = { [key]: nonsense };
      const input = (isOfBlock ? withHall(change) : { ...lease, debt, ...change }) as SiteCaseInput;
      expect(allFinite(evaluated(input).found)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
