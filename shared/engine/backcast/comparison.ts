/** The engine's figure beside a published one. */
export interface Comparison {
  readonly engine: number;
  readonly published: number;
  /** engine − published */
  readonly difference: number;
  /** difference / published; null where the published figure is 0 */
  readonly differenceShare: number | null;
}

/**
 * P63 A figure of the engine beside the published one; null where either is not known.
 * @example comparison(102, 100) // → { engine: 102, published: 100, difference: 2, differenceShare: 0.02 }
 */
export function comparison(engine: number | null, published: number | null): Comparison | null {
  if (engine === null || published === null) return null;
  const difference = engine - published;
  return {
    engine,
    published,
    difference,
    differenceShare: published === 0 ? null : difference / published,
  };
}
