import { expect, test } from 'vitest';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import type { WritableDb } from '../../db/access.ts';
import { listSteps, redoNext, undoLast } from '../../db/history/changeLog.ts';
import { portfolioForTest, temporaryFolder } from '../../db/testing/portfolioForTest.ts';
import { allRows } from '../../exchange/testing/filledPortfolio.ts';
import { join } from 'node:path';
import { acceptProposals } from './acceptProposals.ts';
import type { Compared } from './compareExport.ts';
import { at, comparedWith, editorOf, editWorkbook, exportedFile } from './testing/editedExport.ts';

/** Two sites with figures, a contract, an instrument and a source, all made up. */
function portfolio(): WritableDb {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  db.exec(`
    INSERT INTO source (id, title, url) VALUES (1, '10-K 2025', NULL), (2, 'Rumour', NULL);
    INSERT INTO site (id, company_id, name, note) VALUES ('s2', 'c1', 'Second Site', '${'long '.repeat(60)}');
    INSERT INTO figure (id, subject_kind, subject_id, field, state, value, unit, basis, as_of, source_id)
      VALUES ('f1', 'site', 's1', 'energised_mw', 'known', 50, 'MW', 'grid MW', '2026-09-30', 1),
             ('f2', 'site', 's2', 'power_price_usd_mwh', 'known', 42.5, 'USD/MWh', NULL, '2026-06', 1);
    INSERT INTO contract (id, company_id, site_id, counterparty, service, status, it_load_mw)
      VALUES ('k1', 'c1', 's1', 'Tenant', 'colocation', 'signed', 20);
    INSERT INTO debt_instrument (id, company_id, instrument, coupon_share) VALUES ('d1', 'c1', 'Note', 0.0525);
  `);
  return db;
}

const list = ({ drafts }: Compared) =>
  drafts.map(({ proposal: { outcome, table, record, column, before, after, unit, notes } }) => ({
    outcome,
    table,
    record,
    column,
    before,
    after,
    unit,
    notes: notes.map(({ code }) => code),
  }));

const accept = (db: WritableDb, compared: Compared, start: 'all' | 'safe' | 'none', except: string[] = []) =>
  acceptProposals(db, compared, { start, except, state: compared.state, fileName: 'out.xlsx', now: at.now });

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

test('P47 what cannot be read or stored is refused with its reason, and nothing of it is written', async () => {
  const db = portfolio();
  const path = await exportedFile(db, 'xlsx');
  await editWorkbook(path, (workbook) => {
    const figures = editorOf(workbook, 'figure');
    figures.cell('f1', 'value').value = { formula: 'B2*2', result: 100 };
    figures.cell('f1', 'unit').value = 'kW';
    figures.cell('f1', 'as_of').value = '31.02.2026';
    figures.cell('f2', 'value').value = '1.234';
    figures.cell('f2', 'confidence').value = 'sure';
    figures.cell('f2', 'source_id').value = 77;
    const contracts = editorOf(workbook, 'contract');
    contracts.cell('k1', 'it_load_mw').value = { error: '#REF!' };
    contracts.cell('k1', 'gross_mw').value = new Date('2026-05-01T00:00:00Z');
    contracts.cell('k1', 'counterparty').value = null;
    contracts.cell('k1', 'service').value = 'something';
    contracts.cell('k1', 'gpus').value = -5;
    contracts.cell('k1', 'company_id').value = 'c2';
    const sites = editorOf(workbook, 'site');
    sites.sheet.getRow(sites.sheet.rowCount + 1).values = sites.sheet.getRow(
      sites.cell('s2', 'id').fullAddress.row,
    ).values;
    const sources = editorOf(workbook, 'source');
    sources.sheet.spliceRows(sources.cell(1, 'id').fullAddress.row, 1);
  });
  const compared = await comparedWith(db, path);
  expect(
    list(compared).map(({ outcome, table, column, notes }) => [outcome, table, column, ...notes]),
  ).toEqual([
    ['rejected', 'source', null, 'stillUsed'],
    ['rejected', 'site', null, 'repeatedKey'],
    ['rejected', 'contract', 'it_load_mw', 'errorCell'],
    ['rejected', 'contract', 'gross_mw', 'dateInNumber'],
    ['rejected', 'contract', 'company_id', 'fixedColumn'],
    ['rejected', 'contract', 'counterparty', 'needsValue'],
    ['rejected', 'contract', 'service', 'noChoice'],
    ['rejected', 'contract', 'gpus', 'outOfBounds'],
    ['rejected', 'figure', 'value', 'formula'],
    ['rejected', 'figure', 'as_of', 'needsDate'],
    ['rejected', 'figure', 'unit', 'fixedColumn'],
    ['rejected', 'figure', 'value', 'openNumber'],
    ['rejected', 'figure', 'source_id', 'refersToNothing'],
    ['rejected', 'figure', 'confidence', 'noChoice'],
  ]);
  expect(() => accept(db, compared, 'all')).toThrow(new UserFacingError('sheet.nothingAccepted'));
  db.close();
});

test('P47 a figure without a value needs a word for it; value and state go together', async () => {
  const db = portfolio();
  const path = await exportedFile(db, 'xlsx');
  await editWorkbook(path, (workbook) => {
    const figures = editorOf(workbook, 'figure');
    figures.cell('f1', 'value').value = null;
    figures.cell('f2', 'state').value = 'notApplicable';
  });
  const compared = await comparedWith(db, path);
  expect(
    list(compared).map(({ outcome, column, after, notes }) => [outcome, column, after, notes[0]]),
  ).toEqual([
    ['rejected', 'value', '', 'emptyFigure'],
    ['changed', 'value', null, 'empties'],
  ]);
  accept(db, compared, 'safe');
  expect(db.prepare("SELECT state, value FROM figure WHERE id = 'f2'").get()).toEqual({
    state: 'notApplicable',
    value: null,
  });
  db.close();
});

test('P47 another portfolio, a lost or an edited hidden sheet, and a list that is no longer true are refused', async () => {
  const db = portfolio();
  const path = await exportedFile(db, 'xlsx');
  await editWorkbook(path, (workbook) => {
    editorOf(workbook, 'figure').cell('f1', 'value').value = 60;
  });
  const compared = await comparedWith(db, path);
  db.exec("UPDATE figure SET value = 51 WHERE id = 'f1'");
  const later = await comparedWith(db, path);
  expect(() =>
    acceptProposals(db, later, {
      start: 'all',
      except: [],
      state: compared.state,
      fileName: 'x',
      now: at.now,
    }),
  ).toThrow(new UserFacingError('sheet.changedSince'));
  db.exec("UPDATE meta SET value = 'another' WHERE key = 'portfolio_id'");
  await expect(comparedWith(db, path)).rejects.toMatchObject({ code: 'sheet.otherPortfolio' });
  await editWorkbook(path, (workbook) => {
    const kept = workbook.getWorksheet('Umbau');
    if (kept) kept.getCell('A3').value = String(kept.getCell('A3').value).replace('Made', 'Maid');
  });
  await expect(comparedWith(db, path)).rejects.toMatchObject({ code: 'sheet.asExportedChanged' });
  await editWorkbook(path, (workbook) => workbook.removeWorksheet('Umbau'));
  await expect(comparedWith(db, path)).rejects.toMatchObject({ code: 'sheet.noAsExported' });
  db.close();
});
