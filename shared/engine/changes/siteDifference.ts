import { siteFigures } from '../analysis/analyseSite.ts';
import type { SiteEvidence } from '../analysis/evidence.ts';
import { createEvaluationCache, type EvaluationCache } from '../strategy/evaluationCache.ts';
import {
  changedContracts,
  changedDifficulty,
  changedInputs,
  changedOwnPlans,
  type DifficultyChange,
  type InputChange,
  type NamedChanges,
} from './changedFacts.ts';
import { measuresOf, outcomeOf, type ResultMeasures, type SiteOutcome } from './siteOutcome.ts';

/** A site at one of the two times. */
export interface SiteState extends ResultMeasures {
  readonly engineVersion: string;
  readonly presetsVersion: string;
  readonly valuationMonth: string;
  readonly horizonMonths: number | null;
  readonly verdict: SiteOutcome['verdict'];
  readonly best: SiteOutcome['best'];
  /** Inputs that some strategy lacks. */
  readonly missing: readonly string[];
}

/** A site as it was frozen and as it is known now. */
export interface ComparedSite {
  readonly before: SiteEvidence;
  /** As it was stored, by whichever version of the model. */
  readonly frozen: SiteOutcome;
  readonly after: SiteEvidence;
}

/** R5.19a What differs between an issued briefing and now at one site. */
export interface SiteDifference {
  readonly siteId: string;
  readonly siteName: string;
  readonly before: SiteState;
  readonly after: SiteState;
  readonly inputs: readonly InputChange[];
  /** Null where the rule of the hash rate is what it was. */
  readonly difficulty: DifficultyChange | null;
  readonly contracts: NamedChanges;
  readonly ownPlans: NamedChanges;
}

function stateOf(evidence: SiteEvidence, outcome: SiteOutcome): SiteState {
  const { engineVersion, horizonMonths, verdict, best, strategies } = outcome;
  return {
    engineVersion,
    presetsVersion: evidence.presetsVersion,
    valuationMonth: evidence.valuationMonth,
    horizonMonths,
    verdict,
    best,
    missing: [...new Set(strategies.flatMap(({ missing }) => missing))].toSorted(),
    ...measuresOf(strategies),
  };
}

/**
 * R5.19, R5.19a The two states of a site, and what differs between them: inputs, the rule of the hash rate,
 * contracts and own plans. What was frozen is taken as it was stored.
 */
export function siteDifference(
  { before, frozen, after }: ComparedSite,
  cache: EvaluationCache = createEvaluationCache(),
): SiteDifference {
  return {
    siteId: after.siteId,
    siteName: after.siteName,
    before: stateOf(before, frozen),
    after: stateOf(after, outcomeOf(siteFigures(after, cache))),
    inputs: changedInputs(before, after),
    difficulty: changedDifficulty(before, after),
    contracts: changedContracts(before, after),
    ownPlans: changedOwnPlans(before, after),
  };
}

function isEmpty({ came, gone, changed }: NamedChanges): boolean {
  return came.length + gone.length + changed.length === 0;
}

/** R5.19a Whether inputs, the rule of the hash rate, contracts, own plans, valuation month, model and result are what they were. */
export function isUnchanged(difference: SiteDifference): boolean {
  const { before, after, inputs, difficulty, contracts, ownPlans } = difference;
  return (
    inputs.length === 0 &&
    difficulty === null &&
    isEmpty(contracts) &&
    isEmpty(ownPlans) &&
    before.valuationMonth === after.valuationMonth &&
    before.presetsVersion === after.presetsVersion &&
    before.engineVersion === after.engineVersion &&
    before.verdict === after.verdict &&
    before.advantageUsdPerGridMw === after.advantageUsdPerGridMw &&
    before.bestUsdPerGridMw === after.bestUsdPerGridMw
  );
}

/** R5.19a The inputs that differ at every one of some sites, in the order of the first. */
export function inputsChangedEverywhere(sites: readonly Pick<SiteDifference, 'inputs'>[]): readonly string[] {
  const [first, ...rest] = sites;
  if (!first || rest.length === 0) return [];
  return first.inputs
    .map(({ key }) => key)
    .filter((key) => rest.every(({ inputs }) => inputs.some((input) => input.key === key)));
}
