import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { afterEach, expect, test, vi } from 'vitest';
import { migrate } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { applicationId } from '../db/openDatabase.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { analyseCommand } from './analyse.ts';
import { backcastCommand } from './backcast.ts';
import { workbookCommand } from './workbook.ts';

afterEach(() => vi.restoreAllMocks());

async function writtenBy(
  command: (args: readonly string[]) => Promise<void>,
  ...args: readonly string[]
): Promise<string> {
  let written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
  try {
    await command(args);
  } finally {
    vi.restoreAllMocks();
  }
  return written;
}

async function answerOf(
  command: (args: readonly string[]) => Promise<void>,
  ...args: readonly string[]
): Promise<Record<string, unknown>> {
  return JSON.parse(await writtenBy(command, ...args)) as Record<string, unknown>;
}

function ownPortfolio(): string {
  const path = join(temporaryFolder(), 'a.umbau');
  const db = portfolioForTest(path);
  db.exec(`
    INSERT INTO company (id, name) VALUES ('c2', 'Other');
    INSERT INTO market_month (month, difficulty_avg, subsidy_btc_per_block, fee_share_of_revenue)
      VALUES ('2026-06', 1e14, 3, 0);
    INSERT INTO production_report (id, company_id, period, last_month, average_hashrate_eh_s, btc_produced)
      VALUES ('p1', 'c1', 'month', '2026-06', 10, 180), ('p2', 'c2', 'month', '2026-06', NULL, 100);
  `);
  db.close();
  return path;
}

test('R2.2 backcast: 10 EH/s in June at difficulty 1e14 and 3 BTC are 181 BTC; coverage names the other', async () => {
  const path = ownPortfolio();
  const all = await answerOf(backcastCommand, '--portfolio', path, '--json');
  expect(all).toMatchObject({
    format: 'umbau-backcast-1',
    subject: { kind: 'portfolio' },
    coverage: { production: { of: 2, computable: 1 } },
    fields: { expectedBtc: { unit: 'BTC', rule: 'R2.2, R2.6, R2.7' } },
    margins: { computable: false },
  });
  const [first, second] = all['production'] as { expectedBtc: number | null; missing: string[] }[];
  expect(first?.expectedBtc).toBeCloseTo(181.049, 3);
  expect(second).toMatchObject({ expectedBtc: null, missing: ['averageHashrateEhS'] });
  const one = await answerOf(backcastCommand, '--portfolio', path, '--company', 'c2', '--json');
  expect(one).toMatchObject({ subject: { kind: 'company', id: 'c2' }, coverage: { production: { of: 1 } } });
});

test('backcast refuses a company that is not there, a missing --json, and a file of an older schema', async () => {
  const path = ownPortfolio();
  const refusal = async (...args: readonly string[]) => backcastCommand(args);
  await expect(refusal('--portfolio', path, '--company', 'x', '--json')).rejects.toThrow('company.unknown');
  await expect(refusal('--portfolio', path)).rejects.toThrow('cli.usage');
  const old = join(temporaryFolder(), 'old.umbau');
  const db = new Database(old);
  db.pragma(`application_id = ${applicationId}`);
  migrate(
    db,
    migrations.filter(({ version }) => version === 10),
    () => undefined,
  );
  db.close();
  await expect(refusal('--portfolio', old, '--json')).rejects.toThrow('db.olderSchema');
});

const analyse = (path: string, ...args: readonly string[]) =>
  answerOf(analyseCommand, '--portfolio', path, '--site', 's1', '--json', ...args);

test('P4 analyse says the rate with its date and source, and nothing of a currency without one', async () => {
  const path = ownPortfolio();
  const rated = await analyse(path, '--currency', 'EUR', '--rate', '0.91', '--rate-date', '2026-10-01');
  expect(rated['currency']).toEqual({
    currency: 'EUR',
    perUsd: 0.91,
    asOf: '2026-10-01',
    source: '--rate',
    rule: 'P4',
  });
  expect(await analyse(path)).not.toHaveProperty('currency');
});

test('P4 a currency without rate or date is refused as "no rate"; an impossible rate is named', async () => {
  const path = ownPortfolio();
  await expect(analyse(path, '--currency', 'EUR')).rejects.toMatchObject({
    code: 'currency.noRate',
    values: { pair: 'USD/EUR', currency: 'EUR' },
  });
  await expect(analyse(path, '--currency', 'EUR', '--rate', '0.91')).rejects.toThrow('currency.noRate');
  for (const [problem, ...args] of [
    ['--rate', '--currency', 'EUR', '--rate', '0', '--rate-date', '2026-10-01'],
    ['--rate', '--currency', 'EUR', '--rate', '1e3', '--rate-date', '2026-10-01'],
    ['--rate-date', '--currency', 'EUR', '--rate', '0.91', '--rate-date', '2026-02-30'],
    ['--currency', '--currency', 'euro', '--rate', '0.91', '--rate-date', '2026-10-01'],
    ['--rate', '--rate', '0.91'],
  ])
    await expect(analyse(path, ...args)).rejects.toMatchObject({ code: 'cli.usage', values: { problem } });
});

test('P30 analyse writes tables: heads, units, what is missing by name; to the output or to a file', async () => {
  const path = ownPortfolio();
  const args = ['--portfolio', path, '--site', 's1'];
  const written = await writtenBy(analyseCommand, ...args, '--csv', 'strategies', '--lang', 'de');
  const [heads = [], units = [], first = []] = parse(written) as string[][];
  expect(heads.slice(0, 5)).toEqual(['Unternehmen', 'Standort', 'Strategie', 'Schlüssel', 'Kapitalwert']);
  expect(units[heads.indexOf('Kapitalwert')]).toBe('USD');
  expect(first[heads.indexOf('Kapitalwert')]).toBe('');
  expect(first[heads.indexOf('fehlt')]).not.toBe('');
  const out = join(temporaryFolder(), 'lines.csv');
  expect(await writtenBy(analyseCommand, ...args, '--csv', 'cashflow', '--out', out)).toBe(`${out}\n`);
  expect((parse(readFileSync(out, 'utf8')) as string[][])[0]?.slice(0, 3)).toEqual([
    'Site',
    'Strategy',
    'Block',
  ]);
  const json = join(temporaryFolder(), 'a.json');
  await writtenBy(analyseCommand, ...args, '--json', '--out', json);
  expect(readFileSync(json, 'utf8')).toBe(await writtenBy(analyseCommand, ...args, '--json'));
});

test('analyse takes one form only, and a table in no second currency', async () => {
  const path = ownPortfolio();
  for (const [problem, ...args] of [
    ['--json | --csv', '--json', '--csv', 'strategies'],
    ['--json | --csv'],
    ['--csv strategies | --csv cashflow', '--csv', 'lines'],
    ['--csv --currency', '--csv', 'strategies', '--currency', 'EUR'],
    ['--out ….csv', '--csv', 'strategies', '--out', join(temporaryFolder(), 'a.umbau')],
  ])
    await expect(
      writtenBy(analyseCommand, '--portfolio', path, '--site', 's1', ...args),
    ).rejects.toMatchObject({ code: 'cli.usage', values: { problem } });
});

test('P30 workbook takes a site, a company or the back-cast, and one of them', async () => {
  const path = ownPortfolio();
  const out = join(temporaryFolder(), 'w.xlsx');
  const rest = ['--portfolio', path, '--lang', 'de', '--out', out];
  for (const subject of [['--site', 's1'], ['--company', 'c1'], ['--company', 'c2'], ['--backcast']]) {
    await writtenBy(workbookCommand, ...subject, ...rest);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  }
  await expect(writtenBy(workbookCommand, ...rest)).rejects.toThrow('cli.usage');
  await expect(writtenBy(workbookCommand, '--backcast', '--site', 's1', ...rest)).rejects.toThrow(
    'cli.usage',
  );
  await expect(writtenBy(workbookCommand, '--company', 'x', ...rest)).rejects.toThrow('company.unknown');
});

test('R7.3 --scenario computes in a scenario, an unknown id gives the list, and the base is as without', async () => {
  const path = ownPortfolio();
  const bear = await analyse(path, '--scenario', 'bear');
  expect(bear).toMatchObject({ sites: [{ scenario: { id: 'bear', changes: 1 } }] });
  expect(await analyse(path, '--scenario', 'base')).toEqual(await analyse(path));
  await expect(analyse(path, '--scenario', 'none')).rejects.toMatchObject({
    code: 'scenario.unknown',
    values: { id: 'none', known: expect.stringContaining('ai-bust') },
  });
});
