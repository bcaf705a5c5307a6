import { useMemo } from 'react';
import type { RiskResult } from '../../../shared/engine/risk/riskResult.ts';
import { firstResult } from '../../../shared/engine/risk/sensitivity.ts';
import type { SiteSwings } from '../../../shared/engine/risk/tornado.ts';
import { useRisk } from '../../store/riskStore.ts';

/** The result that is looked at: the one chosen, else the first. */
export function useResult(swings: SiteSwings): RiskResult {
  const chosen = useRisk((state) => state.result);
  return useMemo(() => chosen ?? firstResult(swings), [chosen, swings]);
}
