import { expect, test } from 'vitest';
import { listSteps, redoNext, undoLast } from '../../db/history/changeLog.ts';
import { importRows, previewRows, rejectTable } from './importRun.ts';
import { everything, examined, portfolio, run, take } from './testing/importForTest.ts';

const sites = [
  'Company;Site;Power [kW];Power price ($/MWh);As of;Source',
  'Made-up Mining;Made-up Site;45.000;29,6;2026-09-30;10-Q',
  'Made-up Mining;New Site;7.200,5;n/a;2026-09-30;10-Q',
  'Other & Sons;Tal;0;30,1;2026-09-30;10-Q',
  'Other & Sons;Berg;1.000;4.000,1;2026-09-30;10-Q',
  'Other & Sons;TAL;0;30,1;2026-09-30;10-Q',
  'Made-up Mining;;5;5;2026-09-30;10-Q',
].join('\n');

test('a site list says of every row what it does; unusual rows wait for a word', async () => {
  const db = portfolio();
  const found = await examined(db, 'sites', sites);
  expect(found.examined.outcomes).toEqual(['changed', 'new', 'new', 'check', 'repeated', 'rejected']);
  const [first] = previewRows(found, { only: null, offset: 0, limit: 10 }, 'en');
  expect(first?.cells[2]).toEqual({ raw: '45.000', read: '45\u00a0MW', mark: 'none' });
  expect(first?.notes).toEqual([
    { code: 'change', values: { key: 'energised_mw', before: '40', after: '45' } },
    { code: 'change', values: { key: 'power_price_usd_mwh', before: '', after: '29.6' } },
  ]);
  expect(rejectTable(found, 'en').rows.map((row) => row.at(-1))).toEqual([
    'The same row stands further up in the file.',
    'Name is missing. Power price: 5 is outside the usual range (16 to 200). Meant ct/kWh: 50\u00a0USD/MWh?',
  ]);
});

test('a batch is one step: undone it leaves every row as it was, and done again as it became', async () => {
  const db = portfolio();
  const before = everything(db);
  const found = await examined(db, 'sites', sites);
  const step = await run(db, found, {
    ...take,
    choices: [
      { row: 5, isTaken: true },
      { row: 3, isTaken: false },
    ],
  });
  expect(step).toMatchObject({ label: 'import.table', values: { name: 'a.csv', count: '3' } });
  const after = everything(db);
  const values = db
    .prepare(
      "SELECT field, value, as_of, batch_id IS NOT NULL AS isOfBatch FROM figure WHERE subject_id = 's1' ORDER BY field, as_of",
    )
    .all();
  expect(values).toEqual([
    { field: 'energised_mw', value: 40, as_of: '2026-06-30', isOfBatch: 0 },
    { field: 'energised_mw', value: 45, as_of: '2026-09-30', isOfBatch: 1 },
    { field: 'power_price_usd_mwh', value: 29.6, as_of: '2026-09-30', isOfBatch: 1 },
  ]);
  // Zero is a value; what the file does not know leaves no figure.
  expect(
    db
      .prepare("SELECT value FROM figure WHERE subject_id LIKE 'other%tal' AND field = 'energised_mw'")
      .pluck()
      .get(),
  ).toBe(0);
  expect(db.prepare("SELECT count(*) FROM company WHERE name = 'Other & Sons'").pluck().get()).toBe(1);
  undoLast(db);
  expect(everything(db)).toEqual(before);
  redoNext(db);
  expect(everything(db)).toEqual(after);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

test('the same file again changes nothing', async () => {
  const db = portfolio();
  await run(db, await examined(db, 'sites', sites));
  const again = await examined(db, 'sites', sites);
  expect(again.examined.counts).toMatchObject({ new: 0, changed: 0, same: 3 });
  await expect(run(db, again)).rejects.toMatchObject({ code: 'import.notReady' });
});

test('a value without a date takes the place of the one in force; one of the same date is changed', async () => {
  const db = portfolio();
  await run(db, await examined(db, 'sites', 'Site,Power [MW]\nMade-up Site,50', { company: 'c1' }));
  expect(
    db.prepare("SELECT value, superseded FROM figure WHERE subject_id = 's1' ORDER BY value").all(),
  ).toEqual([
    { value: 40, superseded: 1 },
    { value: 50, superseded: 0 },
  ]);
  undoLast(db);
  await run(
    db,
    await examined(db, 'sites', 'Site,Power [MW],As of\nMade-up Site,41,2026-06-30', { company: 'c1' }),
  );
  expect(db.prepare("SELECT id, value, basis FROM figure WHERE subject_id = 's1'").all()).toEqual([
    { id: 'f1', value: 41, basis: 'grid MW' },
  ]);
});

test('contracts, quarterly figures, production and prices find what they belong to', async () => {
  const db = portfolio();
  const contracts =
    'Company;Customer;Service;Status;Signed;Site;Contract value [USD m]\nMade-up Mining;Client;Colocation;signed;2026-01;Made-up Site;1200\nNobody;X;colocation;signed;2026;;1';
  const found = await examined(db, 'contracts', contracts);
  expect(found.examined.outcomes).toEqual(['changed', 'rejected']);
  await run(db, found);
  expect(db.prepare('SELECT id, site_id, total_contract_value_usd FROM contract').all()).toEqual([
    { id: 'k1', site_id: 's1', total_contract_value_usd: 1.2e9 },
  ]);
  const figures = await examined(
    db,
    'figures',
    'Company;Quarter;Cash (USD m);Hashrate (EH/s)\nMade-up Mining;Q3 2026;12,5;3,25',
  );
  expect(figures.examined.outcomes).toEqual(['new']);
  await run(db, figures);
  expect(db.prepare("SELECT value, as_of FROM figure WHERE field = 'cash_usd'").get()).toEqual({
    value: 12_500_000,
    as_of: '2026-09-30',
  });
  const update =
    'Company;Month;BTC produced;Average hashrate (PH/s)\nMade-up Mining;September 2026;180,5;3250';
  await run(db, await examined(db, 'production', update));
  expect(
    db.prepare('SELECT last_month, btc_produced, average_hashrate_eh_s FROM production_report').get(),
  ).toEqual({
    last_month: '2026-09',
    btc_produced: 180.5,
    average_hashrate_eh_s: 3.25,
  });
  await run(db, await examined(db, 'prices', 'Month;Close\n2026-09;101.500,25'));
  expect(db.prepare('SELECT price_usd_close FROM market_month').pluck().get()).toBe(101_500.25);
  for (let steps = 0; steps < 4; steps += 1) undoLast(db);
  expect(db.prepare('SELECT count(*) FROM market_month').pluck().get()).toBe(0);
});

test('stopped in the middle or failing, nothing is written and nothing is in the history', async () => {
  const db = portfolio();
  const before = everything(db);
  const rows = Array.from({ length: 300 }, (_none, index) => `Made-up Mining;Site ${index};5`);
  const found = await examined(db, 'sites', ['Company;Site;Power [MW]', ...rows].join('\n'));
  let turns = 0;
  const stopped = await importRows(db, found, take, () => ({ next: async () => (turns += 1) < 5 }), 'en');
  expect(stopped).toBeUndefined();
  expect(everything(db)).toEqual(before);
  db.exec(
    "CREATE TRIGGER stop BEFORE INSERT ON site WHEN new.name = 'Site 250' BEGIN SELECT RAISE(ABORT, 'full'); END",
  );
  await expect(
    run(db, await examined(db, 'sites', ['Company;Site;Power [MW]', ...rows].join('\n'))),
  ).rejects.toThrow('full');
  expect(everything(db)).toEqual(before);
  expect(listSteps(db)).toEqual([]);
});

test('a contradictory column is refused with its rows named', async () => {
  const db = portfolio();
  const found = await examined(
    db,
    'sites',
    'Company;Site;Power [MW]\nMade-up Mining;A;7,2\nMade-up Mining;B;7.2',
  );
  expect(found.problems).toEqual([
    { code: 'contradictory', values: { head: 'Power [MW]', comma: '2', point: '3' } },
  ]);
  await expect(run(db, found)).rejects.toMatchObject({ code: 'import.notReady' });
});

test('P24 an unusual number brings the unit it was probably meant in; taken for its cell, it is stored so', async () => {
  const db = portfolio();
  const text =
    'Company;Site;Power [MW];Power price [USD/MWh]\nMade-up Mining;A;50;42\nMade-up Mining;B;200000;0.042\nMade-up Mining;C;60;5 $/kWh';
  const asked = await examined(db, 'sites', text);
  expect(asked.examined.outcomes).toEqual(['new', 'rejected', 'check']);
  const of = (found: typeof asked) => previewRows(found, { only: null, offset: 0, limit: 9 }, 'en');
  // A number that names its own unit is what it says.
  expect(of(asked).map(({ proposals }) => proposals)).toEqual([
    [],
    [
      { column: 2, key: 'energised_mw', unit: 'kW', value: 200 },
      { column: 3, key: 'power_price_usd_mwh', unit: 'USD/kWh', value: 42 },
    ],
    [],
  ]);
  const cells = [
    { row: 3, column: 2, unit: 'kW' },
    { row: 3, column: 3, unit: 'USD/kWh' },
  ];
  const taken = await examined(db, 'sites', text, { cells });
  expect(taken.examined.outcomes).toEqual(['new', 'new', 'check']);
  expect(of(taken)[1]?.cells.map(({ read }) => read)).toEqual([
    'Made-up Mining',
    'B',
    '200\u00a0MW',
    '42\u00a0USD/MWh',
  ]);
  await run(db, taken);
  const values = db
    .prepare("SELECT value FROM figure WHERE subject_id LIKE '%-b' ORDER BY field")
    .pluck()
    .all();
  expect(values).toEqual([200, 42]);
  db.close();
});
