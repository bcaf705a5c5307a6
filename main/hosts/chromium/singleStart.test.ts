import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../db/testing/portfolioForTest.ts';
import { becomeOnlyStart } from './singleStart.ts';

test('a second start rings at the first and gives way; after the first has ended the place is free', async () => {
  const folder = temporaryFolder();
  let rung: (file: string | undefined) => void = () => undefined;
  const ring = new Promise<string | undefined>((resolve) => {
    rung = resolve;
  });
  const first = await becomeOnlyStart(folder, (file) => rung(file));
  expect(first).toBeDefined();
  expect(await becomeOnlyStart(folder, () => undefined, '/home/Zoë/a.umbau')).toBeUndefined();
  expect(await ring).toBe('/home/Zoë/a.umbau');
  first?.release();
  const next = await becomeOnlyStart(folder, () => undefined);
  expect(next).toBeDefined();
  next?.release();
});

test('the place of a killed process is taken over', async () => {
  const folder = temporaryFolder();
  const program = `import { becomeOnlyStart } from ${JSON.stringify(join(import.meta.dirname, 'singleStart.ts'))};
    await becomeOnlyStart(${JSON.stringify(folder)}, () => undefined);
    process.kill(process.pid, 'SIGKILL');`;
  const killed = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(killed.signal).toBe('SIGKILL');
  const next = await becomeOnlyStart(folder, () => undefined);
  expect(next).toBeDefined();
  next?.release();
});

test('of many starts at the same moment one stays', async () => {
  const folder = temporaryFolder();
  const starts = await Promise.all(Array.from({ length: 8 }, () => becomeOnlyStart(folder, () => undefined)));
  const stayed = starts.filter((start) => start !== undefined);
  expect(stayed).toHaveLength(1);
  stayed[0]?.release();
});

test('a lock whose number belongs to another program by now is taken over', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'start.lock'), String(process.ppid));
  const start = await becomeOnlyStart(folder, () => undefined);
  expect(start).toBeDefined();
  start?.release();
});

test('a folder with a long name has its place too', async () => {
  const folder = join(temporaryFolder(), 'x'.repeat(120));
  const start = await becomeOnlyStart(folder, () => undefined);
  expect(start).toBeDefined();
  start?.release();
});
