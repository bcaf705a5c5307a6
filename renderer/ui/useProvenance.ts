import type { Provenance } from '../../shared/domain/attachment.ts';
import type { Figure } from '../../shared/domain/figure.ts';
import { isInputKey } from '../../shared/engine/analysis/inputTable.ts';
import { loadProvenance } from '../flows/attachments.ts';
import { useApp } from '../store/appStore.ts';
import { useAnswer } from './useAnswer.ts';

/** Where a sourced number was read; null while it is asked for, and for what was computed, assumed or typed over. */
export function useProvenance(figure: Figure | undefined): Provenance | null {
  const site = useApp((state) => state.site);
  const id = figure?.origin === 'fact' ? figure.id : null;
  const siteId = id !== null && isInputKey(id) ? (site?.row.id ?? null) : null;
  const isAskable = id !== null && (siteId !== null || !isInputKey(id));
  return useAnswer(isAskable ? `${siteId} ${id}` : null, () => loadProvenance(id ?? '', siteId));
}
