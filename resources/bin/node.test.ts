import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const bin = import.meta.dirname;

// Plain JavaScript without types, because it must run before anything is built.
const { isNewEnough } = (await import(join(bin, 'node.js'))) as { isNewEnough(version: string): boolean };

test('Node 22 is the oldest that may load the database', () => {
  expect(['22.0.0', '24.21.0', '100.0.0'].every(isNewEnough)).toBe(true);
  expect(['0.10.0', '20.20.2', '21.9.9', '9.0.0'].some(isNewEnough)).toBe(false);
});

test('an older Node hands over to the one that came along, with arguments and exit code', () => {
  // The version is set before the program is loaded, as an older Node would have it.
  const older = `Object.defineProperty(process.versions, 'node', { value: '20.20.2' });
    process.argv = [process.argv[0], ${JSON.stringify(join(bin, 'node.test.ts'))}, 'unknown'];
    const { mayGoOn } = await import(${JSON.stringify(join(bin, 'node.js'))});
    console.log(mayGoOn(${JSON.stringify(join(bin, 'umbau.js'))}), process.exitCode);`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', older], { encoding: 'utf8' });
  expect(run.stdout.trim()).toMatch(/^false [1-9]\d*$/);
  expect(run.stderr).not.toContain('Node 22');
});
