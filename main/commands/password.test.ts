import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { exchangeKey } from '../db/encryption/encryptFile.ts';
import { forgetKeys } from '../db/encryption/keyring.ts';
import { newKey, recoveryKey } from '../db/encryption/keys.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { verifyCommand } from './verify.ts';

afterEach(() => {
  vi.restoreAllMocks();
  forgetKeys();
});

async function encrypted(): Promise<{ path: string; folder: string; key: string }> {
  const folder = temporaryFolder();
  const path = join(folder, 'a.umbau');
  portfolioForTest(path).close();
  const key = await newKey('the word');
  exchangeKey(path, key);
  forgetKeys();
  return { path, folder, key: recoveryKey(key) };
}

test('P34 the command line reads a password or a recovery key from a file, and says what is wrong', async () => {
  const { path, folder, key } = await encrypted();
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await expect(verifyCommand([path, '--json'])).rejects.toMatchObject({ code: 'db.encrypted' });
  const words = join(folder, 'word.txt');
  for (const text of ['the word\n', 'the word', `${key}\r\n`]) {
    writeFileSync(words, text);
    await verifyCommand([path, '--json', '--password-file', words]);
    forgetKeys();
  }
  writeFileSync(words, 'another word');
  await expect(verifyCommand([path, '--json', '--password-file', words])).rejects.toMatchObject({
    code: 'encryption.wrongPassword',
  });
  await expect(verifyCommand([path, '--json', '--password-file', `${words}.none`])).rejects.toMatchObject({
    code: 'file.notFound',
  });
  await expect(
    verifyCommand([path, '--json', '--password-file', words, '--password-stdin']),
  ).rejects.toMatchObject({ code: 'cli.usage' });
  // A password is no argument: another program could read it.
  await expect(verifyCommand([path, '--json', '--password', 'the word'])).rejects.toMatchObject({
    code: 'cli.usage',
  });
});
