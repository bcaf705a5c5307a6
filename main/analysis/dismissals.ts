import type { Fault } from '../../shared/domain/fault.ts';
import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import type { WritableDb } from '../db/access.ts';
import { recordStep, rowAt } from '../db/history/changeLog.ts';

/** What names a fault to the history. */
export type NamedFault = Pick<Fault, 'id' | 'code' | 'hash'> & { readonly name: string };

/** P31 Puts a fault aside until the data it rests on change. */
export function dismissFault(
  db: WritableDb,
  { id, code, hash, name }: NamedFault,
  enteredBy: string | null,
  now: string,
): HistoryStep {
  const key = { fault_id: id };
  const before = rowAt(db, 'fault_dismissal', key);
  const after = { ...key, data_hash: hash, entered_by: enteredBy, entered_at: now };
  const changes = [{ table: 'fault_dismissal', key, before, after }] as const;
  return recordStep(db, 'fault.dismiss', { id, code, name }, changes, now);
}

/** Takes a dismissed fault back among the open ones. */
export function reopenFault(
  db: WritableDb,
  { id, code, name }: Omit<NamedFault, 'hash'>,
  now: string,
): HistoryStep {
  const key = { fault_id: id };
  const before = rowAt(db, 'fault_dismissal', key);
  const changes = [{ table: 'fault_dismissal', key, before, after: null }] as const;
  return recordStep(db, 'fault.reopen', { id, code, name }, changes, now);
}
