/** One bar of a waterfall: what it goes from and to, and where that lies on a scale of 0 to 1. */
export interface WaterfallBar {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
}

/** The bars of parts laid end to end from a first value, on the scale that all of them need. */
export function waterfallBars(first: number, parts: readonly number[]): readonly WaterfallBar[] {
  const ends: number[] = [];
  for (const part of parts) ends.push((ends.at(-1) ?? first) + part);
  const low = Math.min(first, ...ends);
  const span = Math.max(first, ...ends) - low || 1;
  return ends.map((to, place) => {
    const from = ends[place - 1] ?? first;
    const [left, right] = [Math.min(from, to), Math.max(from, to)];
    return { from, to, left: (left - low) / span, right: (right - low) / span };
  });
}
