import type { AllianceInput, SiteCaseInput } from '../../strategy/siteCaseInput.ts';
import type { ColocationBlockInput } from '../../strategy/blockInput.ts';
import { colocationBlock, wholeSite } from '../plans/aiBlocks.ts';
import type { InputValues } from '../resolveInputs.ts';

function product(...parts: readonly (number | undefined)[]): number | undefined {
  return parts.reduce(
    (total, part) => (total === undefined || part === undefined ? undefined : total * part),
    1,
  );
}

/** R4.25b The warrants of the terms; absent until they are switched on by their number. */
function warrantsOf(values: InputValues): Pick<AllianceInput, 'warrants'> {
  const { allianceWarrants: warrants } = values;
  if (warrants === undefined) return {};
  return {
    warrants: {
      warrants,
      sharesOutstanding: values.allianceSharesOutstanding,
      spotUsdPerShare: values.allianceSharePriceUsd,
      strikeUsdPerShare: values.allianceWarrantStrikeUsd,
      rate: values.allianceRiskFreeRate,
      dividendYield: values.allianceDividendYield,
      volatility: values.allianceShareVolatility,
      years: values.allianceWarrantYears,
    },
  };
}

/** R4.25 The miner brings the site at its sale value, the partner pays first for a share of the hall. */
export function allianceTerms(values: InputValues): AllianceInput {
  const itMw =
    values.gridPowerMw === undefined || values.grossToItRatio === undefined
      ? undefined
      : values.gridPowerMw / values.grossToItRatio;
  return {
    siteContributionMonth: 0,
    siteContributionUsd: product(values.gridPowerMw, values.siteSaleUsdPerMw),
    minerFundingShare: values.allianceMinerFundingShare,
    partnerFundsFirstUsd: product(itMw, values.shellCapexUsdPerMwIt, values.alliancePartnerFirstShare),
    preferredReturnPerYear: values.alliancePreferredReturnPerYear,
    minerResidualShare: values.allianceMinerResidualShare,
    minerDiscountRatePerYear: values.discountRateColocation,
    partnerDiscountRatePerYear: values.discountRateColocation,
    ...warrantsOf(values),
  };
}

/** R4.17, R4.25 The hall of an alliance: let like any other, with a third party's backstop where one is switched on. */
export function allianceHall(values: InputValues): ColocationBlockInput {
  const hall = colocationBlock(values, wholeSite(values));
  const { allianceBackstopShare: share, allianceBackstopTenorMonths: tenorMonths } = values;
  if (share === undefined || share === 0) return hall;
  return { ...hall, lease: { ...hall.lease, backstop: { share, tenorMonths } } };
}

/** R4.25a The same alliance in which the partner pays nothing from a month on. */
export function withPartnerDefault(
  plan: SiteCaseInput,
  values: InputValues,
  consequence: 'minerFunds' | 'buildStops',
): SiteCaseInput {
  const partnerDefault = {
    month: values.alliancePartnerDefaultMonth,
    consequence,
    minerResidualShareAfter: values.allianceMinerResidualShareAfterDefault,
  };
  return { ...plan, alliance: { ...plan.alliance, partnerDefault } };
}
