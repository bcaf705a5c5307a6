import { copyFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { composeFromPortfolio } from '../briefing/composeFromPortfolio.ts';
import { printOrder } from '../briefing/printBriefing.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { verifyCommand } from './verify.ts';

afterEach(() => vi.restoreAllMocks());

/** The sample with one briefing issued by a printer that prints nothing. */
async function issued(): Promise<string> {
  const folder = temporaryFolder();
  const path = join(folder, 'a.umbau');
  copyFileSync(join(import.meta.dirname, '../../out/app/sample/sample.umbau'), path);
  chmodSync(path, 0o644);
  const db = openDatabase(path);
  const order = composeFromPortfolio(db, path, {
    subject: { kind: 'site', id: 'riot-rockdale' },
    language: 'de',
    author: 'A. Probe',
    disclosures: 'Keine.',
    issue: true,
    today: '2026-11-25',
    evidence: { seed: 1 },
  });
  await printOrder(
    () => db,
    async () => new Uint8Array([1]),
    order,
    join(folder, 'b.pdf'),
    '2026-11-25T00:00:00Z',
  );
  db.close();
  return path;
}

async function verified(path: string): Promise<{ report: Record<string, unknown>; code: string }> {
  let written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
  const code = await verifyCommand([path, '--json']).then(
    () => 'ok',
    (error: unknown) => String(error instanceof Error ? error.message : error),
  );
  vi.restoreAllMocks();
  return { report: JSON.parse(written) as Record<string, unknown>, code };
}

test('an issued briefing verifies: run recomputed to the same results, content as frozen', async () => {
  const { report, code } = await verified(await issued());
  expect(code).toBe('ok');
  expect(report['runs']).toMatchObject([{ outcome: 'same' }]);
  expect(report['briefings']).toMatchObject([{ outcome: 'same' }]);
});

test.each([
  ["UPDATE briefing SET content = replace(content, '2,89', '9,99')", 'briefings'],
  ["UPDATE run SET results = replace(results, 'convert', 'keep')", 'runs'],
  ['UPDATE run SET evidence = replace(evidence, \'"value":700\', \'"value":701\')', 'runs'],
])('%s is found', async (tampering, where) => {
  const path = await issued();
  const db = openDatabase(path);
  expect(db.prepare(tampering).run().changes).toBe(1);
  db.close();
  const { report, code } = await verified(path);
  expect(code).toBe('db.notAsFrozen');
  expect(report[where]).toMatchObject([{ outcome: 'changed' }]);
});
