import { useEffect } from 'react';
import type { SiteSwings } from '../../../shared/engine/risk/tornado.ts';
import { loadSensitivity } from '../../flows/loadRisk.ts';
import { useApp } from '../../store/appStore.ts';
import { useRisk } from '../../store/riskStore.ts';

/** The swings of the site on screen, asked for once for every state of its data; null until it is known. */
export function useSwings(): SiteSwings | null {
  const evidence = useApp((state) => state.evidence);
  const known = useRisk((state) => state.evidence);
  const swings = useRisk((state) => state.swings);
  useEffect(() => {
    if (evidence && useRisk.getState().evidence !== evidence) void loadSensitivity(evidence);
  }, [evidence]);
  return known === evidence ? swings : null;
}
