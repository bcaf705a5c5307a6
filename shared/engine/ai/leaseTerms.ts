import type { Lease } from '../strategy/serviceInput.ts';
import { factorOver, type FactorOver } from '../time/factorOver.ts';
import { pathAt, stepFactor, valueInMonth } from '../time/path.ts';
import { rampAt } from './timeline.ts';

/** R4.13, R4.15 A stretch of months with one rent: the base term or one renewal. */
export interface LeasePeriod {
  readonly startMonth: number;
  readonly endMonth: number;
  /** Rent of the period's first year [USD/kW-month] */
  readonly rentUsdPerKwMonth: number;
  readonly escalatorPerYear: number;
  /** Probability that the lease gets this far, defaults apart. */
  readonly probability: number;
  readonly isBaseTerm: boolean;
}

/**
 * R4.13 Rent of a period in a month: the first year's, stepped on each anniversary [USD/kW-month].
 * @example rentOfPeriod({ startMonth: 10, rentUsdPerKwMonth: 100, escalatorPerYear: 0.1 }, 22) // → 110
 */
export function rentOfPeriod(period: LeasePeriod, month: number): number {
  return period.rentUsdPerKwMonth * stepFactor(period.escalatorPerYear, month - period.startMonth);
}

/**
 * R4.13, R4.15 Base term and renewals in order. A renewal starts downtimeMonths after the period before;
 * its rent is (1−λ)·passing + λ·market(start), passing being the rent of the last month of the period
 * before.
 * @param billingStart B
 */
export function leasePeriods(lease: Lease, billingStart: number): LeasePeriod[] {
  let last: LeasePeriod = {
    startMonth: billingStart,
    endMonth: billingStart + lease.termMonths,
    rentUsdPerKwMonth: lease.rentUsdPerKwMonth,
    escalatorPerYear: lease.escalatorPerYear,
    probability: 1,
    isBaseTerm: true,
  };
  const periods = [last];
  for (const renewal of lease.renewals) {
    const startMonth = last.endMonth + renewal.downtimeMonths;
    const passing = rentOfPeriod(last, Math.max(last.startMonth, last.endMonth - 1));
    const toMarket = renewal.markToMarketShare;
    const market = pathAt(renewal.marketRentUsdPerKwMonth, Math.max(0, startMonth));
    last = {
      startMonth,
      endMonth: startMonth + renewal.termMonths,
      rentUsdPerKwMonth: (1 - toMarket) * passing + toMarket * market,
      escalatorPerYear: renewal.escalatorPerYear,
      probability: last.probability * renewal.probability,
      isBaseTerm: false,
    };
    periods.push(last);
  }
  return periods;
}

/**
 * R4.16 Probability that the tenant still pays in month k of billing: (1−d)^(k/12).
 * @param factor where the probabilities may be looked up
 * @example survivalAt(0.19, 6) // → 0.9
 */
export function survivalAt(
  defaultProbabilityPerYear: number,
  monthOfBilling: number,
  factor: FactorOver = factorOver,
): number {
  return defaultProbabilityPerYear === 0 ? 1 : factor(1 - defaultProbabilityPerYear, monthOfBilling);
}

/**
 * R4.16, R7.2g Probability that the tenant still pays in month k of risk; where the default is an event, 1 before its
 * month and 0 from it on.
 * @example survivalOfLease({ tenantDefaultProbabilityPerYear: 0.5, tenantDefaultMonth: 7 }, 6) // → 1
 */
export function survivalOfLease(lease: Lease, monthOfRisk: number, factor: FactorOver = factorOver): number {
  const { tenantDefaultProbabilityPerYear: probability, tenantDefaultMonth: event } = lease;
  if (event === undefined || event === null) return survivalAt(probability, monthOfRisk, factor);
  return monthOfRisk < event ? 1 : 0;
}

/**
 * R7.3d Probability that the tenant still pays in months 0, 1, … of its risk where the yearly default probability differs
 * from month to month: Π (1−d)^(1/12) over the months after the first.
 * @param yearly default probability by month of the case
 * @param startMonth month of the case in which the risk begins
 * @param months how many of its months
 * @example survivalByMonth([0.5, 0, 0], 0, 2) // → [1, 1]
 */
export function survivalByMonth(
  yearly: readonly number[],
  startMonth: number,
  months: number,
  factor: FactorOver = factorOver,
): Float64Array {
  const survival = new Float64Array(Math.max(0, months));
  let paid = 1;
  for (let month = 0; month < survival.length; month += 1) {
    if (month > 0) paid *= survivalAt(valueInMonth(yearly, startMonth + month, 0), 1, factor);
    survival[month] = paid;
  }
  return survival;
}

/**
 * R4.13 Contractual rent of the whole base term, ramp included, defaults apart.
 * @param fullKw critical IT at full ramp [kW]
 * @returns [USD]
 * @example baseTermContractValueUsd({ rentUsdPerKwMonth: 100, escalatorPerYear: 0, termMonths: 24,
 *   freeRentMonths: 2 }, [1], 1000) // → 2.2e6
 */
export function baseTermContractValueUsd(lease: Lease, rampShare: readonly number[], fullKw: number): number {
  let sum = 0;
  for (let month = lease.freeRentMonths; month < lease.termMonths; month += 1) {
    const rent = lease.rentUsdPerKwMonth * stepFactor(lease.escalatorPerYear, month);
    sum += rent * fullKw * rampAt(rampShare, month);
  }
  return sum;
}

/**
 * R4.13 Year-1 rent of an announced total over N whole years: total·g/(12·kW·((1+g)^N − 1)); without
 * growth, the mean.
 * @param totalUsd announced contract value [USD]
 * @param years N, whole
 * @param escalatorPerYear g
 * @param kw contracted critical IT [kW]
 * @returns [USD/kW-month]
 * @example yearOneRentUsdPerKwMonth(1.2e9, 10, 0, 50000) // → 200
 */
export function yearOneRentUsdPerKwMonth(
  totalUsd: number,
  years: number,
  escalatorPerYear: number,
  kw: number,
): number {
  if (escalatorPerYear === 0) return totalUsd / (12 * kw * years);
  return (totalUsd * escalatorPerYear) / (12 * kw * (stepFactor(escalatorPerYear, 12 * years) - 1));
}
