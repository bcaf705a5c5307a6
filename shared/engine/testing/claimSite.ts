import type { SiteTrial } from '../claims/siteTrial.ts';
import type { StrategyKind } from '../strategy/verdict.ts';

/** A site as the claims see it, with NPVs per grid MW by strategy and the margins of the presets. */
export function claimSite(
  siteId: string,
  npvUsdPerGridMw: Partial<Record<StrategyKind, number>>,
  rest: Partial<SiteTrial> = {},
): SiteTrial {
  const strategies = Object.entries(npvUsdPerGridMw).map(([kind, npv]) => ({
    kind: kind as StrategyKind,
    npvUsdPerGridMw: npv,
  }));
  const [best] = strategies.toSorted((a, b) => b.npvUsdPerGridMw - a.npvUsdPerGridMw);
  return {
    siteId,
    siteName: `Site ${siteId}`,
    companyId: 'company',
    valuationMonth: '2026-12',
    hostsAiOnly: false,
    gridMw: 10,
    strategies,
    best: best?.kind ?? null,
    undecidedMarginUsdPerMw: 50_000,
    undecidedMarginShare: 0.05,
    assumptionCount: 90,
    inputCount: 100,
    missing: [],
    income: null,
    ...rest,
  };
}
