import { useEffect, useState } from 'react';
import type { Provenance } from '../../shared/domain/attachment.ts';
import type { Figure } from '../../shared/domain/figure.ts';
import { isInputKey } from '../../shared/engine/analysis/inputTable.ts';
import { loadProvenance } from '../flows/attachments.ts';
import { useApp } from '../store/appStore.ts';

interface Found {
  readonly of: string;
  /** The state of the history for which it was asked. */
  readonly at: string;
  readonly provenance: Provenance | null;
}

/** Where a sourced number was read; null while it is asked for, and for what was computed, assumed or typed over. */
export function useProvenance(figure: Figure | undefined): Provenance | null {
  const [found, setFound] = useState<Found>();
  const site = useApp((state) => state.site);
  // A step, done or undone, may have changed what hangs on the record.
  const at = useApp(({ history }) => `${history[0]?.id} ${history.filter(({ undone }) => undone).length}`);
  const id = figure?.origin === 'fact' ? figure.id : null;
  const siteId = id !== null && isInputKey(id) ? (site?.row.id ?? null) : null;
  const isAskable = id !== null && (siteId !== null || !isInputKey(id));
  const of = `${siteId} ${id}`;
  const isCurrent = found?.of === of && found.at === at;
  useEffect(() => {
    let isWanted = true;
    if (id === null || !isAskable || isCurrent) return undefined;
    void loadProvenance(id, siteId).then((provenance) => {
      if (isWanted) setFound({ of, at, provenance });
    });
    return () => {
      isWanted = false;
    };
  }, [id, siteId, isAskable, isCurrent, of, at]);
  // What was found before the last step stays until the new answer is in.
  return found?.of === of ? found.provenance : null;
}
