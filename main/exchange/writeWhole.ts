import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { UserFacingError } from '../../shared/ipc/result.ts';

/** Writes beside the target first, so that a full disk or a kill leaves no half file under the final name. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const fresh = `${path}.${randomUUID()}.part`;
  try {
    writeFileSync(fresh, bytes);
    renameSync(fresh, path);
  } catch {
    rmSync(fresh, { force: true });
    throw new UserFacingError('file.notWritable', { path });
  }
}
