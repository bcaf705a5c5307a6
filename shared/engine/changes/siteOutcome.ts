import type { AnalysisVerdict, SiteFigures } from '../analysis/siteAnalysis.ts';
import { conversions } from '../claims/conversionClaim.ts';
import type { StrategyKind } from '../strategy/verdict.ts';

/** What a comparison needs of a site's result, frozen or new: small, and all that an older version must have kept. */
export interface SiteOutcome {
  readonly engineVersion: string;
  readonly horizonMonths: number | null;
  readonly verdict: AnalysisVerdict['verdict'];
  readonly best: StrategyKind | null;
  readonly strategies: readonly OutcomeOfStrategy[];
}

interface OutcomeOfStrategy {
  readonly kind: StrategyKind;
  /** Null where the strategy cannot be computed. */
  readonly npvUsdPerGridMw: number | null;
  readonly missing: readonly string[];
}

/** R5.19 The two measures of a result whose change is explained [USD/MW of grid power]; null where not computable. */
export interface ResultMeasures {
  readonly advantageUsdPerGridMw: number | null;
  readonly bestUsdPerGridMw: number | null;
}

/** R5.19 The part of a site's figures that is compared. */
export function outcomeOf(figures: SiteFigures): SiteOutcome {
  return {
    engineVersion: figures.engineVersion,
    horizonMonths: figures.horizonMonths,
    verdict: figures.verdict.verdict,
    best: figures.verdict.best,
    strategies: figures.strategies.map((outcome) => ({
      kind: outcome.kind,
      npvUsdPerGridMw: outcome.computable ? outcome.figures.npvUsdPerGridMw : null,
      missing: outcome.computable ? [] : outcome.missing,
    })),
  };
}

function highest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function isConversion(kind: StrategyKind): boolean {
  return conversions.some((conversion) => conversion === kind);
}

/**
 * R5.19 Advantage over mining and NPV of the best strategy, each per grid MW.
 * @example measuresOf([{ kind: 'keepMining', npvUsdPerGridMw: 1 }, { kind: 'colocation', npvUsdPerGridMw: 3 }]) // → { advantageUsdPerGridMw: 2, bestUsdPerGridMw: 3 }
 */
export function measuresOf(
  strategies: readonly Pick<OutcomeOfStrategy, 'kind' | 'npvUsdPerGridMw'>[],
): ResultMeasures {
  const mining = strategies.find(({ kind }) => kind === 'keepMining')?.npvUsdPerGridMw ?? null;
  const conversion = highest(
    strategies.filter(({ kind }) => isConversion(kind)).map(({ npvUsdPerGridMw }) => npvUsdPerGridMw),
  );
  return {
    advantageUsdPerGridMw: mining === null || conversion === null ? null : conversion - mining,
    bestUsdPerGridMw: highest(strategies.map(({ npvUsdPerGridMw }) => npvUsdPerGridMw)),
  };
}
