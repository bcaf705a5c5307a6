import type { SiteEvidence } from '../analysis/evidence.ts';
import type { SiteFigures } from '../analysis/siteAnalysis.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import { hallIncome, type HallIncome } from './hallIncome.ts';

/** A strategy of a site that could be computed. */
export interface TriedStrategy {
  readonly kind: StrategyKind;
  readonly npvUsdPerGridMw: number;
}

/** R5.18 What one site says to the claims; small, so that all sites of a portfolio can be held at once. */
export interface SiteTrial {
  readonly siteId: string;
  readonly siteName: string;
  readonly companyId: string;
  readonly valuationMonth: string;
  /** Whether there is mining to keep: not at a site that hosts AI only. */
  readonly hostsAiOnly: boolean;
  readonly gridMw: number | null;
  readonly strategies: readonly TriedStrategy[];
  readonly best: StrategyKind | null;
  readonly undecidedMarginUsdPerMw: number | null;
  readonly undecidedMarginShare: number | null;
  readonly assumptionCount: number;
  readonly inputCount: number;
  /** Inputs that are missing for some strategy. */
  readonly missing: readonly string[];
  /** R5.18d Null where mining or colocation cannot be computed. */
  readonly income: HallIncome | null;
}

/** R5.18 The digest of a site's figures that the claims are tried on. */
export function siteTrial(evidence: SiteEvidence, figures: SiteFigures): SiteTrial {
  const valueOf = (key: string): number | null =>
    figures.inputs.find((input) => input.key === key)?.value ?? null;
  const { strategies, verdict, counts, inputs } = figures;
  return {
    siteId: evidence.siteId,
    siteName: evidence.siteName,
    companyId: evidence.companyId,
    valuationMonth: figures.valuationMonth,
    hostsAiOnly: evidence.currentUse === 'ai',
    gridMw: valueOf('gridPowerMw'),
    strategies: strategies.flatMap((outcome) =>
      outcome.computable ? [{ kind: outcome.kind, npvUsdPerGridMw: outcome.figures.npvUsdPerGridMw }] : [],
    ),
    best: verdict.best,
    undecidedMarginUsdPerMw: valueOf('undecidedMarginUsdPerMw'),
    undecidedMarginShare: valueOf('undecidedMarginShare'),
    assumptionCount: counts.preset,
    inputCount: inputs.length,
    missing: [
      ...new Set(strategies.flatMap((outcome) => (outcome.computable ? [] : outcome.missing))),
    ].toSorted(),
    income: hallIncome(figures),
  };
}
