import { UserFacingError } from '../../../shared/ipc/result.ts';
import type { WritableDb } from '../access.ts';
import { rowCounts } from '../tables.ts';
import { checkCopy, writeBeside } from '../wholeCopy.ts';
import { encryptedSalt, rememberKey, type FileKey } from './keyring.ts';
import { chooseCipher, openFile, rawKey } from './openFile.ts';

/** Gives a file another key in place, or none; only for one that nobody knows yet. */
export function rekey(fresh: string, key: FileKey | null): void {
  const copy = openFile(fresh);
  try {
    chooseCipher(copy);
    copy.pragma(`rekey = ${key === null ? "''" : rawKey(key)}`);
  } finally {
    copy.close();
  }
  // A module without ciphers would pass over the order in silence, and leave the file in plain.
  if (encryptedSalt(fresh) !== key?.salt) throw new UserFacingError('encryption.notDone', { path: fresh });
}

/** A whole copy with a key of its own, or in plain with none; checked with that key after writing. */
export function writeCopyWithKey(db: WritableDb, target: string, key: FileKey | null): void {
  if (key) rememberKey(key);
  writeBeside(target, (fresh) => {
    const expected = rowCounts(db);
    db.prepare('VACUUM INTO ?').run(fresh);
    rekey(fresh, key);
    checkCopy(fresh, expected);
  });
}

/** Writes a file anew with another key, or with none; it is open nowhere, and stays as it was where that fails. */
export function exchangeKey(path: string, key: FileKey | null): void {
  const db = openFile(path, { fileMustExist: true });
  try {
    // The file that goes is closed before the other takes its name.
    if (key) rememberKey(key);
    writeBeside(path, (fresh) => {
      const expected = rowCounts(db);
      db.prepare('VACUUM INTO ?').run(fresh);
      rekey(fresh, key);
      checkCopy(fresh, expected);
      db.close();
    });
  } finally {
    db.close();
  }
}
