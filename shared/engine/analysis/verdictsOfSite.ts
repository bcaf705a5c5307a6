import type { SiteCaseResult } from '../strategy/siteCaseResult.ts';
import { judge, type PlacedVerdict, type RankedStrategy, type StrategyKind } from '../strategy/verdict.ts';
import type { InputValues } from './resolveInputs.ts';
import type { AnalysisAtCommonRate, AnalysisVerdict, StrategyOutcome } from './siteAnalysis.ts';

function judged(strategies: readonly RankedStrategy[], values: InputValues): PlacedVerdict {
  return judge(strategies, {
    // Without margins every difference would decide; the presets always give them, an own value may change them.
    undecidedMarginUsdPerMw: values.undecidedMarginUsdPerMw ?? Infinity,
    undecidedMarginShare: values.undecidedMarginShare ?? Infinity,
  });
}

function shownVerdict(verdict: PlacedVerdict): AnalysisVerdict {
  const {
    best,
    bestUsdPerMw,
    runnerUp,
    marginUsdPerMw,
    otherStrategy,
    marginToOtherVerdictUsdPerMw,
    createsValue,
  } = verdict;
  return {
    verdict: verdict.verdict,
    best,
    bestUsdPerMw,
    runnerUp,
    marginUsdPerMw,
    otherStrategy,
    marginToOtherVerdictUsdPerMw,
    createsValue,
  };
}

/** R5.16 The verdict on a site at the blocks' own rates. */
export function verdictAtOwnRates(
  strategies: readonly StrategyOutcome[],
  values: InputValues,
): AnalysisVerdict {
  const ranked = strategies.map((outcome) => ({
    kind: outcome.kind,
    npvUsdPerGridMw: outcome.computable ? outcome.figures.npvUsdPerGridMw : undefined,
  }));
  return shownVerdict(judged(ranked, values));
}

/** A strategy with what its plan gave. */
interface EvaluatedStrategy {
  readonly kind: StrategyKind;
  readonly result: SiteCaseResult;
}

/** R5.16a NPV at the common rate, in an alliance the miner's [USD]; undefined where it cannot be computed. */
function npvAtCommonRate({ kind, result }: EvaluatedStrategy): number | undefined {
  if (!result.site.computable) return undefined;
  const { commonRate } = result.site.metrics;
  if (!commonRate || !('npvUsd' in commonRate)) return undefined;
  return kind === 'alliance' ? commonRate.allianceMinerNpvUsd : commonRate.npvUsd;
}

/** R5.16a The verdict on the same plans at one rate; null where no such rate is known. */
export function verdictAtCommonRate(
  strategies: readonly EvaluatedStrategy[],
  values: InputValues,
): AnalysisAtCommonRate | null {
  const { commonDiscountRatePerYear: rate, gridPowerMw } = values;
  if (rate === undefined) return null;
  const ranked = strategies.map((strategy) => {
    const npv = npvAtCommonRate(strategy);
    const isKnown = npv !== undefined && gridPowerMw !== undefined && gridPowerMw > 0;
    return { kind: strategy.kind, npvUsdPerGridMw: isKnown ? npv / gridPowerMw : undefined };
  });
  return {
    discountRatePerYear: rate,
    strategies: ranked.map(({ kind, npvUsdPerGridMw }) => ({
      kind,
      npvUsdPerGridMw: npvUsdPerGridMw ?? null,
    })),
    ...shownVerdict(judged(ranked, values)),
  };
}
