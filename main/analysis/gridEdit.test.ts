import { expect, test } from 'vitest';
import type { GridSubject, GridWrite } from '../../shared/domain/gridEdit.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from '../db/access.ts';
import { listSteps, undoLast } from '../db/history/changeLog.ts';
import { smallPortfolio } from './proposals/testing/smallPortfolio.ts';
import { allRows } from '../exchange/testing/filledPortfolio.ts';
import { readGrid, writeGrid } from './gridEdit.ts';

const how = { enteredBy: 'A. Analyst', now: '2026-11-25T10:00:00.000Z' };
const company = { companyId: 'c1', siteId: null };
const figures: GridSubject = { kind: 'figure', companyId: 'c1', siteId: 's1' };
const none = { title: null, url: null };

const write = (
  db: WritableDb,
  subject: GridSubject,
  rows: GridWrite['rows'],
  source = none as GridWrite['source'],
) => writeGrid(db, { subject, rows, source }, how);

test('P24 cells and new rows of a list are one step, with the source of the block; undo takes all of it back', () => {
  const db = smallPortfolio();
  const before = allRows(db);
  const step = write(
    db,
    figures,
    [
      { id: 'f1', values: { value: 60, as_of: '2026-10-31' } },
      { id: null, values: { field: 'pue_ai', value: 1.25 } },
    ],
    { title: '10-Q Q3', url: null },
  );
  expect(step).toMatchObject({
    label: 'import.cells',
    values: { kind: 'figure', name: 'Made-up Site', count: '4' },
  });
  expect(readGrid(db, figures)).toMatchObject([
    {
      id: 'f1',
      unit: 'MW',
      values: { field: 'energised_mw', value: 60, as_of: '2026-10-31', source_title: '10-Q Q3' },
    },
    { unit: '1', values: { field: 'pue_ai', value: 1.25, source_title: '10-Q Q3' } },
  ]);
  expect(db.prepare("SELECT entered_by, basis FROM figure WHERE id = 'f1'").get()).toEqual({
    entered_by: 'A. Analyst',
    basis: 'grid MW',
  });
  expect(listSteps(db)).toHaveLength(1);
  undoLast(db);
  for (const table of ['figure', 'source']) expect(allRows(db)[table]).toEqual(before[table]);
  db.close();
});

test('P24 records of a company and of a site are listed, changed and added with their ties', () => {
  const db = smallPortfolio();
  const contracts: GridSubject = { kind: 'contract', companyId: 'c1', siteId: 's1' };
  write(db, contracts, [
    { id: 'k1', values: { it_load_mw: null, source_title: 'Press release' } },
    { id: null, values: { counterparty: 'New', service: 'colocation', status: 'signed' } },
    { id: null, values: { counterparty: 'New', service: 'gpu_cloud', status: 'signed' } },
  ]);
  expect(
    readGrid(db, contracts).map(({ id, values }) => [id, values['it_load_mw'], values['source_title']]),
  ).toEqual([
    ['k1', null, 'Press release'],
    ['c1-new', null, null],
    ['c1-new-2', null, null],
  ]);
  write(db, { ...company, kind: 'site' }, [{ id: null, values: { name: 'Third' } }]);
  expect(readGrid(db, { ...company, kind: 'site' })).toHaveLength(3);
  write(db, { ...company, kind: 'instrument' }, [{ id: 'd1', values: { coupon_share: 0.06 } }]);
  expect(readGrid(db, { ...company, kind: 'instrument' })[0]?.values['coupon_share']).toBe(0.06);
  const fleets: GridSubject = { ...figures, kind: 'fleet' };
  write(db, fleets, [{ id: null, values: { model: 'S21', units: 1000 } }]);
  write(db, fleets, [{ id: 's1-s21', values: { units: 900 } }]);
  expect(readGrid(db, fleets)).toMatchObject([{ id: 's1-s21', values: { model: 'S21', units: 900 } }]);
  write(db, { ...company, kind: 'identity' }, [
    { id: null, values: { period: 'Q3 2026', revenue_ai_usd: 5e6 } },
  ]);
  expect(db.prepare('SELECT company_id, revenue_ai_usd, entered_by FROM identity_period').all()).toEqual([
    { company_id: 'c1', revenue_ai_usd: 5e6, entered_by: 'A. Analyst' },
  ]);
  db.close();
});

test.each([
  [figures, { id: 'f1', values: { value: null } }, 'record.impossible'],
  [figures, { id: 'f1', values: { value: -5 } }, 'record.impossible'],
  [figures, { id: 'f1', values: { field: 'pue_ai' } }, 'record.impossible'],
  [figures, { id: 'f1', values: { as_of: '30.09.2026' } }, 'record.impossible'],
  [figures, { id: null, values: { field: 'unheard_of', value: 1 } }, 'record.impossible'],
  [figures, { id: 'zz', values: { value: 1 } }, 'record.unknown'],
  [{ ...company, kind: 'site' }, { id: null, values: { country: 'US' } }, 'record.impossible'],
  [{ ...company, kind: 'contract' }, { id: 'k1', values: { company_id: 'c2' } }, 'record.impossible'],
  [{ ...company, kind: 'contract' }, { id: 'k1', values: { status: 'bought' } }, 'record.impossible'],
] as const)(
  'P24 what cannot be stored is refused, and nothing of its block is written (%#)',
  (subject, row, code) => {
    const db = smallPortfolio();
    const before = allRows(db);
    const good =
      subject.kind === 'figure'
        ? { id: 'f1', values: { value: 99 } }
        : { id: 's1', values: { country: 'US' } };
    const rows = subject.kind === 'contract' ? [row] : [good, row];
    let found = '';
    try {
      write(db, subject, rows);
    } catch (error) {
      found = error instanceof UserFacingError ? error.code : String(error);
    }
    expect(found).toBe(code);
    expect(allRows(db)).toEqual(before);
    db.close();
  },
);
