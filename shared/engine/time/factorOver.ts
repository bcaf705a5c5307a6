import { pow } from '../numeric/elementary.ts';

/** R1.4 What a factor per year makes of 1 in a whole number of months: factor^(months/12). */
export type FactorOver = (factorPerYear: number, months: number) => number;

/**
 * R1.4 factor^(months/12), worked out anew.
 * @example factorOver(1.21, 6) // → 1.1
 */
export const factorOver: FactorOver = (factorPerYear, months) => pow(factorPerYear, months / 12);

const mostFactors = 32;
/** Horizon of a hundred years and its forward months; what is older is rare. */
const tabledMonths = 1212;

/** R1.4 The same from a table that fills while it is used: blocks of a site age, grow and default at few rates. */
export function createFactorTable(): FactorOver {
  const tables = new Map<number, number[]>();
  return (factorPerYear, months) => {
    if (months < 0 || months >= tabledMonths) return factorOver(factorPerYear, months);
    const table = tables.get(factorPerYear) ?? [];
    const known = table[months];
    if (known !== undefined) return known;
    if (table.length === 0) {
      if (tables.size >= mostFactors) tables.clear();
      tables.set(factorPerYear, table);
    }
    for (let month = table.length; month <= months; month += 1) table.push(factorOver(factorPerYear, month));
    return table[months] ?? NaN;
  };
}
