import type { MarketInput } from '../strategy/marketInput.ts';
import { halvingMonthsOf } from '../strategy/siteCase.ts';
import { evaluatePlan } from './evaluatePlan.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import { formatMonth, parseMonth } from '../time/months.ts';
import { engineVersion } from '../version.ts';
import { baseMarket } from './baseMarket.ts';
import type { SiteEvidence } from './evidence.ts';
import { evaluateOwnPlan, ownPlanOutcome } from './ownPlans/ownPlanOutcome.ts';
import { resolveInputs, valuesOf, type InputValues } from './resolveInputs.ts';
import type { ResolvedInput, SiteAnalysis, SiteFigures } from './siteAnalysis.ts';
import { flipKeys, siteFlip } from './siteFlips.ts';
import { plannedStrategies } from './sitePlans.ts';
import { strategyOutcome } from './strategyFigures.ts';
import { verdictAtCommonRate, verdictAtOwnRates } from './verdictsOfSite.ts';

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

function halvingsOf(evidence: SiteEvidence, plan: SiteCaseInput): SiteFigures['halvings'] {
  const first = parseMonth(evidence.valuationMonth);
  if (first === undefined) return [];
  return halvingMonthsOf(plan).map((month) => {
    const name = formatMonth(first + month);
    return { month, date: evidence.halvings.find(({ date }) => date.startsWith(name))?.date ?? name };
  });
}

function ownPlansOf(
  evidence: SiteEvidence,
  values: InputValues,
  market: MarketInput,
): Pick<SiteFigures, 'ownPlans'> {
  const { ownPlans = [] } = evidence;
  if (ownPlans.length === 0) return {};
  return {
    ownPlans: ownPlans.map((plan) =>
      ownPlanOutcome(plan, evaluateOwnPlan(plan, evidence, values, market), values),
    ),
  };
}

/**
 * R1.9, R5 What is shown of one site at once: inputs with their origin, all strategies on one
 * horizon and one denominator, and the verdict.
 * @param evidence what the portfolio knows of the site
 * @returns money in nominal USD before tax and debt, months counted from the valuation month
 */
export function siteFigures(evidence: SiteEvidence): SiteFigures {
  const inputs = resolveInputs(evidence);
  const values = valuesOf(inputs);
  const market = baseMarket(evidence, values);
  const evaluated = plannedStrategies.map((strategy) => evaluatePlan(strategy, evidence, values, market));
  const results = evaluated.map(({ result }) => result);
  const plan = evaluated[0]?.plan;
  const strategies = plannedStrategies.flatMap((strategy, index) => {
    const one = evaluated[index];
    return one ? [strategyOutcome(strategy, one.plan, one.result, values)] : [];
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
    inputs,
    counts: countsOf(inputs),
    strategies,
    ...ownPlansOf(evidence, values, market),
    verdict: verdictAtOwnRates(strategies, values),
    commonRateVerdict: verdictAtCommonRate(evaluatedStrategies, values),
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
