import { useMemo } from 'react';
import type { RiskResult } from '../../../shared/engine/risk/riskResult.ts';
import { firstResult, type Sensitivity } from '../../../shared/engine/risk/sensitivity.ts';
import { useRisk } from '../../store/riskStore.ts';

/** The result that is looked at: the one chosen, else the first. */
export function useResult(sensitivity: Sensitivity): RiskResult {
  const chosen = useRisk((state) => state.result);
  return useMemo(() => chosen ?? firstResult(sensitivity.swings), [chosen, sensitivity]);
}
