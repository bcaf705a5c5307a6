/** R5.8 Debt service cover by period, its minimum and plain mean. */
export interface Coverage {
  readonly dscr: readonly (number | null)[];
  readonly min: number | null;
  readonly average: number | null;
}

/**
 * R5.8 DSCR = CFADS/(interest + principal); null where no service is due. Minimum and mean leave such
 * periods out.
 * @param cfadsUsd cash available for debt service by period [USD]
 * @param debtServiceUsd interest and principal by period [USD]
 * @example coverageOf([100, 50], [50, 0]) // → { dscr: [2, null], min: 2, average: 2 }
 */
export function coverageOf(cfadsUsd: readonly number[], debtServiceUsd: readonly number[]): Coverage {
  const dscr = debtServiceUsd.map((service, index) =>
    service === 0 ? null : (cfadsUsd[index] ?? 0) / service,
  );
  const known = dscr.filter((cover) => cover !== null);
  if (known.length === 0) return { dscr, min: null, average: null };
  const sum = known.reduce((total, cover) => total + cover, 0);
  return { dscr, min: known.reduce((least, cover) => Math.min(least, cover)), average: sum / known.length };
}
