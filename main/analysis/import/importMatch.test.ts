import { expect, test } from 'vitest';
import type { WritableDb } from '../../db/access.ts';
import { listSteps } from '../../db/history/changeLog.ts';
import { createGround } from './ground.ts';
import { previewRows, rejectTable } from './importRun.ts';
import { everything, examined, portfolio, run, take } from './testing/importForTest.ts';

const leases = (...rows: readonly string[]): string =>
  ['Company;Customer;Service;Signed;Status;Site;Critical IT [MW]', ...rows].join('\n');
const storedLeases = (db: WritableDb): unknown =>
  db
    .prepare(
      'SELECT counterparty, coalesce(s.name, site_name) AS site, it_load_mw FROM contract LEFT JOIN site s ON s.id = site_id WHERE counterparty <> ? ORDER BY it_load_mw DESC',
    )
    .raw()
    .all('Client');

test('one tenant at two sites is two contracts, and neither is moved to the other', async () => {
  const db = portfolio();
  db.exec("INSERT INTO site (id, company_id, name) VALUES ('s2', 'c1', 'South')");
  const north = 'Made-up Mining;CoreW;colocation;2026-01;signed;Made-up Site;100';
  const south = 'Made-up Mining;CoreW;colocation;2026-01;signed;South;50';
  const elsewhere = 'Made-up Mining;CoreW;colocation;2026-01;signed;Elsewhere;25';
  const found = await examined(db, 'contracts', leases(north, south, elsewhere));
  expect(found.examined.outcomes).toEqual(['new', 'new', 'new']);
  await run(db, found);
  const three = [
    ['CoreW', 'Made-up Site', 100],
    ['CoreW', 'South', 50],
    ['CoreW', 'Elsewhere', 25],
  ];
  expect(storedLeases(db)).toEqual(three);
  const again = await examined(db, 'contracts', leases(south, elsewhere, north));
  expect(again.examined.outcomes).toEqual(['same', 'same', 'same']);
  const [client] = previewRows(
    await examined(db, 'contracts', leases('Made-up Mining;Client;colocation;2026-01;signed;South;')),
    { only: null, offset: 0, limit: 1 },
    'en',
  );
  // The place is told by its name, not by its id.
  expect(client?.notes).toEqual([{ code: 'change', values: { key: 'site', before: '', after: 'South' } }]);
  // A site that is entered later is the one that the contract named all along.
  db.exec("INSERT INTO site (id, company_id, name) VALUES ('s3', 'c1', 'ELSEWHERE')");
  const tied = await examined(db, 'contracts', leases(elsewhere));
  expect(tied.examined.outcomes).toEqual(['changed']);
  await run(db, tied);
  expect(storedLeases(db)).toHaveLength(3);
});

test('a contract without a site is no row of a file that names its tenant at several', async () => {
  const db = portfolio();
  const rows = ['Made-up Site;9', 'Other;8'].map(
    (rest) => `Made-up Mining;Client;colocation;2026-01;signed;${rest}`,
  );
  const found = await examined(db, 'contracts', leases(...rows));
  expect(found.examined.outcomes).toEqual(['new', 'new']);
  expect(previewRows(found, { only: null, offset: 0, limit: 1 }, 'en')[0]?.notes).toEqual([
    { code: 'besidePlaceless', values: { name: 'Client' } },
  ]);
  await run(db, found);
  expect(db.prepare("SELECT count(*) FROM contract WHERE counterparty = 'Client'").pluck().get()).toBe(3);
  // A file that knows no sites cannot tell them apart, and adds none.
  const bare = await examined(
    db,
    'contracts',
    'Company;Customer;Service;Signed;Status;Critical IT [MW]\nMade-up Mining;Client;colocation;2026-01;signed;7',
  );
  expect(bare.examined.outcomes).toEqual(['changed']);
});

test('a row that would do something else than the preview showed takes the whole import back', async () => {
  const db = portfolio();
  const found = await examined(db, 'sites', 'Company;Site\nMade-up Mining;Old Site\nMade-up Mining;New Site');
  db.exec("INSERT INTO site (id, company_id, name) VALUES ('s2', 'c1', 'New Site')");
  const before = everything(db);
  await expect(run(db, found)).rejects.toMatchObject({
    code: 'import.notReady',
    values: { problem: expect.stringContaining('row 3 would do something else') as string },
  });
  expect(everything(db)).toEqual(before);
  expect(listSteps(db)).toEqual([]);
});

test('rows that follow each other say in the preview what they do one after the other', async () => {
  const db = portfolio();
  const found = await examined(
    db,
    'figures',
    'Company;As of;Cash (USD)\nMade-up Mining;2026-09-30;5\nMade-up Mining;;5',
  );
  expect(found.examined.outcomes).toEqual(['new', 'same']);
  await run(db, found);
  expect(db.prepare("SELECT count(*) FROM figure WHERE field = 'cash_usd'").pluck().get()).toBe(1);
});

test('names meet in the repeat key as they do in the portfolio', async () => {
  const db = portfolio();
  const list = (...rows: readonly string[]): string =>
    ['Company;Site;Power [MW];As of', ...rows.map((row) => `${row};2026-09-30`)].join('\n');
  const spaced = await examined(
    db,
    'sites',
    list('Made-up Mining;New Site;5', 'Made-up Mining;New  Site;6', 'Neu  AG;Ｔal;1', 'neu ag;Tal;2'),
  );
  expect(spaced.examined.outcomes).toEqual(['new', 'repeated', 'new', 'repeated']);
});

test('new companies whose words leave no letters for an id are still two', async () => {
  const db = portfolio();
  const found = await examined(
    db,
    'sites',
    'Company;Site;Power [MW]\n北京;A;5\n上海;A;6\n北京;B;5000\n广州;A;5000\n广州;B;7',
  );
  expect(found.examined.outcomes).toEqual(['new', 'new', 'check', 'check', 'new']);
  // Whichever rows are taken, each does what the preview said of it.
  const choices = [
    { row: 2, isTaken: false },
    { row: 4, isTaken: true },
    { row: 5, isTaken: true },
  ];
  await run(db, found, { ...take, choices });
  expect(
    db
      .prepare(
        "SELECT company.id, company.name, site.name FROM site JOIN company ON company.id = company_id WHERE company.id <> 'c1' ORDER BY site.rowid",
      )
      .raw()
      .all(),
  ).toEqual([
    ['company', '上海', 'A'],
    ['company-2', '北京', 'B'],
    ['company-3', '广州', 'A'],
    ['company-3', '广州', 'B'],
  ]);
});

test('many names without letters for an id get theirs in time', () => {
  const empty = {
    companies: [],
    sites: [],
    contracts: [],
    figures: [],
    reports: [],
    months: [],
    sources: [],
    periods: [],
  };
  const ground = createGround(empty);
  const begun = performance.now();
  let id = '';
  for (let count = 0; count < 30_000; count += 1) {
    id = ground.freeId('company', '北京');
    ground.adopt({ table: 'company', key: { id }, before: null, after: { id, name: `北京${count}` } });
  }
  expect(id).toBe('company-30000');
  // Counted anew for each it takes most of a minute.
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test('rows are named by their line in the file, in the preview, the refusals, the problems and the choices', async () => {
  const db = portfolio();
  const found = await examined(
    db,
    'sites',
    'Company;Site;Power [MW]\n\nMade-up Mining;A;5\n;;\nMade-up Mining;;6\n\nMade-up Mining;B;7',
  );
  const shown = previewRows(found, { only: null, offset: 0, limit: 9 }, 'en').map(({ row }) => row);
  expect(shown).toEqual([3, 5, 7]);
  expect(rejectTable(found, 'en').rows.map(([row]) => row)).toEqual([5]);
  await run(db, found, { ...take, choices: [{ row: 7, isTaken: false }] });
  expect(db.prepare("SELECT name FROM site WHERE id <> 's1'").pluck().all()).toEqual(['A']);
  const two = await examined(
    db,
    'sites',
    'Company;Site;Power [MW]\n\nMade-up Mining;A;7,2\n\nMade-up Mining;B;7.2',
  );
  expect(two.problems[0]?.values).toMatchObject({ comma: '3', point: '5' });
});

test('a column in a unit we do not know waits for a word, and nothing is imported before', async () => {
  const db = portfolio();
  const list = 'Company;Site;Power price [EUR/MWh]\nMade-up Mining;A;50';
  const found = await examined(db, 'sites', list);
  expect(found.problems).toEqual([{ code: 'openUnit', values: { head: 'Power price [EUR/MWh]' } }]);
  expect(found.resolved.readings[2]?.example).toBeNull();
  await expect(run(db, found)).rejects.toMatchObject({ code: 'import.notReady' });
  const columns = found.plan.columns.map((column, index) =>
    index === 2 ? { ...column, unit: 'USD/kWh' } : column,
  );
  expect((await examined(db, 'sites', list, { columns })).problems).toEqual([]);
});
