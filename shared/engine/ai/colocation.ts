import type { PowerSeries } from '../mining/power.ts';
import type { FactorOver } from '../time/factorOver.ts';
import { valueInMonth } from '../time/path.ts';
import { lineAt, lineOf, type LineSheet } from '../strategy/lineSheet.ts';
import type { ColocationBlock } from '../strategy/blockInput.ts';
import { tenantFundedCapexOf } from './capex.ts';
import {
  leasePeriods,
  rentOfPeriod,
  survivalByMonth,
  survivalOfLease,
  type LeasePeriod,
} from './leaseTerms.ts';
import { postManagedHosting } from './managedHosting.ts';
import { rampAt, type AiDates } from './timeline.ts';

/** What the lease lines of a colocation block need from the rest of the block. */
export interface LeaseSurroundings {
  readonly dates: AiDates;
  readonly criticalItMw: number;
  readonly power: PowerSeries;
  readonly tenantFundedUsd: number;
  readonly factorOver: FactorOver;
}

const reimbursed = {
  tripleNet: { power: 1, opex: 1 },
  modifiedGross: { power: 1, opex: 0 },
  gross: { power: 0, opex: 0 },
} as const;

/**
 * R4.13 – R4.19 Lines of a lease: rent, backstop, recovery, tenant credit, energy, pass-throughs,
 * management fee, and what is billed. Months before the valuation date of a lease in service (R4.10a) only use up the
 * tenant's credit. Reads the hall costs of the sheet, which must be posted first.
 * @returns the quantity of the levelised cost by month: billed kW less the fee's share of the rented kW
 * (R5.14)
 */
export function postLease(sheet: LineSheet, block: ColocationBlock, around: LeaseSurroundings): Float64Array {
  const months = sheet.calendar.computedMonths;
  const pricedKw = new Float64Array(months);
  const lines = leaseLinesOf(sheet);
  const survivalOf = survivalOfMonth(block, around, months);
  let tenantBalanceUsd = around.tenantFundedUsd;
  for (const period of leasePeriods(block.lease, around.dates.billingStart)) {
    for (let month = period.startMonth; month < Math.min(period.endMonth, months); month += 1) {
      const capKw =
        around.criticalItMw * 1000 * rampAt(block.timeline.rampShare, month - around.dates.billingStart);
      const isFree = period.isBaseTerm && month - period.startMonth < block.lease.freeRentMonths;
      const factor = valueInMonth(block.byMonth?.rentFactor, month, 1);
      const rentUsd = isFree ? 0 : rentOfPeriod(period, month) * factor * capKw;
      const capShare = period.isBaseTerm ? (tenantFundedCapexOf(block)?.capShare ?? 0) : 0;
      const creditUsd = Math.min(Math.max(0, capShare * rentUsd), tenantBalanceUsd);
      tenantBalanceUsd -= creditUsd;
      if (month < 0) continue;
      postLeaseMonth(
        sheet,
        lines,
        block,
        around,
        { period, month, capKw, isFree, rentUsd, creditUsd, survival: survivalOf(month) },
        pricedKw,
      );
    }
  }
  return pricedKw;
}

/** R4.16, R7.2g, R7.3d Probability that the tenant still pays in a month; a drawn default stands above all probabilities. */
function survivalOfMonth(
  { lease, byMonth }: ColocationBlock,
  { dates, factorOver }: LeaseSurroundings,
  months: number,
): (month: number) => number {
  // The tenant of a hall in service is known to have survived until the valuation date.
  const riskStart = Math.max(0, dates.billingStart);
  const yearly = byMonth?.tenantDefaultProbabilityPerYear;
  const isDrawn = lease.tenantDefaultMonth !== undefined && lease.tenantDefaultMonth !== null;
  if (!yearly || isDrawn) return (month) => survivalOfLease(lease, month - riskStart, factorOver);
  const survival = survivalByMonth(yearly, riskStart, months - riskStart, factorOver);
  return (month) => survival[month - riskStart] ?? 1;
}

/** The lines of every month, looked up once. */
function leaseLinesOf(sheet: LineSheet) {
  return {
    rentUsd: lineOf(sheet, 'rentUsd'),
    backstopUsd: lineOf(sheet, 'backstopUsd'),
    defaultRecoveryUsd: lineOf(sheet, 'defaultRecoveryUsd'),
    tenantCapexCreditUsd: lineOf(sheet, 'tenantCapexCreditUsd'),
    managementFeeUsd: lineOf(sheet, 'managementFeeUsd'),
    occupancy: lineOf(sheet, 'occupancy'),
    billedKw: lineOf(sheet, 'billedKw'),
    gridEnergyMwh: lineOf(sheet, 'gridEnergyMwh'),
    aiPowerUsd: lineOf(sheet, 'aiPowerUsd'),
    powerReimbursementUsd: lineOf(sheet, 'powerReimbursementUsd'),
    opexReimbursementUsd: lineOf(sheet, 'opexReimbursementUsd'),
  };
}

type LeaseLines = ReturnType<typeof leaseLinesOf>;

interface LeaseMonth {
  readonly period: LeasePeriod;
  readonly month: number;
  readonly capKw: number;
  readonly isFree: boolean;
  /** Contractual rent [USD] */
  readonly rentUsd: number;
  /** Contractual credit for the tenant's part of the build [USD] */
  readonly creditUsd: number;
  /** Probability that the tenant still pays */
  readonly survival: number;
}

function postLeaseMonth(
  sheet: LineSheet,
  lines: LeaseLines,
  block: ColocationBlock,
  { dates, power, criticalItMw }: LeaseSurroundings,
  { period, month, capKw, isFree, rentUsd, creditUsd, survival }: LeaseMonth,
  pricedKw: Float64Array,
): void {
  const { lease, opex } = block;
  const monthOfBilling = month - dates.billingStart;
  const letShare = valueInMonth(block.byMonth?.letShare, month, 1);
  const weight = survival * period.probability * letShare;
  const lost = period.isBaseTerm ? (1 - survival) * letShare : 0;
  const backstop = lease.backstop && monthOfBilling < lease.backstop.tenorMonths ? lease.backstop.share : 0;
  const recovery = (1 - backstop) * lease.recoveryShare;
  lines.rentUsd[month] = rentUsd * weight;
  lines.backstopUsd[month] = (rentUsd - creditUsd) * lost * backstop;
  lines.defaultRecoveryUsd[month] = (rentUsd - creditUsd) * lost * recovery;
  lines.tenantCapexCreditUsd[month] = -creditUsd * weight;
  lines.managementFeeUsd[month] = -opex.managementFeeShareOfRevenue * rentUsd * weight;
  lines.occupancy[month] = weight;
  const billedKw = isFree ? 0 : capKw * (weight + lost * (backstop + recovery));
  lines.billedKw[month] = billedKw;
  const shareOfPrice = opex.managementFeeShareOfRevenue + (lease.managedHosting?.slaCreditShare ?? 0);
  pricedKw[month] = billedKw - (isFree ? 0 : shareOfPrice * capKw * weight);
  const runningShare = rampAt(block.timeline.rampShare, monthOfBilling) * weight;
  postManagedHosting(sheet, lease, opex, { month, monthOfBilling, criticalItMw, runningShare, isFree });
  postTenantCosts(sheet, lines, block, month, power, capKw, weight);
}

/** R4.14 Energy of the tenant and what the tenant pays back of the hall's costs. */
function postTenantCosts(
  sheet: LineSheet,
  lines: LeaseLines,
  block: ColocationBlock,
  month: number,
  power: PowerSeries,
  capKw: number,
  weight: number,
): void {
  const { lease } = block;
  const hours = sheet.calendar.hours[month] ?? 0;
  const pue = valueInMonth(block.byMonth?.pue, month, block.pue);
  const energyMwh = (capKw / 1000) * weight * lease.tenantLoadFactor * pue * hours;
  const energyUsd = energyMwh * (power.deliveredUsdPerMwh[month] ?? 0);
  const part = reimbursed[lease.passThrough];
  const demandChargeUsd = -lineAt(sheet, 'demandChargeUsd', month);
  const hallUsd = -(lineAt(sheet, 'aiOpexUsd', month) + lineAt(sheet, 'propertyTaxInsuranceUsd', month));
  lines.gridEnergyMwh[month] = energyMwh;
  lines.aiPowerUsd[month] = -energyUsd;
  lines.powerReimbursementUsd[month] = part.power * (energyUsd + demandChargeUsd * weight);
  lines.opexReimbursementUsd[month] = part.opex * weight * hallUsd;
}
