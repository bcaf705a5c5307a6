import { expect, test } from 'vitest';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import { siteFigures } from './analyseSite.ts';
import { baseMarket } from './baseMarket.ts';
import type { SiteEvidence } from './evidence.ts';
import { resolveInputs, valuesOf } from './resolveInputs.ts';
import type { SiteFigures } from './siteAnalysis.ts';

const entered = { enteredBy: null, enteredAt: '2026-11-25T12:00:00Z' };
const base = evidenceForTest();

function withInterval(seconds: number): SiteEvidence {
  const own = { key: 'blockIntervalS', value: seconds, note: null, ...entered };
  return { ...base, ownValues: [own] };
}

function pathOf(evidence: SiteEvidence): readonly (number | null | undefined)[] {
  const { network } = baseMarket(evidence, valuesOf(resolveInputs(evidence)));
  return network?.path?.values ?? [];
}

function codes({ strategies }: SiteFigures, kind: string): string[] {
  return strategies.find((outcome) => outcome.kind === kind)?.findings.map(({ code }) => code) ?? [];
}

test('R2.5a constant: today’s hash rate in every month, and the plans that mine say so', () => {
  const evidence: SiteEvidence = { ...base, difficulty: { rule: 'constant', ...entered } };
  expect(new Set(pathOf(evidence))).toEqual(new Set([1_000]));
  const figures = siteFigures(evidence);
  expect(figures.market).toMatchObject({ rule: 'constant', isConstant: true });
  expect(codes(figures, 'keepMining')).toContain('constantDifficulty');
  expect(codes(siteFigures(base), 'keepMining')).not.toContain('constantDifficulty');
});

test('R2.5a a table is followed; one whose rows are all past holds the difficulty constant', () => {
  const table = (month: string): SiteEvidence => ({
    ...base,
    difficulty: { rule: 'table', points: [{ month, hashrateEhS: 4_000 }], ...entered },
  });
  const path = pathOf(table('2027-01'));
  expect(path[1]).toBeCloseTo(2_000, 9);
  expect(path[2]).toBe(4_000);
  expect(siteFigures(table('2027-01')).market.isConstant).toBe(false);
  expect(siteFigures(table('2026-11')).market.isConstant).toBe(true);
});

test('R2.5a without a hash rate of today neither rule can be computed', () => {
  const facts = base.facts.filter(({ field }) => field !== 'market.networkHashrateEhS');
  const evidence: SiteEvidence = { ...base, facts, difficulty: { rule: 'constant', ...entered } };
  const keep = siteFigures(evidence).strategies.find(({ kind }) => kind === 'keepMining');
  expect(keep).toMatchObject({ computable: false, missing: ['networkHashrateEhS'] });
});

test('R2.1a faster blocks bring the halving forward in the figures, and difficulty falls with the spacing', () => {
  const [atTarget] = siteFigures(base).halvings;
  const [faster] = siteFigures(withInterval(540)).halvings;
  expect(atTarget).toEqual({ month: 17, date: '2028-04-13' });
  // 529 days · 0.9 = 476.1
  expect(faster).toEqual({ month: 15, date: '2028-02-20' });
  // R2.3: at 540 s the same hash rate means a difficulty of 0.9, so the hashprice is a ninth higher.
  const hashprice = (evidence: SiteEvidence) => siteFigures(evidence).hashpriceUsdPerPhDay[0] ?? NaN;
  expect(hashprice(withInterval(540)) / hashprice(base)).toBeCloseTo(1 / 0.9, 9);
});

test('R1.9 the spacing of blocks is the protocol’s, no assumption, until the analyst enters one', () => {
  const input = resolveInputs(base).find(({ key }) => key === 'blockIntervalS');
  expect(input).toMatchObject({ value: 600, origin: 'derived' });
});
