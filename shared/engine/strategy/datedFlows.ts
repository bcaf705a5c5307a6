import { exp, log, pow } from '../numeric/elementary.ts';
import { signChanges } from '../numeric/polynomial.ts';
import { rootsWithin, type Curve } from '../numeric/roots.ts';

/*
 * R1.2 Dated lists that a user enters, actual/365 from the first date. Never mixed with monthly flows in
 * one figure.
 */

const machineEpsilon = 2.220446049250313e-16;
const lowestRate = -0.99;
const highestRate = 1e5;

/**
 * R1.2 Net present value of dated flows: Σ cf[i]/(1+r)^(days from the first date/365).
 * @param dayNumbers day of each flow, counted from any fixed day
 * @param ratePerYear r, above −1
 * @example datedNpv([-100, 132], [0, 365], 0.1) // → 20
 */
export function datedNpv(
  flows: readonly number[],
  dayNumbers: readonly number[],
  ratePerYear: number,
): number {
  let sum = 0;
  for (const [index, flow] of flows.entries()) {
    sum += flow * pow(1 + ratePerYear, -yearsSinceFirst(dayNumbers, index));
  }
  return sum;
}

function yearsSinceFirst(dayNumbers: readonly number[], index: number): number {
  return ((dayNumbers[index] ?? 0) - (dayNumbers[0] ?? 0)) / 365;
}

/** The NPV of dated flows over t = ln(1+r): Σ cf[i]·e^(−years·t). */
function datedCurve(flows: readonly number[], years: readonly number[]): Curve {
  const sumOf = (term: (flow: number, year: number) => number): number =>
    flows.reduce((sum, flow, index) => sum + term(flow, years[index] ?? 0), 0);
  const value = (t: number): number => sumOf((flow, year) => flow * exp(-year * t));
  const slope = (t: number): number => sumOf((flow, year) => -year * flow * exp(-year * t));
  const noise = (t: number): number =>
    sumOf((flow, year) => Math.abs(flow) * exp(-year * t) * (2 + Math.abs(year * t))) * 4 * machineEpsilon;
  return {
    value,
    slope,
    noise,
    survey: (low, centre, high) => ({
      value: value(centre),
      slope: slope(centre),
      noise: noise(centre),
      curvatureBound: sumOf(
        (flow, year) => Math.abs(flow) * year * year * Math.max(exp(-year * low), exp(-year * high)),
      ),
    }),
    derivative: () =>
      datedCurve(
        flows.map((flow, index) => -flow * (years[index] ?? 0)),
        years,
      ),
  };
}

/**
 * R1.2 All internal rates of return of dated flows between −99 % and 10,000,000 % a year, ascending.
 * @param dayNumbers day of each flow, counted from any fixed day
 * @throws RangeError where the flows are too many or too unequal for the search to stay finite
 * @example datedIrrs([-100, 110], [0, 365]) // → [0.1]
 */
export function datedIrrs(flows: readonly number[], dayNumbers: readonly number[]): number[] {
  if (signChanges(inOrderOfTime(flows, dayNumbers)) === 0) return [];
  const years = flows.map((_flow, index) => yearsSinceFirst(dayNumbers, index));
  const roots = rootsWithin(datedCurve(flows, years), log(1 + lowestRate), log(1 + highestRate));
  return roots.map(({ x }) => exp(x) - 1);
}

/** One flow for each day, in the order of the days: two flows of one day are one. */
function inOrderOfTime(flows: readonly number[], dayNumbers: readonly number[]): number[] {
  const byDay = new Map<number, number>();
  for (const [index, flow] of flows.entries()) {
    const day = dayNumbers[index] ?? 0;
    byDay.set(day, (byDay.get(day) ?? 0) + flow);
  }
  return [...byDay].toSorted(([a], [b]) => a - b).map(([, flow]) => flow);
}
