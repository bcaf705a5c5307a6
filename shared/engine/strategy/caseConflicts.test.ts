import { expect, test } from 'vitest';
import { caseFindings } from '../findings/caseFindings.ts';
import { readGolden, type GoldenCase } from '../testing/golden.ts';
import { smallBlock, smallLease, smallSite } from '../testing/smallHall.ts';
import { isMinedAfterSale, secondHalvings } from './caseConflicts.ts';
import { evaluateSiteCase } from './siteCase.ts';
import type { SiteCaseInput } from './siteCaseInput.ts';

const { input } = readGolden<GoldenCase>('17-sell-site-canaan.json');
const [mine, sale] = input.blocks ?? [];

function soldIn(month: number, toMonth: number | null, change: Partial<SiteCaseInput> = {}): SiteCaseInput {
  return { ...input, ...change, blocks: [{ ...mine, toMonth } as never, { ...sale, month } as never] };
}

function findsMiningAfterSale(plan: SiteCaseInput): boolean {
  return caseFindings(plan, evaluateSiteCase(plan)).some(({ code }) => code === 'minedAfterSale');
}

test('R5.5 mining that goes on after the sale of its site is named, by the month after the sale at the latest', () => {
  expect(findsMiningAfterSale(soldIn(5, 6))).toBe(false);
  expect(findsMiningAfterSale(soldIn(5, 4))).toBe(false);
  expect(findsMiningAfterSale(soldIn(5, 7))).toBe(true);
  expect(findsMiningAfterSale(soldIn(5, null))).toBe(true);
  expect(evaluateSiteCase(soldIn(5, 7)).site.computable).toBe(true);
});

test('R5.5 a sale in the last month needs no end of mining, a sale that does not happen neither', () => {
  expect(findsMiningAfterSale(soldIn(119, null))).toBe(false);
  expect(evaluateSiteCase(soldIn(120, null)).blocks[1]).toMatchObject({ warnings: ['saleBeyondHorizon'] });
});

test('R5.5 what is sold may be a part of the site that was never mined', () => {
  const part = { month: 5, gridMw: 30 };
  const mining = [{ powerMw: 120, endMonth: Infinity }];
  expect(isMinedAfterSale(part, mining, 120, 150)).toBe(false);
  expect(isMinedAfterSale(part, mining, 120, 149)).toBe(true);
  expect(isMinedAfterSale(part, mining, 120, undefined)).toBe(true);
  expect(isMinedAfterSale(part, [...mining, { powerMw: 30, endMonth: 6 }], 120, 150)).toBe(false);
  expect(isMinedAfterSale(part, [{ powerMw: 120, endMonth: NaN }], 120, undefined)).toBe(false);
});

test('R1.2a, R5.5 a site sold on the valuation date brings its price undiscounted, taxed in the first year', () => {
  const result = evaluateSiteCase(soldIn(-1, 0));
  const priceUsd = 120 * 331_250 * 0.98;
  expect(result.blocks[1]).toMatchObject({ atValuation: { siteSaleUsd: priceUsd }, monthly: {} });
  expect(result.site).toMatchObject({
    metrics: { unleveredPreTax: { npvUsd: priceUsd } },
    taxUnlevered: [
      { year: 2026, disposalGainUsd: priceUsd, taxUsd: 0.21 * priceUsd },
      ...Array.from({ length: 10 }, () => ({})),
    ],
  });
  expect(evaluateSiteCase(soldIn(-2, 0)).blocks[1]).toMatchObject({ warnings: ['sunk'], atValuation: {} });
});

test('R2.6 a second halving in one month is named, in any order', () => {
  const halving = (date: string): object => ({ date, subsidyBtcPerBlockAfter: 1 });
  const dates = ['2028-04-13', '2032-04-01', '2028-04-02'];
  const market = { ...input.market, halvings: dates.map(halving) } as never;
  expect(evaluateSiteCase(soldIn(5, 6, { market })).blocks[0]).toMatchObject({
    computable: false,
    missing: [],
    invalid: ['market.halvings[2].date'],
  });
  expect(secondHalvings([{ date: '2028-04-13', subsidyBtcPerBlockAfter: 1 }], 'market')).toEqual([]);
});

test('R4.18 funding by the tenant may stand at the block or in the lease, not at both', () => {
  const tenantFundedCapex = { usdPerMwIt: 1e6, capShare: 0.5 };
  const inLease = { ...smallLease, lease: { ...smallLease.lease, tenantFundedCapex } };
  const atBlock = { ...smallLease, tenantFundedCapex };
  expect(smallBlock(atBlock).metrics.tenantFundedUsd).toBe(1e7);
  expect(smallBlock(atBlock)).toEqual(smallBlock(inLease));
  expect(smallBlock({ ...inLease, tenantFundedCapex })).toMatchObject({
    computable: false,
    invalid: ['blocks[0].tenantFundedCapex'],
  });
});

test('R5.2a costs that a tenant without rent pays back in full are no inflow', () => {
  const { input: leased } = readGolden<GoldenCase>('05-lease-terawulf-anthropic-hawesville.json');
  const [hall] = leased.blocks ?? [];
  const lease = { ...(hall as { lease: object }).lease, rentUsdPerKwMonth: 0, passThrough: 'tripleNet' };
  const renewed = { ...lease, renewals: [], tenantDefaultProbabilityPerYear: 0 };
  const blocks = [{ ...hall, lease: renewed, terminal: { method: 'none' } } as never];
  const site = smallSite({ ...leased, blocks });
  expect(site.metrics.unleveredPreTax).toMatchObject({ mirrPerYear: null, moic: 0 });
  expect(Math.max(...(site.monthly['netPreTaxUsd'] ?? []))).toBe(0);
});

test('R5.9 a basis that is used up leaves no gain', () => {
  const [group] = (mine as unknown as { fleet: object[] }).fleet;
  const price = { usdPerTh: { values: [0], growthPerYear: 0 }, costUsdPerUnit: 0, monthsAfterEnd: 0 };
  for (const remainingLifeMonths of [7, 11, 13, 23]) {
    const book = { valueUsd: 12_345_678.9, remainingLifeMonths };
    const blocks = [{ ...mine, toMonth: 30, fleet: [{ ...group, book, sale: price }] } as never];
    const { taxUnlevered } = smallSite({ ...input, blocks });
    expect(taxUnlevered?.map(({ disposalGainUsd }) => Math.abs(disposalGainUsd))).toEqual(Array(11).fill(0));
  }
});
