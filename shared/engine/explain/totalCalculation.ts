import { summed, type Calculation, type TotalledFact } from './calculation.ts';

/** R5.22 A figure of one owner in a total; none where it is not known. */
export interface TotalledFigure {
  readonly ownerId: string;
  readonly owner: string;
  readonly fact: TotalledFact | null;
}

/** R5.22 A total of the portfolio over companies. */
export interface TotalSubject {
  readonly field: string;
  readonly label: string;
  readonly unit: string;
  readonly figures: readonly TotalledFigure[];
}

function partOf({ ownerId, owner, fact }: TotalledFigure): Calculation[] {
  if (!fact) return [];
  return [
    {
      name: { kind: 'fact', key: ownerId, label: owner },
      unit: fact.unit,
      rule: 'R5.22',
      value: fact.value,
      formula: null,
      operands: () => [],
      origin: { kind: 'fact', fact },
    },
  ];
}

/**
 * R5.22 A total of figures of the portfolio as the sum of those that are known, with how many that are.
 * @returns undefined where none is known
 */
export function totalCalculation({ field, label, unit, figures }: TotalSubject): Calculation | undefined {
  const parts = figures.flatMap(partOf);
  if (parts.length === 0) return undefined;
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  const total = summed(
    { name: { kind: 'fact', key: field, label }, unit, rule: 'R5.22' },
    value,
    () => parts,
  );
  return { ...total, coverage: { of: 'companies', known: parts.length, all: figures.length } };
}
