#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The database module ends an older Node without a word, so the version is checked before anything is loaded.
const [major = 0] = process.versions.node.split('.').map(Number);
const root = join(fileURLToPath(new URL('.', import.meta.url)), '../..');
if (major < 22) {
  process.stderr.write(
    'Umbau needs Node 22 or newer. Run "npm ci" in its folder, then "npm start", which brings it along.\n',
  );
  process.exit(1);
}
if (!existsSync(join(root, 'out/main/start.js')) || !existsSync(join(root, 'out/app/sample/sample.umbau')))
  spawnSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });

// Where Electron's binary is present, it is the product; asking for its folder does not start a download.
const electron = join(root, 'node_modules/electron');
const binary =
  existsSync(join(electron, 'dist')) && existsSync(join(electron, 'path.txt'))
    ? readFileSync(join(electron, 'path.txt'), 'utf8').trim()
    : '';
if (binary === '') {
  await import('../../out/main/start.js');
} else {
  const run = spawnSync(join(electron, 'dist', binary), [root], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
}
