import type { InputKey } from '../analysis/inputTable.ts';
import type { PlanTerm } from '../analysis/ownPlans/ownPlan.ts';
import type { Block } from '../strategy/blockInput.ts';
import type { EvaluatedBlock } from '../strategy/evaluateBlock.ts';
import { isRecord } from '../strategy/shape.ts';
import type { Calculation } from './calculation.ts';
import { derivedEquation } from './derivedInputs.ts';
import { termOf, type ExplainedCase, type Sources } from './explainedCase.ts';

/** A block of an explained case, with the terms that an own plan gives it. */
export interface BlockScope {
  readonly of: ExplainedCase;
  readonly index: number;
  readonly evaluated: EvaluatedBlock;
  readonly terms: readonly PlanTerm[];
}

export function blockScope(of: ExplainedCase, index: number): BlockScope {
  const evaluated = of.blocks[index];
  if (!evaluated) throw new RangeError(`no block ${index}`);
  return { of, index, evaluated, terms: of.sources?.ownPlan?.blocks[index]?.terms ?? [] };
}

/** R7.3 The block as planned, before what happens to it in the scenario of the site. */
export function plannedBlock<Of extends Block>({ of, index }: BlockScope): Of | undefined {
  return (of.sources?.planned.blocks?.[index] ?? undefined) as Of | undefined;
}

/** R1.9 An input of a site with its origin; one that follows from others with its equation. */
export function inputCalculation(
  sources: Pick<Sources, 'evidence' | 'inputs'>,
  key: InputKey,
): Calculation | undefined {
  const input = sources.inputs.get(key);
  if (!input || input.value === null) return undefined;
  const { value, unit } = input;
  const derived = derivedEquation(input, {
    evidence: sources.evidence,
    inputOf: (other) => inputCalculation(sources, other),
  });
  return {
    name: { kind: 'input', key },
    unit,
    rule: derived?.rule ?? 'R1.9',
    value,
    formula: derived?.formula ?? null,
    operands: derived?.operands ?? (() => []),
    origin: { kind: 'input', input },
  };
}

/** R1.9 An input as the case uses it: replaced by a term of the plan or a tried value, or with its origin. */
export function inputLeaf(
  { sources }: ExplainedCase,
  key: InputKey,
  terms: readonly PlanTerm[],
): Calculation | undefined {
  if (!sources) return undefined;
  const term = termOf(terms, key);
  const input = sources.inputs.get(key);
  const tried = sources.tried?.key === key ? sources.tried.value : undefined;
  const value = term?.value ?? tried;
  if (value === undefined) return inputCalculation(sources, key);
  if (!input) return undefined;
  return {
    name: { kind: 'input', key },
    unit: input.unit,
    rule: 'R1.9',
    value,
    formula: null,
    operands: () => [],
    origin: { kind: term ? 'plan' : 'tried' },
  };
}

/** The value at a path of an object; `#` stands for the place in a list. */
export function valueOfPath(object: unknown, path: string, place: number): number | undefined {
  let at: unknown = object;
  for (const key of path.split('.')) {
    if (Array.isArray(at)) at = at[key === '#' ? place : Number(key)];
    else at = isRecord(at) ? at[key] : undefined;
  }
  return typeof at === 'number' ? at : undefined;
}
