import { expect, test } from 'vitest';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import { allianceView } from './alliance/allianceView.ts';
import { siteFigures } from './analyseSite.ts';
import { companyAlliance } from './companyAlliance.ts';
import { companyFigures } from './companyFigures.ts';
import type { SiteEvidence } from './evidence.ts';

function siteOf(siteId: string, own: Readonly<Record<string, number>>): SiteEvidence {
  const entered = { note: null, enteredBy: null, enteredAt: '2026-11-25' };
  const values = { fleetEfficiencyJPerTh: 25, ...own };
  const ownValues = Object.entries(values).map(([key, value]) => ({ key, value, ...entered }));
  return { ...evidenceForTest(), siteId, ownValues };
}

const unknown = { ...siteOf('unknown', {}), facts: [] };
const sites = [
  siteOf('a', { rentYear1UsdPerKwMonth: 180 }),
  siteOf('b', { rentYear1UsdPerKwMonth: 150 }),
  unknown,
];
const figures = sites.map((site) => siteFigures(site));
const views = new Map(sites.map((site) => [site.siteId, allianceView(site)]));

test('R5.23 both sides of a company’s alliances are the sums of its sites; the miner’s is the one of its strategies', () => {
  const alliance = companyAlliance(figures, (id) => views.get(id));
  const known = [...views.values()].flatMap((view) => (view.computable ? [view] : []));
  expect(alliance?.siteCount).toBe(2);
  expect(known.length).toBe(2);
  const sum = (of: (view: (typeof known)[number]) => number) =>
    known.reduce((total, view) => total + of(view), 0);
  expect(alliance?.partner.npvUsd).toBe(sum(({ base }) => base.partner.npvUsd));
  expect(alliance?.partner.paidInUsd).toBe(sum(({ base }) => base.partner.paidInUsd));
  expect(alliance?.siteContributionUsd).toBe(sum(({ siteContributionUsd }) => siteContributionUsd));
  const row = companyFigures(figures).strategies.find(({ kind }) => kind === 'alliance');
  expect(alliance?.miner.npvUsd).toBeCloseTo(row?.npvUsd ?? NaN, 3);
  expect(alliance?.miner.peakFundingUsd).toBeCloseTo(row?.peakFundingUsd ?? NaN, 3);
  expect(alliance?.miner.irrPerYear).toEqual(row?.irrPerYear);
  expect(alliance?.partner.irrPerYear).toBeGreaterThan(0);
  // The sites pay at the same time, so together they need what both need at once.
  expect(alliance?.partner.peakFundingUsd).toBeCloseTo(
    sum(({ base }) => base.partner.peakFundingUsd),
    3,
  );
});

test('R5.23 without a site that can be computed there is none', () => {
  expect(companyAlliance([siteFigures(unknown)], (id) => views.get(id))).toBeNull();
});
