/** Expected hashes per unit of difficulty (source: Bitcoin Core, target of difficulty 1). */
export const hashesPerDifficulty = 4294967296;

/**
 * R2.3 Network hash rate that a difficulty implies at a block spacing: D·2^32/τ.
 * @param difficulty D
 * @param blockIntervalS τ [s], above 0
 * @returns hash rate [EH/s]
 * @example impliedHashrateEhS(1e12, 600) // → 7.158278826666667
 */
export function impliedHashrateEhS(difficulty: number, blockIntervalS: number): number {
  return (difficulty * hashesPerDifficulty) / blockIntervalS / 1e18;
}

/**
 * R2.3 Difficulty at which a network hash rate finds blocks at a spacing: H·1e18·τ/2^32.
 * @param hashrateEhS H [EH/s]
 * @param blockIntervalS τ [s]
 * @example difficultyOf(600, 600) // → 83819031715393.06
 */
export function difficultyOf(hashrateEhS: number, blockIntervalS: number): number {
  return (hashrateEhS * 1e18 * blockIntervalS) / hashesPerDifficulty;
}
