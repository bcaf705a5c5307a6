import { useEffect } from 'react';
import type { Sensitivity } from '../../../shared/engine/risk/sensitivity.ts';
import { loadSensitivity } from '../../flows/loadRisk.ts';
import { useApp } from '../../store/appStore.ts';
import { useRisk } from '../../store/riskStore.ts';

/** The sensitivity of the site on screen, asked for once for every state of its data; null until it is known. */
export function useSensitivity(): Sensitivity | null {
  const evidence = useApp((state) => state.evidence);
  const known = useRisk((state) => state.evidence);
  const sensitivity = useRisk((state) => state.sensitivity);
  useEffect(() => {
    if (evidence && useRisk.getState().evidence !== evidence) void loadSensitivity(evidence);
  }, [evidence]);
  return known === evidence ? sensitivity : null;
}
