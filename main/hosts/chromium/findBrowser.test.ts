import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { expect, test } from 'vitest';
import { browserCandidates, findInstalledBrowser, packagedBrowser } from './findBrowser.ts';

const environment = { PATH: ['/a', '/usr/bin'].join(delimiter), UMBAU_BROWSER: '/own/browser' };
const found = (present: readonly string[]) =>
  findInstalledBrowser('linux', environment, (path) => present.includes(path))?.executablePath;

test('the named browser comes first, then Chrome, Edge, Chromium', () => {
  const chrome = '/usr/bin/google-chrome';
  const edge = '/usr/bin/microsoft-edge';
  const chromium = '/a/chromium';
  expect(found([chromium, edge, chrome, '/own/browser'])).toBe('/own/browser');
  expect(found([chromium, edge, chrome])).toBe(chrome);
  expect(found([chromium, edge])).toBe(edge);
  expect(found([chromium])).toBe(chromium);
  expect(found([])).toBeUndefined();
});

test('known folders are looked at where the PATH is short, and none twice', () => {
  const candidates = browserCandidates('linux', { PATH: '/usr/bin' });
  expect(candidates).toContain('/opt/google/chrome/google-chrome');
  expect(new Set(candidates).size).toBe(candidates.length);
});

test('Mac and Windows are looked at in their own places', () => {
  expect(browserCandidates('darwin', { HOME: '/Users/me' })[0]).toBe(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  );
  expect(browserCandidates('win32', { LOCALAPPDATA: 'C:\\L' })[0]).toBe(
    'C:\\L\\Google\\Chrome\\Application\\chrome.exe',
  );
});

test('the packaged browser lies in a folder with its version, and the temporary folder is as before', async () => {
  const before = process.env['TMPDIR'];
  const packaged = await packagedBrowser();
  expect(process.env['TMPDIR']).toBe(before);
  if (process.platform === 'linux' && process.arch === 'x64') {
    expect(packaged?.canShowWindow).toBe(false);
    expect(packaged?.executablePath).toMatch(/umbau-chromium-\d+\.\d+\.\d+-\d+\/chromium$/);
    expect(existsSync(packaged?.executablePath ?? '')).toBe(true);
  } else {
    expect(packaged).toBeUndefined();
  }
}, 60_000);
