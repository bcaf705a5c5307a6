import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { healthCommand } from './health.ts';
import { runCommand } from './runCommand.ts';

afterEach(() => vi.restoreAllMocks());

async function run(...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  const written = { out: '', error: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.out += String(chunk);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    written.error += String(chunk);
    return true;
  });
  const code = await runCommand('health', healthCommand, args);
  vi.restoreAllMocks();
  return { code, ...written };
}

function portfolio(fill: string): string {
  const path = join(temporaryFolder(), 'a.umbau');
  const db = portfolioForTest(path);
  db.exec(fill);
  db.close();
  return path;
}

const billing = `
  INSERT INTO figure (id, subject_kind, subject_id, field, state, value, unit, as_of) VALUES
    ('f1', 'company', 'c1', 'cash_usd', 'known', 5e6, 'USD', '2026-11-01');
  INSERT INTO figure (id, subject_kind, subject_id, field, state, value, unit, as_of, superseded) VALUES
    ('f2', 'company', 'c1', 'cash_usd', 'known', 7e6, 'USD', '2026-11-01', 1);`;

test('P31 an open fault is named with its sentences, and the exit code is 1', async () => {
  const path = portfolio(`DELETE FROM site; ${billing}`);
  const { code, out, error } = await run('--portfolio', path, '--json', '--today', '2026-11-25');
  expect(code).toBe(1);
  expect(error).toMatch(/1/);
  expect(JSON.parse(out)).toMatchObject({
    format: 'umbau-health-1',
    today: '2026-11-25',
    open: 1,
    dismissed: 0,
    faults: [{ code: 'rivalValues', effectUsdPerGridMw: null, values: { low: 5e6, high: 7e6 } }],
  });
  const german = await run('--portfolio', path, '--lang', 'de');
  expect(german.out).toContain('unbekannt\tMade-up Mining\tAngaben widersprechen sich');
});

test('P31 without a fault it says so with exit code 0', async () => {
  const path = portfolio('DELETE FROM site');
  expect(await run('--portfolio', path, '--lang', 'en')).toEqual({
    code: 0,
    out: 'No open faults.\n',
    error: '',
  });
});
