/** Below this a pivot is the rounding of 0: the factor follows from those before it. */
const pivotNoise = 1e-12;

function isCorrelation(matrix: readonly (readonly number[])[]): boolean {
  return matrix.every(
    (row, i) =>
      row.length === matrix.length &&
      row.every((entry, j) => entry === matrix[j]?.[i] && (i === j ? entry === 1 : Math.abs(entry) <= 1)),
  );
}

/**
 * R7.2r Lower Cholesky factor L of a correlation matrix R = L·Lᵀ, row by row. A matrix that is only semidefinite has one
 * too: the column of a factor that follows from those before it is 0.
 * @param correlation symmetric, 1 on the diagonal
 * @returns undefined where no random numbers can have these correlations (an eigenvalue is negative), or where it is no
 * correlation matrix at all
 * @example choleskyFactor([[1, 0.6], [0.6, 1]])[1][1] // → 0.8
 */
export function choleskyFactor(
  correlation: readonly (readonly number[])[],
): readonly (readonly number[])[] | undefined {
  if (!isCorrelation(correlation)) return undefined;
  const factor: number[][] = [];
  for (const [i, row] of correlation.entries()) {
    const made: number[] = row.map(() => 0);
    factor.push(made);
    for (let j = 0; j <= i; j += 1) {
      const above = factor[j] ?? [];
      let rest = row[j] ?? 0;
      for (let k = 0; k < j; k += 1) rest -= (made[k] ?? 0) * (above[k] ?? 0);
      const pivot = above[j] ?? 0;
      if (i === j) {
        if (rest < -pivotNoise) return undefined;
        made[j] = rest < pivotNoise ? 0 : Math.sqrt(rest);
      } else if (pivot > 0) {
        made[j] = rest / pivot;
      } else if (Math.abs(rest) > Math.sqrt(pivotNoise)) {
        return undefined;
      }
    }
  }
  return factor;
}

/**
 * R7.2r Correlated shocks e = L·z of independent standard normal draws z, summed in the order of the factors.
 * @param factor lower Cholesky factor, row by row
 * @example correlated([[1, 0], [0.6, 0.8]], [1, 1])[1] // → 1.4
 */
export function correlated(factor: readonly (readonly number[])[], independent: ArrayLike<number>): number[] {
  return factor.map((row, i) => {
    let sum = (row[0] ?? 0) * (independent[0] ?? 0);
    for (let k = 1; k <= i; k += 1) sum += (row[k] ?? 0) * (independent[k] ?? 0);
    return sum;
  });
}
