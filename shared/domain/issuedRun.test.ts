import { expect, test } from 'vitest';
import { siteFigures } from '../engine/analysis/analyseSite.ts';
import { siteChanges } from '../engine/changes/siteChanges.ts';
import { isUnchanged } from '../engine/changes/siteDifference.ts';
import { evidenceForTest } from '../engine/testing/evidenceForTest.ts';
import { issuedSite } from './issuedRun.ts';

const evidence = evidenceForTest();
const result = siteFigures(evidence);
const stored = <Value>(value: Value) => JSON.parse(JSON.stringify(value)) as Value & Record<string, unknown>;

test('R5.19 what was frozen today is read back whole: nothing has changed', () => {
  const { frozen } = issuedSite(stored(evidence), stored(result));
  expect(frozen?.evidence).toEqual(evidence);
  expect(
    frozen && isUnchanged(siteChanges({ before: frozen.evidence, frozen: frozen.outcome, after: evidence })),
  ).toBe(true);
});

test('a key that did not exist yet is unknown, one that no longer exists is left out', () => {
  const old = stored(evidence);
  const { frozen } = issuedSite(
    {
      ...old,
      companyTicker: 'X',
      facts: old.facts.map(({ note: _note, confidence: _confidence, ...rest }) => rest),
    },
    stored(result),
  );
  expect(frozen?.evidence.facts[0]).toMatchObject({ field: 'energised_mw', value: 100, note: null });
  expect(frozen?.evidence).not.toHaveProperty('companyTicker');
});

test('what cannot be compared keeps its name and has nothing else', () => {
  const nothing = { siteId: 's1', siteName: 'Made-up Site', frozen: null };
  const { presets: _presets, ...withoutPresets } = stored(evidence);
  expect(issuedSite(withoutPresets, stored(result))).toEqual(nothing);
  expect(issuedSite(stored(evidence), undefined)).toEqual(nothing);
  expect(issuedSite(stored(evidence), { ...stored(result), siteId: 's2' })).toEqual(nothing);
  expect(issuedSite('?', stored(result))).toEqual({ siteId: null, siteName: null, frozen: null });
});
