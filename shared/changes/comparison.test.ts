import { expect, test } from 'vitest';
import { issuedSite, type IssuedRun } from '../domain/issuedRun.ts';
import { siteFigures } from '../engine/analysis/analyseSite.ts';
import { siteChanges } from '../engine/changes/siteChanges.ts';
import { evidenceForTest } from '../engine/testing/evidenceForTest.ts';
import { changeRows } from './changeRows.ts';
import { changeSentences, otherChanges } from './changeSentences.ts';
import { inputsOfRow } from './companySentences.ts';
import { pairedSites } from './comparison.ts';

const now = evidenceForTest();
const withoutPower = { ...now, facts: now.facts.filter(({ field }) => field !== 'energised_mw') };

test('sites are paired by name: known at both times, only then, only now, not readable', () => {
  const run: IssuedRun = {
    briefingId: 'b1',
    issuedAt: '2026-11-25T09:00:00Z',
    subjectKind: 'company',
    subjectId: 'c1',
    subject: 'Made-up Mining',
    sites: [
      issuedSite(now, siteFigures(now)),
      { siteId: 's2', siteName: 'Sold', frozen: null },
      { siteId: 's3', siteName: 'Old', frozen: null },
    ],
  };
  const today = [now, { ...now, siteId: 's3' }, { ...now, siteId: 's4' }];
  expect(pairedSites(run, today).map(({ siteId, state, pair }) => [siteId, state, pair !== null])).toEqual([
    ['s1', 'both', true],
    ['s3', 'unreadable', false],
    ['s4', 'came', false],
    ['s2', 'gone', false],
  ]);
});

test.each([
  [
    'de',
    'Die Änderung des Vorteils gegenüber Mining lässt sich nicht berechnen.',
    'Nachher fehlen: Leistung',
  ],
  ['en', 'The change of the advantage over mining cannot be computed.', 'Missing after: Grid power'],
] as const)('R5.19b what cannot be computed is said with what is missing, %s', (language, first, second) => {
  const { frozen } = issuedSite(now, siteFigures(now));
  if (!frozen) throw new Error('not readable');
  const pair = { before: frozen.evidence, frozen: frozen.outcome, after: withoutPower };
  const sentences = changeSentences(siteChanges(pair), '2026-11-25T09:00:00Z', language);
  expect(sentences[0]).toBe(first);
  expect(sentences[1]).toContain(second);
  expect(sentences.join(' ')).not.toMatch(/\{|NaN|undefined/);
});

test('R5.19a another source, another contract and another set of assumptions are named beside the steps', () => {
  const { frozen } = issuedSite(now, siteFigures(now));
  if (!frozen) throw new Error('not readable');
  const facts = now.facts.map((one) => (one.field === 'energised_mw' ? { ...one, source: '10-Q' } : one));
  const after = { ...now, facts, presetsVersion: 'next' };
  const changes = siteChanges({ before: frozen.evidence, frozen: frozen.outcome, after });
  expect(otherChanges(changes, 'en')).toEqual([
    'Same value, another origin, source or date: Grid power.',
    'Set of assumptions: test, now next.',
  ]);
});

test.each([
  ['de', 'Regel der Difficulty', 'reagierend (R2.5)', 'eigene Tabelle (R2.5a): 2030-01 4.000'],
  ['en', 'Difficulty rule', 'responsive (R2.5)', 'table of one’s own (R2.5a): 2030-01 4,000'],
] as const)(
  'R5.19 the step of another rule of the hash rate has a name and both its ends, %s',
  (language, ...row) => {
    const { frozen } = issuedSite(now, siteFigures(now));
    if (!frozen) throw new Error('not readable');
    const points = [{ month: '2030-01', hashrateEhS: 4_000 }];
    const difficulty = { rule: 'table', points, enteredBy: null, enteredAt: '2026-11-25' } as const;
    const changes = siteChanges({
      before: frozen.evidence,
      frozen: frozen.outcome,
      after: { ...now, difficulty },
    });
    expect(changeRows(changes, language).map(({ label, before, after }) => [label, before, after])).toEqual([
      row,
    ]);
    expect(changeSentences(changes, '2026-11-25T09:00:00Z', language).join(' ')).toContain(row[0]);
    const site = { siteId: 's1', siteName: 'S', state: 'both', difference: changes } as const;
    expect(inputsOfRow(changes, [site], language)).toBe(row[0]);
  },
);
