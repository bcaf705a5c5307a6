import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/*
 * An encrypted portfolio is a SQLCipher 4 file: its first 16 bytes are a salt, which all its copies and backups share.
 * Keys of files that were unlocked stand here by that salt, in memory only, until the lock.
 */

export interface FileKey {
  /** 32 bytes, as hexadecimal digits. */
  readonly key: string;
  /** 16 bytes, as hexadecimal digits. */
  readonly salt: string;
}

const saltBytes = 16;
const pageBytes = 4096;
const plainHead = 'SQLite format 3\0';
/** Sixteen bytes drawn at random have fewer different ones than this less than once in a billion times. */
const leastDifferent = 9;

const keys = new Map<string, string>();

export function rememberKey({ key, salt }: FileKey): void {
  keys.set(salt, key);
}

export function forgetKeys(): void {
  keys.clear();
}

export function keyOf(salt: string): FileKey | undefined {
  const key = keys.get(salt);
  return key === undefined ? undefined : { key, salt };
}

function isText(bytes: Buffer): boolean {
  return bytes.every((byte) => byte >= 0x09 && byte < 0x7f);
}

/** The salt of a file that is encrypted; undefined where it is not there, plain, or nothing that Umbau wrote. */
export function encryptedSalt(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const head = Buffer.alloc(saltBytes);
    if (!fstatSync(file).isFile() || size === 0 || size % pageBytes !== 0) return undefined;
    readSync(file, head, 0, saltBytes, 0);
    const isOther =
      head.toString('latin1') === plainHead || isText(head) || new Set(head).size < leastDifferent;
    return isOther ? undefined : head.toString('hex');
  } finally {
    closeSync(file);
  }
}
