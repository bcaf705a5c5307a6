/*
 * R2.5a How the network's hash rate goes on, where the analyst chose another way than the responsive one.
 */

export const difficultyRules = ['responsive', 'constant', 'table'] as const;
export type DifficultyRule = (typeof difficultyRules)[number];

/** One row of the analyst's table: the network's mean hash rate of a month "YYYY-MM". */
export interface DifficultyPoint {
  readonly month: string;
  readonly hashrateEhS: number;
}

/** A choice as it is stored; the responsive rule is none, so that a site without a choice keeps the name of its run. */
export type DifficultyChoice =
  | { readonly rule: 'constant' }
  | { readonly rule: 'table'; readonly points: readonly DifficultyPoint[] };

/** A choice with who made it and when. */
export type EvidenceDifficulty = DifficultyChoice & {
  readonly enteredBy: string | null;
  readonly enteredAt: string;
};

/** What the analysis of a site says of its mining market. */
export interface MarketOfSite {
  readonly rule: DifficultyRule;
  /** R2.5a Whether the hash rate stands still over the whole horizon, which no market has shown. */
  readonly isConstant: boolean;
  readonly points: readonly DifficultyPoint[];
  /** R2.1a null where it is not known */
  readonly blockIntervalS: number | null;
  readonly enteredBy: string | null;
  readonly enteredAt: string | null;
}
