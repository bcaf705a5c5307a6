import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { listSteps } from './history/changeLog.ts';
import { openDatabase } from './openDatabase.ts';
import { ownValuesOf } from './repositories/evidenceRepository.ts';
import { portfolioForTest, temporaryFolder } from './testing/portfolioForTest.ts';

const module = (path: string): string => JSON.stringify(join(import.meta.dirname, path));

/** Edits without end, and reports each value only after its transaction was committed. */
const writer = (path: string): string => `
import { setOwnValue } from ${module('../analysis/ownValues.ts')};
import { openDatabase } from ${module('openDatabase.ts')};
const db = openDatabase(${JSON.stringify(path)});
for (let value = 1; ; value += 1) {
  setOwnValue(db, { siteId: 's1', key: 'btcPriceUsd', value, note: null, enteredBy: null }, new Date().toISOString());
  process.stdout.write(value + '\\n');
}`;

/** Kills the writer after it has reported so many edits. @returns the last value it reported */
async function killAfter(path: string, reports: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer(path)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let reported = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    reported = Number(line);
    if (reported >= reports) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return reported;
}

test('a process killed while it writes loses nothing that it reported as saved', async () => {
  for (const reports of [1, 2, 3, 5, 8, 13, 21, 34, 55, 89]) {
    const path = join(temporaryFolder(), 'a.umbau');
    portfolioForTest(path).close();
    const reported = await killAfter(path, reports);
    const db = openDatabase(path);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    const stored = ownValuesOf(db, 's1')[0]?.value ?? 0;
    expect(stored).toBeGreaterThanOrEqual(reported);
    // Value and step are one transaction: never one without the other.
    expect(listSteps(db)[0]?.values['after']).toBe(String(stored));
    db.close();
  }
});
