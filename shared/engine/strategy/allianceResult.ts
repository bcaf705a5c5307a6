import { splitAlliance, type AllianceSplit } from '../ai/alliance.ts';
import { allFinite } from '../numeric/allFinite.ts';
import { numbersOf } from '../numeric/numbersOf.ts';
import { warrantsValue } from '../valuation/warrants.ts';
import type { Alliance, PartnerDefault, SiteCaseInput, Warrants } from './siteCaseInput.ts';
import { allianceShape, partnerDefaultShape, warrantsShape } from './financeShape.ts';
import type { AllianceFlows, NotComputable, WarrantsValue } from './siteCaseResult.ts';
import { figuresOf, isTerms, overflow, termsOf, type Figures, type SiteFlows } from './siteFlows.ts';
import { sumOfVectors } from './siteMetrics.ts';

/** What an alliance adds to the flows of a site. */
export interface AllianceParts {
  readonly alliance?: AllianceFlows;
  readonly allianceIfPartnerDefaults?: AllianceFlows;
  readonly allianceWarrants?: WarrantsValue | NotComputable;
}

/** R4.25 What an alliance adds to a site: the flows of both sides and their figures. */
export interface AllianceResult {
  readonly parts: AllianceParts;
  readonly figures: Readonly<Record<string, Figures>>;
  /** The miner's flow, the valuation date first [USD] */
  readonly minerUsd?: Float64Array;
}

function notAllied(reason: NotComputable): AllianceResult {
  return {
    parts: {},
    figures: { allianceMiner: reason, allianceMinerWithSiteAtAgreedValue: reason, alliancePartner: reason },
  };
}

/** R1.2a What flows on the valuation date, before month 0. */
function atValuationOf(split: AllianceSplit): Pick<AllianceFlows, 'atValuation'> {
  const atValuation = {
    minerUsd: split.minerUsd[0] ?? 0,
    partnerUsd: split.partnerUsd[0] ?? 0,
    minerCapitalUsd: split.minerCapitalUsd[0] ?? 0,
    partnerCapitalUsd: split.partnerCapitalUsd[0] ?? 0,
  };
  return Object.values(atValuation).some((usd) => usd !== 0) ? { atValuation } : {};
}

function monthsOf(split: AllianceSplit): AllianceFlows {
  const months = (vector: Float64Array): number[] => numbersOf(vector, 1);
  return {
    minerUsd: months(split.minerUsd),
    partnerUsd: months(split.partnerUsd),
    minerCapitalUsd: months(split.minerCapitalUsd),
    partnerCapitalUsd: months(split.partnerCapitalUsd),
    tierOneUsd: months(split.tierOneUsd),
    residualUsd: months(split.residualUsd),
    ...atValuationOf(split),
  };
}

/**
 * R4.25 Both sides of an alliance; the miner's figures also with the site as an outflow at its agreed
 * value.
 */
export function allianceResult(site: SiteFlows): AllianceResult {
  const { input, flowsUsd } = site;
  if (!input.alliance) return { parts: {}, figures: {} };
  const terms = termsOf<Alliance>(input.alliance, 'alliance', allianceShape);
  if (!isTerms(terms)) return notAllied(terms);
  const split = splitAlliance(terms, flowsUsd);
  if (!allFinite(split)) return notAllied(overflow('alliance'));
  const withSite = split.minerUsd.slice();
  const month = terms.siteContributionMonth + 1;
  if (month < withSite.length) withSite[month] = (withSite[month] ?? 0) - terms.siteContributionUsd;
  const { minerDiscountRatePerYear: minerRate, partnerDiscountRatePerYear: partnerRate } = terms;
  const defaulted = ifPartnerDefaults(site, terms);
  return {
    minerUsd: split.minerUsd,
    parts: { alliance: monthsOf(split), ...defaulted.parts, ...warrantsOf(input) },
    figures: {
      allianceMiner: figuresOf(site, split.minerUsd, minerRate, 'alliance'),
      allianceMinerWithSiteAtAgreedValue: figuresOf(site, withSite, minerRate, 'alliance'),
      alliancePartner: figuresOf(site, split.partnerUsd, partnerRate, 'alliance'),
      ...defaulted.figures,
    },
  };
}

const defaultPath = 'alliance.partnerDefault';

/** R4.25a The site's flow without what a stopped build would have paid and brought from the default on. */
function flowsAfterDefault(site: SiteFlows, { month, consequence }: PartnerDefault): Float64Array {
  if (consequence === 'minerFunds') return site.flowsUsd;
  const kept = site.blocks.map(({ ai, flowsUsd }) => {
    if (!ai || ai.dates.energisation <= month) return flowsUsd;
    return flowsUsd.slice().fill(0, month + 1);
  });
  return sumOfVectors(kept, site.flowsUsd.length);
}

/** R4.25a Both sides where the partner defaults; nothing where the case has no such scenario. */
function ifPartnerDefaults(site: SiteFlows, terms: Alliance): Pick<AllianceResult, 'parts' | 'figures'> {
  const { input } = site;
  const given = input.alliance?.partnerDefault;
  if (given === null || given === undefined) return { parts: {}, figures: {} };
  const scenario = termsOf<PartnerDefault>(given, defaultPath, partnerDefaultShape);
  if (!isTerms(scenario)) return withoutScenario(scenario);
  const split = splitAlliance(terms, flowsAfterDefault(site, scenario), scenario);
  if (!allFinite(split)) return withoutScenario(overflow(defaultPath));
  const { minerDiscountRatePerYear: minerRate, partnerDiscountRatePerYear: partnerRate } = terms;
  return {
    parts: { allianceIfPartnerDefaults: monthsOf(split) },
    figures: {
      allianceMinerIfPartnerDefaults: figuresOf(site, split.minerUsd, minerRate, defaultPath),
      alliancePartnerIfPartnerDefaults: figuresOf(site, split.partnerUsd, partnerRate, defaultPath),
    },
  };
}

function withoutScenario(reason: NotComputable): Pick<AllianceResult, 'parts' | 'figures'> {
  const figures = { allianceMinerIfPartnerDefaults: reason, alliancePartnerIfPartnerDefaults: reason };
  return { parts: {}, figures };
}

/** R4.25b The memo on warrants, or what is missing for it. */
function warrantsOf({ alliance }: SiteCaseInput): Pick<AllianceParts, 'allianceWarrants'> {
  const given = alliance?.warrants;
  if (given === null || given === undefined) return {};
  const terms = termsOf<Warrants>(given, 'alliance.warrants', warrantsShape);
  if (!isTerms(terms)) return { allianceWarrants: terms };
  const value = warrantsValue(terms);
  return { allianceWarrants: allFinite(value) ? value : overflow('alliance.warrants') };
}
