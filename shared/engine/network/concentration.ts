/** R8.1 Measures of concentration of a list of holdings. */
export interface Concentration {
  /** Herfindahl–Hirschman index, 10000 for a monopoly. */
  readonly hhi: number;
  readonly nakamoto51: number;
  readonly nakamoto33: number;
  readonly effectiveNumber: number;
  readonly normalisedHhi: number | null;
  readonly gini: number;
  readonly top1: number;
  readonly top3: number;
}

/** Shares that miss a threshold by rounding only do not pass it. */
const roundingAllowance = 1e-12;

/** R8.1 Least number of largest holders whose joint share is strictly above a threshold. */
function holdersAbove(sharesDescending: readonly number[], threshold: number): number {
  let sum = 0;
  for (const [index, share] of sharesDescending.entries()) {
    sum += share;
    if (sum > threshold + roundingAllowance) return index + 1;
  }
  return sharesDescending.length;
}

/**
 * R8.1 Concentration of holdings, which are brought to a sum of 1: HHI = Σ s² (× 10000), effective number
 * 1/Σs², normalised HHI (Σs² − 1/n)/(1 − 1/n), Gini coefficient over the given n.
 * @param holdings not negative, in any unit
 * @returns undefined where nothing is held
 * @example concentrationOf([50, 30, 20]).hhi // → 3800
 */
export function concentrationOf(holdings: readonly number[]): Concentration | undefined {
  const total = holdings.reduce((sum, holding) => sum + holding, 0);
  if (!(total > 0)) return undefined;
  const shares = holdings.map((holding) => holding / total).toSorted((a, b) => b - a);
  const count = shares.length;
  const squares = shares.reduce((sum, share) => sum + share * share, 0);
  const ranked = shares.reduce((sum, share, index) => sum + (count - 1 - 2 * index) * share, 0);
  return {
    hhi: squares * 10_000,
    nakamoto51: holdersAbove(shares, 1 / 2),
    nakamoto33: holdersAbove(shares, 1 / 3),
    effectiveNumber: 1 / squares,
    normalisedHhi: count > 1 ? (squares - 1 / count) / (1 - 1 / count) : null,
    gini: ranked / count,
    top1: shares[0] ?? 0,
    top3: shares.slice(0, 3).reduce((sum, share) => sum + share, 0),
  };
}
