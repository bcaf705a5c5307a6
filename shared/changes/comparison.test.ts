import { expect, test } from 'vitest';
import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import { evidenceForTest } from '../engine/testing/evidenceForTest.ts';
import { inScenarioForTest, shockForTest } from '../engine/testing/scenarioForTest.ts';
import { pairedSites } from './comparison.ts';

const base = evidenceForTest();
const squeezed = inScenarioForTest(base, [shockForTest('powerTax')]);
const outcome = {
  engineVersion: '1',
  horizonMonths: 180,
  verdict: 'keep',
  best: null,
  strategies: [],
} as const;

function afterOf(issued: SiteEvidence, now: SiteEvidence): SiteEvidence | undefined {
  const site = {
    siteId: 's1',
    siteName: 'S',
    frozen: { evidence: issued, outcome: { ...outcome, strategies: [] } },
  };
  const run = {
    briefingId: 'b',
    issuedAt: '2026-11-25',
    subjectKind: 'site' as const,
    subjectId: 's1',
    subject: 'S',
    sites: [site],
  };
  return pairedSites(run as never, [now])[0]?.pair?.after;
}

test('R5.19 today is told in the scenario in which the briefing was issued, whatever is chosen since', () => {
  expect(afterOf(squeezed, base)?.scenario).toEqual(squeezed.scenario);
  expect(afterOf(base, squeezed)?.scenario).toBeUndefined();
  expect(afterOf(base, base)).toBe(base);
});
