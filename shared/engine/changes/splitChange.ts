/** R5.19 What one step explains of a change. */
export interface ExplainedStep {
  /** Null where the measure cannot be computed after this step, or there is no change to split. */
  readonly explains: number | null;
  /** R5.19b Places of earlier steps, not computable by themselves, whose effect is in this one. */
  readonly joined: readonly number[];
}

/**
 * R5.19, R5.19b Splits the change of a measure along its way from old to new.
 * @param way the measure before the first step and after each one; null where it cannot be computed
 * @returns one row per step; what they explain sums to the last value less the first
 * @example splitChange([6, 12, null, 20]) // → [{ explains: 6, joined: [] }, { explains: null, joined: [] }, { explains: 8, joined: [1] }]
 */
export function splitChange(way: readonly (number | null)[]): readonly ExplainedStep[] {
  const [start = null, ...points] = way;
  const isSplit = start !== null && (way.at(-1) ?? null) !== null;
  let known = start ?? 0;
  let open: number[] = [];
  return points.map((point, place) => {
    if (!isSplit) return { explains: null, joined: [] };
    if (point === null) {
      open.push(place);
      return { explains: null, joined: [] };
    }
    const step = { explains: point - known, joined: open };
    known = point;
    open = [];
    return step;
  });
}
