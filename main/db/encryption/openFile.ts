import Database from 'better-sqlite3';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import type { WritableDb } from '../access.ts';
import { encryptedSalt, keyOf, type FileKey } from './keyring.ts';

// On Linux the module asks Node's report for the C library; with its network part that would cost a start 15 ms.
Object.assign(process.report ?? {}, { excludeNetwork: true });

export interface OpenOptions {
  readonly readonly?: boolean;
  readonly fileMustExist?: boolean;
  readonly timeout?: number;
}

/** A key and its salt as SQLCipher takes them raw: nothing is derived again. */
export function rawKey({ key, salt }: FileKey): string {
  return `"x'${key}${salt}'"`;
}

/** Chooses SQLCipher's format, version 4, for what comes next. */
export function chooseCipher(db: WritableDb): void {
  db.pragma("cipher = 'sqlcipher'");
  db.pragma('legacy = 4');
  // What is sorted or rebuilt on the way must not lie on the disk in plain.
  db.pragma('temp_store = MEMORY');
}

export function openWithKey(path: string, options: OpenOptions, key: FileKey): WritableDb {
  const db = new Database(path, options);
  try {
    chooseCipher(db);
    db.pragma(`key = ${rawKey(key)}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens a file as it lies there: plain, or encrypted with a key that is known in this session. */
export function openFile(path: string, options: OpenOptions = {}): WritableDb {
  const salt = encryptedSalt(path);
  if (salt === undefined) return new Database(path, options);
  const key = keyOf(salt);
  if (!key) throw new UserFacingError('db.encrypted', { path });
  return openWithKey(path, options, key);
}
