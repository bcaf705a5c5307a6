import type { Finding } from '../findings/finding.ts';
import { createEvaluationCache, type EvaluationCache } from '../strategy/evaluationCache.ts';
import type { MarketInput } from '../strategy/marketInput.ts';
import { halvingMonthsOf } from '../strategy/siteCase.ts';
import { evaluatePlan } from './evaluatePlan.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import { formatMonth, parseMonth } from '../time/months.ts';
import { engineVersion } from '../version.ts';
import { allianceView } from './alliance/allianceView.ts';
import { baseMarket, marketOfSite } from './baseMarket.ts';
import type { SiteEvidence } from './evidence.ts';
import { curtailmentViews } from './curtailment.ts';
import type { MarketOfSite } from './difficultyChoice.ts';
import { gpuHourView } from './gpuHour.ts';
import { evaluateOwnPlan, ownPlanOutcome } from './ownPlans/ownPlanOutcome.ts';
import { scenarioOfSite } from './scenarioOfSite.ts';
import { resolveInputs, valuesOf, type InputValues } from './resolveInputs.ts';
import type {
  OwnPlanOutcome,
  ResolvedInput,
  SiteAnalysis,
  SiteFigures,
  SiteViews,
  StrategyOutcome,
} from './siteAnalysis.ts';
import { flipKeys, siteFlip } from './siteFlips.ts';
import { plannedStrategies } from './sitePlans.ts';
import { strategyOutcome } from './strategyFigures.ts';
import { verdictAtCommonRate, verdictAtOwnRates } from './verdictsOfSite.ts';

function countsOf(inputs: readonly ResolvedInput[], { scenario }: SiteEvidence): SiteFigures['counts'] {
  const count = (origin: ResolvedInput['origin']): number =>
    inputs.filter((input) => input.origin === origin).length;
  return {
    fact: count('fact'),
    derived: count('derived'),
    own: count('own'),
    preset: count('preset'),
    missing: count('missing'),
    ...(scenario && { scenario: count('scenario') }),
  };
}

function halvingsOf(evidence: SiteEvidence, plan: SiteCaseInput): SiteFigures['halvings'] {
  const first = parseMonth(evidence.valuationMonth);
  if (first === undefined) return [];
  const halvings = plan.market?.halvings ?? [];
  return halvingMonthsOf(plan).map((month) => {
    const name = formatMonth(first + month);
    return { month, date: halvings.find((halving) => halving?.date?.startsWith(name))?.date ?? name };
  });
}

/** R2.5a A plan that mines rests on the difficulty; where that is held constant, it says so. */
function withMarketFinding<Outcome extends StrategyOutcome | OwnPlanOutcome>(
  outcome: Outcome,
  { blocks }: SiteCaseInput,
  { isConstant }: MarketOfSite,
): Outcome {
  if (!isConstant || !blocks?.some((block) => block?.kind === 'mining')) return outcome;
  const finding: Finding = { code: 'constantDifficulty', block: null, values: {} };
  return { ...outcome, findings: [...outcome.findings, finding] };
}

function ownPlansOf(
  evidence: SiteEvidence,
  values: InputValues,
  market: MarketInput,
  cache: EvaluationCache,
): Pick<SiteFigures, 'ownPlans'> {
  const { ownPlans = [] } = evidence;
  if (ownPlans.length === 0) return {};
  return {
    ownPlans: ownPlans.map((plan) => {
      const evaluated = evaluateOwnPlan(plan, evidence, values, market, cache);
      const outcome = ownPlanOutcome(plan, evaluated, values, cache.factorsOf);
      return withMarketFinding(outcome, evaluated.plan, marketOfSite(evidence, values));
    }),
  };
}

/**
 * R1.9, R5 What is shown of one site at once: inputs with their origin, all strategies on one
 * horizon and one denominator, and the verdict.
 * @param evidence what the portfolio knows of the site
 * @param cache what evaluations of the same site share; the figures do not depend on it
 * @returns money in nominal USD before tax and debt, months counted from the valuation month
 */
export function siteFigures(
  evidence: SiteEvidence,
  cache: EvaluationCache = createEvaluationCache(),
): SiteFigures {
  const inputs = resolveInputs(evidence);
  const values = valuesOf(inputs);
  const market = baseMarket(evidence, values);
  const evaluated = plannedStrategies.map((strategy) =>
    evaluatePlan(strategy, evidence, values, market, cache),
  );
  const results = evaluated.map(({ result }) => result);
  const plan = evaluated[0]?.plan;
  const ofSite = marketOfSite(evidence, values);
  const strategies = plannedStrategies.flatMap((strategy, index) => {
    const one = evaluated[index];
    if (!one) return [];
    return [withMarketFinding(strategyOutcome(strategy, one, values, cache.factorsOf), one.plan, ofSite)];
  });
  const evaluatedStrategies = plannedStrategies.flatMap((kind, index) => {
    const result = results[index];
    return result ? [{ kind, result }] : [];
  });
  const mining = results[0]?.blocks[0];
  return {
    engineVersion,
    siteId: evidence.siteId,
    valuationMonth: evidence.valuationMonth,
    horizonMonths: values.horizonMonths ?? null,
    months: results[0]?.months ?? [],
    halvings: plan ? halvingsOf(evidence, plan) : [],
    hashpriceUsdPerPhDay: mining?.computable ? (mining.monthly['hashpriceUsdPerPhDay'] ?? []) : [],
    market: ofSite,
    inputs,
    counts: countsOf(inputs, evidence),
    ...scenarioOfSite(evidence, values),
    strategies,
    ...ownPlansOf(evidence, values, market, cache),
    verdict: verdictAtOwnRates(strategies, values),
    commonRateVerdict: verdictAtCommonRate(evaluatedStrategies, values),
  };
}

/** R4.25, R5.2a, R5.14a The questions of a site that are answered beside its figures. */
export function siteViews(
  evidence: SiteEvidence,
  cache: EvaluationCache = createEvaluationCache(),
): SiteViews {
  return {
    alliance: allianceView(evidence, cache),
    gpuHour: gpuHourView(evidence, cache),
    curtailment: curtailmentViews(evidence, cache),
  };
}

/**
 * R1.9, R5.17 The figures of a site, its views, and the input values at which its verdict flips.
 * @param evidence what the portfolio knows of the site
 */
export function analyseSite(evidence: SiteEvidence): SiteAnalysis {
  const cache = createEvaluationCache();
  const figures = siteFigures(evidence, cache);
  return {
    ...figures,
    ...siteViews(evidence, cache),
    flips: flipKeys.flatMap((key) => siteFlip(evidence, figures, key, cache) ?? []),
  };
}
