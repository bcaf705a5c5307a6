import { expect, test } from 'vitest';
import { siteFigures } from '../analysis/analyseSite.ts';
import type { EvidenceContract, SiteEvidence } from '../analysis/evidence.ts';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import { faultEffects } from './faultEffect.ts';
import { mended } from './mend.ts';

const contract = (id: string, totalContractValueUsd: number): EvidenceContract => ({
  id,
  service: 'colocation',
  counterparty: 'Tenant',
  signedDate: '2026-01-01',
  itLoadMw: 50,
  termYears: 10,
  totalContractValueUsd,
  source: null,
  sourceUrl: null,
  confidence: null,
});

function npv(evidence: SiteEvidence, kind: string): number {
  const outcome = siteFigures(evidence).strategies.find((strategy) => strategy.kind === kind);
  if (!outcome?.computable) throw new Error(kind);
  return outcome.figures.npvUsdPerGridMw;
}

test('R5.20 the effect is the change of the best conversion less plain mining, without sign', () => {
  const evidence = evidenceForTest();
  const mend = { kind: 'ownValue', key: 'rentYear1UsdPerKwMonth', value: 300 } as const;
  const other = mended(evidence, mend);
  expect(npv(other, 'keepMining')).toBe(npv(evidence, 'keepMining'));
  const best = (of: SiteEvidence) =>
    Math.max(...['colocation', 'gpuCloud', 'alliance', 'hybrid', 'sellShell'].map((kind) => npv(of, kind)));
  const [effect] = faultEffects(evidence, [[mend]]);
  expect(effect?.usdPerGridMw).toBeCloseTo(Math.abs(best(other) - best(evidence)), 3);
  expect(effect?.usdPerGridMw).toBeGreaterThan(1e6);
  const [reversed] = faultEffects(other, [[{ kind: 'ownValue', key: mend.key, value: null }]]);
  expect(reversed?.usdPerGridMw).toBeCloseTo(effect?.usdPerGridMw ?? 0, 3);
});

test('R5.20 of several ways the greatest counts; without a way nothing is known, and that is not 0', () => {
  const evidence = evidenceForTest();
  const price = (value: number) => ({ kind: 'fact', field: 'market.btcPriceUsd', value }) as const;
  const [near, both, none] = faultEffects(evidence, [[price(91_000)], [price(91_000), price(120_000)], []]);
  expect(near?.usdPerGridMw).toBeGreaterThan(0);
  expect(both?.usdPerGridMw).toBeGreaterThan(near?.usdPerGridMw ?? Infinity);
  expect(none).toEqual({ usdPerGridMw: null, turnsVerdict: false });
});

test('R5.20 a site that cannot be computed has no known effect', () => {
  const evidence = { ...evidenceForTest(), facts: [] };
  expect(faultEffects(evidence, [[{ kind: 'ownValue', key: 'aiPue', value: 1.2 }]])).toEqual([
    { usdPerGridMw: null, turnsVerdict: false },
  ]);
});

test('R5.20 it says where the verdict turns (R5.16)', () => {
  const rent = (value: number) => ({ kind: 'ownValue', key: 'rentYear1UsdPerKwMonth', value }) as const;
  const gpu = { kind: 'ownValue', key: 'gpuPriceUsdPerGpuHour', value: 0.01 } as const;
  const evidence = mended(mended(evidenceForTest(), gpu), rent(400));
  expect(siteFigures(evidence).verdict.verdict).not.toBe(
    siteFigures(mended(evidence, rent(1))).verdict.verdict,
  );
  const [turning, not] = faultEffects(evidence, [[rent(1)], [rent(401)]]);
  expect([turning?.turnsVerdict, not?.turnsVerdict]).toEqual([true, false]);
});

test('R5.20 a mend changes one thing: a fact in force, a contract’s load, or a contract fewer', () => {
  const evidence = { ...evidenceForTest(), contracts: [contract('a', 1e9), contract('b', 2e9)] };
  const facts = mended(evidence, { kind: 'fact', field: 'energised_mw', value: 80 }).facts;
  expect(facts.map(({ value }) => value)).toEqual([80, 90_000, 1_000, 3.125]);
  expect(mended(evidence, { kind: 'contractLoad', id: 'b', itLoadMw: 40 }).contracts).toEqual([
    evidence.contracts[0],
    { ...evidence.contracts[1], itLoadMw: 40 },
  ]);
  const fewer = { kind: 'withoutContract', id: 'a' } as const;
  expect(mended(evidence, fewer).contracts.map(({ id }) => id)).toEqual(['b']);
  expect(faultEffects(evidence, [[fewer]])[0]?.usdPerGridMw).toBeGreaterThan(0);
});
