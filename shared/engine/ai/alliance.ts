import { pow } from '../numeric/elementary.ts';
import type { Alliance, PartnerDefault } from '../strategy/siteCaseInput.ts';

/**
 * R4.25 Flows and capital accounts of both sides. Vectors have the valuation date first, then months 0 …
 * T−1.
 */
export interface AllianceSplit {
  readonly minerUsd: Float64Array;
  readonly partnerUsd: Float64Array;
  readonly minerCapitalUsd: Float64Array;
  readonly partnerCapitalUsd: Float64Array;
  readonly tierOneUsd: Float64Array;
  readonly residualUsd: Float64Array;
}

interface Sides {
  readonly partnerFundsFirstUsd: number;
  readonly minerFundingShare: number;
  readonly minerResidualShare: number;
}

/** R4.25a After its default the partner pays nothing, neither first nor beside the miner. */
function sidesAt(terms: Alliance, partnerDefault: PartnerDefault | undefined, month: number): Sides {
  if (!partnerDefault || month < partnerDefault.month) return terms;
  const { minerResidualShareAfter } = partnerDefault;
  return { partnerFundsFirstUsd: 0, minerFundingShare: 1, minerResidualShare: minerResidualShareAfter };
}

/** R4.25 What each side pays of a shortfall: the partner first, then both by minerFundingShare [USD]. */
function fundingOf(
  shortfallUsd: number,
  firstLeftUsd: number,
  minerShare: number,
): { miner: number; partner: number; first: number } {
  const first = Math.min(shortfallUsd, firstLeftUsd);
  const miner = (shortfallUsd - first) * minerShare;
  return { miner, partner: shortfallUsd - miner, first };
}

/** Room for a split of so many flows, all zero. */
export function emptySplit(length: number): AllianceSplit {
  const vector = (): Float64Array => new Float64Array(length);
  return {
    minerUsd: vector(),
    partnerUsd: vector(),
    minerCapitalUsd: vector(),
    partnerCapitalUsd: vector(),
    tierOneUsd: vector(),
    residualUsd: vector(),
  };
}

/**
 * R4.8, R4.25 Splits the site's net flow between miner and partner. Capital accounts earn the preferred return;
 * a shortfall is paid by the partner until its first funds are used up, then by both; a surplus first
 * returns capital and preferred return pro rata, what is left goes minerResidualShare to the miner. The
 * site itself enters the miner's account at its agreed value, without cash.
 * @param flowsUsd the site's unlevered pre-tax net flow, the valuation date first [USD]
 * @param partnerDefault R4.25a from its month on the miner pays alone and shares what is left as then agreed; the
 * partner keeps its account
 * @param split where it goes, all zero; new vectors where it is not given
 * @example splitAlliance({ siteContributionMonth: -1, siteContributionUsd: 0, minerFundingShare: 0.25,
 *   partnerFundsFirstUsd: 60, preferredReturnPerYear: 0, minerResidualShare: 0.4 }, [-100, 150]).minerUsd
 *   // → [-10, 30]
 */
export function splitAlliance(
  terms: Alliance,
  flowsUsd: Float64Array,
  partnerDefault?: PartnerDefault,
  split: AllianceSplit = emptySplit(flowsUsd.length),
): AllianceSplit {
  const growth = pow(1 + terms.preferredReturnPerYear, 1 / 12);
  let [miner, partner, firstLeft] = [0, 0, terms.partnerFundsFirstUsd];
  for (let index = 0; index < flowsUsd.length; index += 1) {
    const flow = flowsUsd[index] as number;
    miner *= growth;
    partner *= growth;
    if (index - 1 === terms.siteContributionMonth) miner += terms.siteContributionUsd;
    const sides = sidesAt(terms, partnerDefault, index - 1);
    if (flow < 0) {
      const first = Math.min(firstLeft, sides.partnerFundsFirstUsd);
      const paid = fundingOf(-flow, first, sides.minerFundingShare);
      firstLeft -= paid.first;
      miner += paid.miner;
      partner += paid.partner;
      split.minerUsd[index] = 0 - paid.miner;
      split.partnerUsd[index] = -paid.partner;
    } else if (flow > 0) {
      const capital = miner + partner;
      const tierOne = Math.min(flow, capital);
      const residual = flow - tierOne;
      const toMiner = capital > 0 ? tierOne * (miner / capital) : 0;
      const toPartner = tierOne - toMiner;
      miner = Math.max(0, miner - toMiner);
      partner = Math.max(0, partner - toPartner);
      split.tierOneUsd[index] = tierOne;
      split.residualUsd[index] = residual;
      split.minerUsd[index] = toMiner + sides.minerResidualShare * residual;
      split.partnerUsd[index] = toPartner + (1 - sides.minerResidualShare) * residual;
    }
    split.minerCapitalUsd[index] = miner;
    split.partnerCapitalUsd[index] = partner;
  }
  return split;
}
