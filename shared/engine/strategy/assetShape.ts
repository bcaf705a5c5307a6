import {
  anyNumber,
  growth,
  monthSpan,
  object,
  objectBy,
  oneOf,
  optional,
  share,
  type Shape,
} from './shape.ts';

/*
 * R1.7 What blocks of every kind may own or carry.
 */

/** A block's own discount rate, which it may inherit. */
export const ownRate: Shape = optional(growth);

/** R5.9 What the books hold. */
export const bookShape: Shape = optional(object({ valueUsd: anyNumber, remainingLifeMonths: monthSpan }));

/** R5.9 How an asset is written off. */
export const depreciationShape = objectBy(
  ({ method }) => ({
    method: oneOf('straightLine', 'macrs5'),
    ...(method === 'straightLine' && { lifeMonths: monthSpan }),
    ...(method === 'macrs5' && { bonusShare: share }),
  }),
  { lifeMonths: monthSpan, bonusShare: share },
);

/** Writing off matters only where there is a tax. */
export function taxedBy(isTaxed: boolean): Record<string, Shape> {
  return isTaxed ? { depreciation: depreciationShape } : {};
}
