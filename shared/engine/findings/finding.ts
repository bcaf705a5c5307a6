/*
 * What is remarkable about a case. A finding is no failure: it stands beside whatever can still be computed. Its
 * sentence, in both languages, is in shared/text/findingSentence.ts.
 */

/** R1.7, R5.3 What can be found; each has a sentence. */
export const findingCodes = [
  'noIrr',
  'severalIrrs',
  'risingIrr',
  'negativeEquity',
  'debtNeverRepaid',
  'horizonShorterThanBuild',
  'datesOutOfOrder',
  'endsUnbuilt',
  'leaseHasRunOut',
  'bookWithoutHall',
  'impossibleValue',
  'minedAfterSale',
  'zeroMw',
  'pueBelowOne',
  'criticalAboveGrid',
  'billingStartsAfterHorizon',
  'saleBeyondHorizon',
  'sunk',
  'constantDifficulty',
] as const;

export type FindingCode = (typeof findingCodes)[number];

/** A finding with what its sentence needs. Values are in the unit of their name; months count from 0. */
export interface Finding {
  readonly code: FindingCode;
  /** Id of the block, or null where the finding is of the whole site */
  readonly block: string | null;
  readonly values: Readonly<Record<string, number>>;
}
