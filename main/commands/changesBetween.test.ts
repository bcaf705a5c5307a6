import { chmodSync, copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { setOwnValue } from '../analysis/ownValues.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { writeWholeCopy } from '../db/wholeCopy.ts';
import { changesCommand } from './changes.ts';

afterEach(() => vi.restoreAllMocks());

/** The sample with two edits of one input and one of another, on two days. */
function edited(): { path: string; copy: string } {
  const path = join(temporaryFolder(), 'a.umbau');
  copyFileSync(join(import.meta.dirname, '../../out/app/sample/sample.umbau'), path);
  chmodSync(path, 0o644);
  const db = openDatabase(path);
  const set = (siteId: string, key: string, value: number, now: string) =>
    setOwnValue(db, { siteId, key, value, note: null, enteredBy: null }, now);
  set('riot-rockdale', 'btcPriceUsd', 90_000, '2026-11-24T12:00:00.000Z');
  const copy = `${path}.copy.umbau`;
  writeWholeCopy(db, copy);
  set('riot-rockdale', 'btcPriceUsd', 150_000, '2026-11-25T12:00:00.000Z');
  set('riot-corsicana', 'uptime', 0.9, '2026-11-25T12:01:00.000Z');
  db.close();
  return { path, copy };
}

async function printed(args: readonly string[]): Promise<string> {
  let text = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((part) => {
    text += String(part);
    return true;
  });
  await changesCommand(args);
  return text;
}

interface Printed {
  readonly changes: readonly { readonly siteId: string; readonly before: unknown; readonly after: unknown }[];
  readonly results?: { readonly steps: readonly { readonly step: string }[] };
}
const json = async (args: readonly string[]): Promise<Printed> =>
  JSON.parse(await printed([...args, '--json'])) as Printed;

test('R5.24 a day counts from its start, and to its end', async () => {
  const { path } = edited();
  const both = await json(['--portfolio', path, '--from', '2026-11-24', '--to', '2026-11-26']);
  expect(both.changes.map(({ siteId }) => siteId)).toEqual(['riot-corsicana', 'riot-rockdale']);
  const first = await json(['--portfolio', path, '--from', '2026-11-20', '--to', '2026-11-24T23:00:00Z']);
  expect(first.changes).toMatchObject([{ siteId: 'riot-rockdale', before: [], after: [{ value: 90_000 }] }]);
  expect((await json(['--portfolio', path, '--from', '2026-11-27'])).changes).toEqual([]);
});

test('R5.24, R5.19 with a site: its changes only, and what they do to its results', async () => {
  const { path, copy } = edited();
  const { changes, results } = await json(['--portfolio', path, '--from', copy, '--site', 'riot-rockdale']);
  expect(changes).toMatchObject([{ before: [{ value: 90_000 }], after: [{ value: 150_000 }] }]);
  expect(results?.steps.map(({ step }) => step)).toEqual(['btcPriceUsd']);
});

test('in words and as a table', async () => {
  const { path } = edited();
  const words = await printed(['--portfolio', path, '--from', 'start', '--lang', 'de', '--company', 'riot']);
  expect(words).toContain('2 Änderungen zwischen diesen beiden Zeitpunkten');
  expect(words).toContain('Rockdale\tEingabe\tBitcoin-Preis\taus den Daten → 150.000');
  const out = join(temporaryFolder(), 'changes.csv');
  await changesCommand(['--portfolio', path, '--from', 'start', '--csv', '--out', out]);
  expect(readFileSync(out, 'utf8').split('\r\n')[0]).toBe(
    '\uFEFFCompany,Site,Kind,What,Before,After,When,Who',
  );
});

test('what is no moment, and two forms at once, are named', async () => {
  const { path } = edited();
  await expect(changesCommand(['--portfolio', path, '--from', 'yesterday', '--json'])).rejects.toMatchObject({
    code: 'cli.usage',
    values: { problem: '--from yesterday' },
  });
  await expect(
    changesCommand(['--portfolio', path, '--from', 'start', '--json', '--csv']),
  ).rejects.toMatchObject({ code: 'cli.usage' });
  await expect(
    changesCommand(['--portfolio', path, '--from', 'start', '--site', 'none', '--json']),
  ).rejects.toMatchObject({ code: 'site.unknown' });
});
