import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { setOwnValue } from '../analysis/ownValues.ts';
import { issuedRun } from '../analysis/issuedRun.ts';
import { composeFromPortfolio, type BriefingWish } from '../briefing/composeFromPortfolio.ts';
import { printOrder } from '../briefing/printBriefing.ts';
import type { WritableDb } from '../db/access.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { changesCommand } from './changes.ts';
import { verifyCommand } from './verify.ts';

afterEach(() => vi.restoreAllMocks());

const site = { kind: 'site', id: 'riot-rockdale' } as const;
const company = { kind: 'company', id: 'riot' } as const;

function wish(subject: BriefingWish['subject'], language: 'de' | 'en' = 'en'): BriefingWish {
  return {
    subject,
    language,
    author: 'A. Probe',
    disclosures: 'None.',
    issue: true,
    today: '2026-11-25',
    evidence: { seed: 1 },
  };
}

function sampleCopy(): { path: string; db: WritableDb } {
  const path = join(temporaryFolder(), 'a.umbau');
  copyFileSync(join(import.meta.dirname, '../../out/app/sample/sample.umbau'), path);
  chmodSync(path, 0o644);
  return { path, db: openDatabase(path) };
}

async function issue(
  db: WritableDb,
  path: string,
  subject: BriefingWish['subject'],
  now: string,
): Promise<void> {
  const order = composeFromPortfolio(db, path, wish(subject));
  await printOrder(
    () => db,
    async () => new Uint8Array([1]),
    order,
    `${path}.pdf`,
    now,
  );
}

function setRent(db: WritableDb, value: number): void {
  const edit = { siteId: site.id, key: 'rentYear1UsdPerKwMonth', value, note: null, enteredBy: null };
  setOwnValue(db, edit, '2026-11-26T09:00:00Z');
}

async function said(
  command: (args: readonly string[]) => Promise<void>,
  ...args: readonly string[]
): Promise<string> {
  let written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
  await command(args);
  vi.restoreAllMocks();
  return written;
}

test('R5.19 an edited rent since the last briefing of the site explains the whole change, in words and as data', async () => {
  const { path, db } = sampleCopy();
  await issue(db, path, site, '2026-11-25T09:00:00Z');
  setRent(db, 90);
  db.close();
  const args = ['--portfolio', path, '--site', site.id];
  const data = JSON.parse(await said(changesCommand, ...args, '--json')) as Record<string, unknown>;
  expect(data).toMatchObject({
    format: 'umbau-changes-1',
    since: { issuedAt: '2026-11-25T09:00:00Z' },
    site: { steps: [{ step: 'rentYear1UsdPerKwMonth', advantage: { share: 1, joined: [] } }] },
  });
  const german = await said(changesCommand, ...args, '--lang', 'de');
  expect(german).toMatch(/^Was sich seit dem Briefing vom 25\.11\.2026 geändert hat\n/);
  expect(german).toContain('Eine Änderung erklärt alles: Miete im ersten Jahr.');
  expect(german).not.toMatch(/\{|undefined|NaN|null/);
});

test('without an issued briefing there is nothing to compare, and a briefing has no such section', async () => {
  const { path, db } = sampleCopy();
  await issue(db, path, company, '2026-11-25T09:00:00Z');
  const order = composeFromPortfolio(db, path, wish(site));
  expect(order.content.sections.map(({ id }) => id)).not.toContain('changes');
  db.close();
  const args = ['--portfolio', path, '--site', site.id];
  expect(JSON.parse(await said(changesCommand, ...args, '--json'))).toMatchObject({ since: null });
  expect(await said(changesCommand, ...args)).toMatch(/^No briefing of this subject has been issued yet/);
});

test('the last of several briefings counts, its section is frozen, and the file still verifies', async () => {
  const { path, db } = sampleCopy();
  await issue(db, path, site, '2026-11-25T09:00:00Z');
  await issue(db, path, site, '2026-11-26T09:00:00Z');
  const run = issuedRun(db, { subjectKind: 'site', subjectId: site.id });
  expect(run?.issuedAt).toBe('2026-11-26T09:00:00Z');
  expect(issuedRun(db, { briefingId: run?.briefingId ?? '' })).toEqual(run);
  expect(() => issuedRun(db, { briefingId: 'none' })).toThrow('briefing.unknown');
  const contents = db.prepare('SELECT content FROM briefing ORDER BY issued_at').pluck().all() as string[];
  expect(contents.map((content) => content.includes('Nothing has changed since the briefing of'))).toEqual([
    false,
    true,
  ]);
  db.close();
  expect(JSON.parse(await said(verifyCommand, path, '--json'))).toMatchObject({ ok: true });
});

test('a company: its sites before and now, the site that changed with its input', async () => {
  const { path, db } = sampleCopy();
  await issue(db, path, company, '2026-11-25T09:00:00Z');
  setRent(db, 60);
  const { content } = composeFromPortfolio(db, path, wish(company, 'de'));
  db.close();
  const section = content.sections.find(({ id }) => id === 'changes');
  expect(section?.blocks[0]).toMatchObject({
    text: expect.stringMatching(
      /^Verglichene Standorte: \d+; mit anderem Urteil: \d; mit anderem Vorteil gegenüber Mining: 1\./,
    ),
  });
  const table = section?.blocks.find((block) => block.type === 'table');
  const row = table?.rows.find(({ cells }) => cells[0]?.text === 'Rockdale');
  expect(row?.cells.at(-1)?.text).toBe('Miete im ersten Jahr');
});

test('frozen data that this version cannot read are said to be so, without a number', async () => {
  const { path, db } = sampleCopy();
  await issue(db, path, site, '2026-11-25T09:00:00Z');
  db.prepare(`UPDATE run SET evidence = '[{"siteId":"riot-rockdale","siteName":"Rockdale"}]'`).run();
  db.close();
  const args = ['--portfolio', path, '--site', site.id];
  expect(JSON.parse(await said(changesCommand, ...args, '--json'))).toMatchObject({ site: null });
  expect(await said(changesCommand, ...args)).toContain(
    'The briefing of 25 Nov 2026 cannot be compared: what was frozen',
  );
});

test('the command takes one subject and one form', async () => {
  const { path, db } = sampleCopy();
  db.close();
  const args = ['--portfolio', path];
  await expect(changesCommand([...args])).rejects.toThrow('cli.usage');
  await expect(changesCommand([...args, '--site', site.id, '--json', '--lang', 'de'])).rejects.toThrow(
    'cli.usage',
  );
  await expect(changesCommand([...args, '--company', 'nobody'])).rejects.toThrow('company.unknown');
});
