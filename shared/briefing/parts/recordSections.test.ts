import { expect, test } from 'vitest';
import type { LeaseCheck, ProductionCheck } from '../../domain/backcast.ts';
import type { CompanyDetail } from '../../domain/site.ts';
import { BriefingContent } from '../briefingContent.ts';
import { backcastSection, identitySection } from './recordSections.ts';

const unsourced = { note: null, source: null, sourceUrl: null, confidence: null };

function company(change: object = {}): CompanyDetail {
  const identity = { measures: [], class: null };
  const known = {
    row: { id: 'c1', name: 'Made-up', identity },
    contracts: [{ id: 'k1' }],
    identityPeriods: [],
  };
  return { ...known, ...change } as unknown as CompanyDetail;
}

const production: ProductionCheck = {
  companyId: 'c1',
  companyName: 'Made-up',
  period: 'month',
  lastMonth: '2026-03',
  averageHashrateEhS: null,
  engine: null,
  published: 400,
  differenceShare: null,
  missing: ['averageHashrateEhS'],
  ...unsourced,
};

const lease: LeaseCheck = {
  contractId: 'k1',
  companyName: 'Made-up',
  siteName: 'Site',
  counterparty: 'Tenant',
  status: 'signed',
  averageRentUsdPerKwMonth: 150,
  announcedAverageRentUsdPerKwMonth: null,
  yearOneRentUsdPerKwMonth: 120,
  escalatorPerYear: 0.03,
  escalatorOrigin: 'preset',
  yieldYearOneLow: 0.1,
  yieldYearOneHigh: 0.12,
  yieldTermAverageLow: 0.12,
  yieldTermAverageHigh: 0.14,
  yieldAnnouncedLow: null,
  yieldAnnouncedHigh: null,
  missing: [],
  ...unsourced,
};

const sectionsOf = BriefingContent.shape.sections;

test('a company without a record has no such sections', () => {
  expect(identitySection(company(), 'en')).toEqual([]);
  expect(backcastSection(company(), { production: [], leases: [] }, 'en')).toEqual([]);
});

test('the back-cast shows this company’s rows only; what is missing is named, never 0', () => {
  const other = { ...production, companyId: 'c2', published: 9999 };
  const otherLease = { ...lease, contractId: 'k2', counterparty: 'Other' };
  const found = backcastSection(
    company(),
    { production: [production, other], leases: [lease, otherLease] },
    'de',
  );
  expect(sectionsOf.safeParse(found).success).toBe(true);
  const text = JSON.stringify(found);
  expect(text).toContain('mittlere Hashrate');
  expect(text).toContain('10,0 – 12,0');
  expect(text).not.toMatch(/9\.999|Other/);
});

test('a period in which one revenue is unknown has no share and no class', () => {
  const period = {
    id: 'p',
    period: 'Q1 2026',
    revenueMiningUsd: 1e6,
    revenueAiUsd: null,
    aiShare: null,
    class: null,
    hashrateEhS: null,
    asOf: '2026-03-31',
  };
  const found = identitySection(company({ identityPeriods: [period] }), 'en');
  expect(sectionsOf.safeParse(found).success).toBe(true);
  expect(JSON.stringify(found)).toContain('Unknown');
});
