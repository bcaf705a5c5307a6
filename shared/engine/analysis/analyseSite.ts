import { findFlips } from '../strategy/flipValues.ts';
import { evaluateSiteCase, halvingMonthsOf } from '../strategy/siteCase.ts';
import { judge, type PlacedVerdict } from '../strategy/verdict.ts';
import { formatMonth, parseMonth } from '../time/months.ts';
import { engineVersion } from '../version.ts';
import type { SiteEvidence } from './evidence.ts';
import { inputTable, type InputKey } from './inputTable.ts';
import { resolveInputs, valuesOf, type InputValues } from './resolveInputs.ts';
import type {
  AnalysisFlip,
  AnalysisVerdict,
  ResolvedInput,
  SiteAnalysis,
  StrategyOutcome,
} from './siteAnalysis.ts';
import { plannedStrategies, sitePlan, type PlannedStrategy } from './sitePlans.ts';
import { strategyOutcome } from './strategyFigures.ts';

/** R5.17 The inputs whose flip values are looked for, each over the range in which a reader could imagine it. */
const flipRanges: readonly { key: InputKey; lowFactor: number; highFactor: number }[] = [
  { key: 'rentYear1UsdPerKwMonth', lowFactor: 0.1, highFactor: 3 },
  { key: 'shellCapexUsdPerMwIt', lowFactor: 0.1, highFactor: 4 },
  { key: 'btcPriceUsd', lowFactor: 0.2, highFactor: 10 },
  { key: 'powerPriceUsdPerMwh', lowFactor: 0.1, highFactor: 5 },
];
const flipSteps = 16;

function npvUsd(strategy: PlannedStrategy, evidence: SiteEvidence, values: InputValues): number | undefined {
  const { site } = evaluateSiteCase(sitePlan(strategy, evidence, values));
  return site.computable ? site.metrics.unleveredPreTax.npvUsd : undefined;
}

function isPlanned(kind: string | null): kind is PlannedStrategy {
  return plannedStrategies.some((planned) => planned === kind);
}

function flipsOf(verdict: PlacedVerdict, evidence: SiteEvidence, values: InputValues): AnalysisFlip[] {
  const { best, otherStrategy } = verdict;
  if (!isPlanned(best) || !isPlanned(otherStrategy)) return [];
  const flips: AnalysisFlip[] = [];
  for (const { key, lowFactor, highFactor } of flipRanges) {
    const base = values[key];
    if (base === undefined || base <= 0) continue;
    const low = Math.max(inputTable[key].min, base * lowFactor);
    const high = Math.min(inputTable[key].max, base * highFactor);
    const difference = (x: number): number | undefined => {
      const moved = { ...values, [key]: x };
      const ofBest = npvUsd(best, evidence, moved);
      const ofOther = npvUsd(otherStrategy, evidence, moved);
      return ofBest === undefined || ofOther === undefined ? undefined : ofBest - ofOther;
    };
    flips.push({
      key,
      baseValue: base,
      low,
      high,
      ...findFlips(difference, { base, low, high, steps: flipSteps }),
    });
  }
  return flips;
}

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

function countsOf(inputs: readonly ResolvedInput[]): SiteAnalysis['counts'] {
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

function halvingsOf(evidence: SiteEvidence, plan: ReturnType<typeof sitePlan>): SiteAnalysis['halvings'] {
  const first = parseMonth(evidence.valuationMonth);
  if (first === undefined) return [];
  return halvingMonthsOf(plan).map((month) => {
    const name = formatMonth(first + month);
    return { month, date: evidence.halvings.find(({ date }) => date.startsWith(name))?.date ?? name };
  });
}

/**
 * R1.9, R5 Everything shown of one site: inputs with their origin, keep mining, colocation and GPU cloud on one
 * horizon and one denominator, the verdict, and the input values at which it flips.
 * @param evidence what the portfolio knows of the site
 * @returns money in nominal USD before tax and debt, months counted from the valuation month
 */
export function analyseSite(evidence: SiteEvidence): SiteAnalysis {
  const inputs = resolveInputs(evidence);
  const values = valuesOf(inputs);
  const plans = plannedStrategies.map((strategy) => sitePlan(strategy, evidence, values));
  const results = plans.map((plan) => evaluateSiteCase(plan));
  const strategies = plannedStrategies.flatMap((strategy, index) => {
    const result = results[index];
    return result ? [strategyOutcome(strategy, result, values)] : [];
  });
  const verdict = verdictOf(strategies, values);
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
    verdict: shownVerdict(verdict),
    flips: flipsOf(verdict, evidence, values),
  };
}
