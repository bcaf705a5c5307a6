import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import { inputTable, isInputKey } from '../../shared/engine/analysis/inputTable.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from '../db/access.ts';
import { recordStep, rowAt } from '../db/history/changeLog.ts';
import { findSite, type SiteRecord } from '../db/repositories/siteRepository.ts';

export interface OwnValueEdit {
  readonly siteId: string;
  readonly key: string;
  readonly value: number;
  readonly note: string | null;
  readonly enteredBy: string | null;
}

function checkTarget(db: WritableDb, siteId: string, key: string): SiteRecord {
  const site = findSite(db, siteId);
  if (!site) throw new UserFacingError('site.unknown', { id: siteId });
  if (!isInputKey(key)) throw new UserFacingError('input.unknown', { key });
  return site;
}

/** The step carries which input of which site it changed, and both values, so that undo can say what it takes back. */
function stepValues(site: SiteRecord, key: string, before: unknown, after: unknown): Record<string, string> {
  const shown = (row: unknown): string =>
    typeof row === 'object' && row !== null && 'value' in row ? String(row.value) : '';
  return { siteId: site.id, site: site.name, key, before: shown(before), after: shown(after) };
}

export function setOwnValue(db: WritableDb, edit: OwnValueEdit, now: string): HistoryStep {
  const site = checkTarget(db, edit.siteId, edit.key);
  const row = isInputKey(edit.key) ? inputTable[edit.key] : undefined;
  const fits =
    row !== undefined &&
    Number.isFinite(edit.value) &&
    edit.value >= row.min &&
    edit.value <= row.max &&
    (row.isWhole !== true || Number.isInteger(edit.value));
  if (!fits) {
    throw new UserFacingError('input.outOfBounds', {
      key: edit.key,
      min: String(row?.min ?? ''),
      max: String(row?.max ?? ''),
    });
  }
  const key = { site_id: edit.siteId, key: edit.key };
  const before = rowAt(db, 'own_value', key);
  const after = { ...key, value: edit.value, note: edit.note, entered_by: edit.enteredBy, entered_at: now };
  const values = stepValues(site, edit.key, before, after);
  return recordStep(db, 'input.set', values, [{ table: 'own_value', key, before, after }], now);
}

export function clearOwnValue(db: WritableDb, siteId: string, inputKey: string, now: string): HistoryStep {
  const site = checkTarget(db, siteId, inputKey);
  const key = { site_id: siteId, key: inputKey };
  const before = rowAt(db, 'own_value', key);
  const values = stepValues(site, inputKey, before, null);
  return recordStep(db, 'input.clear', values, [{ table: 'own_value', key, before, after: null }], now);
}
