import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openDatabase, openReadOnly } from '../db/openDatabase.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { backupsOf } from './backupPlace.ts';

const module = (path: string): string => JSON.stringify(join(import.meta.dirname, path));

/** Changes the file and backs it up, without end; says so before each backup begins and after it is reported. */
const writer = (path: string, userData: string): string => `
import { openDatabase } from ${module('../db/openDatabase.ts')};
import { writeBackup } from ${module('writeBackup.ts')};
const path = ${JSON.stringify(path)};
const db = openDatabase(path);
for (let round = 1; ; round += 1) {
  db.prepare("INSERT OR REPLACE INTO meta VALUES ('round', ?)").run(String(round));
  process.stdout.write('begin\\n');
  const now = new Date(Date.UTC(2026, 0, 1) + round * 1000).toISOString();
  writeBackup({ path, db }, { userDataFolder: ${JSON.stringify(userData)}, reason: 'byHand', now });
  process.stdout.write(round + '\\n');
}`;

function backupFiles(userData: string): string[] {
  const root = join(userData, 'Backups');
  return existsSync(root) ? readdirSync(root, { recursive: true }).map(String) : [];
}

const isUnfinished = (name: string): boolean => name.includes('.part');

/** Kills the writer while its n-th backup or a later one is being written. @returns the last round it reported */
async function killDuring(path: string, userData: string, nth: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer(path, userData)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let [reported, begun] = [0, 0];
  const ended = once(child, 'exit');
  const strike = (): void => {
    if (begun >= nth && backupFiles(userData).some(isUnfinished)) child.kill('SIGKILL');
    else setImmediate(strike);
  };
  strike();
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'begin') begun += 1;
    else reported = Number(line);
  }
  await ended;
  return reported;
}

test('a process killed during a backup leaves whole backups only, and the file as it was', async () => {
  let unfinished = 0;
  for (const nth of [1, 2, 4]) {
    const folder = temporaryFolder();
    const path = join(folder, 'a.umbau');
    const db = portfolioForTest(path);
    const insert = db.prepare('INSERT INTO source (title) VALUES (?)');
    db.transaction(() => {
      for (let row = 0; row < 20_000; row += 1) insert.run(`made-up source ${row} ${'x'.repeat(60)}`);
    })();
    db.close();
    const reported = await killDuring(path, folder, nth);
    const backups = backupsOf(folder, 'test', path);
    expect(backups.length).toBeGreaterThanOrEqual(Math.min(reported, 1));
    for (const backup of backups) {
      const reader = openReadOnly(backup.path);
      expect(reader.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(reader.prepare('SELECT count(*) AS n FROM source').get()).toEqual({ n: 20_000 });
      reader.close();
    }
    unfinished += backupFiles(folder).some(isUnfinished) ? 1 : 0;
    const after = openDatabase(path);
    expect(after.pragma('integrity_check', { simple: true })).toBe('ok');
    const round = after.prepare("SELECT value FROM meta WHERE key = 'round'").get() as { value: string };
    expect(Number(round.value)).toBeGreaterThanOrEqual(reported);
    after.close();
  }
  // Where no kill ever fell into a backup, nothing would have been shown.
  expect(unfinished).toBeGreaterThan(0);
});
