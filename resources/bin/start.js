#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mayGoOn, root } from './node.js';

const longestDownloadMs = 20_000;
const electron = join(root, 'node_modules/electron');

/** Electron's program where its folder is present; asking the package itself would start a download. */
function electronBinary() {
  const named = join(electron, 'path.txt');
  const binary = existsSync(named) ? join(electron, 'dist', readFileSync(named, 'utf8').trim()) : '';
  return binary !== '' && existsSync(binary) ? binary : undefined;
}

/** Electron's package brings no binary with `npm ci`: one short try per installation, then the browser. */
function fetchElectron() {
  const install = join(electron, 'install.js');
  const tried = join(electron, 'umbau-tried');
  if (process.env.CI || process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return;
  if (!existsSync(install) || existsSync(tried)) return;
  writeFileSync(tried, '');
  spawnSync(process.execPath, [install], { stdio: 'ignore', timeout: longestDownloadMs });
}

/** A display is where a window can be; without one nothing is fetched for it. */
function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function buildIfMissing() {
  const parts = [
    'out/main/start.js',
    'out/main/index.js',
    'out/renderer/index.html',
    'out/app/sample/sample.umbau',
  ];
  if (parts.every((part) => existsSync(join(root, part)))) return;
  const run = spawnSync('npm', ['run', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) process.exit(1);
}

async function start() {
  buildIfMissing();
  if (hasDisplay() && electronBinary() === undefined) fetchElectron();
  const binary = hasDisplay() ? electronBinary() : undefined;
  if (binary === undefined) {
    await import('../../out/main/start.js');
    return;
  }
  const run = spawnSync(binary, [root, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
}

if (mayGoOn(fileURLToPath(import.meta.url))) await start();
