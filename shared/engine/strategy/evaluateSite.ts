import { allFinite } from '../numeric/allFinite.ts';
import { numbersOf } from '../numeric/numbersOf.ts';
import { allianceResult } from './allianceResult.ts';
import type { CaseSurroundings, EvaluatedBlock } from './evaluateBlock.ts';
import { atCommonRate } from './commonRate.ts';
import { financing } from './financing.ts';
import type { ComputedSite, NotComputable } from './siteCaseResult.ts';
import { overflow } from './siteFlows.ts';
import { finiteMetrics, siteFlowMetrics, sumOfVectors } from './siteMetrics.ts';

/**
 * R4.2, R5.2a The site of a plan whose blocks are all computed: flows, tax, loan, alliance and figures.
 * @param blocks in the order of the plan
 */
export function evaluateSite(
  { input, calendar, cache }: CaseSurroundings,
  blocks: readonly EvaluatedBlock[],
): ComputedSite | NotComputable {
  const { horizonMonths } = calendar;
  const ebitda = blocks.map((block) => block.ebitdaUsd);
  const flows = blocks.map((block) => block.flowsUsd);
  const ebitdaUsd = sumOfVectors(ebitda, horizonMonths);
  const flowsUsd = sumOfVectors(flows, horizonMonths + 1);
  if (!allFinite(ebitdaUsd)) return overflow('site.monthly.ebitdaUsd');
  if (!allFinite(flowsUsd)) return overflow('site.monthly.netPreTaxUsd');
  const site = { input, calendar, cache, blocks, ebitdaUsd, flowsUsd };
  const figures = siteFlowMetrics(site);
  const unleveredPreTax = finiteMetrics(figures, 'discountRatePerYear');
  if ('computable' in unleveredPreTax) return unleveredPreTax;
  const { unleveredAfterTax, leveredPreTax, leveredAfterTax, ...parts } = financing(site);
  const joint = allianceResult(site);
  return {
    computable: true,
    ...parts,
    monthly: { ebitdaUsd: numbersOf(ebitdaUsd), ...parts.monthly },
    ...joint.parts,
    metrics: {
      unleveredPreTax,
      ...atCommonRate(site, joint.minerUsd),
      unleveredAfterTax,
      leveredPreTax,
      leveredAfterTax,
      ...joint.figures,
    },
  };
}
