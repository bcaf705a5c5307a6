declare const unit: unique symbol;

/** A number whose unit is part of its type. Only for units that were confused in practice. */
export type Quantity<U extends string> = number & { readonly [unit]: U };

/** Power contracted with the grid, in MW. */
export type GridMw = Quantity<'MW gross'>;

/** Power that reaches servers of tenants or GPUs, in MW. */
export type CriticalMw = Quantity<'MW critical IT'>;

/**
 * Contracted grid MW per critical IT MW, redundancy included. Not the PUE, which sets energy and is
 * smaller.
 */
export type GrossToItRatio = Quantity<'grid MW per critical IT MW'>;

/**
 * R4.1 Critical IT power that a contracted grid power can carry.
 *   criticalMw = gridMw / ratio
 * @param grid contracted grid power [MW]
 * @param ratio contracted grid MW per critical IT MW, above 0
 * @returns critical IT power [MW]
 * @example criticalMw(35 as GridMw, 1.4 as GrossToItRatio) // 25
 */
export function criticalMw(grid: GridMw, ratio: GrossToItRatio): CriticalMw {
  return (grid / ratio) as CriticalMw;
}
