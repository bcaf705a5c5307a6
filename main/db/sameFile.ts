import { realpathSync } from 'node:fs';

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    // What does not exist is no other name of anything.
    return path;
  }
}

/** One file can have several names: links, another case on a disk that does not tell cases apart. */
export function isSameFile(one: string, other: string): boolean {
  return one === other || realPath(one) === realPath(other);
}
