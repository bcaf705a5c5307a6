import { sumSign, type Calculation, type CalculationNote, type Operands } from './calculation.ts';

/** The equation of a line in one month. */
export type LineEquation =
  | { readonly formula: string; readonly operands: () => Operands; readonly note?: CalculationNote }
  | { readonly formula: typeof sumSign; readonly parts: () => readonly Calculation[] };

/** A line that is zero in a month, and why. */
export function idle(note: CalculationNote, operands: () => Operands = () => ({})): LineEquation {
  return { formula: '0', operands, note };
}

/** A line that adds up; one addend alone is shown as it is. */
export function sumOf(parts: () => readonly Calculation[]): LineEquation {
  return { formula: sumSign, parts };
}
