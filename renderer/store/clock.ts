import type { PortfolioInfo } from '../../shared/domain/portfolio.ts';
import { defaultStaleAfterDays, type Clock } from '../../shared/staleness/staleness.ts';

/** P3 The portfolio's own day, or the machine's, and its limits. */
export function clockOf(portfolio: PortfolioInfo | null): Clock {
  return {
    today: portfolio?.staleness.today ?? new Date().toISOString().slice(0, 10),
    staleAfterDays: portfolio?.staleness.staleAfterDays ?? defaultStaleAfterDays,
  };
}
