import { discountFactors, type Discounting } from '../time/discount.ts';
import { flowLines, flowVector, type FlowLine, type LineSheet } from './lineSheet.ts';

/** R5.14 Lines that follow from the price and so are no cost of it. */
export const priceLines: readonly FlowLine[] = [
  'rentUsd',
  'backstopUsd',
  'defaultRecoveryUsd',
  'tenantCapexCreditUsd',
  'hostingFeeUsd',
  'tenantCapexContributionUsd',
  'gpuRevenueUsd',
  'slaCreditUsd',
  'platformCostUsd',
  'managementFeeUsd',
  'prepaymentReceivedUsd',
  'prepaymentAppliedUsd',
];

/**
 * R5.14 Levelised cost over the horizon: PV(all lines that do not follow from the price, sign
 * reversed)/PV(quantity). Flat and nominal.
 * @param leaseValued exit lines whose amount follows from the lease and so from the price
 * @param quantity by month, net of price-proportional shares [kW] or [GPU-h]
 * @returns [USD per unit of quantity]; null where nothing is billed within the horizon
 */
export function levelisedCostUsd(
  sheet: LineSheet,
  leaseValued: readonly FlowLine[],
  quantity: Float64Array,
  ratePerYear: number,
  factorsOf: Discounting = discountFactors,
): number | null {
  const costLines = flowLines.filter((line) => !priceLines.includes(line) && !leaseValued.includes(line));
  const flows = flowVector(sheet, costLines);
  const factors = factorsOf(ratePerYear, flows.length);
  let cost = 0;
  let billed = 0;
  for (let index = 0; index < flows.length; index += 1) {
    cost -= (flows[index] ?? 0) * (factors[index] ?? 0);
    if (index > 0) billed += (quantity[index - 1] ?? 0) * (factors[index] ?? 0);
  }
  return billed > 0 ? cost / billed : null;
}
