import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Fault } from '../../shared/domain/fault.ts';
import { undoLast } from '../db/history/changeLog.ts';
import type { WritableDb } from '../db/access.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { stepText } from '../../shared/text/stepText.ts';
import { dismissFault, reopenFault } from './dismissals.ts';
import { companyFaults, marketFaults, openFaultsOf, portfolioClock, siteFaults } from './healthView.ts';
import { setOwnValue } from './ownValues.ts';

const now = '2026-11-25T08:00:00.000Z';

function faulty(path: string): WritableDb {
  const db = portfolioForTest(path);
  db.exec(`
    INSERT INTO source (id, title) VALUES (1, 'Report');
    INSERT INTO figure (id, subject_kind, subject_id, field, state, value, unit, basis, as_of, source_id) VALUES
      ('f1', 'site', 's1', 'energised_mw', 'known', 100, 'MW', 'grid MW', '2026-11-01', 1),
      ('f2', 'site', 's1', 'ai_it_mw', 'known', 150, 'MW', 'critical IT MW', '2026-11-01', 1),
      ('f3', 'company', 'c1', 'power_operating_mw', 'known', 60, 'MW', 'grid MW', '2026-11-01', 1);
    INSERT INTO preset (key, low, base, high, unit) VALUES ('grossToItRatio', 1.1, 1.4, 1.5, '1');
  `);
  return db;
}

const above = (db: WritableDb) =>
  siteFaults(db, 's1', portfolioClock(db, now)).filter(({ code }) => code === 'criticalAboveGrid');

test('P31 a dismissed fault stays away after a restart, returns when its data change, and dismissal is undone', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const first = faulty(path);
  const [fault] = above(first);
  expect(Fault.safeParse(fault).success).toBe(true);
  expect(fault).toMatchObject({ isDismissed: false, effectSiteId: 's1', subject: { name: 'Made-up Site' } });
  if (!fault) return;
  dismissFault(first, { ...fault, name: fault.subject.name }, 'A. Nalyst', now);
  first.close();
  const db = openDatabase(path);
  expect(above(db)[0]?.isDismissed).toBe(true);
  db.exec("UPDATE figure SET note = 'Another note' WHERE id = 'f2'");
  expect(above(db)[0]?.isDismissed).toBe(true);
  db.exec("UPDATE figure SET value = 160 WHERE id = 'f2'");
  expect(above(db)[0]?.isDismissed).toBe(false);
  db.exec("UPDATE figure SET value = 150 WHERE id = 'f2'");
  expect(above(db)[0]?.isDismissed).toBe(true);
  const undone = undoLast(db);
  expect(stepText(undone, 'en')).toBe('Fault put aside: Critical IT power above grid power, Made-up Site');
  expect(above(db)[0]?.isDismissed).toBe(false);
  db.close();
});

test('P31 a fault taken back is open again, and that is undone too', () => {
  const db = faulty(join(temporaryFolder(), 'a.umbau'));
  const [fault] = above(db);
  if (!fault) throw new Error('no fault');
  const named = { ...fault, name: fault.subject.name };
  dismissFault(db, named, null, now);
  reopenFault(db, named, now);
  expect(above(db)[0]?.isDismissed).toBe(false);
  undoLast(db);
  expect(above(db)[0]?.isDismissed).toBe(true);
});

test('P31 an own value mends the fault, undo brings it back', () => {
  const db = faulty(join(temporaryFolder(), 'a.umbau'));
  setOwnValue(db, { siteId: 's1', key: 'gridPowerMw', value: 210, note: null, enteredBy: null }, now);
  expect(above(db)).toEqual([]);
  undoLast(db);
  expect(above(db)).toHaveLength(1);
});

test('P31 a company’s faults, and what a briefing of either names', () => {
  const db = faulty(join(temporaryFolder(), 'a.umbau'));
  const clock = portfolioClock(db, now);
  expect(companyFaults(db, 'c1', clock).map(({ code }) => code)).toEqual(['sumsAboveCompany']);
  const codes = (kind: 'company' | 'site', id: string) =>
    openFaultsOf(db, { kind, id }, ['s1'], clock).map(({ code }) => code);
  expect(codes('site', 's1')).toContain('criticalAboveGrid');
  expect(codes('site', 's1')).not.toContain('sumsAboveCompany');
  expect(codes('company', 'c1')).toEqual(expect.arrayContaining(['sumsAboveCompany', 'criticalAboveGrid']));
});

test('P31 a portfolio without a powered site has no market to look at', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  expect(marketFaults(db, portfolioClock(db, now))).toEqual([]);
});
