import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BriefingContent } from '../../../shared/briefing/briefingContent.ts';
import { appChannels } from '../../../shared/ipc/channels.ts';
import { ok } from '../../../shared/ipc/result.ts';
import { temporaryFolder } from '../../db/testing/portfolioForTest.ts';
import { serve, type Door, type Handlers } from '../../ipc/serve.ts';
import { createPrinter } from './createPrinter.ts';
import { findBrowser } from './findBrowser.ts';
import { firstChannels } from '../../../shared/ipc/firstAnswers.ts';
import { browserArguments, origin } from './launchOptions.ts';
import { preparePage } from './preparePage.ts';

/*
 * The host's parts in a real browser, with a page of a few lines: what the page can do, and what it cannot.
 */

const html = '<!doctype html><html lang="en"><title>made up</title><h1>Made up</h1>';
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = join(temporaryFolder(), 'page');
  mkdirSync(folder);
  const answers = '<script type="application/json" id="first-answers">FIRST_ANSWERS</script>';
  writeFileSync(join(folder, 'index.html'), html + answers);
  writeFileSync(join(folder, 'other.html'), html);
  writeFileSync(join(folder, 'briefing.html'), `${html}<script src="/briefing.js"></script>`);
  writeFileSync(
    join(folder, 'briefing.js'),
    `(async () => {
      const { title } = await window.umbauBriefing['briefing.content']();
      document.querySelector('h1').textContent = title;
      await window.umbauBriefing['briefing.ready']();
    })();`,
  );
  const { executablePath } = await findBrowser();
  browser = await chromium.launch({ executablePath, args: browserArguments() });
}, 60_000);
afterAll(() => browser.close());

async function windowOn(door: Door): Promise<BrowserContext> {
  const context = await browser.newContext();
  await preparePage(context, folder, door);
  return context;
}

const recording =
  (seen: unknown[]): Door =>
  async (channel, sender, raw) => {
    seen.push([channel, sender, raw]);
    return ok('answered');
  };

test('the page has one method a channel, and a call is answered', async () => {
  const seen: unknown[] = [];
  const page = await (await windowOn(recording(seen))).newPage();
  await page.goto(`${origin}/index.html`);
  expect(await page.evaluate('Object.keys(window.umbau)')).toEqual([...appChannels]);
  expect(await page.evaluate(`window.umbau['site.read']({ id: 'x' })`)).toEqual({
    ok: true,
    value: 'answered',
  });
  // What the first screen asks was answered with the page.
  const first = firstChannels.map((channel) => [channel, { trusted: true }, {}]);
  expect(seen).toEqual([...first, ['site.read', { trusted: true }, { id: 'x' }]]);
});

test('the first answers go with the page that is opened, each time anew, and not with what a page fetches', async () => {
  let asked = 0;
  const counting: Door = async (channel) => {
    if (channel === 'company.list') asked += 1;
    return ok(`${channel} ${asked} </script><b>`);
  };
  const page = await (await windowOn(counting)).newPage();
  const handedOver = () =>
    page.evaluate(`JSON.parse(document.getElementById('first-answers').textContent)['company.list'].value`);
  await page.goto(`${origin}/index.html`);
  expect(await handedOver()).toBe('company.list 1 </script><b>');
  await page.reload();
  expect(await handedOver()).toBe('company.list 2 </script><b>');
  expect(await page.evaluate(`fetch('/index.html').then((answer) => answer.text())`)).toContain('>null<');
  await page.goto(`${origin}/other.html`);
  expect(asked).toBe(2);
});

test('another page and a frame are not trusted, and a strange channel is refused', async () => {
  const seen: [string, unknown][] = [];
  const page = await (await windowOn(recording(seen))).newPage();
  await page.goto(`${origin}/other.html`);
  await page.evaluate(`window.umbauCall('site.list', {})`);
  await page.goto('about:blank');
  expect(await page.evaluate('typeof window.umbau')).toBe('undefined');
  await page.evaluate(`window.umbauCall('site.list', {})`);
  await page.setContent(`<iframe src="${origin}/index.html"></iframe>`);
  for (const frame of page.frames().slice(1)) {
    expect(await frame.evaluate('typeof window.umbau')).toBe('undefined');
    await frame.evaluate(`window.umbauCall('site.list', {})`).catch(() => undefined);
  }
  const calls = seen.filter(([channel]) => channel === 'site.list');
  expect(calls.length).toBeGreaterThanOrEqual(2);
  expect(calls.every(([, sender]) => (sender as { trusted: boolean }).trusted === false)).toBe(true);
  // The host's own question before the first page; neither another page nor a frame made it ask again.
  expect(seen.filter(([channel]) => channel === 'company.list')).toHaveLength(1);

  const door = serve({} as Handlers, {
    checkResponses: true,
    explain: (error) => error,
    logUnexpected: () => undefined,
  });
  const strict = await (await windowOn(door)).newPage();
  await strict.goto(`${origin}/index.html`);
  expect(await strict.evaluate(`window.umbauCall('toString', {})`)).toEqual({
    ok: false,
    error: { code: 'ipc.invalidRequest' },
  });
});

test('the page is isolated, and nothing outside its folder is reached', async () => {
  const context = await windowOn(recording([]));
  const page = await context.newPage();
  await page.goto(`${origin}/index.html`);
  expect(await page.evaluate('crossOriginIsolated')).toBe(true);
  // The smallest module there is.
  const compiled = `WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(() => 'compiled', String)`;
  expect(await page.evaluate(compiled)).toBe('compiled');
  expect(await page.evaluate(`new SharedArrayBuffer(8).byteLength`)).toBe(8);
  expect(await page.evaluate(`fetch('/%2e%2e%2fsecret.html').then(({ status }) => status)`)).toBe(404);
  await expect(page.goto('https://example.com/')).rejects.toThrow('ERR_BLOCKED_BY_CLIENT');
  await expect(page.goto('http://localhost:1/')).rejects.toThrow('ERR_BLOCKED_BY_CLIENT');
});

test('past the routes no host is reached either, not even this machine', async () => {
  const page = await (await browser.newContext()).newPage();
  for (const address of ['http://example.com/', 'https://example.com/', 'http://localhost:8080/'])
    await expect(page.goto(address)).rejects.toThrow('ERR_PROXY_CONNECTION_FAILED');
});

test('a briefing is printed', async () => {
  const pdf = Buffer.from(await createPrinter(folder)({ title: 'Made up' } as BriefingContent));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
}, 60_000);

test('a briefing page that breaks ends as a sentence', async () => {
  const broken = join(temporaryFolder(), 'page');
  mkdirSync(broken);
  writeFileSync(join(broken, 'briefing.html'), `${html}<script src="/briefing.js"></script>`);
  writeFileSync(join(broken, 'briefing.js'), 'throw new Error("broken")');
  await expect(createPrinter(broken)({} as BriefingContent)).rejects.toMatchObject({
    code: 'briefing.printFailed',
  });
}, 60_000);
