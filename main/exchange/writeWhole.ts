import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { translated } from '../db/translated.ts';

/** Writes beside the target first, so that a full disk or a kill leaves no half file under the final name. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const fresh = `${path}.${randomUUID()}.part`;
  try {
    writeFileSync(fresh, bytes);
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    const known = translated(error, path);
    if (known instanceof UserFacingError && known.code === 'db.diskFull') throw known;
    throw new UserFacingError('file.notWritable', { path });
  }
}
