import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, openSample, test } from '../fixtures.ts';

test('the page is isolated, has no rights, and reaches nobody', async ({ window, complaints }) => {
  const found = await window.evaluate(async () => ({
    isolated: crossOriginIsolated,
    process: typeof (globalThis as { process?: unknown }).process,
    foreign: await fetch('https://example.com/').then(
      () => 'reached',
      () => 'refused',
    ),
  }));
  expect(found).toEqual({ isolated: true, process: 'undefined', foreign: 'refused' });
  expect(complaints.splice(0).every((line) => line.includes('example.com'))).toBe(true);
});

test('a strange channel, wrong data and an untrusted sender are refused as data', async ({ application }) => {
  const trusted = { trusted: true };
  expect(await application.door('portfolio.current', { trusted: false }, {})).toEqual({
    ok: false,
    error: { code: 'ipc.untrustedSender' },
  });
  expect(await application.door('constructor', trusted, {})).toEqual({
    ok: false,
    error: { code: 'ipc.invalidRequest' },
  });
  expect(await application.door('site.read', trusted, { id: 5 })).toEqual({
    ok: false,
    error: { code: 'ipc.invalidRequest' },
  });
  expect(await application.door('site.read', trusted, { id: 'x', more: 1 })).toEqual({
    ok: false,
    error: { code: 'ipc.invalidRequest' },
  });
  expect(await application.door('site.list', trusted, {})).toMatchObject({
    ok: false,
    error: { code: 'portfolio.noneOpen' },
  });
});

test('a broken file gives a sentence, and what was open stays open', async ({ window, host, folder }) => {
  await openSample(window);
  const broken = join(folder, 'broken.umbau');
  writeFileSync(broken, 'this is not a portfolio '.repeat(100));
  Object.assign(host, { chooseFileToOpen: async () => broken });
  await window.getByRole('button', { name: 'Open a file' }).click();
  await expect(window.getByRole('alert')).toContainText('is not an Umbau portfolio. Nothing was written.');
  await window.getByRole('button', { name: 'Understood' }).click();
  await expect(window.getByRole('grid', { name: 'Portfolio' })).toBeVisible();
});

test('every answer of the sample fits its schema', async ({ application }) => {
  const trusted = { trusted: true };
  await application.door('portfolio.openSample', trusted, {});
  const sites = await application.door('site.list', trusted, {});
  const companies = await application.door('company.list', trusted, {});
  if (!sites.ok || !companies.ok) throw new Error('no lists');
  for (const { id } of sites.value as { id: string }[]) {
    expect(await application.door('site.read', trusted, { id })).toMatchObject({ ok: true });
    expect(await application.door('site.evidence', trusted, { id })).toMatchObject({ ok: true });
  }
  for (const { id } of companies.value as { id: string }[])
    expect(await application.door('company.read', trusted, { id })).toMatchObject({ ok: true });
});
