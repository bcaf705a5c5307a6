import { expect, test } from 'vitest';
import { smallCase, smallLease, smallSite } from '../testing/smallHall.ts';
import { siteVerdict, type SiteVerdictInput, type SiteVerdictResult } from './siteVerdict.ts';
import type { BlockInput } from './blockInput.ts';
import type { SiteCaseInput } from './siteCaseInput.ts';

/*
 * Sales of a powered site are single flows, so that both verdicts can be worked by hand: month m is discounted over
 * m+1 months.
 */
function saleOf(month: number, usd: number, ratePerYear: number): SiteCaseInput {
  const sale: BlockInput = {
    id: 'sale',
    kind: 'siteSale',
    month,
    gridMw: 11,
    usdPerGridMw: usd / 11,
    costShare: 0,
    discountRatePerYear: ratePerYear,
  };
  return { ...smallCase(smallLease), blocks: [sale] };
}

// In month 11 a year has passed: 121 million at 10 % are 110 million; in month 23 two: 144 million at 44 % are 69.4.
const soon = saleOf(11, 121e6, 0.1);
const late = saleOf(23, 144e6, 0.44);
const verdictInput: SiteVerdictInput = {
  gridPowerMw: 11,
  undecidedMarginUsdPerMw: 0,
  undecidedMarginShare: 0,
  strategies: [
    { kind: 'sellSite', case: soon },
    { kind: 'colocation', case: late },
  ],
};

test('R5.16a at one rate another plan can win than at the own rates', () => {
  const result = siteVerdict({ ...verdictInput, commonDiscountRatePerYear: 0 }) as SiteVerdictResult;
  expect(result.verdict).toMatchObject({ best: 'sellSite', verdict: 'sell' });
  expect(result.verdict.bestUsdPerMw).toBeCloseTo(110e6 / 11, 4);
  expect(result.verdict.runnerUpUsdPerMw).toBeCloseTo(144e6 / 1.44 ** 2 / 11, 4);
  // Without discounting the later sale is worth 23 million more.
  const common = result.commonRateVerdict;
  expect(common).toMatchObject({
    discountRatePerYear: 0,
    verdict: { best: 'colocation', verdict: 'convert' },
  });
  expect(common?.verdict.marginUsdPerMw).toBeCloseTo(23e6 / 11, 4);
  expect(common?.strategies.map((one) => ('npvUsd' in one ? Math.round(one.npvUsd) : NaN))).toEqual([
    121e6, 144e6,
  ]);
});

test('R5.16a without a common rate there is one verdict, and nothing of a case changes', () => {
  expect(siteVerdict(verdictInput)).not.toHaveProperty('commonRateVerdict');
  const { commonRate, ...others } = smallSite({ ...soon, commonDiscountRatePerYear: 0.1 }).metrics;
  expect(others).toEqual(smallSite(soon).metrics);
  // The one block's own rate is 10 % as well.
  expect(commonRate).toEqual({ discountRatePerYear: 0.1, npvUsd: others.unleveredPreTax.npvUsd });
});

test('R5.16a in an alliance it is the miner’s flow that is valued', () => {
  const alliance = {
    siteContributionMonth: 0,
    siteContributionUsd: 0,
    minerFundingShare: 0.5,
    partnerFundsFirstUsd: 0,
    preferredReturnPerYear: 0,
    minerResidualShare: 0.4,
    minerDiscountRatePerYear: 0.3,
    partnerDiscountRatePerYear: 0.3,
  };
  const { commonRate } = smallSite({ ...soon, alliance, commonDiscountRatePerYear: 0.1 }).metrics;
  // Nothing was paid in, so all of the 121 million is residual.
  expect(commonRate).toMatchObject({ discountRatePerYear: 0.1 });
  expect((commonRate as { allianceMinerNpvUsd: number }).allianceMinerNpvUsd).toBeCloseTo(0.4 * 110e6, 4);
});

test('R1.7 an impossible common rate is named, the other figures stand', () => {
  const { metrics } = smallSite({ ...soon, commonDiscountRatePerYear: -1 });
  expect(metrics.commonRate).toEqual({
    computable: false,
    missing: [],
    invalid: ['commonDiscountRatePerYear'],
  });
  expect(metrics.unleveredPreTax.npvUsd).toBeCloseTo(110e6, 4);
});
