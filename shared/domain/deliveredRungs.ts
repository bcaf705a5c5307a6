import type { Contract, MwLadder } from './company.ts';
import type { Figure } from './figure.ts';

/**
 * R4.26 What was announced beside what is there, on one basis each: grid MW by rung, critical IT MW of contracts. Figures
 * of two bases are never divided by each other.
 */
export interface DeliveredRung {
  readonly id: 'secured' | 'energised' | 'signed' | 'contracted' | 'billing';
  readonly basis: 'grid' | 'critical';
  readonly mw: number | null;
  /** The figure of the portfolio; null for a sum of contracts. */
  readonly figure: Figure | null;
  /** Of the rung announced on the same basis; null where either is unknown or nothing was announced. */
  readonly shareOfAnnounced: number | null;
}

function valueOf(figure: Figure | null): number | null {
  return figure?.state === 'known' ? figure.value : null;
}

function shareOf(mw: number | null, announced: number | null): number | null {
  return mw === null || announced === null || announced <= 0 ? null : mw / announced;
}

export interface DeliveredRungs {
  readonly rungs: readonly DeliveredRung[];
  /** Signed contracts that count in sums, and how many of them state their critical IT MW. */
  readonly signedContracts: number;
  readonly withMw: number;
}

/** The rungs of a company: pipeline is what was announced on the grid, signed contracts on critical IT. */
export function deliveredRungs(ladder: MwLadder, contracts: readonly Contract[]): DeliveredRungs {
  const counted = contracts.filter(({ countsInSums }) => countsInSums);
  const known = counted.flatMap(({ itLoadMw }) => itLoadMw ?? []);
  const signedMw = known.length === 0 ? null : known.reduce((sum, mw) => sum + mw, 0);
  const contractedMw = valueOf(ladder.contractedItMw);
  // A company's own figure of what is contracted covers contracts that it does not publish one by one.
  const announcedItMw = contractedMw ?? signedMw;
  const securedMw = valueOf(ladder.securedMw);
  const onGrid = (id: 'secured' | 'energised', figure: Figure | null): DeliveredRung => {
    const mw = valueOf(figure);
    return { id, basis: 'grid', mw, figure, shareOfAnnounced: shareOf(mw, securedMw) };
  };
  const onIt = (id: 'contracted' | 'billing', figure: Figure | null): DeliveredRung => {
    const mw = valueOf(figure);
    return { id, basis: 'critical', mw, figure, shareOfAnnounced: shareOf(mw, announcedItMw) };
  };
  return {
    rungs: [
      onGrid('secured', ladder.securedMw),
      onGrid('energised', ladder.energisedMw),
      {
        id: 'signed',
        basis: 'critical',
        mw: signedMw,
        figure: null,
        shareOfAnnounced: shareOf(signedMw, announcedItMw),
      },
      onIt('contracted', ladder.contractedItMw),
      onIt('billing', ladder.billingItMw),
    ],
    signedContracts: counted.length,
    withMw: known.length,
  };
}
