import { UserFacingError } from '../../shared/ipc/result.ts';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Turns the refusal of SQLite or of the disk into a sentence's code; anything else stays what it is. */
export function translated(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === 'SQLITE_NOTADB') return new UserFacingError('db.notAPortfolio', { path });
  if (code.startsWith('SQLITE_CORRUPT')) return new UserFacingError('db.damaged', { path });
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new UserFacingError('db.openElsewhere', { path });
  if (
    code.startsWith('SQLITE_READONLY') ||
    code === 'SQLITE_CANTOPEN' ||
    code.startsWith('SQLITE_PERM') ||
    ['EACCES', 'EPERM', 'EROFS'].includes(code)
  )
    return new UserFacingError('db.readOnly', { path });
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return new UserFacingError('db.diskFull', { path });
  return error;
}
