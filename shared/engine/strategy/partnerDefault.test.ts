import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitAlliance } from '../ai/alliance.ts';
import { lineIn, smallCase, smallLease, smallSite } from '../testing/smallHall.ts';
import { ignoredInputs } from './caseTree.ts';
import type { Alliance, PartnerDefault } from './siteCaseInput.ts';

const terms: Alliance = {
  siteContributionMonth: -1,
  siteContributionUsd: 0,
  minerFundingShare: 0.25,
  partnerFundsFirstUsd: 60,
  preferredReturnPerYear: 0,
  minerResidualShare: 0.4,
  minerDiscountRatePerYear: 0,
  partnerDiscountRatePerYear: 0,
};
const fromMonth1: PartnerDefault = { month: 1, consequence: 'minerFunds', minerResidualShareAfter: 0.9 };
const rounded = (vector: Float64Array): number[] =>
  Array.from(vector, (value) => Math.round(value * 1e9) / 1e9 + 0);

test('R4.25a by hand: the partner pays no more, the miner all; accounts pro rata, then the later share', () => {
  // Valuation date: 40 of the partner's first 60. Month 0: its last 20 and 60 of 80. Month 1: the default.
  // Accounts 20 + 80 and 40 + 20 + 60 are 100 and 120; 330 return them, and 110 are residual at 90 to 10.
  const flows = Float64Array.from([-40, -100, -80, 330]);
  const split = splitAlliance(terms, flows, fromMonth1);
  expect(rounded(split.partnerUsd)).toEqual([-40, -80, 0, 120 + 11]);
  expect(rounded(split.minerUsd)).toEqual([0, -20, -80, 100 + 99]);
});

test('property: R4.25a the two sides still are the site, and before the default nothing is different', () => {
  const flow = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const flows = fc.array(flow, { minLength: 1, maxLength: 130 });
  fc.assert(
    fc.property(flows, fc.integer({ min: 0, max: 140 }), (given, month) => {
      const site = Float64Array.from(given);
      const split = splitAlliance(terms, site, { ...fromMonth1, month });
      const base = splitAlliance(terms, site);
      for (const [index, value] of site.entries()) {
        const sum = (split.minerUsd[index] ?? NaN) + (split.partnerUsd[index] ?? NaN);
        expect(Math.abs(sum - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
        if (index <= month) expect(split.minerUsd[index]).toBe(base.minerUsd[index]);
      }
    }),
  );
});

/*
 * The small hall: 5/32, 11/32, 11/32 and 5/32 of 100 million USD in months 2 to 5, 22,000 USD of demand charge a month.
 * The partner pays 10 million first and three quarters of the rest, and defaults in month 4.
 */
const alliance: Alliance = { ...terms, partnerFundsFirstUsd: 10e6 };
const inMonth4 = { month: 4, consequence: 'minerFunds', minerResidualShareAfter: 0.6 } as const;
const allied = smallCase(smallLease);

test('R4.25a the miner funds the rest of the build', () => {
  const site = smallSite({ ...allied, alliance: { ...alliance, partnerDefault: inMonth4 } });
  const { minerUsd, partnerUsd } = site.allianceIfPartnerDefaults ?? {};
  const month2 = 15.625e6 + 22_000;
  expect(partnerUsd?.[2]).toBeCloseTo(-10e6 - 0.75 * (month2 - 10e6), 4);
  expect([4, 5].map((month) => Math.abs(partnerUsd?.[month] ?? NaN))).toEqual([0, 0]);
  expect(minerUsd?.[4]).toBeCloseTo(-(34.375e6 + 22_000), 4);
  expect(minerUsd?.[4]).toBeCloseTo(lineIn(site, 'netPreTaxUsd', 4), 4);
  // The alliance itself knows of no default.
  expect(site.alliance).toEqual(smallSite({ ...allied, alliance }).alliance);
});

test('R4.25a the build stops: both lose what they paid, and a block that stands already goes on', () => {
  const stopped = { ...alliance, partnerDefault: { ...inMonth4, consequence: 'buildStops' as const } };
  const { metrics, allianceIfPartnerDefaults: flows } = smallSite({ ...allied, alliance: stopped });
  expect(flows?.minerUsd.slice(4).every((usd) => usd === 0)).toBe(true);
  // 50 million and two demand charges were paid; the partner 10 million and three quarters of the rest.
  const rest = 40e6 + 44_000;
  expect(metrics.allianceMinerIfPartnerDefaults).toHaveProperty('totalUsd', expect.closeTo(-0.25 * rest, 4));
  expect(metrics.alliancePartnerIfPartnerDefaults).toHaveProperty(
    'totalUsd',
    expect.closeTo(-10e6 - 0.75 * rest, 4),
  );
  const late = { ...alliance, partnerDefault: { ...stopped.partnerDefault, month: 6 } };
  const finished = smallSite({ ...allied, alliance: late });
  expect(finished.allianceIfPartnerDefaults?.minerUsd[8]).toBeGreaterThan(0);
});

test('R1.7, R4.25a what the scenario lacks is named, the alliance stands', () => {
  const partnerDefault = { month: 4, consequence: 'buildStops' as const };
  const input = { ...allied, alliance: { ...alliance, partnerDefault, warants: {} } };
  const { metrics } = smallSite(input);
  expect(metrics.allianceMiner).toHaveProperty('npvUsd');
  expect(metrics.alliancePartnerIfPartnerDefaults).toEqual({
    computable: false,
    missing: ['alliance.partnerDefault.minerResidualShareAfter'],
  });
  expect(ignoredInputs(input)).toEqual(['alliance.warants']);
});

const warrants = {
  warrants: 10e6,
  sharesOutstanding: 90e6,
  spotUsdPerShare: 100,
  strikeUsdPerShare: 100,
  rate: 0.05,
  dividendYield: 0,
  volatility: 0.2,
  years: 1,
};

test('R4.25b warrants are a memo: the textbook call, nine tenths of it after dilution, no flow of the alliance', () => {
  const { allianceWarrants: value, metrics } = smallSite({ ...allied, alliance: { ...alliance, warrants } });
  // Hull's example: S = K = 100, 5 %, 20 %, one year.
  expect(value).toMatchObject({ callUsdPerShare: expect.closeTo(10.450583572185565, 12) as unknown });
  expect(value).toMatchObject({ usdPerWarrant: expect.closeTo(9.405525214967, 12) as unknown });
  expect(value).toMatchObject({ valueUsd: expect.closeTo(94_055_252.14967, 4) as unknown });
  expect(metrics).toEqual(smallSite({ ...allied, alliance }).metrics);
});

test('R1.7, R4.25b warrants without their number are not worth nothing, but not computable', () => {
  const { warrants: _, ...uncounted } = warrants;
  const { allianceWarrants } = smallSite({ ...allied, alliance: { ...alliance, warrants: uncounted } });
  expect(allianceWarrants).toEqual({ computable: false, missing: ['alliance.warrants.warrants'] });
  const free = smallSite({
    ...allied,
    alliance: { ...alliance, warrants: { ...warrants, strikeUsdPerShare: 0 } },
  });
  expect(free.allianceWarrants).toMatchObject({ invalid: ['alliance.warrants.strikeUsdPerShare'] });
});
