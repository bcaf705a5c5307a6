import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';

/*
 * Starts the built application once in Electron, where its binary is present: the window shows, a call answers, the
 * page has no rights, and it ends. The Chromium host carries the full end-to-end tests.
 */

const root = join(import.meta.dirname, '../..');
const userData = mkdtempSync(join(tmpdir(), 'umbau-electron-'));
const app = await _electron.launch({ args: [root], env: { ...process.env, UMBAU_USER_DATA: userData } });
try {
  const page = await app.firstWindow();
  // As text, because this program knows no page.
  const found = await page.evaluate<unknown>(`(async () => ({
    address: location.href,
    isolated: crossOriginIsolated,
    process: typeof process,
    foreign: await fetch('https://example.com/').then(() => 'reached', () => 'refused'),
    info: await window.umbau['app.info']({}),
    sites: (await window.umbau['site.list']({})).ok,
  }))()`);
  const text = JSON.stringify(found);
  const wanted = [
    '"address":"app://umbau/',
    '"isolated":true',
    '"process":"undefined"',
    '"foreign":"refused"',
    '"host":"electron"',
    '"sites":true',
  ];
  const missing = wanted.filter((part) => !text.includes(part));
  process.stdout.write(
    missing.length === 0
      ? 'Electron: window, calls and walls as wanted.\n'
      : `Electron: wanted ${missing.join(', ')}, found ${text}\n`,
  );
  process.exitCode = missing.length === 0 ? 0 : 1;
} finally {
  await app.close();
  rmSync(userData, { recursive: true, force: true });
}
