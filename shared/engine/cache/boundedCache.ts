import { sameValue } from './sameValue.ts';

/** Results by the content of what they were computed from. */
export interface BoundedCache<Key, Value> {
  /**
   * The result known for an equal key, or else computes and keeps it; the result longest unused makes room.
   * @param key everything the computation reads; neither it nor the result may be changed afterwards
   */
  of(key: Key, compute: () => Value): Value;
  /** The result known for an equal key; undefined where there is none. */
  known(key: Key): Value | undefined;
  /** The keys whose results had to be computed, in that order, since the last time this was asked. */
  takeComputed(): Key[];
}

interface Entry<Key, Value> {
  readonly key: Key;
  readonly value: Value;
}

/**
 * A cache of so many results at most.
 * @param behind is asked before a result is computed, but never added to
 */
export function createBoundedCache<Key, Value>(
  limit: number,
  behind?: BoundedCache<Key, Value>,
): BoundedCache<Key, Value> {
  const entries: Entry<Key, Value>[] = [];
  let computed: Key[] = [];
  const find = (key: Key): Entry<Key, Value> | undefined => {
    for (let index = entries.length - 1; index >= 0; index -= 1) {
      const entry = entries[index];
      if (!entry || !sameValue(entry.key, key)) continue;
      // The newest stands last, so that the one to go is the first.
      entries.splice(index, 1);
      entries.push(entry);
      return entry;
    }
    return undefined;
  };
  const known = (key: Key): Value | undefined => find(key)?.value ?? behind?.known(key);
  return {
    of: (key, compute) => {
      const found = known(key);
      if (found !== undefined) return found;
      const value = compute();
      entries.push({ key, value });
      computed.push(key);
      if (entries.length > limit) entries.shift();
      // Nobody may ever ask what was computed.
      if (computed.length > limit) computed.shift();
      return value;
    },
    known,
    takeComputed: () => {
      const taken = computed;
      computed = [];
      return taken;
    },
  };
}
