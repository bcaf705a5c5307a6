import type { PowerSeries } from '../mining/power.ts';
import { lineOf, type LineSheet } from '../strategy/lineSheet.ts';
import type { AiBlock } from '../strategy/blockInput.ts';
import { stepFactor } from '../time/path.ts';
import type { AiDates } from './timeline.ts';

/**
 * R4.7, R4.11 Costs that an AI hall has whatever is let: opex, property tax and insurance from
 * energisation on, the demand charge from the month in which the block holds the power.
 * @param criticalItMw MW of critical IT
 * @param grossUsd gross build cost [USD]
 */
export function postHallCosts(
  sheet: LineSheet,
  block: AiBlock,
  dates: AiDates,
  power: PowerSeries,
  { criticalItMw, grossUsd }: { criticalItMw: number; grossUsd: number },
): void {
  const { opex, powerMw } = block;
  const months = sheet.calendar.computedMonths;
  const demandCharge = lineOf(sheet, 'demandChargeUsd');
  for (let month = dates.holdsPowerFrom; month < months; month += 1) {
    demandCharge[month] = -(power.demandChargeUsdPerMwMonth[month] ?? 0) * powerMw;
  }
  const shareOfCapex = opex.propertyTaxShareOfCapexPerYear + opex.insuranceShareOfCapexPerYear;
  const aiOpex = lineOf(sheet, 'aiOpexUsd');
  const propertyTaxInsurance = lineOf(sheet, 'propertyTaxInsuranceUsd');
  for (let month = Math.max(0, dates.energisation); month < months; month += 1) {
    aiOpex[month] = -opex.opexUsdPerMwItMonth * criticalItMw * stepFactor(opex.opexInflationPerYear, month);
    propertyTaxInsurance[month] = (-shareOfCapex / 12) * grossUsd;
  }
}
