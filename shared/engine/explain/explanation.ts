import type { SiteEvidence } from '../analysis/evidence.ts';
import type { PlanRef } from '../analysis/planFlows.ts';
import type { Calculation, CalculationName, CalculationNote, Origin } from './calculation.ts';
import { sumSign } from './calculation.ts';
import { planCalculation, type CalculationSubject } from './planCalculation.ts';

/** An operand as an equation with its numbers put in shows it. */
export interface ShownOperand {
  readonly symbol: string;
  readonly value: number;
  readonly unit: string;
}

/** A calculation as plain data: it crosses to workers and into files. */
export interface ExplainedNode {
  /** Symbols from the root to here; empty at the root. */
  readonly path: readonly string[];
  readonly name: CalculationName;
  readonly month?: string;
  readonly value: number;
  readonly unit: string;
  readonly rule: string;
  readonly formula: string | null;
  /** Of an equation; a sum shows its addends as children only. */
  readonly operands: readonly ShownOperand[];
  readonly childCount: number;
  readonly origin?: Origin;
  readonly note?: CalculationNote;
}

/** A number with what it is made of, one level deep. */
export interface Explanation {
  readonly node: ExplainedNode;
  readonly children: readonly ExplainedNode[];
}

/** A number with all levels below it, down to a depth. */
export interface ExplainedTree extends ExplainedNode {
  readonly children?: readonly ExplainedTree[];
}

function nodeOf(calculation: Calculation, path: readonly string[]): ExplainedNode {
  const { name, month, value, unit, rule, formula, origin, note } = calculation;
  const operands = calculation.operands();
  return {
    path,
    name,
    ...(month !== undefined && { month }),
    value,
    unit,
    rule,
    formula,
    operands:
      formula === sumSign
        ? []
        : operands.map(({ symbol, of }) => ({ symbol, value: of.value, unit: of.unit })),
    childCount: operands.length,
    ...(origin && { origin }),
    ...(note !== undefined && { note }),
  };
}

/** The calculation at the end of a path of symbols. */
function at(root: Calculation, path: readonly string[]): Calculation | undefined {
  let found: Calculation | undefined = root;
  for (const step of path) found = found?.operands().find(({ symbol }) => symbol === step)?.of;
  return found;
}

/**
 * R5.2a A number of a plan and what it is made of, one level deep; a deeper level is asked for by its path.
 * @param path symbols from the subject to the number
 * @returns undefined where the plan cannot be computed, or has no such number
 */
export function explain(
  evidence: SiteEvidence,
  plan: PlanRef,
  subject: CalculationSubject,
  path: readonly string[] = [],
): Explanation | undefined {
  const root = planCalculation(evidence, plan, subject);
  const found = root && at(root, path);
  if (!found) return undefined;
  return {
    node: nodeOf(found, path),
    children: found.operands().map(({ symbol, of }) => nodeOf(of, [...path, symbol])),
  };
}

/** Whether a part of a sum over months belongs to a month; what is no part of such a sum always does. */
function isOfMonth({ name, month }: Calculation, parent: Calculation, wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  if (name.kind === 'year') return wanted.startsWith(name.key);
  if (parent.name.kind !== 'year') return true;
  return (name.kind === 'month' ? name.key : month) === wanted;
}

function treeOf(
  calculation: Calculation,
  path: readonly string[],
  depth: number,
  month: string | undefined,
): ExplainedTree {
  const node = nodeOf(calculation, path);
  if (depth <= 0 || node.childCount === 0) return node;
  return {
    ...node,
    children: calculation
      .operands()
      .filter(({ of }) => isOfMonth(of, calculation, month))
      .map(({ symbol, of }) => treeOf(of, [...path, symbol], depth - 1, month)),
  };
}

/**
 * R5.2a A number of a plan with several levels of what it is made of.
 * @param depth 0: the number alone
 * @param month "YYYY-MM": of sums over months only this month is followed
 */
export function explainTree(
  evidence: SiteEvidence,
  plan: PlanRef,
  subject: CalculationSubject,
  depth: number,
  month?: string,
): ExplainedTree | undefined {
  const root = planCalculation(evidence, plan, subject);
  return root && treeOf(root, [], depth, month);
}
