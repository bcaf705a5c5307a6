import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RecordEdit } from '../../shared/domain/records.ts';
import type { WritableDb } from '../db/access.ts';
import { redoNext, undoLast } from '../db/history/changeLog.ts';
import { tableNames } from '../db/tables.ts';
import { listSources } from '../db/repositories/sourceRepository.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { allRows } from '../exchange/testing/filledPortfolio.ts';
import { attachedBytes, attachFile } from './attachments.ts';
import { provenanceOf } from './provenance.ts';
import { saveRecord } from './records.ts';
import { mergeSources, removeSource, saveSource, sourceDetail } from './sources.ts';

const now = '2026-11-25T12:00:00Z';
const entry = { enteredBy: null, now };

/** Two records of one document and one that nothing cites. */
function portfolio(): WritableDb {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  db.exec(`
    INSERT INTO source (id, title, url, published_on) VALUES (1, 'Form 10-Q', NULL, NULL),
      (2, 'form 10-q', 'https://example.org/q', '2026-08-05'), (3, 'Unused', NULL, NULL);
    INSERT INTO figure (id, subject_kind, subject_id, field, state, value, unit, source_id, source_page) VALUES
      ('f', 'site', 's1', 'energised_mw', 'known', 50, 'MW', 2, '31'),
      ('g', 'company', 'c1', 'cash_usd', 'known', 5, 'USD', 2, '4'),
      ('h', 'market', 'btc', 'price', 'known', 5, 'USD', 1, NULL);
    INSERT INTO contract (id, company_id, counterparty, service, status, source_id)
      VALUES ('k', 'c1', 'Tenant', 'colocation', 'signed', 2);
    INSERT INTO production_report (id, company_id, period, last_month, source_id)
      VALUES ('p', 'c1', 'month', '2026-08', 2);
    INSERT INTO identity_period (id, company_id, period, source_id) VALUES ('i', 'c1', 'Q2 2026', 2);
    INSERT INTO debt_instrument (id, company_id, instrument, source_id) VALUES ('d', 'c1', 'Notes 2031', 2);
    INSERT INTO fleet (id, site_id, model, source_id) VALUES ('m', 's1', 'S21', 2);
    UPDATE site SET source_id = 2;
  `);
  return db;
}

/** Without the history; a table's rows in no order of their own. */
function contentOf(db: WritableDb): unknown {
  const { change: _change, change_step: _step, change_event: _event, ...tables } = allRows(db);
  return Object.entries(tables).map(([name, rows]) => [name, rows.map(String).toSorted()]);
}

test('the list tells what cites a source, on which pages, and how many files it has', () => {
  const db = portfolio();
  attachFile(db, { kind: 'source', id: '2' }, { fileName: 'q.pdf', bytes: Buffer.from('q') }, entry);
  expect(listSources(db)).toEqual([
    { id: '1', title: 'Form 10-Q', url: null, publishedOn: null, uses: 1, pages: [], files: 0 },
    { id: '3', title: 'Unused', url: null, publishedOn: null, uses: 0, pages: [], files: 0 },
    {
      id: '2',
      title: 'form 10-q',
      url: 'https://example.org/q',
      publishedOn: '2026-08-05',
      uses: 8,
      pages: ['31', '4'],
      files: 1,
    },
  ]);
  const { uses, attachments } = sourceDetail(db, '2');
  expect(uses.map(({ kind, field, name, page }) => [kind, field, name, page].join('|'))).toEqual([
    'contract||Tenant|',
    'figure|cash_usd|Made-up Mining|4',
    'figure|energised_mw|Made-up Site|31',
    'fleet||S21, Made-up Site|',
    'identity||Made-up Mining, Q2 2026|',
    'instrument||Notes 2031|',
    'production||Made-up Mining, 2026-08|',
    'site||Made-up Site|',
  ]);
  expect(attachments).toHaveLength(1);
  db.close();
});

test('every table that refers to a source is among those that cite one', () => {
  const db = portfolio();
  const referring = tableNames(db).filter((table) =>
    (db.prepare('SELECT "table" AS t FROM pragma_foreign_key_list(?)').all(table) as { t: string }[]).some(
      ({ t }) => t === 'source',
    ),
  );
  const cited = new Set(sourceDetail(db, '2').uses.map(({ kind }) => kind));
  // An attachment hangs on a source, it does not cite it.
  expect(referring.filter((table) => table !== 'attachment')).toHaveLength(cited.size);
  db.close();
});

test('merging moves every citation and file, keeps what only one knew, and is undone as one step', () => {
  const db = portfolio();
  const q = { fileName: 'q.pdf', bytes: Buffer.from('q') };
  attachFile(db, { kind: 'source', id: '1' }, q, entry);
  attachFile(db, { kind: 'source', id: '2' }, q, entry);
  attachFile(db, { kind: 'source', id: '2' }, { fileName: 'more.pdf', bytes: Buffer.from('more') }, entry);
  const before = contentOf(db);
  const step = mergeSources(db, '2', '1', now);
  expect(step.values).toEqual({ from: 'form 10-q', title: 'Form 10-Q', count: '8' });
  const after = contentOf(db);
  const [kept] = listSources(db);
  expect(kept).toEqual({
    id: '1',
    title: 'Form 10-Q',
    url: 'https://example.org/q',
    publishedOn: '2026-08-05',
    uses: 9,
    pages: ['31', '4'],
    files: 2,
  });
  const texts = sourceDetail(db, '1').attachments.map(({ id }) =>
    Buffer.from(attachedBytes(db, id).bytes).toString(),
  );
  expect(texts.toSorted()).toEqual(['more', 'q']);
  expect(() => sourceDetail(db, '2')).toThrow('record.unknown');
  undoLast(db);
  expect(contentOf(db)).toEqual(before);
  redoNext(db);
  expect(contentOf(db)).toEqual(after);
  expect(() => mergeSources(db, '1', '1', now)).toThrow('source.sameTwice');
  db.close();
});

test('a source is deleted only when nothing cites it, with its files, and comes back', () => {
  const db = portfolio();
  attachFile(db, { kind: 'source', id: '3' }, { fileName: 'q.pdf', bytes: Buffer.from('q') }, entry);
  expect(() => removeSource(db, '2', now)).toThrow(
    expect.objectContaining({ code: 'source.inUse', values: { title: 'form 10-q', count: '8' } }),
  );
  const before = contentOf(db);
  removeSource(db, '3', now);
  expect(listSources(db).map(({ id }) => id)).toEqual(['1', '2']);
  undoLast(db);
  expect(contentOf(db)).toEqual(before);
  db.close();
});

test('two sources of one title and address are refused; an edit shows wherever the source is cited', () => {
  const db = portfolio();
  const edit = { id: null, title: ' form 10-q ', url: 'https://example.org/q', publishedOn: null };
  expect(() => saveSource(db, edit, now)).toThrow('source.exists');
  const { id } = saveSource(db, { ...edit, title: 'Annual report' }, now);
  expect(sourceDetail(db, id).source.title).toBe('Annual report');
  saveSource(db, { ...edit, id: '2', title: 'Form 10-Q, Q2', publishedOn: '2026-08' }, now);
  expect(provenanceOf(db, 'f', null)?.source).toEqual({
    id: '2',
    title: 'Form 10-Q, Q2',
    url: 'https://example.org/q',
    publishedOn: '2026-08',
  });
  db.close();
});

test('a form stores page and date with the source; what it does not name stays', () => {
  const db = portfolio();
  const edit: RecordEdit = {
    kind: 'contract',
    id: 'k',
    companyId: null,
    siteId: null,
    values: {},
    source: { title: 'Form 10-Q', url: null, page: 'exhibit 99.1', publishedOn: '2026-05-01' },
  };
  const { step } = saveRecord(db, edit, now, 'Ottilie Ausgedacht');
  expect(step.values).toMatchObject({ field: 'source', count: '1' });
  expect(provenanceOf(db, 'k.it_load_mw', null)).toMatchObject({
    page: 'exhibit 99.1',
    enteredBy: 'Ottilie Ausgedacht',
    source: { id: '1', publishedOn: '2026-05-01' },
  });
  saveRecord(db, { ...edit, source: { title: 'Form 10-Q', url: null } }, now);
  expect(provenanceOf(db, 'k.it_load_mw', null)).toMatchObject({
    page: 'exhibit 99.1',
    source: { publishedOn: '2026-05-01' },
  });
  undoLast(db);
  undoLast(db);
  expect(provenanceOf(db, 'k.it_load_mw', null)).toMatchObject({ page: null, source: { id: '2' } });
  db.close();
});
