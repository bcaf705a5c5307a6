import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import Database from 'better-sqlite3';
import type { BackupList } from '../../../shared/domain/backup.ts';
import type { Encrypted } from '../../../shared/domain/encryption.ts';
import type { Application } from '../../application.ts';
import { answerOf, applicationForTest } from '../../backups/testing/applicationForTest.ts';
import { migrate, userVersion } from '../migrate.ts';
import { migrations } from '../migrations/index.ts';
import { applicationId, openDatabase, openReadOnly } from '../openDatabase.ts';
import { portfolioForTest, temporaryFolder } from '../testing/portfolioForTest.ts';
import { writeCleanCopy } from '../cleanCopy.ts';
import { exchangeKey } from './encryptFile.ts';
import { encryptedSalt, forgetKeys } from './keyring.ts';
import { newKey, recoveryKey, unlock } from './keys.ts';

afterEach(forgetKeys);

const trusted = { trusted: true };
const password = 'vier zufällige Wörter hier';
const secretWord = 'Made-up Mining';

async function opened(): Promise<{ application: Application; path: string; folder: string }> {
  const folder = temporaryFolder();
  const path = join(folder, 'Mine.umbau');
  portfolioForTest(path).close();
  const { application } = await applicationForTest(folder);
  await application.openFile(path);
  return { application, path, folder };
}

const edit = (application: Application, value: number) =>
  answerOf(application, 'input.set', { siteId: 's1', key: 'uptime', value, note: null });
const switchOn = (application: Application, text = password) =>
  answerOf<Encrypted>(application, 'encryption.switchOn', { password: text });
const unlockBy = (application: Application, path: string, kind: 'password' | 'recoveryKey', text: string) =>
  application.door('encryption.unlock', trusted, { path, secret: { kind, text } });
const open = (application: Application, path: string) =>
  application.door('portfolio.open', trusted, { path });

function everyFile(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('an encrypted portfolio is a SQLCipher 4 file: its first page is read by the published format alone', async () => {
  const path = join(temporaryFolder(), 'a.umbau');
  portfolioForTest(path).close();
  exchangeKey(path, await newKey(password));
  const page = readFileSync(path).subarray(0, 4096);
  const salt = page.subarray(0, 16);
  const [reserve, macBytes, ivBytes] = [80, 64, 16];
  const end = page.length - reserve;
  const key = pbkdf2Sync(password, salt, 256_000, 32, 'sha512');
  const macKey = pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
  const number = Buffer.from([1, 0, 0, 0]);
  const mac = createHmac('sha512', macKey)
    .update(page.subarray(16, end + ivBytes))
    .update(number)
    .digest();
  expect(mac.equals(page.subarray(page.length - macBytes))).toBe(true);
  const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + ivBytes));
  decipher.setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(page.subarray(16, end)), decipher.final()]);
  // Application id at byte 68 of the file's head.
  expect(plain.readUInt32BE(68 - 16)).toBe(applicationId);
});

test('P34 switched on, file and backups are encrypted; nothing of them lies in plain; every step is still there', async () => {
  const { application, path, folder } = await opened();
  await edit(application, 0.9);
  await answerOf(application, 'backup.write', { reason: 'byHand' });
  expect(readFileSync(path).includes(secretWord)).toBe(true);
  const made = await switchOn(application);
  expect(made).toMatchObject({ path, backups: 1 });
  expect(made.recoveryKey).toMatch(/^([0-9A-F]{4}-){17}[0-9A-F]{4}$/);
  await edit(application, 0.8);
  await answerOf(application, 'backup.write', { reason: 'byHand' });
  const files = everyFile(folder).filter((file) => /umbau/.test(file));
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) expect(readFileSync(file).includes(secretWord)).toBe(false);
  expect(await application.door('history.list', trusted, {})).toMatchObject({ value: [{}, {}] });
  expect(await application.door('encryption.state', trusted, {})).toEqual({
    ok: true,
    value: { isEncrypted: true, plainBackups: 0 },
  });
  application.close();
});

test('P34 locked, a file opens by its password and by its recovery key, and by nothing else', async () => {
  const { application, path } = await opened();
  await edit(application, 0.9);
  const { recoveryKey: key } = await switchOn(application);
  await answerOf(application, 'encryption.lock', {});
  expect(await application.door('portfolio.current', trusted, {})).toEqual({ ok: true, value: null });
  expect(await application.door('encryption.waiting', trusted, {})).toEqual({ ok: true, value: { path } });
  const bytes = readFileSync(path);
  expect(await open(application, path)).toMatchObject({ error: { code: 'db.encrypted', values: { path } } });
  expect(await unlockBy(application, path, 'password', 'vier zufallige Worter hier')).toEqual({
    ok: false,
    error: { code: 'encryption.wrongPassword', values: { path } },
  });
  expect(await unlockBy(application, path, 'recoveryKey', key.slice(0, -2))).toMatchObject({
    error: { code: 'encryption.noRecoveryKey' },
  });
  const other = recoveryKey(await newKey('another'));
  expect(await unlockBy(application, path, 'recoveryKey', other)).toMatchObject({
    error: { code: 'encryption.wrongRecoveryKey' },
  });
  expect(readFileSync(path).equals(bytes)).toBe(true);
  // As somebody types it: small letters, blanks, an O for a zero.
  const typed = key.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'O');
  expect(await unlockBy(application, path, 'recoveryKey', typed)).toMatchObject({ ok: true });
  expect(await open(application, path)).toMatchObject({ ok: true });
  await answerOf(application, 'encryption.lock', {});
  // The same word in the other form of Unicode.
  expect(await unlockBy(application, path, 'password', password.normalize('NFD'))).toMatchObject({
    ok: true,
  });
  expect(await open(application, path)).toMatchObject({ ok: true });
  application.close();
});

test('P34 a backup of an encrypted portfolio is restored with its key, also where the portfolio is plain again', async () => {
  const { application, path } = await opened();
  await switchOn(application);
  await edit(application, 0.9);
  await answerOf(application, 'backup.write', { reason: 'byHand' });
  await answerOf(application, 'encryption.switchOff', {});
  expect(encryptedSalt(path)).toBeUndefined();
  expect(readFileSync(path).includes(secretWord)).toBe(true);
  await edit(application, 0.7);
  forgetKeys();
  const list = async () => await answerOf<BackupList>(application, 'backup.list', { path: null });
  const [backup] = (await list()).backups;
  expect(backup).toMatchObject({ isEncrypted: true, inside: null });
  const restore = async () =>
    await application.door('backup.restore', trusted, { path: null, id: backup?.id ?? '' });
  expect(await restore()).toMatchObject({ error: { code: 'db.encrypted', values: { path: backup?.path } } });
  expect(await unlockBy(application, backup?.path ?? '', 'password', password)).toMatchObject({ ok: true });
  expect((await list()).backups[0]?.inside).toMatchObject({ siteCount: 1 });
  expect(await restore()).toMatchObject({ ok: true });
  expect(await application.door('history.list', trusted, {})).toMatchObject({ value: [{}] });
  application.close();
});

test('P34 an encrypted copy has a password of its own and opens on a second machine; the portfolio stays as it is', async () => {
  const { application, path, folder } = await opened();
  await edit(application, 0.9);
  const made = await answerOf<Encrypted>(application, 'encryption.saveCopy', { password: 'for the lawyer' });
  expect(made.path).toBe(join(folder, 'Mine-encrypted.umbau'));
  expect(encryptedSalt(path)).toBeUndefined();
  application.close();
  forgetKeys();
  const { application: second } = await applicationForTest(temporaryFolder());
  // A file handed over at the start waits for its password.
  await second.openFile(made.path);
  expect(await second.door('encryption.waiting', trusted, {})).toMatchObject({ value: { path: made.path } });
  expect(await unlockBy(second, made.path, 'password', password)).toMatchObject({ ok: false });
  expect(await unlockBy(second, made.path, 'password', 'for the lawyer')).toMatchObject({ ok: true });
  expect(await open(second, made.path)).toMatchObject({ ok: true });
  // Another password makes another key, and the old one opens nothing any more.
  const changed = await switchOn(second, 'another one');
  await answerOf(second, 'encryption.lock', {});
  expect(await unlockBy(second, made.path, 'password', 'for the lawyer')).toMatchObject({ ok: false });
  expect(await unlockBy(second, made.path, 'recoveryKey', made.recoveryKey)).toMatchObject({ ok: false });
  expect(await unlockBy(second, made.path, 'recoveryKey', changed.recoveryKey)).toMatchObject({ ok: true });
});

test('no file, row or answer holds the password', async () => {
  const { application, path, folder } = await opened();
  const { recoveryKey: key } = await switchOn(application);
  await edit(application, 0.9);
  await answerOf(application, 'portfolio.export', { form: 'json' });
  application.close();
  const wanted = [password, key, key.replaceAll('-', '').slice(0, 64).toLowerCase()];
  for (const file of everyFile(folder))
    for (const text of wanted) expect(readFileSync(file).includes(text)).toBe(false);
  const db = openReadOnly(path);
  expect(JSON.stringify(db.prepare('SELECT * FROM change_step').all())).not.toContain(password);
  db.close();
});

test('an older encrypted file is upgraded and stays encrypted, and so does the copy kept of it', async () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const old = new Database(path);
  old.pragma(`application_id = ${applicationId}`);
  migrate(
    old,
    migrations.filter(({ version }) => version <= 60),
    () => undefined,
  );
  old.close();
  exchangeKey(path, await newKey(password));
  const db = openDatabase(path);
  expect(userVersion(db)).toBe(migrations.at(-1)?.version);
  db.close();
  expect(encryptedSalt(path)).toBe(encryptedSalt(path.replace('.umbau', '.schema-60.umbau')));
  expect(encryptedSalt(path)).toBeDefined();
});

test('a clean copy is to be given away: it is not encrypted', async () => {
  const path = join(temporaryFolder(), 'a.umbau');
  portfolioForTest(path).close();
  exchangeKey(path, await newKey(password));
  const db = openDatabase(path);
  writeCleanCopy(db, `${path}.clean.umbau`, { portfolioId: 'new', withoutBriefings: true });
  db.close();
  expect(readFileSync(`${path}.clean.umbau`).includes(secretWord)).toBe(true);
  expect(existsSync(path)).toBe(true);
});

test('what is no portfolio is not taken for an encrypted one', async () => {
  const folder = temporaryFolder();
  const [text, zeros, odd] = ['text', 'zeros', 'odd'].map((name) => join(folder, `${name}.umbau`)) as [
    string,
    string,
    string,
  ];
  writeFileSync(text, 'a table of words\n'.repeat(4096).slice(0, 8192));
  writeFileSync(zeros, Buffer.alloc(8192));
  writeFileSync(odd, Buffer.from(Array.from({ length: 5000 }, (_, place) => (place * 37) % 256)));
  for (const path of [text, zeros, odd]) {
    expect(encryptedSalt(path)).toBeUndefined();
    expect(() => openReadOnly(path)).toThrow('db.notAPortfolio');
    await unlock(path, { kind: 'password', text: 'x' });
  }
});
