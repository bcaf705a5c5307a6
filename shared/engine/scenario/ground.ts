import type { SiteEvidence } from '../analysis/evidence.ts';
import { forwardMonths, parseMonth } from '../time/months.ts';
import type { Shock } from './scenario.ts';

/** What shocks are laid on: the months of a case and what is known of its site. */
export interface ShockGround {
  readonly shocks: readonly Shock[];
  readonly firstMonth: number;
  readonly horizonMonths: number;
  /** R1.6 Months that are computed, those beyond the horizon included. */
  readonly months: number;
  readonly contracts: SiteEvidence['contracts'];
  /** R4.26 Whether the site stands below "approved"; undefined where its rung is not known. */
  readonly isBelowApproved: boolean | undefined;
}

/** Evidence as far as shocks need it. */
export type ShockEvidence = Pick<SiteEvidence, 'valuationMonth'> &
  Partial<Pick<SiteEvidence, 'scenario' | 'contracts' | 'facts'>>;

/** R4.26 Contracted or energised MW are above the rung "approved"; with neither known the rung is not known. */
function belowApproved(facts: SiteEvidence['facts']): boolean | undefined {
  const known = facts.filter(({ field }) => field === 'contracted_mw' || field === 'energised_mw');
  if (known.some(({ value }) => value > 0)) return false;
  const isRequested = facts.some(({ field, value }) => field === 'requested_mw' && value > 0);
  return known.length > 0 || isRequested ? true : undefined;
}

/**
 * R7.3b What the shocks of a site's scenario are laid on.
 * @param horizonMonths T
 * @returns undefined where there is no shock, or the months are not known
 */
export function groundOf(
  { valuationMonth, scenario, contracts = [], facts = [] }: ShockEvidence,
  horizonMonths: number | null | undefined,
): ShockGround | undefined {
  const firstMonth = parseMonth(valuationMonth);
  const shocks = scenario?.shocks ?? [];
  if (shocks.length === 0 || firstMonth === undefined || !horizonMonths) return undefined;
  const isBelowApproved = belowApproved(facts);
  const months = horizonMonths + forwardMonths;
  return { shocks, firstMonth, horizonMonths, months, contracts, isBelowApproved };
}
