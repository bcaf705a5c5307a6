/** R8.1 Prices of an attack. */
export interface AttackPrices {
  readonly efficiencyJPerTh: number;
  readonly powerPriceUsdPerKwh: number;
  readonly rentalUsdPerPhDay: number;
  readonly hardwareUsdPerTh: number;
}

/** R8.1 Cost of the hash rate of an attacker. */
export interface AttackCost {
  readonly attackerEhS: number;
  readonly powerMw: number;
  readonly electricityUsdPerHour: number;
  readonly rentalUsdPerHour: number;
  readonly hardwareUsd: number;
}

/**
 * R8.1 Cost of holding a hash rate for an attack: MW = EH/s·J/TH; USD/h = MW·1000·USD/kWh owned, or
 * PH/s·rental/24 rented. A lower bound: no sites, no lead time, no loss on resale.
 * @param attackerEhS hash rate of the attacker [EH/s]
 * @example attackCost(2, { efficiencyJPerTh: 20, powerPriceUsdPerKwh: 0.05, rentalUsdPerPhDay: 48,
 *   hardwareUsdPerTh: 15 }).electricityUsdPerHour // → 2000
 */
export function attackCost(attackerEhS: number, prices: AttackPrices): AttackCost {
  const powerMw = attackerEhS * prices.efficiencyJPerTh;
  return {
    attackerEhS,
    powerMw,
    electricityUsdPerHour: powerMw * 1000 * prices.powerPriceUsdPerKwh,
    rentalUsdPerHour: (attackerEhS * 1000 * prices.rentalUsdPerPhDay) / 24,
    hardwareUsd: attackerEhS * 1e6 * prices.hardwareUsdPerTh,
  };
}

/**
 * R8.1 New hash rate that gives an attacker a share q of the total against an unchanged network H:
 * H·q/(1−q).
 * @example addedAttackerEhS(300, 0.25) // → 100
 */
export function addedAttackerEhS(networkHashrateEhS: number, share: number): number {
  return (networkHashrateEhS * share) / (1 - share);
}
