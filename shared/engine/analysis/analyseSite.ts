import { evaluateSiteCase, halvingMonthsOf } from '../strategy/siteCase.ts';
import { judge, type PlacedVerdict } from '../strategy/verdict.ts';
import { formatMonth, parseMonth } from '../time/months.ts';
import { engineVersion } from '../version.ts';
import type { SiteEvidence } from './evidence.ts';
import { resolveInputs, valuesOf, type InputValues } from './resolveInputs.ts';
import type {
  AnalysisVerdict,
  ResolvedInput,
  SiteAnalysis,
  SiteFigures,
  StrategyOutcome,
} from './siteAnalysis.ts';
import { flipKeys, siteFlip } from './siteFlips.ts';
import { plannedStrategies, sitePlan } from './sitePlans.ts';
import { strategyOutcome } from './strategyFigures.ts';

function verdictOf(strategies: readonly StrategyOutcome[], values: InputValues): PlacedVerdict {
  return judge(
    strategies.map((outcome) => ({
      kind: outcome.kind,
      npvUsdPerGridMw: outcome.computable ? outcome.figures.npvUsdPerGridMw : undefined,
    })),
    {
      // Without margins every difference would decide; the presets always give them, an own value may change them.
      undecidedMarginUsdPerMw: values.undecidedMarginUsdPerMw ?? Infinity,
      undecidedMarginShare: values.undecidedMarginShare ?? Infinity,
    },
  );
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

function countsOf(inputs: readonly ResolvedInput[]): SiteFigures['counts'] {
  const count = (origin: ResolvedInput['origin']): number =>
    inputs.filter((input) => input.origin === origin).length;
  return {
    fact: count('fact'),
    derived: count('derived'),
    own: count('own'),
    preset: count('preset'),
    missing: count('missing'),
  };
}

function halvingsOf(evidence: SiteEvidence, plan: ReturnType<typeof sitePlan>): SiteFigures['halvings'] {
  const first = parseMonth(evidence.valuationMonth);
  if (first === undefined) return [];
  return halvingMonthsOf(plan).map((month) => {
    const name = formatMonth(first + month);
    return { month, date: evidence.halvings.find(({ date }) => date.startsWith(name))?.date ?? name };
  });
}

/**
 * R1.9, R5 What is shown of one site at once: inputs with their origin, keep mining, colocation and GPU cloud on one
 * horizon and one denominator, and the verdict.
 * @param evidence what the portfolio knows of the site
 * @returns money in nominal USD before tax and debt, months counted from the valuation month
 */
export function siteFigures(evidence: SiteEvidence): SiteFigures {
  const inputs = resolveInputs(evidence);
  const values = valuesOf(inputs);
  const plans = plannedStrategies.map((strategy) => sitePlan(strategy, evidence, values));
  const results = plans.map((plan) => evaluateSiteCase(plan));
  const strategies = plannedStrategies.flatMap((strategy, index) => {
    const [plan, result] = [plans[index], results[index]];
    return plan && result ? [strategyOutcome(strategy, plan, result, values)] : [];
  });
  const mining = results[0]?.blocks[0];
  return {
    engineVersion,
    siteId: evidence.siteId,
    valuationMonth: evidence.valuationMonth,
    horizonMonths: values.horizonMonths ?? null,
    months: results[0]?.months ?? [],
    halvings: plans[0] ? halvingsOf(evidence, plans[0]) : [],
    hashpriceUsdPerPhDay: mining?.computable ? (mining.monthly['hashpriceUsdPerPhDay'] ?? []) : [],
    inputs,
    counts: countsOf(inputs),
    strategies,
    verdict: shownVerdict(verdictOf(strategies, values)),
  };
}

/**
 * R1.9, R5.17 The figures of a site and the input values at which its verdict flips.
 * @param evidence what the portfolio knows of the site
 */
export function analyseSite(evidence: SiteEvidence): SiteAnalysis {
  const figures = siteFigures(evidence);
  return { ...figures, flips: flipKeys.flatMap((key) => siteFlip(evidence, figures, key) ?? []) };
}
