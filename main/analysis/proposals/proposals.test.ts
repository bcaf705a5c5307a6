import { expect, test } from 'vitest';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import type { WritableDb } from '../../db/access.ts';
import { listSteps, redoNext, undoLast } from '../../db/history/changeLog.ts';
import { allRows } from '../../exchange/testing/filledPortfolio.ts';
import { comparedWith, editorOf, editWorkbook, exportedFile } from './testing/editedExport.ts';
import { accept, listed as list, smallPortfolio as portfolio } from './testing/smallPortfolio.ts';

const valueOf = (db: WritableDb, sql: string): unknown => db.prepare(sql).pluck().get();

test('P47 each edited cell is listed with record, column, old and new value, unit and effect', async () => {
  const db = portfolio();
  const path = await exportedFile(db, 'xlsx');
  await editWorkbook(path, (workbook) => {
    const figures = editorOf(workbook, 'figure');
    figures.cell('f1', 'value').value = 60;
    figures.cell('f1', 'as_of').value = new Date('2026-10-31T00:00:00Z');
    figures.cell('f2', 'value').value = 500;
    editorOf(workbook, 'contract').cell('k1', 'it_load_mw').value = null;
    editorOf(workbook, 'contract').cell('k1', 'term_years').value = 15;
    editorOf(workbook, 'debt_instrument').cell('d1', 'coupon_share').value = '5,5 %';
    editorOf(workbook, 'site').cell('s1', 'energised_year').value = 2024;
  });
  const compared = await comparedWith(db, path);
  expect(list(compared)).toEqual([
    {
      outcome: 'changed',
      table: 'site',
      record: 'Made-up Site (Made-up Mining)',
      column: 'energised_year',
      before: null,
      after: 2024,
      unit: '',
      notes: ['fills'],
    },
    {
      outcome: 'changed',
      table: 'contract',
      record: 'Tenant (Made-up Mining)',
      column: 'it_load_mw',
      before: 20,
      after: null,
      unit: 'MW',
      notes: ['empties'],
    },
    {
      outcome: 'changed',
      table: 'contract',
      record: 'Tenant (Made-up Mining)',
      column: 'term_years',
      before: null,
      after: 15,
      unit: 'yr',
      notes: ['fills'],
    },
    {
      outcome: 'changed',
      table: 'debt_instrument',
      record: 'Note (Made-up Mining)',
      column: 'coupon_share',
      before: 0.0525,
      after: 0.055,
      unit: '',
      notes: ['changesBy'],
    },
    {
      outcome: 'changed',
      table: 'figure',
      record: 'Made-up Site',
      column: 'as_of',
      before: '2026-09-30',
      after: '2026-10-31',
      unit: '',
      notes: ['replacesText'],
    },
    {
      outcome: 'changed',
      table: 'figure',
      record: 'Made-up Site',
      column: 'value',
      before: 50,
      after: 60,
      unit: 'MW',
      notes: ['changesBy', 'computes', 'keepsSource'],
    },
    {
      outcome: 'check',
      table: 'figure',
      record: 'Second Site',
      column: 'value',
      before: 42.5,
      after: 500,
      unit: 'USD/MWh',
      notes: ['unusual', 'changesBy', 'computes', 'keepsSource'],
    },
  ]);
  db.close();
});

test('P47 what is accepted is one step named after the file; undo brings back every row', async () => {
  const db = portfolio();
  const path = await exportedFile(db, 'xlsx');
  await editWorkbook(path, (workbook) => {
    editorOf(workbook, 'figure').cell('f1', 'value').value = 60;
    editorOf(workbook, 'figure').cell('f2', 'value').value = 500;
    editorOf(workbook, 'site').cell('s2', 'note').value = 'short';
  });
  const before = allRows(db);
  const compared = await comparedWith(db, path);
  const step = accept(db, compared, 'safe');
  expect(step).toMatchObject({ label: 'import.sheet', values: { name: 'out.xlsx', count: '2' } });
  expect(db.prepare('SELECT value, entered_by, source_id FROM figure ORDER BY id').all()).toEqual([
    { value: 60, entered_by: 'A. Analyst', source_id: 1 },
    { value: 42.5, entered_by: null, source_id: 1 },
  ]);
  expect(valueOf(db, "SELECT note FROM site WHERE id = 's2'")).toBe('short');
  expect(listSteps(db)).toHaveLength(1);
  undoLast(db);
  for (const table of ['site', 'figure', 'source', 'contract', 'debt_instrument', 'company'])
    expect(allRows(db)[table], table).toEqual(before[table]);
  redoNext(db);
  expect(valueOf(db, "SELECT value FROM figure WHERE id = 'f1'")).toBe(60);
  db.close();
});

test('P47 single proposals are accepted or refused by their ids', async () => {
  const db = portfolio();
  const path = await exportedFile(db, 'xlsx');
  await editWorkbook(path, (workbook) => {
    editorOf(workbook, 'figure').cell('f1', 'value').value = 60;
    editorOf(workbook, 'figure').cell('f2', 'value').value = 43;
    editorOf(workbook, 'site').cell('s1', 'country').value = 'US';
  });
  const compared = await comparedWith(db, path);
  accept(db, compared, 'safe', ['figure/f1/value']);
  expect(valueOf(db, "SELECT value FROM figure WHERE id = 'f1'")).toBe(50);
  expect(valueOf(db, "SELECT value FROM figure WHERE id = 'f2'")).toBe(43);
  const again = await comparedWith(db, path);
  expect(again.drafts.map(({ proposal }) => proposal.id)).toEqual(['figure/f1/value']);
  accept(db, again, 'none', ['figure/f1/value']);
  expect(valueOf(db, "SELECT value FROM figure WHERE id = 'f1'")).toBe(60);
  db.close();
});

test('P47 new rows get an id, unit and basis of their own; removed rows take along what hangs on them', async () => {
  const db = portfolio();
  const path = await exportedFile(db, 'xlsx');
  await editWorkbook(path, (workbook) => {
    const sites = editorOf(workbook, 'site');
    const row = sites.sheet.rowCount + 1;
    const set = (head: string, value: string) => {
      sites.sheet.getRow(row).getCell(sites.column(head)).value = value;
    };
    set('company_id', 'c1');
    set('name', 'Third Site');
    const figures = editorOf(workbook, 'figure');
    const figure = figures.sheet.getRow(figures.sheet.rowCount + 1);
    figure.getCell(figures.column('subject_kind')).value = 'site';
    figure.getCell(figures.column('subject_id')).value = 's2';
    figure.getCell(figures.column('field')).value = 'energised_mw';
    figure.getCell(figures.column('value')).value = 75;
    // The first site goes: its figure and the tie of its contract go with it.
    const place = sites.cell('s1', 'id').fullAddress.row;
    sites.sheet.spliceRows(place, 1);
  });
  const compared = await comparedWith(db, path);
  expect(list(compared).map(({ outcome, table, record }) => [outcome, table, record])).toEqual([
    ['new', 'site', 'Third Site (Made-up Mining)'],
    ['removed', 'site', 'Made-up Site (Made-up Mining)'],
    ['new', 'figure', 'Second Site'],
  ]);
  expect(compared.drafts[1]?.proposal.notes).toContainEqual({ code: 'removesWith', values: { count: '1' } });
  const before = allRows(db);
  accept(db, compared, 'all');
  expect(db.prepare('SELECT id, name FROM site ORDER BY id').all()).toEqual([
    { id: 'c1-third-site', name: 'Third Site' },
    { id: 's2', name: 'Second Site' },
  ]);
  expect(
    db.prepare("SELECT state, value, unit, basis, superseded FROM figure WHERE id <> 'f2'").all(),
  ).toEqual([{ state: 'known', value: 75, unit: 'MW', basis: 'grid MW', superseded: 0 }]);
  expect(valueOf(db, "SELECT site_id FROM contract WHERE id = 'k1'")).toBeNull();
  undoLast(db);
  // Rows that come back stand at the end of the file.
  const sorted = (rows: unknown[] | undefined) => (rows as unknown[][] | undefined)?.toSorted();
  for (const table of ['site', 'figure', 'contract'])
    expect(sorted(allRows(db)[table]), table).toEqual(sorted(before[table]));
  db.close();
});

test('P47 a cell that the portfolio changed since the export is a conflict and not accepted by itself', async () => {
  const db = portfolio();
  const path = await exportedFile(db, 'xlsx');
  await editWorkbook(path, (workbook) => {
    editorOf(workbook, 'figure').cell('f1', 'value').value = 60;
    editorOf(workbook, 'site').cell('s2', 'note').value = 'short';
    editorOf(workbook, 'contract').cell('k1', 'it_load_mw').value = 25;
    const debt = editorOf(workbook, 'debt_instrument');
    debt.sheet.spliceRows(debt.cell('d1', 'id').fullAddress.row, 1);
  });
  db.exec(`UPDATE figure SET value = 55 WHERE id = 'f1'; UPDATE site SET note = 'other' WHERE id = 's2';
    UPDATE contract SET it_load_mw = 25 WHERE id = 'k1'; UPDATE debt_instrument SET note = 'new' WHERE id = 'd1';
    UPDATE figure SET value = 44 WHERE id = 'f2'; INSERT INTO site (id, company_id, name) VALUES ('s3', 'c1', 'New');`);
  const compared = await comparedWith(db, path);
  // What both sides changed alike, and what only the portfolio changed, is no proposal.
  expect(
    list(compared).map(({ outcome, table, column, before, after }) => [
      outcome,
      table,
      column,
      before,
      after,
    ]),
  ).toEqual([
    ['conflict', 'site', 'note', 'other', 'short'],
    ['conflict', 'debt_instrument', null, null, null],
    ['conflict', 'figure', 'value', 55, 60],
  ]);
  expect(compared.drafts[2]?.proposal.notes).toContainEqual({ code: 'conflict', values: { exported: '50' } });
  expect(() => accept(db, compared, 'safe')).toThrow(new UserFacingError('sheet.nothingAccepted'));
  accept(db, compared, 'all');
  expect(valueOf(db, "SELECT value FROM figure WHERE id = 'f1'")).toBe(60);
  expect(valueOf(db, 'SELECT count(*) FROM site')).toBe(3);
  db.close();
});
