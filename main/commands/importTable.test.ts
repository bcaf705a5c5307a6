import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openReadOnly } from '../db/openDatabase.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { importTableCommand } from './importTable.ts';

const folder = temporaryFolder();
const [path, file] = [join(folder, 'a.umbau'), join(folder, 'a.csv')];
portfolioForTest(path).close();

async function printed(profile: string, text: string, ...more: string[]): Promise<Record<string, unknown>> {
  writeFileSync(file, text);
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await importTableCommand(['--portfolio', path, '--profile', profile, '--file', file, ...more]);
    return JSON.parse(String(write.mock.calls[0]?.[0])) as Record<string, unknown>;
  } finally {
    write.mockRestore();
  }
}

const sites = 'Company;Site;Power [W];Price;As of\nMade-up Mining;North;50;42,5;03/04/2026\n';

test('P24 the command line answers what is open: unit, target of a column, order of dates', async () => {
  const asked = await printed('sites', sites, '--dry-run');
  expect(asked['problems']).toEqual([
    'Column “Power [W]”: its unit is not known; choose one, or leave the column out',
    'Column “As of”: choose the order of its dates',
  ]);
  const answers = [
    '--units',
    'Power [W]=MW',
    '--dates',
    'day-first',
    '--columns',
    'Price=power_price_usd_mwh',
  ];
  expect(await printed('sites', sites, ...answers)).toMatchObject({ imported: 1, problems: [] });
  const db = openReadOnly(path);
  const figures = db.prepare('SELECT field, value, as_of FROM figure ORDER BY field').all();
  expect(figures).toEqual([
    { field: 'energised_mw', value: 50, as_of: '2026-04-03' },
    { field: 'power_price_usd_mwh', value: 42.5, as_of: '2026-04-03' },
  ]);
  db.close();
});

test.each([
  [['--units', 'Power [W]=GWh'], '--units …=MW|kW|GW'],
  [['--units', 'Leistung=MW'], '--units Leistung=MW'],
  [['--columns', 'Price=price'], '--columns Price=price'],
  [['--dates', 'european'], '--dates day-first|month-first'],
])('an answer that answers nothing is a sentence: %j', async (options, problem) => {
  await expect(printed('sites', sites, ...options)).rejects.toMatchObject({
    code: 'cli.usage',
    values: { problem },
  });
});

test('P24 revenue by quarter is imported, the same again is known, a corrected one is changed', async () => {
  const head = 'Ticker;Quartal;Umsatz Mining [Mio. USD];Umsatz KI [Mio. USD];GPUs;Stand\n';
  const first = `${head}Made-up Mining;Q2 2026;66,7;70,5;2.048;30.06.2026\n`;
  expect(await printed('identity', first)).toMatchObject({ imported: 1, problems: [] });
  expect(await printed('identity', first)).toMatchObject({ imported: 0, counts: { same: 1 } });
  expect(await printed('identity', first.replace('66,7', '66,9'))).toMatchObject({
    imported: 1,
    counts: { changed: 1 },
  });
  const db = openReadOnly(path);
  expect(
    db
      .prepare(
        'SELECT company_id, period, revenue_mining_usd, revenue_ai_usd, gpus, as_of FROM identity_period',
      )
      .all(),
  ).toEqual([
    {
      company_id: 'c1',
      period: 'Q2 2026',
      revenue_mining_usd: 66_900_000,
      revenue_ai_usd: 70_500_000,
      gpus: 2048,
      as_of: '2026-06-30',
    },
  ]);
  db.close();
});
