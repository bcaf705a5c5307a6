import type { SiteEvidence } from '../analysis/evidence.ts';
import type { PlanRef } from '../analysis/planFlows.ts';
import { siteFigures } from '../analysis/analyseSite.ts';
import type { InputKey } from '../analysis/inputTable.ts';
import { resolveInputs } from '../analysis/resolveInputs.ts';
import type { SiteFigures } from '../analysis/siteAnalysis.ts';
import { inputCalculation } from './blockScope.ts';
import { sumSign } from './calculation.ts';
import type { Calculation, CalculationName, CalculationNote, Coverage, Origin } from './calculation.ts';
import { companyCalculation, type CompanySubject } from './companyCalculation.ts';
import { planCalculation, type CalculationSubject } from './planCalculation.ts';
import { totalCalculation, type TotalSubject } from './totalCalculation.ts';

/** A number that can be asked for its calculation, with what it was computed from. */
export type CalculationQuestion =
  | {
      readonly of: 'plan';
      readonly evidence: SiteEvidence;
      readonly plan: PlanRef;
      readonly subject: CalculationSubject;
    }
  | { readonly of: 'input'; readonly evidence: SiteEvidence; readonly key: InputKey }
  | { readonly of: 'company'; readonly sites: readonly SiteEvidence[]; readonly subject: CompanySubject }
  | { readonly of: 'total'; readonly subject: TotalSubject };

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
  readonly coverage?: Coverage;
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
  const { name, month, value, unit, rule, formula, origin, note, coverage } = calculation;
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
    ...(coverage && { coverage }),
  };
}

/** The calculation at the end of a path of symbols. */
function at(root: Calculation, path: readonly string[]): Calculation | undefined {
  let found: Calculation | undefined = root;
  for (const step of path) found = found?.operands().find(({ symbol }) => symbol === step)?.of;
  return found;
}

type FiguresOf = (evidence: SiteEvidence) => SiteFigures;

/** The calculation that a question asks for; undefined where there is no such number. */
function rootOf(question: CalculationQuestion, figuresOf: FiguresOf): Calculation | undefined {
  switch (question.of) {
    case 'plan':
      return planCalculation(question.evidence, question.plan, question.subject);
    case 'input': {
      const { evidence, key } = question;
      const inputs = new Map(resolveInputs(evidence).map((input) => [input.key, input]));
      return inputCalculation({ evidence, inputs }, key);
    }
    case 'company':
      return companyCalculation(question.sites, question.subject, figuresOf);
    case 'total':
      return totalCalculation(question.subject);
  }
}

/**
 * R5.2a, R5.21, R5.22 A number and what it is made of, one level deep; a deeper level is asked for by its path.
 * @param path symbols from the subject to the number
 * @param figuresOf the figures of a site, which may come from a cache
 * @returns undefined where the plan cannot be computed, or has no such number
 */
export function explain(
  question: CalculationQuestion,
  path: readonly string[] = [],
  figuresOf: FiguresOf = siteFigures,
): Explanation | undefined {
  const root = rootOf(question, figuresOf);
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
 * R5.2a, R5.21, R5.22 A number with several levels of what it is made of.
 * @param depth 0: the number alone
 * @param month "YYYY-MM": of sums over months only this month is followed
 */
export function explainTree(
  question: CalculationQuestion,
  depth: number,
  month?: string,
): ExplainedTree | undefined {
  const root = rootOf(question, siteFigures);
  return root && treeOf(root, [], depth, month);
}
