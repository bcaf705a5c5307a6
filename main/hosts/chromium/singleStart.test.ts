import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../db/testing/portfolioForTest.ts';
import { becomeOnlyStart } from './singleStart.ts';

test('a second start rings at the first and gives way; after the first has ended the place is free', async () => {
  const folder = temporaryFolder();
  let rung: () => void = () => undefined;
  const ring = new Promise<void>((resolve) => {
    rung = resolve;
  });
  const first = await becomeOnlyStart(folder, () => rung());
  expect(first).toBeDefined();
  expect(await becomeOnlyStart(folder, () => undefined)).toBeUndefined();
  await ring;
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
