import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseFindings } from '../findings/caseFindings.ts';
import { lineIn, smallCase, smallLease, smallSite } from '../testing/smallHall.ts';
import { ignoredInputs } from './caseTree.ts';
import { evaluateSiteCase } from './siteCase.ts';
import type { NamedDebt, SiteCaseInput } from './siteCaseInput.ts';
import type { ComputedSite } from './siteCaseResult.ts';

/*
 * The small hall costs 100 million USD and bills from month 7 (August 2027), at half load in its first month. CFADS:
 * August 500,000 of rent less 2 %, less 132,000 of fixed cost, less 3 MW · 744 h at 50 USD = 246,400; afterwards
 * 980,000 − 132,000 − 6 MW · hours · 50 = 848,000 − 300·hours, so 632,000 in September (720 h).
 */
const [august, september] = [246_400, 632_000];

const senior: NamedDebt = {
  id: 'senior',
  blockId: 'hall',
  eligibleLines: ['buildCapexUsd'],
  loanToCost: 0.5,
  ratePerYear: 0,
  upfrontFeeShare: 0.01,
  capitaliseInterest: false,
  interestOnlyMonths: 0,
  tenorMonths: 10,
  repayment: 'annuity',
  balloonShare: 0,
  equityDiscountRatePerYear: 0.12,
};
const junior: NamedDebt = { ...senior, id: 'junior', loanToCost: 0.25, tenorMonths: 5 };
const oneHall = smallCase(smallLease);
const twoHalls: SiteCaseInput = { ...oneHall, blocks: [smallLease, { ...smallLease, id: 'other' }] };

test('R5.8e lines of several loans are their sum; each has its own lines and cover', () => {
  const site = smallSite({ ...oneHall, debts: [senior, junior] });
  // 50 million over ten months and 25 million over five: five million each, until the junior loan is repaid.
  expect([7, 11, 12, 16, 17].map((month) => Math.round(lineIn(site, 'loanPrincipalUsd', month)))).toEqual([
    -10e6, -10e6, -5e6, -5e6, 0,
  ]);
  expect(lineIn(site, 'loanUpfrontFeeUsd', 2)).toBeCloseTo(-750_000, 6);
  expect(site.loans?.map(({ id, commitmentUsd }) => [id, Math.round(commitmentUsd)])).toEqual([
    ['senior', 50e6],
    ['junior', 25e6],
  ]);
  expect(site.loans?.[1]?.monthly['loanPrincipalUsd']?.[12]).toBeCloseTo(0, 6);
  expect(site.loans?.[0]?.dscr[0]).toBeCloseTo(august / 5e6, 12);
  // One hall's CFADS serve both loans, and count once.
  expect(site.loansTogether?.dscr[0]).toBeCloseTo(august / 10e6, 12);
  expect(site.loansTogether?.dscr).toHaveLength(10);
  expect(site.loansTogether?.firstRepaymentMonth).toBe(7);
  expect(site).not.toHaveProperty('loan');
});

test('R5.8e loans on two halls are served by both', () => {
  const site = smallSite({ ...twoHalls, debts: [senior, { ...junior, blockId: 'other' }] });
  expect(site.loansTogether?.dscr[1]).toBeCloseTo((2 * september) / 10e6, 12);
  // From month 12 (January 2028, 744 h) on only the first hall still has a loan to serve.
  expect(site.loansTogether?.dscr[5]).toBeCloseTo((848_000 - 300 * 744) / 5e6, 12);
});

test('R5.8e one loan in the list is the one loan, to the last bit; beside it others are added', () => {
  const { id: _, ...debt } = senior;
  const [alone, listed] = [smallSite({ ...oneHall, debt }), smallSite({ ...oneHall, debts: [senior] })];
  expect(listed.monthly).toEqual(alone.monthly);
  expect(listed.metrics).toEqual(alone.metrics);
  const both = smallSite({ ...oneHall, debt, debts: [junior] });
  expect(both.loan).toEqual(alone.loan);
  expect(both.loans?.map((loan) => loan.id)).toEqual(['debt', 'junior']);
  expect(both.monthly['equityPreTaxUsd']).toEqual(
    smallSite({ ...oneHall, debts: [senior, junior] }).monthly['equityPreTaxUsd'],
  );
});

test('property: R5.8e the order of the loans does not matter', () => {
  const mezzanine = { ...senior, id: 'mezzanine', loanToCost: 0.1, ratePerYear: 0.13, balloonShare: 0.4 };
  const loans = [senior, { ...junior, blockId: 'other', ratePerYear: 0.07 }, mezzanine];
  const sorted = smallSite({ ...twoHalls, debts: loans });
  fc.assert(
    fc.property(fc.shuffledSubarray(loans, { minLength: loans.length }), (debts) => {
      const site = smallSite({ ...twoHalls, debts });
      for (const [month, usd] of (site.monthly['equityPreTaxUsd'] ?? []).entries())
        expect(usd).toBeCloseTo(lineIn(sorted, 'equityPreTaxUsd', month), 6);
      expect(site.loansTogether?.minDscr).toBeCloseTo(sorted.loansTogether?.minDscr ?? NaN, 12);
    }),
    { numRuns: 12 },
  );
});

test('R1.7 what is missing or wrong in one of several loans is named by its place', () => {
  const leveredOf = (debts: SiteCaseInput['debts'], change: SiteCaseInput = {}): object =>
    (evaluateSiteCase({ ...oneHall, ...change, debts }).site as ComputedSite).metrics.leveredPreTax;
  const { ratePerYear: _, ...noRate } = junior;
  expect(leveredOf([senior, noRate])).toEqual({ computable: false, missing: ['debts[1].ratePerYear'] });
  expect(leveredOf([])).toMatchObject({ invalid: ['debts'] });
  expect(leveredOf([senior, { ...junior, id: 'senior' }])).toMatchObject({ invalid: ['debts[1].id'] });
  expect(leveredOf([senior, { ...junior, blockId: 'x', eligibleLines: ['x'] }])).toMatchObject({
    invalid: ['debts[1].blockId', 'debts[1].eligibleLines'],
  });
  expect(leveredOf([senior, { ...junior, equityDiscountRatePerYear: 0.1 }])).toMatchObject({
    invalid: ['debts[1].equityDiscountRatePerYear'],
  });
  expect(leveredOf([junior], { debt: {} })).toMatchObject({ computable: false });
  const known = { ...oneHall, debts: [senior], covenant: { lockUpDscr: 1.3, breachDscr: 1.1, cure: 1 } };
  expect(ignoredInputs(known)).toEqual(['covenant.cure']);
});

test('R5.8d findings name the block of the loan that is not repaid', () => {
  const input = { ...twoHalls, debts: [senior, { ...junior, blockId: 'other', tenorMonths: 60 }] };
  const found = caseFindings(input, evaluateSiteCase(input)).filter(({ code }) => code === 'debtNeverRepaid');
  // 17 of 60 parts of 25 million are planned; what is open falls due with the last of them.
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ block: 'other', values: { lastMonth: 23, lastServiceMonth: 66 } });
  expect(found[0]?.values['balanceUsd']).toBeCloseTo((25e6 * 44) / 60, 4);
});

/*
 * One million USD of service a month in months 7 … 23, and a lease that ends after month 19. Trailing CFADS:
 *   7 … 18: 246,400 + 11·848,000 − 300·8,040 h = 7,162,400
 *   9 … 20: 11·848,000 − 300·8,064 h − 132,000 (empty) = 6,776,800
 *  10 … 21: 10·848,000 − 300·7,320 h − 264,000 = 6,020,000
 */
const ending = { ...smallLease, lease: { ...smallLease.lease, termMonths: 13 } };
const covered: NamedDebt = { ...senior, loanToCost: 0.17, tenorMonths: 17 };

test('R5.8f a covenant looks back twelve months and names the first month below each level', () => {
  const covenant = { lockUpDscr: 0.59, breachDscr: 0.55 };
  const site = smallSite({ ...oneHall, blocks: [ending], debts: [{ ...covered, covenant }], covenant });
  const tested = site.loans?.[0]?.covenant;
  expect(tested?.trailingDscr.slice(0, 11).every((cover) => cover === null)).toBe(true);
  expect(tested?.trailingDscr[11]).toBeCloseTo(7_162_400 / 12e6, 12);
  expect(tested?.trailingDscr[13]).toBeCloseTo(6_776_800 / 12e6, 12);
  expect(tested?.trailingDscr[14]).toBeCloseTo(6_020_000 / 12e6, 12);
  expect(tested).toMatchObject({ lockUpMonth: 20, breachMonth: 21 });
  // With a single loan all loans together are that loan.
  expect(site.loansTogether?.covenant).toEqual(tested);
});

test('R5.8f a covenant of the case tests the one loan too; one without levels is named, the loan stands', () => {
  const { id: _, ...debt } = covered;
  const levels = { lockUpDscr: 0.1, breachDscr: 0.1 };
  expect(smallSite({ ...oneHall, debt, covenant: levels }).loansTogether?.covenant).toMatchObject({
    lockUpMonth: null,
    breachMonth: null,
  });
  const site = smallSite({ ...oneHall, debt, covenant: { lockUpDscr: 1.2 } });
  expect(site.loansTogether?.covenant).toEqual({ computable: false, missing: ['covenant.breachDscr'] });
  expect(site.metrics.leveredPreTax).toHaveProperty('npvUsd');
});
