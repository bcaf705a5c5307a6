import { formulaValue, type Calculation } from '../calculation.ts';

const tolerance = 1e-9;

/** What large amounts of opposite sign leave is as exact as they are. */
function sizeOf({ value, operands, formula }: Calculation): number {
  if (formula === 'Σ') return operands().reduce((sum, { of }) => sum + Math.abs(of.value), 0);
  const parts = operands().map(({ of }) => Math.abs(of.value));
  return /[+−]/.test(formula ?? '') && parts.length < 4
    ? Math.max(Math.abs(value), ...parts)
    : Math.abs(value);
}

function nameOf({ name, month = '' }: Calculation): string {
  return `${name.kind} ${name.key} ${month}`;
}

/**
 * Where an equation does not give the value beside it, down to a depth.
 * @param depth 0: only this calculation
 */
export function disagreements(calculation: Calculation, depth: number, path = ''): string[] {
  const given = formulaValue(calculation);
  const here = `${path} > ${nameOf(calculation)}`;
  const found: string[] = [];
  const isWrong =
    given !== undefined && !(Math.abs(given - calculation.value) <= tolerance * Math.abs(calculation.value));
  if (isWrong && !(Math.abs((given ?? NaN) - calculation.value) <= tolerance * sizeOf(calculation)))
    found.push(`${here}: ${calculation.formula ?? ''} gives ${given}, not ${calculation.value}`);
  if (depth > 0)
    for (const { of } of calculation.operands()) found.push(...disagreements(of, depth - 1, here));
  return found;
}
