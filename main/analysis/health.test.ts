import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Fault } from '../../shared/domain/fault.ts';
import { undoLast } from '../db/history/changeLog.ts';
import type { WritableDb } from '../db/access.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { stepText } from '../../shared/text/stepText.ts';
import { dismissFault, reopenFault } from './dismissals.ts';
import { setFigureAside } from './figures.ts';
import { companyFaults, marketFaults, openFaultsOf, portfolioClock, siteFaults } from './healthView.ts';
import { setOwnValue } from './ownValues.ts';
import { removeRecord, saveRecord } from './records.ts';

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

test('P31 every repair of a contract fault removes it, and undo brings it back', () => {
  const db = faulty(join(temporaryFolder(), 'a.umbau'));
  const add = db.prepare(
    `INSERT INTO contract (id, company_id, site_id, counterparty, service, status, signed_date, it_load_mw, term_years,
       total_contract_value_usd, value_with_extensions_usd, relation)
     VALUES (?, 'c1', 's1', 'Tenant', 'colocation', 'signed', ?, 50, 10, ?, ?, ?)`,
  );
  add.run('old', '2026-01-01', 9e8, null, null);
  add.run('restated', '2026-06-01', 1e9, 1.5e9, 'restates the contract of January');
  add.run('copy', '2026-06-01', 1e9, 1.5e9, 'restates the contract of January');
  add.run('swapped', '2026-07-01', 3e9, 2e9, null);
  add.run('same', '2026-08-01', 2e9, 2e9, null);
  db.exec(`
    UPDATE site SET status = 'under_construction';
    UPDATE figure SET value = 0 WHERE id = 'f1';
    UPDATE figure SET value = 20, basis = 'critical IT MW, billing' WHERE id = 'f2';
  `);
  const codes = ['contractBeforeEnergisation', 'amendmentTwice', 'extensionsAsContracted'];
  const faults = () =>
    siteFaults(db, 's1', portfolioClock(db, now)).filter(({ code }) => codes.includes(code));
  const named = () => faults().map(({ code, detail }) => `${code} ${detail}`);
  const before = named();
  expect(before).toEqual(
    expect.arrayContaining([
      'amendmentTwice old',
      'amendmentTwice restated',
      'extensionsAsContracted swapped',
      'extensionsAsContracted same',
      'contractBeforeEnergisation old',
    ]),
  );
  for (const { id, fix, code, detail } of faults()) {
    if (fix?.kind === 'contract.set') {
      const source = { title: null, url: null };
      const ties = { companyId: null, siteId: null };
      saveRecord(db, { kind: 'contract', id: fix.id, ...ties, values: { ...fix.values }, source }, now);
    } else if (fix?.kind === 'contract.remove') removeRecord(db, 'contract', fix.id, now);
    else if (fix?.kind === 'figure.setAside') setFigureAside(db, fix.id, now);
    else throw new Error(`${id} has no repair`);
    expect(named()).not.toContain(`${code} ${detail}`);
    undoLast(db);
    expect(named()).toEqual(before);
  }
  db.close();
});
