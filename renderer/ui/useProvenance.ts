import type { Provenance } from '../../shared/domain/attachment.ts';
import type { Figure } from '../../shared/domain/figure.ts';
import { loadProvenance } from '../flows/attachments.ts';
import { useApp } from '../store/appStore.ts';
import { useAnswer } from './useAnswer.ts';

/** Where a sourced number was read; null while it is asked for, and for what was computed, assumed or typed over. */
export function useProvenance(figure: Figure | undefined): Provenance | null {
  const site = useApp((state) => state.site);
  const id = figure?.origin === 'fact' ? figure.id : null;
  // An input has no record of its own: it is named by its key, and its site tells which figure stands for it.
  const isInput = figure !== undefined && figure.id === figure.field;
  const siteId = isInput ? (site?.row.id ?? null) : null;
  const isAskable = id !== null && (siteId !== null || !isInput);
  return useAnswer(isAskable ? `${siteId} ${id}` : null, () => loadProvenance(id ?? '', siteId));
}
