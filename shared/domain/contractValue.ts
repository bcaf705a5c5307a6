import type { Contract } from './company.ts';

/** P2 What money is counted per: the MW that compute, or the MW at the grid. */
export const powerBases = ['critical', 'grid'] as const;
export type PowerBasis = (typeof powerBases)[number];

type Terms = Pick<Contract, 'totalContractValueUsd' | 'termYears' | 'itLoadMw' | 'grossMw'>;

/**
 * P2, R4.26 Base value of a contract per year of its term and per MW of one basis [USD/MW-year].
 * @returns null where a part of it is missing or zero; the other basis never stands in
 */
export function valueUsdPerMwYear(contract: Terms, basis: PowerBasis): number | null {
  const { totalContractValueUsd, termYears, itLoadMw, grossMw } = contract;
  const mw = basis === 'critical' ? itLoadMw : grossMw;
  if (totalContractValueUsd === null || !termYears || !mw) return null;
  return totalContractValueUsd / termYears / mw;
}
