import type { Mend } from '../engine/health/mend.ts';

/*
 * P31 A fault in a portfolio's data: what contradicts itself, cannot be, or is easily misread. Checks are pure and find
 * faults in plain data; what a fault does to results is the engine's to say (R5.20).
 */

/** In the order in which faults of unknown effect are shown. */
export const faultCodes = [
  'missingInputs',
  'criticalAboveGrid',
  'pueBelowOne',
  'contractBeforeEnergisation',
  'amendmentTwice',
  'extensionsAsContracted',
  'averageRentAsYearOne',
  'monthEndHashrate',
  'netPowerPriceForAi',
  'rivalValues',
  'sumsAboveCompany',
  'outOfUsualRange',
  'staleFigures',
  'withoutSource',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** A repair that an existing call can make, and undo can take back. */
export type Fix =
  | { readonly kind: 'input.set'; readonly key: string; readonly value: number }
  | { readonly kind: 'input.clear'; readonly key: string }
  | {
      readonly kind: 'contract.set';
      readonly id: string;
      readonly values: Readonly<Record<string, string | number | null>>;
    }
  | { readonly kind: 'contract.remove'; readonly id: string }
  /** The figure stays visible, but is used no more. */
  | { readonly kind: 'figure.setAside'; readonly id: string };

export interface FoundFault {
  readonly code: FaultCode;
  /** Tells faults of one code at one subject apart: a field, an input, a contract; empty where there is only one. */
  readonly detail: string;
  /** What its sentences need. */
  readonly values: Readonly<Record<string, string | number>>;
  /** R5.20 Ways to mend it, of which the result is computed; none where no way is known. */
  readonly mends: readonly Mend[];
  readonly fix: Fix | null;
  /** Grid MW that cannot be computed because of it; null where it blocks nothing, or its MW are not known. */
  readonly blockedMw: number | null;
  /** The data it rests on: while they stay, a dismissed fault stays away. */
  readonly restsOn: unknown;
}

/** A fault with only what it has. */
export function found(
  code: FaultCode,
  detail: string,
  values: FoundFault['values'],
  restsOn: unknown,
  rest: Partial<Pick<FoundFault, 'mends' | 'fix' | 'blockedMw'>> = {},
): FoundFault {
  return { code, detail, values, restsOn, mends: [], fix: null, blockedMw: null, ...rest };
}
