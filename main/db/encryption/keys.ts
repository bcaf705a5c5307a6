import { createHash, pbkdf2, pbkdf2Sync, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { Secret } from '../../../shared/domain/encryption.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { encryptedSalt, rememberKey, type FileKey } from './keyring.ts';
import { openWithKey } from './openFile.ts';
import { translated } from '../translated.ts';

/** What SQLCipher 4 derives a key by; another program opens the file by the same password. */
const iterations = 256_000;
const keyBytes = 32;
const saltBytes = 16;

const deriveBytes = promisify(pbkdf2);
const digest = 'sha512';

/** The same word typed on two systems can differ in its bytes; one form of it counts. */
function bytesOf(password: string): Buffer {
  return Buffer.from(password.normalize('NFC'), 'utf8');
}

async function derived(password: string, salt: string): Promise<FileKey> {
  const key = await deriveBytes(bytesOf(password), Buffer.from(salt, 'hex'), iterations, keyBytes, digest);
  return { key: key.toString('hex'), salt };
}

/** A key of its own for a password: two files with the same password do not share it. */
export async function newKey(password: string): Promise<FileKey> {
  return await derived(password, randomBytes(saltBytes).toString('hex'));
}

const keyDigits = keyBytes * 2;
const checkDigits = 8;
const groupDigits = 4;

function checkOf(key: string): string {
  return createHash('sha256').update(Buffer.from(key, 'hex')).digest('hex').slice(0, checkDigits);
}

/** The key as it is printed: groups of four digits, the last two a check on the others. */
export function recoveryKey({ key }: FileKey): string {
  const digits = `${key}${checkOf(key)}`.toUpperCase();
  return digits.match(new RegExp(`.{${groupDigits}}`, 'g'))?.join('-') ?? digits;
}

/** The key that was typed, whatever stands between its digits; a letter that looks like a digit counts as it. */
function readRecoveryKey(typed: string): string | undefined {
  const digits = typed
    .toLowerCase()
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')
    .replaceAll(/[^0-9a-f]/g, '');
  const key = digits.slice(0, keyDigits);
  return digits.length === keyDigits + checkDigits && checkOf(key) === digits.slice(keyDigits)
    ? key
    : undefined;
}

function opens(path: string, key: FileKey): boolean {
  let db: ReturnType<typeof openWithKey> | undefined;
  try {
    db = openWithKey(path, { readonly: true, fileMustExist: true }, key);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB') return false;
    throw translated(error, path);
  } finally {
    db?.close();
  }
}

async function keyBy({ kind, text }: Secret, salt: string, path: string): Promise<FileKey> {
  if (kind === 'password') return await derived(text, salt);
  const key = readRecoveryKey(text);
  if (key === undefined) throw new UserFacingError('encryption.noRecoveryKey', { path });
  return { key, salt };
}

/** Finds out whether a password or a recovery key opens a file, and remembers its key until the lock. */
export async function unlock(path: string, secret: Secret): Promise<void> {
  const salt = encryptedSalt(path);
  if (salt === undefined) return;
  const key = await keyBy(secret, salt, path);
  if (!opens(path, key))
    throw new UserFacingError(
      secret.kind === 'password' ? 'encryption.wrongPassword' : 'encryption.wrongRecoveryKey',
      { path },
    );
  rememberKey(key);
}

/** For the command line, where a recovery key may stand in the password's place. */
export function unlockWithAny(path: string, text: string): void {
  const salt = encryptedSalt(path);
  if (salt === undefined) return;
  const recovery = readRecoveryKey(text);
  const derivedKey = () =>
    pbkdf2Sync(bytesOf(text), Buffer.from(salt, 'hex'), iterations, keyBytes, digest).toString('hex');
  const key = { key: recovery ?? derivedKey(), salt };
  if (!opens(path, key)) throw new UserFacingError('encryption.wrongPassword', { path });
  rememberKey(key);
}
