import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const script = join(import.meta.dirname, 'realDisk.ts');

/** A name space of its own, in which this process may mount without being root; undefined where that is not allowed. */
function mayMount(): boolean {
  return spawnSync('unshare', ['-Urm', 'true']).status === 0;
}

test('a disk that is really full or read-only: what was reported saved is there, nothing is half written, work goes on', (context) => {
  if (!mayMount()) {
    process.stdout.write('A real small disk cannot be made here: full and read-only are simulated only.\n');
    context.skip();
    return;
  }
  const disk = mkdtempSync(join(tmpdir(), 'umbau-small-'));
  const run = spawnSync('unshare', ['-Urm', process.execPath, script, disk], { encoding: 'utf8' });
  expect(run.stderr.replaceAll(/^.*(?:Experimental|--trace-warnings).*$/gm, '').trim()).not.toContain(
    'Error',
  );
  const { full, readOnly, read, unchanged } = JSON.parse(run.stdout) as {
    full: Record<string, unknown> & { saved: number; steps: number };
    readOnly: string;
    read: string;
    unchanged: boolean;
  };
  expect(full).toMatchObject({
    refusal: 'db.diskFull',
    copy: 'db.diskFull',
    halfWritten: [],
    afterwards: 'ok',
    isClean: true,
  });
  expect(full.saved).toBeGreaterThan(5);
  // Every reported step, and the one after room was made.
  expect(full.steps).toBe(full.saved + 1);
  expect([readOnly, read, unchanged]).toEqual(['db.readOnly', 'ok', true]);
});
