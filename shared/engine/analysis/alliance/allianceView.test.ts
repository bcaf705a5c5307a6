import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceForTest } from '../../testing/evidenceForTest.ts';
import { siteFigures } from '../analyseSite.ts';
import { comparePlans } from '../comparePlans.ts';
import type { SiteEvidence } from '../evidence.ts';
import { resolveInputs } from '../resolveInputs.ts';
import { allianceView, type AllianceView } from './allianceView.ts';
import { bearingOf, bearers } from './riskShares.ts';

type Own = Readonly<Record<string, number>>;

function evidenceWith(own: Own): SiteEvidence {
  const base = evidenceForTest();
  const entered = { note: null, enteredBy: null, enteredAt: '2026-11-25T12:00:00Z' };
  const lease = { rentYear1UsdPerKwMonth: 130, fleetEfficiencyJPerTh: 25, ...own };
  return { ...base, ownValues: Object.entries(lease).map(([key, value]) => ({ key, value, ...entered })) };
}

function viewWith(own: Own = {}): Extract<AllianceView, { computable: true }> {
  const view = allianceView(evidenceWith(own));
  if (!view.computable) throw new Error(`missing: ${view.missing.join(', ')}`);
  return view;
}

test('R4.25 the two sides share the site’s flow to the last month, and the miner’s figures are those of the strategy', () => {
  const view = viewWith();
  const figures = siteFigures(evidenceWith({}));
  const alliance = figures.strategies.find(({ kind }) => kind === 'alliance');
  const colocation = figures.strategies.find(({ kind }) => kind === 'colocation');
  if (!alliance?.computable || !colocation?.computable) throw new Error('both can be computed');
  expect(view.base.miner.npvUsd).toBe(alliance.figures.npvUsd);
  for (const [month, net] of colocation.figures.netUsd.entries()) {
    const { minerUsd, partnerUsd } = view.base.flows;
    expect((minerUsd[month] ?? NaN) + (partnerUsd[month] ?? NaN)).toBeCloseTo(net, 3);
  }
});

test('R4.25 all funding by the partner and all of the rest to it leave the miner its capital account', () => {
  const view = viewWith({ allianceMinerFundingShare: 0, alliancePartnerFirstShare: 1 });
  expect(view.base.miner.paidInUsd).toBe(0);
  expect(view.risks.find(({ risk }) => risk === 'financing')?.borneBy).toEqual(['partner']);
});

/** A hall that is paid for in the month before it stands, which is the valuation date (R4.9). */
const paidAtOnce = { buildMonths: 0, slipMonths: 0, monthsLeaseToBuildStart: 0 };

test('R1.2a, R4.25 what flows on the valuation date is paid in, too, and stands in every view of the flow', () => {
  const { base, minerWithSite, siteContributionUsd } = viewWith(paidAtOnce);
  const { atValuation, minerUsd, partnerUsd } = base.flows;
  if (!atValuation) throw new Error('nothing is paid on the valuation date');
  const paid = (flows: readonly number[]) => flows.reduce((sum, usd) => sum + Math.max(0, -usd), 0);
  expect(atValuation.partnerUsd).toBeLessThan(0);
  expect(base.miner.paidInUsd).toBe(paid([atValuation.minerUsd, ...minerUsd]));
  expect(base.partner.paidInUsd).toBe(paid([atValuation.partnerUsd, ...partnerUsd]));
  // Who has paid in no more than its deepest point has not paid all of it.
  expect(base.partner.paidInUsd).toBeGreaterThanOrEqual(base.partner.peakFundingUsd);
  expect(minerWithSite.paidInUsd).toBe(base.miner.paidInUsd + siteContributionUsd);
  const outcomeOf = (kind: string) =>
    siteFigures(evidenceWith(paidAtOnce)).strategies.find((one) => one.kind === kind);
  const [alliance, colocation] = [outcomeOf('alliance'), outcomeOf('colocation')];
  if (!alliance?.computable || !colocation?.computable) throw new Error('both can be computed');
  expect(alliance.figures.valuationUsd).toBe(atValuation.minerUsd);
  expect(atValuation.minerUsd + atValuation.partnerUsd).toBeCloseTo(colocation.figures.valuationUsd, 3);
  const [a, b] = (['alliance', 'keepMining'] as const).map(
    (strategy) => ({ kind: 'strategy', strategy }) as const,
  );
  const comparison = a && b && comparePlans(evidenceWith(paidAtOnce), a, b);
  expect(comparison?.valuationAUsd).toBe(atValuation.minerUsd);
});

test('R4.25 without a flow on the valuation date there is none to tell', () => {
  expect(viewWith().base.flows).not.toHaveProperty('atValuation');
});

test('R4.25a no default until its month is entered, then both consequences', () => {
  expect(viewWith().ifPartnerDefaults).toEqual([]);
  const { base, ifPartnerDefaults } = viewWith({ alliancePartnerDefaultMonth: 6 });
  expect(ifPartnerDefaults.map(({ consequence }) => consequence)).toEqual(['minerFunds', 'buildStops']);
  const [funds, stops] = ifPartnerDefaults;
  // Who pays on alone puts in more than agreed; a build that stops brings no rent to either.
  expect(funds?.outcome.miner.paidInUsd).toBeGreaterThan(base.miner.paidInUsd);
  expect(stops?.outcome.partner.npvUsd).toBeLessThan(base.partner.npvUsd);
  const late = (flows: readonly number[] = []) => flows.slice(60).filter((usd) => usd !== 0);
  expect(late(stops?.outcome.flows.minerUsd)).toEqual([]);
});

test('R4.25b warrants: M of N+M shares; what no preset stands in for is named', () => {
  expect(viewWith().warrants).toBeNull();
  expect(viewWith({ allianceWarrants: 10 }).warrants).toEqual({
    computable: false,
    missing: [
      'allianceDividendYield',
      'allianceRiskFreeRate',
      'allianceSharePriceUsd',
      'allianceShareVolatility',
      'allianceSharesOutstanding',
      'allianceWarrantStrikeUsd',
      'allianceWarrantYears',
    ],
  });
  // The example of warrantsValue: intrinsic value 10, after dilution 9 each.
  const terms = {
    allianceWarrants: 10,
    allianceSharesOutstanding: 90,
    allianceSharePriceUsd: 50,
    allianceWarrantStrikeUsd: 40,
    allianceRiskFreeRate: 0,
    allianceDividendYield: 0,
    allianceShareVolatility: 0,
    allianceWarrantYears: 1,
  };
  const { warrants, base } = viewWith(terms);
  expect(warrants).toEqual({
    computable: true,
    callUsdPerShare: 10,
    usdPerWarrant: 9,
    valueUsd: 90,
    dilutionShare: 0.1,
  });
  expect(base.miner.npvUsd).toBe(viewWith().base.miner.npvUsd);
});

test('R4.17 a backstop is used only when switched on; it raises what the alliance earns and takes part of the tenant’s risk', () => {
  const without = viewWith();
  const full = viewWith({ allianceBackstopShare: 1 });
  expect(without.backstopShare).toBeNull();
  // A share of 0 that was entered is no backstop either.
  expect(viewWith({ allianceBackstopShare: 0 }).backstopShare).toBeNull();
  expect(full.base.miner.npvUsd).toBeGreaterThan(without.base.miner.npvUsd);
  const tenant = (view: typeof full) => view.risks.find(({ risk }) => risk === 'tenantDefault');
  expect(tenant(without)?.shares.guarantor).toBe(0);
  expect(tenant(full)?.shares.guarantor).toBeGreaterThan(0.25);
  expect(tenant(full)?.borneBy).toContain('guarantor');
});

test('R1.9 what is switched off is no input; what is switched on stands as other terms do until it is replaced', () => {
  const keys = (own: Own) => resolveInputs(evidenceWith(own));
  expect(keys({}).some(({ key }) => key.startsWith('allianceBackstop'))).toBe(false);
  const tenor = keys({ allianceBackstopShare: 0.5 }).find(({ key }) => key === 'allianceBackstopTenorMonths');
  const lease = keys({}).find(({ key }) => key === 'leaseTermMonths');
  expect(tenor).toMatchObject({ value: lease?.value, origin: 'derived' });
});

test('R4.25c power is passed through, so the tenant bears its price; shares of every risk sum to 1', () => {
  const { risks } = viewWith();
  expect(risks.map(({ risk }) => risk)).toEqual([
    'buildCost',
    'delay',
    'tenantDefault',
    'powerPrice',
    'residualValue',
    'financing',
  ]);
  expect(risks.find(({ risk }) => risk === 'powerPrice')?.borneBy[0]).toBe('tenant');
  for (const { shares } of risks)
    expect(bearers.reduce((sum, name) => sum + shares[name], 0)).toBeCloseTo(1, 12);
});

test('R4.25c from three quarters on one bears a risk alone, from a quarter on it is shared; nothing is nobody’s', () => {
  const words = (miner: number, partner: number, tenant = 0) =>
    bearingOf('delay', { miner, partner, tenant, guarantor: 0 }).borneBy;
  expect(words(75, 25)).toEqual(['miner']);
  expect(words(40, 60)).toEqual(['partner', 'miner']);
  expect(words(50, 30, 20)).toEqual(['miner', 'partner']);
  expect(words(0, 0)).toEqual([]);
});

test('R4.25c property: whatever it costs whom, shares sum to 1 or nobody bears it', () => {
  const usd = fc.double({ min: 0, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(usd, usd, usd, usd, (miner, partner, tenant, guarantor) => {
      const { lossUsd, shares, borneBy } = bearingOf('delay', { miner, partner, tenant, guarantor });
      const sum = bearers.reduce((all, name) => all + shares[name], 0);
      if (lossUsd === 0) expect([sum, borneBy.length]).toEqual([0, 0]);
      else {
        expect(sum).toBeCloseTo(1, 9);
        expect(borneBy.length).toBeGreaterThan(0);
      }
    }),
  );
});

test('R1.7 without its power the site has no alliance, and it is named', () => {
  const base = evidenceWith({});
  const facts = base.facts.filter(({ field }) => field !== 'energised_mw');
  expect(allianceView({ ...base, facts })).toMatchObject({ computable: false });
});
