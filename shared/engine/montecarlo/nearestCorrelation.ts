/*
 * R7.2h Nearest correlation matrix (N. J. Higham, "Computing the nearest correlation matrix", 2002): projections onto
 * the positive semidefinite matrices and onto those with a diagonal of 1 in turn, with Dykstra's correction.
 */

type Rows = number[][];
type Matrix = readonly (readonly number[])[];

function at(matrix: Matrix, row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}

function combined(size: number, of: (row: number, column: number) => number): Rows {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => of(row, column)),
  );
}

/** One rotation of Jacobi that makes entry (p, q) 0, in the matrix and in its eigenvectors. */
function rotate(matrix: Rows, vectors: Rows, p: number, q: number): void {
  const offDiagonal = at(matrix, p, q);
  if (offDiagonal === 0) return;
  const theta = (at(matrix, q, q) - at(matrix, p, p)) / (2 * offDiagonal);
  const sign = theta < 0 ? -1 : 1;
  const t = sign / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (const rows of [matrix, vectors])
    for (const row of rows) {
      const [a, b] = [row[p] ?? 0, row[q] ?? 0];
      row[p] = c * a - s * b;
      row[q] = s * a + c * b;
    }
  const [rowP, rowQ] = [matrix[p] ?? [], matrix[q] ?? []];
  for (let column = 0; column < matrix.length; column += 1) {
    const [a, b] = [rowP[column] ?? 0, rowQ[column] ?? 0];
    rowP[column] = c * a - s * b;
    rowQ[column] = s * a + c * b;
  }
}

/**
 * R7.2h Eigenvalues of a symmetric matrix, each with its vector as a column, by Jacobi's rotations.
 * @example symmetricEigen([[2, 0], [0, 3]]).values // → [2, 3]
 */
export function symmetricEigen(matrix: Matrix): { values: number[]; vectors: Rows } {
  const size = matrix.length;
  const rows = combined(size, (row, column) => at(matrix, row, column));
  const vectors = combined(size, (row, column) => (row === column ? 1 : 0));
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let offDiagonal = 0;
    for (let p = 0; p < size; p += 1)
      for (let q = p + 1; q < size; q += 1) {
        offDiagonal += at(rows, p, q) * at(rows, p, q);
        rotate(rows, vectors, p, q);
      }
    if (offDiagonal < 1e-30) break;
  }
  return { values: rows.map((row, index) => row[index] ?? 0), vectors };
}

/** A pivot that Cholesky's factor can take although rounding has touched it. */
const smallestEigenvalue = 1e-9;

/** The nearest matrix without eigenvalues below a bound. */
function withoutNegative(matrix: Matrix, lowest: number): Rows {
  const { values, vectors } = symmetricEigen(matrix);
  return combined(matrix.length, (row, column) => {
    let sum = 0;
    for (const [index, value] of values.entries())
      sum += Math.max(lowest, value) * at(vectors, row, index) * at(vectors, column, index);
    return sum;
  });
}

/**
 * R7.2h The correlation matrix nearest to a symmetric one, in the sum of squared entries.
 * @param asked symmetric
 * @returns symmetric, 1 on the diagonal, with a Cholesky factor
 * @example nearestCorrelation([[1, 0.2], [0.2, 1]])[0][1] // → 0.2
 */
export function nearestCorrelation(asked: Matrix): readonly (readonly number[])[] {
  const size = asked.length;
  let made = combined(size, (row, column) => at(asked, row, column));
  let correction = combined(size, () => 0);
  for (let step = 0; step < 2000; step += 1) {
    const before = made;
    const shifted = combined(size, (row, column) => at(before, row, column) - at(correction, row, column));
    const projected = withoutNegative(shifted, 0);
    correction = combined(size, (row, column) => at(projected, row, column) - at(shifted, row, column));
    made = combined(size, (row, column) => (row === column ? 1 : at(projected, row, column)));
    let moved = 0;
    for (let row = 0; row < size; row += 1)
      for (let column = 0; column < size; column += 1)
        moved = Math.max(moved, Math.abs(at(made, row, column) - at(before, row, column)));
    if (moved < 1e-10) break;
  }
  // What the last projection left below 0 by rounding would have no factor.
  const raised = withoutNegative(made, smallestEigenvalue);
  return combined(size, (row, column) =>
    row === column
      ? 1
      : (at(raised, row, column) + at(raised, column, row)) /
        (2 * Math.sqrt(at(raised, row, row) * at(raised, column, column))),
  );
}
