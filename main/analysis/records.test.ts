import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FigureEdit, RecordEdit } from '../../shared/domain/records.ts';
import type { WritableDb } from '../db/access.ts';
import { redoNext, undoLast } from '../db/history/changeLog.ts';
import { openReadOnly } from '../db/openDatabase.ts';
import { dependents } from '../db/repositories/recordRepository.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { chooseFigure, removeFigure, saveFigure } from './figures.ts';
import { duplicateRecord, removeRecord, saveRecord } from './records.ts';

const now = '2026-11-25T12:00:00Z';

function portfolio(): WritableDb {
  return portfolioForTest(join(temporaryFolder(), 'a.umbau'));
}

function edit(change: Partial<RecordEdit>): RecordEdit {
  return {
    kind: 'site',
    id: null,
    companyId: 'c1',
    siteId: null,
    values: { name: 'New Site' },
    source: { title: null, url: null },
    ...change,
  };
}

function figure(change: Partial<FigureEdit>): FigureEdit {
  return {
    id: null,
    subjectKind: 'site',
    subjectId: 's1',
    field: 'energised_mw',
    value: 50,
    unit: 'MW',
    basis: 'grid MW',
    asOf: '2026-06-30',
    note: null,
    confidence: 'high',
    source: { title: 'Form 10-Q', url: 'https://example.org/q' },
    replacesOthers: true,
    ...change,
  };
}

/** Every row of every table but the history itself. */
function contentOf(db: WritableDb): string {
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'change%' AND name NOT LIKE 'sqlite%' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  return JSON.stringify(
    tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]),
  );
}

test('a company, its site and a contract are entered, each with its source', () => {
  const db = portfolio();
  const company = saveRecord(
    db,
    edit({ kind: 'company', companyId: null, values: { name: 'Größe & Söhne', ticker: 'GS' } }),
    now,
  );
  expect(company.id).toBe('grosse-sohne');
  const site = saveRecord(
    db,
    edit({ companyId: company.id, source: { title: 'Site plan', url: null } }),
    now,
  );
  const contract = saveRecord(
    db,
    edit({
      kind: 'contract',
      companyId: company.id,
      siteId: site.id,
      values: { counterparty: 'Tenant', service: 'colocation', status: 'signed', it_load_mw: 20 },
    }),
    now,
  );
  expect(
    db.prepare('SELECT company_id, site_id, it_load_mw FROM contract WHERE id = ?').get(contract.id),
  ).toEqual({ company_id: company.id, site_id: site.id, it_load_mw: 20 });
  expect(
    db.prepare('SELECT title FROM source JOIN site ON source_id = source.id WHERE site.id = ?').get(site.id),
  ).toEqual({ title: 'Site plan' });
  db.close();
});

test('an edit changes what it names, leaves what hangs on it, and its step says what changed', () => {
  const db = portfolio();
  saveFigure(db, figure({}), { enteredBy: null, now });
  const { step } = saveRecord(db, edit({ id: 's1', values: { country: 'US', status: 'operating' } }), now);
  expect(step.values).toMatchObject({ count: '2', field: 'country', before: '', after: 'US' });
  expect(db.prepare('SELECT name, country FROM site').get()).toEqual({ name: 'Made-up Site', country: 'US' });
  saveRecord(db, edit({ kind: 'company', id: 'c1', companyId: null, values: { ticker: 'MM' } }), now);
  expect(db.prepare('SELECT count(*) AS n FROM site').get()).toEqual({ n: 1 });
  expect(db.prepare('SELECT count(*) AS n FROM figure').get()).toEqual({ n: 1 });
  db.close();
});

test.each([
  ['no name', { values: { name: null } }, 'record.impossible'],
  ['an unknown column', { values: { name: 'A', company_id: 'c2' } }, 'record.impossible'],
  ['an impossible choice', { values: { name: 'A', status: 'haunted' } }, 'record.impossible'],
  ['a number out of bounds', { values: { name: 'A', latitude: 91 } }, 'record.impossible'],
  ['half a year', { values: { name: 'A', energised_year: 2024.5 } }, 'record.impossible'],
  ['a company that is not there', { companyId: 'nobody' }, 'company.unknown'],
  ['a record that is gone', { id: 'gone' }, 'record.unknown'],
])('%s is refused, and nothing is written', (_what, change, code) => {
  const db = portfolio();
  const before = contentOf(db);
  expect(() => saveRecord(db, edit(change as Partial<RecordEdit>), now)).toThrow(code);
  expect(contentOf(db)).toBe(before);
  db.close();
});

test('a deleted company comes back whole by one undo, and goes again by redo', () => {
  const db = portfolio();
  saveFigure(db, figure({}), { enteredBy: 'A', now });
  const contract = { counterparty: 'Tenant', service: 'colocation', status: 'signed' };
  saveRecord(db, edit({ kind: 'contract', siteId: 's1', values: contract }), now);
  db.exec("INSERT INTO own_value VALUES ('s1', 'uptime', 0.9, NULL, 'A', '2026-11-25')");
  db.exec("INSERT INTO own_plan VALUES ('s1-plan-001', 's1', 'A', '{\"blocks\":[]}', NULL, '2026-11-25')");
  const before = contentOf(db);
  const step = removeRecord(db, 'company', 'c1', now);
  expect(step.values['count']).toBe('5');
  expect(db.prepare('SELECT count(*) AS n FROM site').get()).toEqual({ n: 0 });
  const without = contentOf(db);
  undoLast(db);
  expect(contentOf(db)).toBe(before);
  redoNext(db);
  expect(contentOf(db)).toBe(without);
  db.close();
});

test('every table that goes with a company or a site is among what a deletion takes along', () => {
  const db = portfolio();
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  const cascading = (parent: string) =>
    tables.filter((table) =>
      (db.pragma(`foreign_key_list(${table})`) as { table: string; on_delete: string }[]).some(
        (key) => key.table === parent && key.on_delete === 'CASCADE',
      ),
    );
  const taken = (kind: 'company' | 'site' | 'contract') => dependents[kind].map(({ table }) => table);
  expect(taken('company')).toEqual(
    expect.arrayContaining([...cascading('company'), ...cascading('site'), ...cascading('contract')]),
  );
  expect(taken('site')).toEqual(expect.arrayContaining(cascading('site')));
  expect(taken('contract')).toEqual(expect.arrayContaining(cascading('contract')));
  db.close();
});

test('a contract outlives its site, and is tied to it again by undo', () => {
  const db = portfolio();
  const contract = { counterparty: 'Tenant', service: 'colocation', status: 'signed' };
  saveRecord(db, edit({ kind: 'contract', siteId: 's1', values: contract }), now);
  const before = contentOf(db);
  removeRecord(db, 'site', 's1', now);
  expect(db.prepare('SELECT site_id FROM contract').get()).toEqual({ site_id: null });
  undoLast(db);
  expect(contentOf(db)).toBe(before);
  db.close();
});

test('a copy stands beside the original under a name of its own', () => {
  const db = portfolio();
  const { id } = duplicateRecord(db, 'site', 's1', now);
  expect(id).toBe('s1-2');
  expect(db.prepare('SELECT count(*) AS n FROM site').get()).toEqual({ n: 2 });
  db.close();
});

test('P55 rival values stand side by side; one is chosen, the others are set aside and stay', () => {
  const db = portfolio();
  const first = saveFigure(db, figure({}), { enteredBy: 'A', now });
  const second = saveFigure(db, figure({ value: 60, replacesOthers: false }), { enteredBy: 'A', now });
  const usedOf = () =>
    db.prepare('SELECT value FROM figure WHERE superseded = 0 ORDER BY value').pluck().all();
  expect(usedOf()).toEqual([50, 60]);
  chooseFigure(db, first.id, now);
  expect(usedOf()).toEqual([50]);
  chooseFigure(db, second.id, now);
  expect(usedOf()).toEqual([60]);
  undoLast(db);
  expect(usedOf()).toEqual([50]);
  db.close();
});

test('not applicable is no zero: it has no value, and a figure can be taken back', () => {
  const db = portfolio();
  const { id } = saveFigure(db, figure({ value: null }), { enteredBy: null, now });
  expect(db.prepare('SELECT state, value FROM figure').get()).toEqual({
    state: 'notApplicable',
    value: null,
  });
  removeFigure(db, id, now);
  expect(() => removeFigure(db, id, now)).toThrow('record.unknown');
  undoLast(db);
  expect(db.prepare('SELECT count(*) AS n FROM figure').get()).toEqual({ n: 1 });
  db.close();
});

test('each source is kept once', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const db = portfolioForTest(path);
  saveFigure(db, figure({}), { enteredBy: null, now });
  saveFigure(db, figure({ field: 'contracted_mw' }), { enteredBy: null, now });
  db.close();
  const again = openReadOnly(path);
  expect(again.prepare('SELECT count(*) AS n FROM source').get()).toEqual({ n: 1 });
  again.close();
});
