#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The database module ends an older Node without a word, so the version is checked before anything is loaded.
const [major = 0] = process.versions.node.split('.').map(Number);
const root = join(import.meta.dirname ?? fileURLToPath(new URL('.', import.meta.url)), '../..');
const ownNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

if (major >= 22) {
  await import('../../out/main/cli.js');
} else if (existsSync(ownNode)) {
  const run = spawnSync(ownNode, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = run.status ?? 1;
} else {
  process.stderr.write(
    'Umbau needs Node 22 or newer. Run "npm ci" in its folder first, which brings it along.\n',
  );
  process.exitCode = 1;
}
