import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { mostAttachmentBytes } from '../../shared/domain/attachment.ts';
import { importPortfolio } from '../portfolio/importPortfolio.ts';
import { composeFromPortfolio } from '../briefing/composeFromPortfolio.ts';
import { verifyCommand } from '../commands/verify.ts';
import type { WritableDb } from '../db/access.ts';
import { writeCleanCopy } from '../db/cleanCopy.ts';
import { redoNext, undoLast } from '../db/history/changeLog.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { attachmentsOf } from '../db/repositories/attachmentRepository.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { allRows, exported } from '../exchange/testing/filledPortfolio.ts';
import { attachedBytes, attachFile, readToAttach, removeAttachment } from './attachments.ts';
import { removeFigure } from './figures.ts';
import { provenanceOf } from './provenance.ts';
import { removeRecord, saveRecord } from './records.ts';

const entry = { enteredBy: 'Ottilie Ausgedacht', now: '2026-11-25T12:00:00Z' };
const onFigure = { kind: 'figure', id: 'f' } as const;
const onSource = { kind: 'source', id: '1' } as const;
/** Every value of a byte, so that a text on the way would show. */
const bytes = Buffer.from(Array.from({ length: 70_000 }, (_one, index) => index % 256));

function portfolio(path = join(temporaryFolder(), 'a.umbau')): WritableDb {
  const db = portfolioForTest(path);
  db.exec(`
    INSERT INTO source (id, title) VALUES (1, 'Form 10-Q');
    INSERT INTO figure (id, subject_kind, subject_id, field, state, value, unit, source_id, source_page, entered_by)
      VALUES ('f', 'site', 's1', 'energised_mw', 'known', 50, 'MW', 1, '31', 'Ottilie Ausgedacht');
    INSERT INTO contract (id, company_id, site_id, counterparty, service, status)
      VALUES ('k', 'c1', 's1', 'Tenant', 'colocation', 'signed');
  `);
  return db;
}

const contents = (db: WritableDb) => db.prepare('SELECT count(*) FROM attached_content').pluck().get();
const idOf = (db: WritableDb) => attachmentsOf(db, onFigure)[0]?.id ?? '';

afterEach(() => vi.restoreAllMocks());

test('a file comes back byte for byte, whatever its bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 500 }), (made) => {
      const db = portfolio(':memory:');
      attachFile(db, onFigure, { fileName: 'a.bin', bytes: made }, entry);
      expect([...attachedBytes(db, idOf(db)).bytes]).toEqual([...made]);
      db.close();
    }),
    { numRuns: 30 },
  );
});

test('what is known of an attached file: name, size, kind, hash, date and who attached it', () => {
  const db = portfolio();
  attachFile(db, onFigure, { fileName: 'Bericht 2026.PDF', bytes: Buffer.from('abc') }, entry);
  expect(attachmentsOf(db, onFigure)).toEqual([
    {
      id: idOf(db),
      owner: onFigure,
      fileName: 'Bericht 2026.PDF',
      mediaType: 'application/pdf',
      byteCount: 3,
      // FIPS 180-2, appendix B.1.
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      enteredBy: 'Ottilie Ausgedacht',
      enteredAt: '2026-11-25T12:00:00Z',
    },
  ]);
  db.close();
});

test('removing is undone after a restart, bytes and all, and the change log holds no bytes', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const first = portfolio(path);
  attachFile(first, onFigure, { fileName: 'a.pdf', bytes }, entry);
  const id = idOf(first);
  expect(removeAttachment(first, id, entry.now).label).toBe('attachment.remove');
  expect(attachmentsOf(first, onFigure)).toEqual([]);
  first.close();
  const db = openDatabase(path);
  expect(undoLast(db).values).toEqual({ name: 'a.pdf' });
  expect(attachedBytes(db, id).bytes).toEqual(bytes);
  undoLast(db);
  expect(attachmentsOf(db, onFigure)).toEqual([]);
  redoNext(db);
  expect(attachedBytes(db, id).bytes).toEqual(bytes);
  const longest = db.prepare('SELECT max(length(coalesce(before, after))) FROM change').pluck().get();
  expect(longest).toBeLessThan(600);
  db.close();
});

test('the same bytes are stored once, and go when neither a record nor a step names them', () => {
  const db = portfolio();
  attachFile(db, onFigure, { fileName: 'a.pdf', bytes }, entry);
  attachFile(db, onSource, { fileName: 'b.pdf', bytes }, entry);
  expect(contents(db)).toBe(1);
  expect(() => attachFile(db, onFigure, { fileName: 'c.pdf', bytes }, entry)).toThrow(
    'attachment.alreadyThere',
  );
  undoLast(db);
  undoLast(db);
  // Both can be done again, so the bytes wait.
  expect(contents(db)).toBe(1);
  attachFile(db, onFigure, { fileName: 'a.pdf', bytes }, entry);
  expect(attachedBytes(db, idOf(db)).bytes).toEqual(bytes);
  undoLast(db);
  attachFile(db, onFigure, { fileName: 'other.pdf', bytes: Buffer.from('other') }, entry);
  expect(contents(db)).toBe(1);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});

test('a damaged file is not handed out, and verify names it', async () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const db = portfolio(path);
  attachFile(db, onFigure, { fileName: 'a.pdf', bytes }, entry);
  attachFile(db, onSource, { fileName: 'whole.pdf', bytes: Buffer.from('whole') }, entry);
  const id = idOf(db);
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await verifyCommand([path, '--json']);
  expect(JSON.parse(String(write.mock.calls[0]?.[0])).attachments).toEqual({ files: 2, damaged: [] });
  const worse = Buffer.from(bytes);
  worse[40_000] = 7;
  db.prepare('UPDATE attached_content SET bytes = ? WHERE length(bytes) = 70000').run(worse);
  expect(() => attachedBytes(db, id)).toThrow('attachment.damaged');
  db.close();
  await expect(verifyCommand([path, '--json'])).rejects.toThrow('db.notAsFrozen');
  const [, report] = write.mock.calls.map(([text]) => JSON.parse(String(text)));
  expect(report.ok).toBe(false);
  expect(report.attachments.damaged.map(({ fileNames }: { fileNames: string[] }) => fileNames)).toEqual([
    ['a.pdf'],
  ]);
});

test('a file that is empty, too large or no file is refused before anything is written', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.pdf');
  writeFileSync(path, '');
  expect(() => readToAttach(path)).toThrow('attachment.empty');
  truncateSync(path, mostAttachmentBytes + 1);
  expect(() => readToAttach(path)).toThrow('attachment.tooLarge');
  truncateSync(path, mostAttachmentBytes);
  expect(readToAttach(path).bytes.byteLength).toBe(mostAttachmentBytes);
  mkdirSync(join(folder, 'folder'));
  expect(() => readToAttach(join(folder, 'folder'))).toThrow('attachment.unreadable');
  expect(() => readToAttach(join(folder, 'none.pdf'))).toThrow('attachment.unreadable');
  const db = portfolio();
  expect(() => attachFile(db, { kind: 'contract', id: 'x' }, { fileName: 'a', bytes }, entry)).toThrow(
    'record.unknown',
  );
  expect(contents(db)).toBe(0);
  db.close();
});

test('a figure, a contract or a company takes its files along and brings them back', () => {
  const db = portfolio();
  attachFile(db, onFigure, { fileName: 'a.pdf', bytes }, entry);
  attachFile(db, { kind: 'contract', id: 'k' }, { fileName: 'k.pdf', bytes: Buffer.from('lease') }, entry);
  /** Without the history; a table's rows in no order of their own. */
  const rest = (): unknown => {
    const { change: _change, change_event: _event, change_step: _step, ...tables } = allRows(db);
    return Object.entries(tables).map(([name, rows]) => [name, rows.map(String).toSorted()]);
  };
  const before = rest();
  for (const act of [
    () => removeFigure(db, 'f', entry.now),
    () => removeRecord(db, 'contract', 'k', entry.now),
    () => removeRecord(db, 'site', 's1', entry.now),
    () => removeRecord(db, 'company', 'c1', entry.now),
  ]) {
    act();
    expect(rest()).not.toEqual(before);
    undoLast(db);
    expect(rest()).toEqual(before);
  }
  db.close();
});

test('where a number comes from: document, page, who entered it, files of both, and its steps', () => {
  const db = portfolio();
  attachFile(db, onFigure, { fileName: 'a.pdf', bytes }, entry);
  attachFile(db, onSource, { fileName: '10-Q.pdf', bytes: Buffer.from('10-Q') }, entry);
  const found = provenanceOf(db, 'f', null);
  expect(found).toMatchObject({
    record: { kind: 'figure', id: 'f' },
    page: '31',
    enteredBy: 'Ottilie Ausgedacht',
    batch: null,
    source: { id: '1', title: 'Form 10-Q', url: null, publishedOn: null },
    history: [],
  });
  expect(found?.attachments.map(({ fileName }) => fileName)).toEqual(['a.pdf']);
  expect(found?.sourceAttachments.map(({ fileName }) => fileName)).toEqual(['10-Q.pdf']);
  // The input of a site is the figure that R1.9 takes for it.
  expect(provenanceOf(db, 'gridPowerMw', 's1')).toEqual(found);
  expect(provenanceOf(db, 'uptime', 's1')).toBeNull();
  expect(provenanceOf(db, 'k.it_load_mw', null)?.record).toEqual({ kind: 'contract', id: 'k' });
  const edited = { counterparty: 'Another' };
  const source = { title: null, url: null };
  saveRecord(
    db,
    { kind: 'contract', id: 'k', companyId: null, siteId: null, values: edited, source },
    entry.now,
  );
  expect(provenanceOf(db, 'k.it_load_mw', null)?.history.map(({ step }) => step.label)).toEqual([
    'record.edit',
  ]);
  db.close();
});

test('a clean copy has no attached byte and counts what it leaves out', () => {
  const folder = temporaryFolder();
  const db = portfolio(join(folder, 'a.umbau'));
  attachFile(db, onFigure, { fileName: 'a.pdf', bytes: Buffer.from('words of an attached file') }, entry);
  attachFile(db, onSource, { fileName: 'b.pdf', bytes }, entry);
  const target = join(folder, 'clean.umbau');
  expect(writeCleanCopy(db, target, { portfolioId: 'new', withoutBriefings: true })).toEqual({
    filesLeftOut: 2,
  });
  db.close();
  expect(readFileSync(target).includes('words of an attached file')).toBe(false);
  const copy = openDatabase(target);
  expect(contents(copy)).toBe(0);
  expect(attachmentsOf(copy, onFigure)).toEqual([]);
  copy.close();
});

test('P30 JSON brings attached files back; CSV says what it cannot carry', async () => {
  const folder = temporaryFolder();
  const db = portfolio(join(folder, 'a.umbau'));
  attachFile(db, onFigure, { fileName: 'a.pdf', bytes }, entry);
  const target = join(folder, 'b.umbau');
  importPortfolio(await exported(db, 'json'), target);
  const back = openDatabase(target);
  expect(allRows(back)).toEqual(allRows(db));
  expect(attachedBytes(back, idOf(back)).bytes).toEqual(bytes);
  back.close();
  const csv = await exported(db, 'csv');
  expect(readFileSync(join(csv, 'README.txt'), 'utf8')).toContain('1 attached file is not in this export');
  expect(readFileSync(join(csv, 'attachment.csv'), 'utf8')).toContain('a.pdf');
  db.close();
});

test('briefings of the site and of the company name an attached document once, with its hash', () => {
  const db = portfolio();
  attachFile(db, onFigure, { fileName: 'a.pdf', bytes: Buffer.from('abc') }, entry);
  attachFile(db, { kind: 'contract', id: 'k' }, { fileName: 'k.pdf', bytes }, entry);
  const wish = { language: 'en', author: '', disclosures: '', issue: false, today: '2026-11-25' } as const;
  for (const subject of [
    { kind: 'site', id: 's1' },
    { kind: 'company', id: 'c1' },
  ] as const) {
    const { content } = composeFromPortfolio(db, 'a.umbau', { ...wish, subject, evidence: { seed: 1 } });
    const tables = content.sections.flatMap(({ blocks }) =>
      blocks.filter((block) => block.type === 'table' && block.caption === 'Attached documents'),
    );
    expect(tables).toHaveLength(1);
    expect(JSON.stringify(tables)).toContain(
      '[{"text":"a.pdf"},{"text":"Energised"},{"text":"25 Nov 2026"},{"text":"3 B"},{"text":"ba7816bf8f01"}]',
    );
    expect(JSON.stringify(tables)).toContain('[{"text":"k.pdf"},{"text":"Tenant"}');
  }
  db.close();
});

test('a portfolio whose files would make the JSON unreadable is not exported as one', async () => {
  const db = portfolio();
  // Four at the limit are more than 200 MB of Base64; zeros stand for them.
  for (let index = 0; index < 4; index += 1)
    db.prepare('INSERT INTO attached_content VALUES (?, zeroblob(?))').run(
      String(index).repeat(64),
      mostAttachmentBytes,
    );
  await expect(exported(db, 'json')).rejects.toMatchObject({
    code: 'exchange.tooLargeForJson',
    values: { size: '200' },
  });
  db.close();
});
