import type { HistoryStep } from '../../../shared/domain/portfolio.ts';
import { isAccepted, type ProposalChoice } from '../../../shared/domain/sheetProposals.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import type { WritableDb } from '../../db/access.ts';
import { beginStep, rowAt, type OpenStep } from '../../db/history/changeLog.ts';
import { sheetTables } from '../../exchange/sheet/sheetTables.ts';
import { removal } from '../records.ts';
import type { Compared } from './compareExport.ts';
import type { Draft, Write } from './draft.ts';
import { kindOf } from './sheetColumns.ts';

interface Accepted {
  readonly draft: Draft;
  readonly write: Write;
}

/** What is written first: roots before what names them, and of what goes the leaves before the roots. */
function order({ write }: Accepted): number {
  const depth = sheetTables.indexOf(write.table);
  return write.kind === 'set' ? depth : 2 * sheetTables.length - depth;
}

function put(db: WritableDb, { write: writeChange }: OpenStep, write: Write): void {
  const { table, key } = write;
  // A row may have changed by an earlier proposal of the same step.
  const before = rowAt(db, table, key);
  if (write.kind === 'set') {
    writeChange({ table, key, before, after: { ...before, ...write.set } });
    return;
  }
  if (!before) return;
  const kind = kindOf(table);
  if (kind) for (const change of removal(db, kind, String(key['id']))) writeChange(change);
  else writeChange({ table, key, before, after: null });
}

function isConstraint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');
}

/**
 * Writes what was accepted as one step named after the file: all of it or nothing. Refused where the list is no longer
 * what was shown.
 */
export function acceptProposals(
  db: WritableDb,
  compared: Compared,
  how: ProposalChoice & { readonly state: string; readonly fileName: string; readonly now: string },
): HistoryStep {
  if (how.state !== compared.state) throw new UserFacingError('sheet.changedSince');
  const except = new Set(how.except);
  const accepted = compared.drafts.flatMap((draft): Accepted[] =>
    draft.write && isAccepted(draft.proposal, how.start, except) ? [{ draft, write: draft.write }] : [],
  );
  if (accepted.length === 0) throw new UserFacingError('sheet.nothingAccepted');
  const told = { name: how.fileName, count: String(accepted.length) };
  return db.transaction(() => {
    const open = beginStep(db, 'import.sheet', told, how.now);
    for (const one of accepted.toSorted((a, b) => order(a) - order(b))) {
      try {
        put(db, open, one.write);
      } catch (error) {
        if (!isConstraint(error)) throw error;
        const { table, record, row } = one.draft.proposal;
        throw new UserFacingError('sheet.constraint', { table, record, row: String(row ?? '–') });
      }
    }
    return open.step;
  })();
}
