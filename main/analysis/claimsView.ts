import type { ClaimsFacts } from '../../shared/domain/claims.ts';
import { lastHalvingMonth } from '../../shared/engine/claims/incomeClaim.ts';
import type { ReadableDb } from '../db/access.ts';
import { listNetworkMonths } from '../db/repositories/backcastRepository.ts';
import { allContracts } from '../db/repositories/contractRepository.ts';
import { shownMargins } from './backcastPage.ts';
import { marketMargins } from './backcastView.ts';

/** P61 What the claims rest on besides the sites and companies. */
export function claimsFacts(db: ReadableDb): ClaimsFacts {
  return {
    contracts: allContracts(db),
    margins: shownMargins(marketMargins(db)),
    lastHalvingMonth: lastHalvingMonth(listNetworkMonths(db)) ?? null,
  };
}
