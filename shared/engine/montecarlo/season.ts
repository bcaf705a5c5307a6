/**
 * ERCOT hub average by calendar month, January first, June 2022 to October 2025 [USD/MWh].
 * Source: calibration.json, energy.ercot_mean_by_calendar_month; a test holds the two together.
 */
export const ercotMeanUsdPerMwh: readonly number[] = [
  28.5613, 21.7978, 25.6017, 25.3192, 34.3494, 46.5259, 60.4973, 89.1418, 51.7832, 33.3904, 33.3862, 33.2974,
];

const yearMean = ercotMeanUsdPerMwh.reduce((sum, usd) => sum + usd, 0) / 12;

/**
 * R7.2e S: factor of a calendar month on the market's power price; its mean over the year is 1.
 * @param monthCount months since year 0, January first
 * @param share A, how much of the pattern is used
 * @example seasonFactor(24318, 0) // → 1
 */
export function seasonFactor(monthCount: number, share: number): number {
  const mean = ercotMeanUsdPerMwh[((monthCount % 12) + 12) % 12] ?? yearMean;
  return 1 + share * (mean / yearMean - 1);
}
