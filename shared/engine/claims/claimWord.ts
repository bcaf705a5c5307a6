/** R5.18 What the figures of a portfolio say about a claim. */
export type ClaimWord = 'supported' | 'partly' | 'contradicted' | 'open';

/** R5.18 From this share of the cases judged on, a claim is supported. */
export const supportedFromShare = 0.75;

/** R5.18 Up to this share of the cases judged, a claim is contradicted. */
export const contradictedUpToShare = 0.25;

/** R5.18 Fewer cases judged than this share of all cases leave a claim open. */
export const leastCoverageShare = 0.5;

/** The cases of a claim: those that could be judged, how, and how many there are in all. */
export interface CaseCount {
  /** Cases in favour */
  readonly met: number;
  /** Cases between the two: a lead below the margin of R5.16 */
  readonly undecided: number;
  /** Cases that could be judged at all */
  readonly judged: number;
  readonly all: number;
}

/**
 * R5.18 Share of the cases judged that are in favour; an undecided one counts half.
 * @returns [fraction]; undefined where nothing could be judged
 * @example metShare({ met: 2, undecided: 1, judged: 4, all: 5 }) // → 0.625
 */
export function metShare({ met, undecided, judged }: CaseCount): number | undefined {
  return judged === 0 ? undefined : (met + undecided / 2) / judged;
}

/**
 * R5.18 The word for a share of cases in favour:
 *   s ≥ 0.75 supported, s ≤ 0.25 contradicted, between partly; unknown open
 * @example wordOfShare(0.75) // → 'supported'
 */
export function wordOfShare(share: number | undefined): ClaimWord {
  if (share === undefined) return 'open';
  if (share >= supportedFromShare) return 'supported';
  return share <= contradictedUpToShare ? 'contradicted' : 'partly';
}

/**
 * R5.18 The word for counted cases. What is not known never speaks for or against: with less than half of the cases
 * judged, the claim is open.
 * @example wordOfCases({ met: 3, undecided: 0, judged: 4, all: 9 }) // → 'open'
 */
export function wordOfCases(cases: CaseCount): ClaimWord {
  const isCovered = cases.all > 0 && cases.judged >= leastCoverageShare * cases.all;
  return isCovered ? wordOfShare(metShare(cases)) : 'open';
}

/**
 * R5.18 The word of a claim that has several parts: supported only where every part is, contradicted where every known
 * part is; none known is open, all else partly.
 * @example combinedWord(['supported', 'open']) // → 'partly'
 */
export function combinedWord(parts: readonly ClaimWord[]): ClaimWord {
  const known = parts.filter((word) => word !== 'open');
  if (known.length === 0) return 'open';
  if (known.every((word) => word === 'contradicted')) return 'contradicted';
  return known.length === parts.length && known.every((word) => word === 'supported')
    ? 'supported'
    : 'partly';
}
