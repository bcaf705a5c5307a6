import { splitAlliance } from '../ai/alliance.ts';
import { allFinite } from '../numeric/allFinite.ts';
import type { Alliance } from './siteCaseInput.ts';
import { allianceShape } from './financeShape.ts';
import type { AllianceFlows, NotComputable } from './siteCaseResult.ts';
import { figuresOf, isTerms, overflow, termsOf, type Figures, type SiteFlows } from './siteFlows.ts';

/** R4.25 What an alliance adds to a site: the flows of both sides and their figures. */
export interface AllianceResult {
  readonly alliance?: AllianceFlows;
  readonly figures: Readonly<Record<string, Figures>>;
  /** The miner's flow, the valuation date first [USD] */
  readonly minerUsd?: Float64Array;
}

function notAllied(reason: NotComputable): AllianceResult {
  return {
    figures: { allianceMiner: reason, allianceMinerWithSiteAtAgreedValue: reason, alliancePartner: reason },
  };
}

/**
 * R4.25 Both sides of an alliance; the miner's figures also with the site as an outflow at its agreed
 * value.
 */
export function allianceResult({ input, flowsUsd }: SiteFlows): AllianceResult {
  if (!input.alliance) return { figures: {} };
  const terms = termsOf<Alliance>(input.alliance, 'alliance', allianceShape);
  if (!isTerms(terms)) return notAllied(terms);
  const split = splitAlliance(terms, flowsUsd);
  if (!allFinite(split)) return notAllied(overflow('alliance'));
  const withSite = split.minerUsd.slice();
  const month = terms.siteContributionMonth + 1;
  if (month < withSite.length) withSite[month] = (withSite[month] ?? 0) - terms.siteContributionUsd;
  const { minerDiscountRatePerYear: minerRate, partnerDiscountRatePerYear: partnerRate } = terms;
  const months = (vector: Float64Array): number[] => Array.from(vector.subarray(1));
  return {
    minerUsd: split.minerUsd,
    alliance: {
      minerUsd: months(split.minerUsd),
      partnerUsd: months(split.partnerUsd),
      minerCapitalUsd: months(split.minerCapitalUsd),
      partnerCapitalUsd: months(split.partnerCapitalUsd),
      tierOneUsd: months(split.tierOneUsd),
      residualUsd: months(split.residualUsd),
    },
    figures: {
      allianceMiner: figuresOf(input, split.minerUsd, minerRate, 'alliance'),
      allianceMinerWithSiteAtAgreedValue: figuresOf(input, withSite, minerRate, 'alliance'),
      alliancePartner: figuresOf(input, split.partnerUsd, partnerRate, 'alliance'),
    },
  };
}
