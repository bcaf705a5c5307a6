import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clearOwnValue, setOwnValue } from '../../analysis/ownValues.ts';
import { openDatabase } from '../openDatabase.ts';
import { ownValuesOf } from '../repositories/evidenceRepository.ts';
import { portfolioForTest, temporaryFolder } from '../testing/portfolioForTest.ts';
import { listSteps, recordStep, redoNext, undoLast } from './changeLog.ts';

const edit = (value: number) => ({
  siteId: 's1',
  key: 'btcPriceUsd',
  value,
  note: null,
  enteredBy: 'A. Nalyst',
});

test('an edit is undone by name after the file was closed and opened again, and can be redone', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const first = portfolioForTest(path);
  setOwnValue(first, edit(50_000), '2026-11-25T08:00:00.000Z');
  setOwnValue(first, edit(60_000), '2026-11-25T08:01:00.000Z');
  first.close();
  const db = openDatabase(path);
  const undone = undoLast(db);
  expect(undone).toMatchObject({ label: 'input.set', undone: true });
  expect(undone.values).toEqual({
    siteId: 's1',
    site: 'Made-up Site',
    key: 'btcPriceUsd',
    before: '50000',
    after: '60000',
  });
  expect(ownValuesOf(db, 's1').map(({ value }) => value)).toEqual([50_000]);
  undoLast(db);
  expect(ownValuesOf(db, 's1')).toEqual([]);
  expect(() => undoLast(db)).toThrow('history.nothingToUndo');
  redoNext(db);
  redoNext(db);
  expect(ownValuesOf(db, 's1').map(({ value }) => value)).toEqual([60_000]);
  expect(() => redoNext(db)).toThrow('history.nothingToRedo');
  db.close();
});

test('a new edit after an undo ends the redo list', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  setOwnValue(db, edit(1000), '2026-11-25T08:00:00.000Z');
  undoLast(db);
  setOwnValue(db, edit(2000), '2026-11-25T08:01:00.000Z');
  expect(() => redoNext(db)).toThrow('history.nothingToRedo');
  expect(listSteps(db).map(({ values }) => values['after'])).toEqual(['2000']);
  clearOwnValue(db, 's1', 'btcPriceUsd', '2026-11-25T08:02:00.000Z');
  expect(ownValuesOf(db, 's1')).toEqual([]);
  undoLast(db);
  expect(ownValuesOf(db, 's1')[0]).toMatchObject({ value: 2000, enteredBy: 'A. Nalyst' });
  db.close();
});

test('an impossible value is refused and leaves no step', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  for (const value of [-1, 1e12, Number.NaN]) {
    expect(() => setOwnValue(db, edit(value), '2026-11-25T08:00:00.000Z')).toThrow('input.outOfBounds');
  }
  expect(() => setOwnValue(db, { ...edit(1.5), key: 'buildMonths' }, '2026-11-25T08:00:00.000Z')).toThrow(
    'input.outOfBounds',
  );
  expect(() => setOwnValue(db, { ...edit(1), key: 'constructor' }, '2026-11-25T08:00:00.000Z')).toThrow(
    'input.unknown',
  );
  expect(listSteps(db)).toEqual([]);
  db.close();
});

test('a row that is told to be new never takes the place of one that is there', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  const after = { id: 's1', company_id: 'c1', name: 'Another' };
  const change = { table: 'site', key: { id: 's1' }, before: null, after } as const;
  expect(() => recordStep(db, 'record.create', {}, [change], '2026-11-25T08:00:00.000Z')).toThrow(/UNIQUE/);
  expect(db.prepare('SELECT name FROM site').pluck().all()).toEqual(['Made-up Site']);
  expect(listSteps(db)).toEqual([]);
  db.close();
});
