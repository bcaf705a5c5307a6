/** What may be absent without being missing: the absence of a whole object switches a feature off (R1.7). */
export type Maybe<T> = T | null | undefined;

/** The same object with every leaf possibly missing: absent and null both mean missing (R1.7). */
export type Given<T> = T extends number | string | boolean
  ? T
  : T extends readonly (infer Element)[]
    ? readonly (Given<Element> | null | undefined)[]
    : { readonly [Key in keyof T]?: Given<T[Key]> | null | undefined };
