import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DifficultyChoiceBody } from '../../shared/domain/difficulty.ts';
import { stepText } from '../../shared/text/stepText.ts';
import { undoLast } from '../db/history/changeLog.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { setDifficulty } from './difficulty.ts';
import { siteEvidence } from './siteView.ts';

const entry = { enteredBy: 'A. Nalyst', now: '2026-11-25T12:00:00Z' };

test('R2.5a a rule is chosen, traced and undone by name; without a choice the run keeps its name', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  const before = siteEvidence(db, 's1');
  expect(Object.hasOwn(before, 'difficulty')).toBe(false);
  const constant = setDifficulty(db, 's1', { rule: 'constant' }, entry);
  expect(stepText(constant, 'de')).toBe(
    'Regel der Difficulty, Made-up Site: reagierend (R2.5) → konstant (R2.5a)',
  );
  const chosen = siteEvidence(db, 's1');
  expect(chosen.difficulty).toEqual({ rule: 'constant', enteredBy: 'A. Nalyst', enteredAt: entry.now });
  expect(chosen.runId).not.toBe(before.runId);
  const points = [{ month: '2027-06', hashrateEhS: 1_100 }];
  const table = setDifficulty(db, 's1', { rule: 'table', points }, entry);
  expect(stepText(table, 'en')).toBe('Difficulty rule, Made-up Site: constant (R2.5a) → own table, rows: 1');
  undoLast(db);
  expect(siteEvidence(db, 's1').runId).toBe(chosen.runId);
  setDifficulty(db, 's1', null, entry);
  expect(siteEvidence(db, 's1').runId).toBe(before.runId);
  db.close();
});

test('R2.5a a table without rows, with a month twice or without a hash rate is refused at the door', () => {
  const row = { month: '2027-06', hashrateEhS: 1_100 };
  const isFit = (points: unknown) => DifficultyChoiceBody.safeParse({ rule: 'table', points }).success;
  expect(isFit([row])).toBe(true);
  expect(isFit([])).toBe(false);
  expect(isFit([row, row])).toBe(false);
  expect(isFit([{ ...row, hashrateEhS: 0 }])).toBe(false);
  expect(isFit([{ ...row, month: '2027-13' }])).toBe(false);
});
