/** R3.2, R3.4 What a machine earns and costs per PH/s and day, and its shut-down power price. */
export interface MiningBreakEven {
  readonly powerCostUsdPerPhDay: number;
  readonly grossMarginUsdPerPhDay: number;
  readonly breakevenUsdPerKwh: number;
  readonly revenueUsdPerMwh: number;
}

/**
 * R3.2, R3.4 1 PH/s at e J/TH draws e kW: cost e·24·price a day; shut-down price hashprice/(24·e).
 * @param efficiencyJPerTh e, above 0
 * @example miningBreakEven(20, 0.05, 48) // → { powerCostUsdPerPhDay: 24, grossMarginUsdPerPhDay: 24,
 *   breakevenUsdPerKwh: 0.1, revenueUsdPerMwh: 100 }
 */
export function miningBreakEven(
  efficiencyJPerTh: number,
  powerPriceUsdPerKwh: number,
  hashpriceUsdPerPhDay: number,
): MiningBreakEven {
  const powerCostUsdPerPhDay = efficiencyJPerTh * 24 * powerPriceUsdPerKwh;
  const breakevenUsdPerKwh = hashpriceUsdPerPhDay / (24 * efficiencyJPerTh);
  return {
    powerCostUsdPerPhDay,
    grossMarginUsdPerPhDay: hashpriceUsdPerPhDay - powerCostUsdPerPhDay,
    breakevenUsdPerKwh,
    revenueUsdPerMwh: breakevenUsdPerKwh * 1000,
  };
}
