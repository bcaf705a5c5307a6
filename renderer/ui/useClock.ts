import { useMemo } from 'react';
import type { Clock } from '../../shared/staleness/staleness.ts';
import { clockOf } from '../store/clock.ts';
import { useApp } from '../store/appStore.ts';

/** What the ages on screen are counted by. */
export function useClock(): Clock {
  const portfolio = useApp((state) => state.portfolio);
  return useMemo(() => clockOf(portfolio), [portfolio]);
}
