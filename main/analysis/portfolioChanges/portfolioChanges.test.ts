import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChangedItem, Moment } from '../../../shared/domain/portfolioChanges.ts';
import type { FigureEdit, RecordEdit } from '../../../shared/domain/records.ts';
import { portfolioRow } from '../../../shared/changes/portfolioRows.ts';
import type { WritableDb } from '../../db/access.ts';
import { redoNext, undoLast, writtenBy } from '../../db/history/changeLog.ts';
import { memoryCopy } from '../../db/history/pastState.ts';
import { portfolioForTest, temporaryFolder } from '../../db/testing/portfolioForTest.ts';
import { writeWholeCopy } from '../../db/wholeCopy.ts';
import { saveFigure } from '../figures.ts';
import { clearOwnValue, setOwnValue } from '../ownValues.ts';
import { removeRecord, saveRecord } from '../records.ts';
import { portfolioChanges } from './changedItems.ts';
import { rowsApart } from './rowsApart.ts';
import { stateAt } from './states.ts';

const noPath = (): string => '';
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 25, 8, minute)).toISOString();
const entry = (minute: number) => ({ enteredBy: 'A. Nalyst', now: at(minute) });

function fresh(): { path: string; db: WritableDb } {
  const path = join(temporaryFolder(), 'a.umbau');
  return { path, db: portfolioForTest(path) };
}

const input = (db: WritableDb, value: number, minute: number) =>
  setOwnValue(
    db,
    { siteId: 's1', key: 'btcPriceUsd', value, note: null, enteredBy: 'A. Nalyst' },
    at(minute),
  );

const figure = (value: number, extra: Partial<FigureEdit> = {}): FigureEdit => ({
  id: null,
  subjectKind: 'site',
  subjectId: 's1',
  field: 'contracted_mw',
  value,
  unit: 'MW',
  basis: null,
  asOf: '2026-11',
  note: null,
  confidence: 'high',
  source: { title: 'Filing', url: null },
  replacesOthers: true,
  ...extra,
});

const contract = (values: RecordEdit['values'], id: string | null = null): RecordEdit => ({
  kind: 'contract',
  id,
  companyId: 'c1',
  siteId: 's1',
  values,
  source: { title: null, url: null },
});

function between(db: WritableDb, from: Moment, to: Moment = { kind: 'now' }): ChangedItem[] {
  const earlier = stateAt(db, from, (moment) => ('path' in moment ? moment.path : ''));
  const later = stateAt(db, to, noPath);
  const { items } = portfolioChanges(earlier, later);
  earlier.close();
  later.close();
  return items;
}

const shown = (items: readonly ChangedItem[]) =>
  items.map((item) => {
    const { kind, what, before, after } = portfolioRow(item, 'en');
    return [kind, what, before, after];
  });

test('R5.24 by hand: changed twice is one change, changed back is none, and a step taken back counts by its time', () => {
  const { db } = fresh();
  writtenBy(db, () => 'A. Nalyst');
  input(db, 50_000, 1);
  input(db, 60_000, 2);
  input(db, 70_000, 3);
  expect(shown(between(db, { kind: 'time', at: at(1) }))).toEqual([
    ['Input', 'Bitcoin price', '$50,000', '$70,000'].map((text, place) =>
      place < 2 ? text : expect.stringContaining(text.replace('$', '')),
    ),
  ]);
  undoLast(db, at(10));
  undoLast(db, at(11));
  // From 50,000 to 60,000, 70,000 and back to 50,000: net nothing.
  expect(between(db, { kind: 'time', at: at(1) })).toEqual([]);
  // At minute 5 it stood at 70,000, which only the time of the undo tells.
  const [back] = between(db, { kind: 'time', at: at(5) });
  expect(back).toMatchObject({
    before: [{ value: 70_000 }],
    after: [{ value: 50_000 }],
    at: at(11),
    by: 'A. Nalyst',
  });
  redoNext(db, at(12));
  expect(between(db, { kind: 'time', at: at(11) })[0]?.after).toMatchObject([{ value: 60_000 }]);
  // A new step ends the redo list, and what was discarded stays part of the past.
  clearOwnValue(db, 's1', 'btcPriceUsd', at(20));
  expect(between(db, { kind: 'time', at: at(5) }, { kind: 'time', at: at(12) })).toMatchObject([
    { before: [{ value: 70_000 }], after: [{ value: 60_000 }], at: at(12) },
  ]);
  expect(between(db, { kind: 'time', at: at(5) })).toMatchObject([{ act: 'gone', after: [] }]);
  expect(between(db, { kind: 'start' })).toEqual([]);
  db.close();
});

test('R5.24 a fact is told by the values in use, a row by its columns, a row that came and went not at all', () => {
  const { db } = fresh();
  saveFigure(db, figure(100), entry(1));
  const { id } = saveRecord(
    db,
    contract({ counterparty: 'Tenant', service: 'colocation', status: 'signed', it_load_mw: 50 }),
    at(2),
  );
  const { id: other } = saveRecord(
    db,
    contract({ counterparty: 'Nobody', service: 'jv', status: 'reported' }),
    at(3),
  );
  expect(shown(between(db, { kind: 'start' }))).toEqual([
    ['Contract', 'Nobody', '', 'entered'],
    ['Contract', 'Tenant', '', 'entered'],
    ['Figure', 'Secured', 'missing', '100\u00a0MW'].map((text) =>
      text === 'missing' ? expect.any(String) : text,
    ),
  ]);
  saveFigure(db, figure(120), entry(4));
  saveFigure(db, figure(7, { field: 'energised_mw', replacesOthers: false }), entry(4));
  saveRecord(
    db,
    contract(
      { counterparty: 'Tenant', service: 'colocation', status: 'signed', it_load_mw: 64, term_years: 12 },
      id,
    ),
    at(5),
  );
  removeRecord(db, 'contract', other, at(6));
  const items = between(db, { kind: 'time', at: at(3) });
  expect(shown(items)).toEqual([
    ['Contract', 'Nobody', '', 'deleted'],
    ['Contract', 'Tenant: critical IT', '50\u00a0MW', '64\u00a0MW'],
    ['Contract', 'Tenant: term', expect.any(String), expect.stringMatching(/^12/)],
    ['Figure', 'Secured', '100\u00a0MW', '120\u00a0MW'],
    ['Figure', 'Energised', expect.any(String), '7\u00a0MW'],
  ]);
  expect(items.every(({ siteName, companyName }) => companyName === 'Made-up Mining' && siteName)).toBe(true);
  // Made and deleted inside the span: no row of it.
  expect(shown(between(db, { kind: 'time', at: at(2) })).some(([, what]) => what === 'Nobody')).toBe(false);
  db.close();
});

test('R5.24 the same value from another source is told as that', () => {
  const { db } = fresh();
  saveFigure(db, figure(100), entry(1));
  saveFigure(db, figure(100, { source: { title: 'Press release', url: null } }), entry(2));
  const [item, ...more] = between(db, { kind: 'time', at: at(1) });
  expect(more).toEqual([]);
  expect(item?.aspects).toEqual(['source_id']);
  expect(portfolioRow(item as ChangedItem, 'en').after).toBe('100\u00a0MW (same value; another source)');
  expect(portfolioRow(item as ChangedItem, 'de').after).toBe('100\u00a0MW (gleicher Wert; geändert: Quelle)');
  db.close();
});

test('R5.24 a copy of the portfolio is another moment of it, another portfolio is refused, and nothing is changed', () => {
  const { db, path } = fresh();
  input(db, 50_000, 1);
  writeWholeCopy(db, `${path}.copy.umbau`);
  input(db, 80_000, 2);
  const before = db.serialize();
  expect(between(db, { kind: 'file', path: `${path}.copy.umbau` })).toMatchObject([
    { before: [{ value: 50_000 }], after: [{ value: 80_000 }], at: at(2) },
  ]);
  const stranger = portfolioForTest(`${path}.other.umbau`);
  stranger.exec("UPDATE meta SET value = 'another' WHERE key = 'portfolio_id'");
  stranger.close();
  expect(() => between(db, { kind: 'file', path: `${path}.other.umbau` })).toThrow('changes.otherPortfolio');
  expect(() => between(db, { kind: 'step', id: 99 })).toThrow('changes.noSuchStep');
  expect(db.serialize().equals(before)).toBe(true);
  db.close();
});

/** What an analyst may do, at random. */
const acts = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('input' as const), value: fc.integer({ min: 1_000, max: 1_003 }) }),
    fc.record({ do: fc.constant('figure' as const), value: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ do: fc.constant('contract' as const), value: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ do: fc.constantFrom('undo', 'redo', 'undo'), value: fc.constant(0) }),
  ),
  { minLength: 1, maxLength: 14 },
);

function perform(db: WritableDb, act: { do: string; value: number }, minute: number): void {
  try {
    if (act.do === 'input') input(db, act.value, minute);
    if (act.do === 'figure') saveFigure(db, figure(act.value), entry(minute));
    if (act.do === 'contract')
      saveRecord(
        db,
        contract({ counterparty: `T${act.value}`, service: 'colocation', status: 'signed' }),
        at(minute),
      );
    if (act.do === 'undo') undoLast(db, at(minute));
    if (act.do === 'redo') redoNext(db, at(minute));
  } catch {
    // Nothing to take back or to do again: also an act, without an effect.
  }
}

test('R5.24 whatever was done, taken back and done again, every earlier state is found to the last cell', () => {
  const property = fc.property(acts, (done) => {
    const { db } = fresh();
    const kept: WritableDb[] = [];
    for (const [minute, act] of done.entries()) {
      perform(db, act, minute);
      kept.push(memoryCopy(db));
    }
    for (const [minute, copy] of kept.entries()) {
      const found = stateAt(db, { kind: 'time', at: at(minute) }, noPath);
      expect(rowsApart(copy, found.db)).toEqual([]);
      found.close();
      copy.close();
    }
    db.close();
  });
  fc.assert(property, { numRuns: 40, seed: 1 });
});
