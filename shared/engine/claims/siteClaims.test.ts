import { expect, test } from 'vitest';
import { claimSite } from '../testing/claimSite.ts';
import { conversionClaim } from './conversionClaim.ts';
import { pragmaticClaim } from './pragmaticClaim.ts';
import { outcomeOfLead } from './siteLead.ts';

const margins = { undecidedMarginUsdPerMw: 50_000, undecidedMarginShare: 0.05 };

test('R5.16, R5.18a: a lead counts from the margin on, on either side', () => {
  expect(outcomeOfLead(150_000, 100_000, margins)).toBe('above');
  expect(outcomeOfLead(149_999, 100_000, margins)).toBe('undecided');
  expect(outcomeOfLead(100_000, 150_000, margins)).toBe('below');
  // 5 % of the better one, 2 million, are 100,000.
  expect(outcomeOfLead(2_000_000, 1_900_000, margins)).toBe('above');
  expect(outcomeOfLead(2_000_000, 1_900_001, margins)).toBe('undecided');
  expect(outcomeOfLead(9e6, 1e6, { ...margins, undecidedMarginShare: null })).toBe('undecided');
});

test('R5.18a: the best conversion of every site beside plain mining, by sites and by MW', () => {
  const claim = conversionClaim([
    claimSite('a', { keepMining: 1e6, colocation: 3e6, gpuCloud: 2e6 }, { gridMw: 10 }),
    claimSite('b', { keepMining: 1e6, gpuCloud: 1.5e6 }, { gridMw: 20, assumptionCount: 96 }),
    claimSite('c', { keepMining: 1e6, colocation: 2e6, refresh: 9e6 }, { gridMw: 30 }),
    claimSite('d', {}, { gridMw: null }),
    claimSite('e', { colocation: 5e6 }, { hostsAiOnly: true }),
  ]);
  expect(claim.sites).toEqual({ met: 3, undecided: 0, judged: 3, all: 4 });
  expect(claim).toMatchObject({ word: 'supported', hostsAiOnly: 1, judgedGridMw: 60, metGridMw: 60 });
  expect(claim.advantageUsdPerGridMw).toEqual({ low: 0.5e6, median: 1e6, high: 2e6 });
  expect(claim.assumptions).toEqual({ low: 90, median: 90, high: 96 });
  expect(claim.leads.map(({ site, kind }) => [site.siteId, kind])).toEqual([
    ['a', 'colocation'],
    ['c', 'colocation'],
    ['b', 'gpuCloud'],
  ]);
});

test('R5.18a: many small sites do not outvote the one that holds the power', () => {
  const small = ['a', 'b', 'c', 'd'].map((id) =>
    claimSite(id, { keepMining: 0, colocation: 1e6 }, { gridMw: 1 }),
  );
  const large = claimSite('e', { keepMining: 1e6, colocation: 0 }, { gridMw: 100 });
  expect(conversionClaim(small).word).toBe('supported');
  expect(conversionClaim([...small, large]).word).toBe('partly');
  expect(conversionClaim([large]).word).toBe('contradicted');
});

test('R5.18a: without a site that mines, or with most of them unknown, the claim is open', () => {
  expect(conversionClaim([]).word).toBe('open');
  expect(conversionClaim([claimSite('a', { colocation: 5e6 }, { hostsAiOnly: true })]).word).toBe('open');
  const known = claimSite('a', { keepMining: 0, colocation: 1e6 });
  expect(conversionClaim([known, claimSite('b', {}), claimSite('c', {})]).word).toBe('open');
});

test('R5.18e: the pragmatic ways are ahead of mining but seldom best of all, which is partly', () => {
  const claim = pragmaticClaim([
    claimSite('a', { keepMining: 1e6, hybrid: 2e6, colocation: 3e6 }),
    claimSite('b', { keepMining: 1e6, hybrid: 2e6, refresh: 0, colocation: 3e6 }),
    claimSite('c', { hybrid: 2e6 }, { hostsAiOnly: true }),
  ]);
  expect(claim.word).toBe('partly');
  expect(claim.beatsMining).toEqual({ met: 2, undecided: 0, judged: 2, all: 2 });
  expect(claim.best.met).toBe(0);
  expect(claim.strategies.find(({ kind }) => kind === 'refresh')).toEqual({
    kind: 'refresh',
    computed: 1,
    best: 0,
    beatsMining: 0,
    besideMining: 1,
  });
  const sale = pragmaticClaim([claimSite('a', { keepMining: 1e6, sellSite: 2e6, colocation: 0 })]);
  expect(sale.word).toBe('supported');
  expect(sale.bestSites.map(({ siteId }) => siteId)).toEqual(['a']);
});
