/**
 * Share of the first year in which an asset is deemed in service: half, or from the middle of its quarter
 * on.
 */
export type FirstYearConvention =
  | { readonly kind: 'halfYear' }
  | { readonly kind: 'midQuarter'; readonly quarter: number };

const lifeYears = 5;
const decliningRate = 0.4;

function firstYearShare(convention: FirstYearConvention): number {
  return convention.kind === 'halfYear' ? 0.5 : (4.5 - convention.quarter) / 4;
}

/**
 * R3.5 Book value at the end of each year of an asset on five-year MACRS: 200 % declining balance,
 * straight line over what is left of the life as soon as that is more. Unrounded, unlike the tax tables
 * (R5.9).
 * @param costUsd cost at year 0
 * @returns values of years 0 … 6 [USD]
 * @example macrs5BookValues(1000, { kind: 'halfYear' }) // → [1000, 800, 480, 288, 172.8, 57.6, 0]
 */
export function macrs5BookValues(costUsd: number, convention: FirstYearConvention): number[] {
  const values = [costUsd];
  let book = costUsd;
  let yearsLeft = lifeYears;
  let inService = firstYearShare(convention);
  while (yearsLeft > 1e-9) {
    const declining = book * decliningRate * inService;
    const straight = (book / yearsLeft) * Math.min(inService, yearsLeft);
    book -= Math.max(declining, straight);
    yearsLeft -= inService;
    inService = 1;
    values.push(book);
  }
  return values;
}

/**
 * R3.5 Book value at the end of each year, straight line.
 * @returns values of years 0 … lifeYears [USD]
 * @example straightLineBookValues(1000, 4) // → [1000, 750, 500, 250, 0]
 */
export function straightLineBookValues(costUsd: number, years: number): number[] {
  return Array.from({ length: years + 1 }, (_, year) => costUsd - (costUsd * year) / years);
}
