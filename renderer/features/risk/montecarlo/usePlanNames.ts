import { useCallback } from 'react';
import type { PlanRef } from '../../../../shared/engine/analysis/planFlows.ts';
import { strategyNames } from '../../../../shared/text/strategyNames.ts';
import { useApp } from '../../../store/appStore.ts';
import { useText } from '../../../ui/useText.ts';

/** Name of a plan: of a strategy in the language of the screen, of an own one as the analyst called it. */
export function usePlanNames(): (plan: PlanRef) => string {
  const { language } = useText();
  const ownPlans = useApp((state) => state.evidence?.ownPlans);
  return useCallback(
    (plan) =>
      plan.kind === 'strategy'
        ? strategyNames[language][plan.strategy]
        : (ownPlans?.find(({ id }) => id === plan.id)?.name ?? plan.id),
    [language, ownPlans],
  );
}
