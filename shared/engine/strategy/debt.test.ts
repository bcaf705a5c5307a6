import { expect, test } from 'vitest';
import { readGolden, type GoldenCase } from '../testing/golden.ts';
import { lineIn, smallCase, smallCloud, smallLease, smallSite } from '../testing/smallHall.ts';
import { evaluateSiteCase } from './siteCase.ts';
import type { Debt, SiteCaseInput } from './siteCaseInput.ts';
import type { ComputedSite } from './siteCaseResult.ts';

const { input } = readGolden<GoldenCase>('05-lease-terawulf-anthropic-hawesville.json');

function siteWith(debt: Partial<Debt>, change: Partial<SiteCaseInput> = {}): ComputedSite {
  const terms = { ...(input.debt as Debt), ...debt };
  return evaluateSiteCase({ ...input, ...change, debt: terms }).site as ComputedSite;
}

const line = (site: ComputedSite, name: string): readonly number[] => site.monthly[name] ?? [];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

test('R5.8 what is drawn and capitalised is repaid, to the last month', () => {
  for (const repayment of ['annuity', 'sculpted'] as const) {
    const site = siteWith({ repayment });
    const capitalised = sum(line(site, 'loanInterestAccruedUsd')) + sum(line(site, 'loanInterestPaidUsd'));
    const borrowed = sum(line(site, 'loanDrawUsd')) + capitalised;
    expect(sum(line(site, 'loanPrincipalUsd')) / -borrowed).toBeCloseTo(1, 12);
  }
});

test('R5.8 without interest the annuity is a straight line, the balloon falls in the last month', () => {
  const site = siteWith({ ratePerYear: 0, repayment: 'annuity', balloonShare: 0.3 });
  const principal = line(site, 'loanPrincipalUsd');
  const start = site.loan?.principalAtRepaymentStartUsd ?? NaN;
  expect(principal[22]).toBeCloseTo((-0.7 * start) / 84, 4);
  expect(principal[105]).toBeCloseTo((-0.7 * start) / 84 - 0.3 * start, 3);
  expect(site.loan?.dscr).toHaveLength(83);
});

test('R5.8 interest that is not capitalised is paid as it accrues', () => {
  const site = siteWith({ capitaliseInterest: false });
  const [accrued, paid] = [line(site, 'loanInterestAccruedUsd'), line(site, 'loanInterestPaidUsd')];
  expect(paid.every((value, month) => value === -(accrued[month] ?? NaN))).toBe(true);
});

test('R5.8a a sculpted loan without balloon has one and the same cover throughout', () => {
  const { loan } = siteWith({ balloonShare: 0 });
  expect(loan?.dscr).toHaveLength(84);
  for (const cover of loan?.dscr ?? []) expect(cover).toBeCloseTo(loan?.minDscr ?? NaN, 12);
});

test('R5.8d what is open at the horizon is repaid there', () => {
  const site = siteWith({ tenorMonths: 240, balloonShare: 0 });
  expect(line(site, 'loanPrincipalUsd')[119]).toBeLessThan(-1e9);
  expect(site.loan?.balanceAtHorizonUsd).toBe(0);
});

test('R1.7 a loan on a block that does not exist, or on lines that do not, is named', () => {
  expect(siteWith({ blockId: 'other' }).metrics.leveredPreTax).toMatchObject({ invalid: ['debt.blockId'] });
  expect(siteWith({ eligibleLines: ['x'] }).metrics.leveredPreTax).toMatchObject({
    invalid: ['debt.eligibleLines'],
  });
  expect(siteWith({}, { tax: null }).metrics.leveredAfterTax).toMatchObject({ missing: ['tax'] });
});

const plainLoan: Debt = {
  blockId: 'hall',
  eligibleLines: ['buildCapexUsd'],
  loanToCost: 0.5,
  ratePerYear: 0,
  upfrontFeeShare: 0,
  capitaliseInterest: false,
  interestOnlyMonths: 0,
  tenorMonths: 10,
  repayment: 'annuity',
  balloonShare: 0,
  equityDiscountRatePerYear: 0,
};

test('R1.3 a draw bears interest from the month after it', () => {
  const site = smallSite({ ...smallCase(smallLease), debt: { ...plainLoan, ratePerYear: 0.12 } });
  // Half of the first 5/32 of 100 million is drawn in month 2.
  expect(lineIn(site, 'loanDrawUsd', 2)).toBeCloseTo(7_812_500, 4);
  expect(lineIn(site, 'loanInterestAccruedUsd', 2)).toBe(0);
  expect(lineIn(site, 'loanInterestAccruedUsd', 3)).toBeCloseTo(78_125, 6);
});

test('R5.8b what serves the debt is EBITDA less the prepayment that is used up, before tax', () => {
  const { loan } = smallSite({ ...smallCase(smallCloud), debt: plainLoan });
  // September 2027: revenue 720 · 7,200, less 13 % fees and a quarter prepaid; opex, tax, charge, GPU opex; 5,184 MWh.
  const cfadsUsd = 720 * 7200 * (1 - 0.13 - 0.25) - 10_000 - 100_000 - 22_000 - 50_000 - 5184 * 50;
  expect(loan?.dscr[1]).toBeCloseTo(cfadsUsd / 5e6, 10);
});

test('R5.8c beyond the forward year its mean goes on serving the debt', () => {
  const debt = { ...plainLoan, tenorMonths: 100, targetDscr: 1.25 };
  const { loan } = smallSite({ ...smallCase(smallLease), debt });
  // August 2027 at half load; 28 months with 20,472 hours up to T+11; then 71 months at the mean of 8,760 hours.
  const first = 500_000 - 10_000 - 132_000 - 150 * 744;
  const known = 28 * 848_000 - 300 * 20_472;
  const mean = 848_000 - (300 * 8760) / 12;
  expect(loan?.debtCapacityUsd).toBeCloseTo((first + known + 71 * mean) / 1.25, 3);
});

test('R5.8 debt capacity takes CFADS as they are, a month that does not serve lowers it', () => {
  const lease = { ...smallLease.lease, rentUsdPerKwMonth: 40 };
  const debt = { ...plainLoan, tenorMonths: 3, targetDscr: 1.25 };
  const { loan } = smallSite({ ...smallCase({ ...smallLease, lease }), debt });
  // Rent less 2 %, fixed costs of 132,000, energy at 50 USD: August 2027 at half load, September and October in full.
  const months = [
    196_000 - 132_000 - 150 * 744,
    392_000 - 132_000 - 300 * 720,
    392_000 - 132_000 - 300 * 744,
  ];
  expect(months[0]).toBe(-47_600);
  expect(loan?.debtCapacityUsd).toBeCloseTo((-47_600 + 44_000 + 36_800) / 1.25, 4);
});
