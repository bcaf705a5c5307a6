/** A result is a value, or the list of input paths that are missing for it (R1.7). Never 0, never NaN. */
export type Computed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly missing: readonly string[] };

/** Wraps a value that could be computed. */
export function computed<T>(value: T): Computed<T> {
  return { ok: true, value };
}

/** Names the input paths, each once and in the order found, that keep a result from being computed. */
export function notComputable(missing: readonly string[]): {
  readonly ok: false;
  readonly missing: string[];
} {
  return { ok: false, missing: [...new Set(missing)] };
}
