/** A row's cells in the order of its table's columns. */
export type Cells = readonly (string | number | null)[];

/** R5.24 A row in the earlier and the later state; null where it is not there. */
export interface NetChange {
  readonly key: string;
  readonly before: Cells | null;
  readonly after: Cells | null;
}

function isSame(one: Cells, other: Cells): boolean {
  return one.every((cell, place) => cell === other[place]);
}

/**
 * R5.24 The rows in which two states of a table differ, by their keys: those that changed or came in the order of the
 * later state, those that are gone last. What happened in between leaves no trace.
 * @example netChanges(new Map([['a', [1]], ['b', [2]]]), new Map([['b', [3]], ['c', [4]]])) // → [{ key: 'b', before: [2], after: [3] }, { key: 'c', before: null, after: [4] }, { key: 'a', before: [1], after: null }]
 */
export function netChanges(
  earlier: ReadonlyMap<string, Cells>,
  later: ReadonlyMap<string, Cells>,
): readonly NetChange[] {
  const changes: NetChange[] = [];
  for (const [key, after] of later) {
    const before = earlier.get(key) ?? null;
    if (before === null || !isSame(before, after)) changes.push({ key, before, after });
  }
  for (const [key, before] of earlier) if (!later.has(key)) changes.push({ key, before, after: null });
  return changes;
}
