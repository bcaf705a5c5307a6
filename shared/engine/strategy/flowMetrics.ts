import { internalRates } from './irr.ts';
import { mirrPerYear } from './mirr.ts';
import { npvUsd } from './npv.ts';
import { discountedFlows, multipleOnCapital, paybackPeriods, peakFundingUsd } from './payback.ts';
import { discountFactors, type Discounting } from '../time/discount.ts';
import type { MirrRates } from './siteCaseInput.ts';
import type { FlowMetrics } from './siteCaseResult.ts';

/**
 * R5.10 – R5.12 All figures of one flow vector.
 * @param flowsUsd cf[0] on the valuation date, cf[i] at the end of month i−1 [USD]
 * @param ratePerYear discount rate of NPV and discounted payback
 * @param mirr without these rates the MIRR is null
 * @param npv replaces the NPV where it is a sum over blocks at their own rates (R5.2a)
 * @param factorsOf where discount factors may be looked up
 */
export function flowMetrics(
  flowsUsd: Float64Array,
  ratePerYear: number,
  mirr: MirrRates | undefined,
  npv: number = npvUsd(ratePerYear, flowsUsd),
  factorsOf: Discounting = discountFactors,
): FlowMetrics {
  const rates = internalRates(flowsUsd);
  return {
    npvUsd: npv,
    irrAllPerYear: rates.allPerYear,
    irrPerYear: rates.perYear,
    mirrPerYear: mirr ? mirrPerYear(flowsUsd, mirr.financeRatePerYear, mirr.reinvestRatePerYear) : null,
    paybackMonths: paybackPeriods(flowsUsd),
    discountedPaybackMonths: paybackPeriods(discountedFlows(ratePerYear, flowsUsd, factorsOf)),
    moic: multipleOnCapital(flowsUsd),
    peakFundingUsd: peakFundingUsd(flowsUsd),
    totalUsd: flowsUsd.reduce((sum, flow) => sum + flow, 0),
  };
}
