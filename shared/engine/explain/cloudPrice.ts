import type { GpuCloudBlock } from '../strategy/blockInput.ts';
import { pathAt } from '../time/path.ts';
import { plannedBlock } from './blockScope.ts';
import { quantity, type Calculation } from './calculation.ts';
import { monthName } from './explainedCase.ts';
import { energisation, monthOfBilling, type HallScope } from './hallLines.ts';
import { movedInMonth } from './inScenario.ts';
import { leaf } from './leaves.ts';
import { monthsSince, pathInMonth, siteLeaf } from './power.ts';

export type CloudScope = HallScope<GpuCloudBlock>;

/** R4.21 Whether a month lies in the contract's term. */
export function isContracted({ block, ai }: CloudScope, month: number): boolean {
  const { contract } = block.cloud;
  return Boolean(contract && month - ai.dates.billingStart < contract.termMonths);
}

/** R4.21, R4.23 Price of a GPU-hour: the contract's, or the market's for GPUs of the generation in place. */
export function gpuHourPrice(scope: CloudScope, month: number): Calculation {
  const name = monthName(scope.of, month);
  if (isContracted(scope, month))
    return quantity('gpuHourPrice', { rule: 'R4.21', month: name }, 'p·(1 + c)^⌊k/12⌋', {
      p: leaf(scope, 'cloud.contract.priceUsdPerGpuHour'),
      c: leaf(scope, 'cloud.contract.priceChangePerYear'),
      k: monthOfBilling(scope, month),
    });
  const sold = scope.block.cloud.market.priceUsdPerGpuHour;
  const path = plannedBlock<GpuCloudBlock>(scope)?.cloud.market.priceUsdPerGpuHour ?? sold;
  const last = siteLeaf(
    scope.of,
    'gpuHourPrice',
    path.values.at(-1) ?? 0,
    'gpuMarketPriceUsdPerGpuHour',
    scope.terms,
  );
  const growth = leaf(scope, 'cloud.market.priceUsdPerGpuHour.growthPerYear');
  const asPlanned = pathInMonth(path, month, { key: 'gpuHourPrice', last, growth }, name);
  const market = movedInMonth(
    scope.of,
    'gpuMarketPrice',
    month,
    'gpuHourPrice',
    asPlanned,
    pathAt(sold, month),
  );
  if (!scope.block.cloud.refresh) return market;
  return quantity('gpuHourPrice', { rule: 'R4.23', month: name }, 'x·y^⌊(m − e)/L⌋', {
    x: market,
    y: leaf(scope, 'cloud.refresh.priceFactor'),
    m: monthsSince(month),
    e: energisation(scope),
    L: leaf(scope, 'cloud.gpuLifeMonths'),
  });
}
