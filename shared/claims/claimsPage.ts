import type { ClaimWord } from '../engine/claims/claimWord.ts';

/*
 * The claims on trial as data: every displayed string. The screen draws it, a briefing prints it.
 */

export const claimIds = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'C11', 'C12'] as const;
export type ClaimId = (typeof claimIds)[number];

/** A number that speaks to a claim, or the word that it is missing. */
export interface ClaimFigure {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly basis: string;
  /** "36 of 40 sites"; empty where a single figure covers itself. */
  readonly coverage: string;
  readonly asOf: string;
  readonly isMissing?: boolean;
}

/** Where a figure comes from. */
export interface ClaimLink {
  readonly kind: 'portfolio' | 'company' | 'site' | 'backcast';
  readonly id: string;
  readonly label: string;
}

export interface TriedClaim {
  readonly id: ClaimId;
  readonly claim: string;
  readonly word: ClaimWord;
  readonly wordText: string;
  readonly finding: string;
  readonly figures: readonly ClaimFigure[];
  /** What is not known, in words. */
  readonly missing: readonly string[];
  readonly links: readonly ClaimLink[];
}

/** A claim that is not tried here, with what it would need or why it is left out. */
export interface OpenClaim {
  readonly id: ClaimId;
  readonly claim: string;
  readonly reason: string;
}

export interface ClaimsPage {
  readonly tried: readonly TriedClaim[];
  /** Claims that make no sense for this subject. */
  readonly leftOut: readonly OpenClaim[];
  readonly untried: readonly OpenClaim[];
}
