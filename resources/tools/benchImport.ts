import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ImportPlan } from '../../shared/domain/tableImport.ts';
import { frameTable } from '../../shared/exchange/import/frameTable.ts';
import { proposeColumns } from '../../shared/exchange/import/proposePlan.ts';
import { examine, importRows } from '../../main/analysis/import/importRun.ts';
import { createDatabase } from '../../main/db/openDatabase.ts';
import { tableOfFile } from '../../main/exchange/import/openTable.ts';
import { inTurns } from '../../main/exchange/import/unblocked.ts';

/*
 * The import of a hundred thousand sites beside Python's csv and sqlite3, which store the same rows and log the same
 * changes, but check nothing and compare with nothing.
 */

const rowCount = 100_000;

const python = `
import csv, json, sqlite3, sys, time
began, used = time.perf_counter(), time.process_time()
db = sqlite3.connect(sys.argv[2])
db.execute('PRAGMA journal_mode = WAL'); db.execute('PRAGMA synchronous = FULL'); db.execute('PRAGMA foreign_keys = ON')
db.execute('CREATE TABLE site (id TEXT PRIMARY KEY, company_id TEXT, name TEXT) STRICT')
db.execute('CREATE INDEX site_of_company ON site (company_id)')
db.execute('CREATE TABLE figure (id TEXT PRIMARY KEY, subject_id TEXT, field TEXT, value REAL, unit TEXT, as_of TEXT) STRICT')
db.execute('CREATE INDEX figure_of_subject ON figure (subject_id, field)')
db.execute('CREATE TABLE change (id INTEGER PRIMARY KEY, table_name TEXT, row_key TEXT, after TEXT) STRICT')
def write(table, row):
    db.execute('INSERT INTO %s VALUES (%s)' % (table, ','.join('?' * len(row))), tuple(row.values()))
    db.execute('INSERT INTO change (table_name, row_key, after) VALUES (?, ?, ?)', (table, json.dumps({'id': row['id']}), json.dumps(row)))
count = 0
with db, open(sys.argv[1], encoding='utf-8', newline='') as file:
    for line in csv.DictReader(file, delimiter=';'):
        site = line['Company'] + '-' + line['Site']
        write('site', {'id': site, 'company_id': line['Company'], 'name': line['Site']})
        for field, head, factor in (('energised_mw', 'Power (kW)', 0.001), ('ai_it_mw', 'IT load (MW)', 1), ('power_price_usd_mwh', 'Power price ($/MWh)', 1)):
            count += 1
            write('figure', {'id': 'f%07d' % count, 'subject_id': site, 'field': field, 'value': float(line[head]) * factor, 'unit': 'MW', 'as_of': line['As of']})
print(time.perf_counter() - began, time.process_time() - used)
`;

function siteList(path: string): void {
  const head = 'Company;Site;Power (kW);IT load (MW);Power price ($/MWh);As of';
  const rows = Array.from(
    { length: rowCount },
    (_none, index) =>
      `Company ${index % 200};Site ${index};${50_000 + (index % 9_000)};${12 + (index % 50)}.5;${25 + (index % 40)}.25;2026-09-30`,
  );
  writeFileSync(path, [head, ...rows].join('\n'));
}

/** Milliseconds on the clock, and of the processor: on a busy machine only these tell what the work costs. */
interface Times {
  readonly clockMs: number;
  readonly cpuMs: number;
}

/** From the file to the committed step. */
async function ownTimes(file: string, target: string): Promise<Times> {
  const db = createDatabase(target);
  const [began, used] = [performance.now(), process.cpuUsage()];
  const table = frameTable(await tableOfFile(file));
  const plan: ImportPlan = {
    profile: 'sites',
    columns: proposeColumns('sites', table.heads),
    company: null,
    asOf: null,
    source: { title: null, url: null },
  };
  const found = await examine(db, { table, plan }, { language: 'en', enteredBy: null }, inTurns());
  if (!found) throw new Error('The import was stopped');
  const how = { choices: [], fileName: 'sites.csv', now: '2026-11-25T00:00:00Z' };
  await importRows(db, found, how, () => inTurns(), 'en');
  const clockMs = performance.now() - began;
  const { user, system } = process.cpuUsage(used);
  db.close();
  return { clockMs, cpuMs: (user + system) / 1000 };
}

function pythonTimes(file: string, target: string): Times {
  const answer = execFileSync('python3', ['-c', python, file, target], { encoding: 'utf8' });
  const [clock = Number.NaN, cpu = Number.NaN] = answer.trim().split(' ').map(Number);
  return { clockMs: clock * 1000, cpuMs: cpu * 1000 };
}

const rounds = 3;
const least = (a: Times, b: Times): Times => ({
  clockMs: Math.min(a.clockMs, b.clockMs),
  cpuMs: Math.min(a.cpuMs, b.cpuMs),
});

/** Times of this application and of Python for the same file, in turns; the least of three each. */
export async function importTimes(): Promise<{ readonly own: Times; readonly python: Times }> {
  const folder = mkdtempSync(join(tmpdir(), 'umbau-bench-'));
  const file = join(folder, 'sites.csv');
  siteList(file);
  const never = { clockMs: Infinity, cpuMs: Infinity };
  let [own, other]: [Times, Times] = [never, never];
  for (let round = 0; round < rounds; round += 1) {
    own = least(own, await ownTimes(file, join(folder, `own${round}.umbau`)));
    other = least(other, pythonTimes(file, join(folder, `python${round}.db`)));
  }
  return { own, python: other };
}
