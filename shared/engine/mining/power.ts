import type { Power } from '../strategy/marketInput.ts';
import { pathSeries, stepFactor } from '../time/path.ts';

/** Power of a site by month, months 0 … T+11. */
export interface PowerSeries {
  /** Price of energy without the delivery adder [USD/MWh] */
  readonly energyUsdPerMwh: Float64Array;
  readonly adderUsdPerMwh: Float64Array;
  /** Price and adder together [USD/MWh] */
  readonly deliveredUsdPerMwh: Float64Array;
  readonly demandChargeUsdPerMwMonth: Float64Array;
}

/**
 * R3.3 Power prices: s·fixed·(1+esc)^floor(m/12) + (1−s)·index(m); adder and demand charge step once a year.
 * @param power a share s of 1 needs no index, a share of 0 no fixed price
 * @param monthCount months to compute
 */
export function powerSeries(power: Power, monthCount: number): PowerSeries {
  const index = power.indexPriceUsdPerMwh ? pathSeries(power.indexPriceUsdPerMwh, monthCount) : undefined;
  const fixedPrice = power.fixedPriceUsdPerMwh ?? 0;
  const energyUsdPerMwh = new Float64Array(monthCount);
  const adderUsdPerMwh = new Float64Array(monthCount);
  const deliveredUsdPerMwh = new Float64Array(monthCount);
  const demandChargeUsdPerMwMonth = new Float64Array(monthCount);
  for (let month = 0; month < monthCount; month += 1) {
    const fixed = fixedPrice * stepFactor(power.fixedPriceEscalatorPerYear ?? 0, month);
    const step = stepFactor(power.chargeEscalatorPerYear, month);
    const energy = power.fixedPriceShare * fixed + (1 - power.fixedPriceShare) * (index?.[month] ?? 0);
    const adder = power.deliveryAdderUsdPerMwh * step;
    energyUsdPerMwh[month] = energy;
    adderUsdPerMwh[month] = adder;
    deliveredUsdPerMwh[month] = energy + adder;
    demandChargeUsdPerMwMonth[month] = power.demandChargeUsdPerMwMonth * step;
  }
  return { energyUsdPerMwh, adderUsdPerMwh, deliveredUsdPerMwh, demandChargeUsdPerMwMonth };
}
