import type { EvidenceContract, EvidenceFact, EvidenceFleet } from '../analysis/evidence.ts';
import type { InputKey } from '../analysis/inputTable.ts';
import type { ResolvedInput } from '../analysis/siteAnalysis.ts';
import type { ShockKind } from '../scenario/shockTable.ts';
import type { Line } from '../strategy/lineSheet.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import { evaluateExpression, parseFormula } from './expression.ts';
import type { FigureKey } from './figureKeys.ts';
import { quantityUnits, type QuantityKey } from './quantities.ts';

/*
 * A number with the equation it comes from. Names are keys: words belong to the language that shows them.
 */

export type CalculationName =
  | { readonly kind: 'figure'; readonly key: FigureKey }
  | { readonly kind: 'line'; readonly key: Line; readonly blockId: string }
  /** R5.10 What a line is worth at the valuation date. */
  | { readonly kind: 'presentValue'; readonly key: Line; readonly blockId: string }
  /** R5.2a A line of a block over the whole horizon. */
  | { readonly kind: 'total'; readonly key: Line; readonly blockId: string }
  | { readonly kind: 'input'; readonly key: InputKey }
  /** R5.21 A site in a sum, with the strategy that is followed there. */
  | { readonly kind: 'site'; readonly key: string; readonly label: string; readonly strategy: StrategyKind }
  /** R5.22 A figure of the portfolio in a total. */
  | { readonly kind: 'fact'; readonly key: string; readonly label: string }
  | { readonly kind: 'quantity'; readonly key: QuantityKey; readonly detail?: string }
  | { readonly kind: 'block'; readonly key: string }
  | { readonly kind: 'year'; readonly key: string }
  | { readonly kind: 'month'; readonly key: string };

/** Where a number that no equation gives comes from. */
export type Origin =
  /** R1.9 A fact, own value, derived value, assumption, or missing: as on the page of inputs. */
  | { readonly kind: 'input'; readonly input: ResolvedInput }
  /** R4.26 A figure of a signed contract. */
  | { readonly kind: 'contract'; readonly contract: EvidenceContract }
  /** R1.9a A figure of a fleet. */
  | { readonly kind: 'fleet'; readonly fleet: EvidenceFleet }
  /** A figure of the portfolio that no analysis stands between. */
  | { readonly kind: 'fact'; readonly fact: TotalledFact }
  /** A value that a table tries in place of the input's own. */
  | { readonly kind: 'tried' }
  /** R5.2c A term of an own plan, which replaces an input, or a power or date that the plan sets. */
  | { readonly kind: 'plan' }
  /** R7.3 What a scenario makes of a number; `base` is what it would be without, where no equation says it. */
  | {
      readonly kind: 'scenario';
      readonly id: string;
      readonly name: string;
      readonly shocks: readonly ShockKind[];
      readonly base?: number;
    }
  | { readonly kind: 'calendar' }
  /** A constant of the protocol, or what a rule of the model fixes. */
  | { readonly kind: 'rule' }
  /** A case that no portfolio stands behind. */
  | { readonly kind: 'case' };

/** R5.22 A figure of the portfolio as a total counts it. */
export interface TotalledFact extends EvidenceFact {
  readonly origin: 'fact' | 'own' | 'preset' | 'derived' | 'convention' | 'scenario';
  readonly enteredBy: string | null;
}

/** Why a line is zero in a month, or what else an equation does not say. */
export type CalculationNote =
  | 'outsideBlock'
  | 'beforeBuild'
  | 'beforeEnergisation'
  | 'beforeBilling'
  | 'afterEnd'
  | 'afterService'
  | 'betweenPeriods'
  | 'freeRent'
  | 'renewal'
  | 'noPayment'
  | 'notPart'
  | 'irrCheck'
  | 'neverNegative'
  | 'firstBelow'
  | 'lastStep';

export interface Operand {
  /** As the equation writes it; in a sum the place of the addend. */
  readonly symbol: string;
  readonly of: Calculation;
}

export interface Calculation {
  readonly name: CalculationName;
  /** "YYYY-MM" of a number that belongs to one month. */
  readonly month?: string;
  readonly unit: string;
  readonly rule: string;
  /** The engine's value where it has one, else what the equation gives. */
  readonly value: number;
  /** An equation in symbols, the sum sign, or null for what is given. */
  readonly formula: string | null;
  readonly operands: () => readonly Operand[];
  readonly origin?: Origin;
  readonly note?: CalculationNote;
  /** R5.21, R5.22 Of how many there are, how many a sum holds. */
  readonly coverage?: Coverage;
}

export interface Coverage {
  readonly of: 'sites' | 'companies';
  readonly known: number;
  readonly all: number;
}

/** The equation of a sum of all operands. */
export const sumSign = 'Σ';

export type Operands = Readonly<Record<string, Calculation>>;

function listOf(operands: Operands): Operand[] {
  return Object.entries(operands).map(([symbol, of]) => ({ symbol, of }));
}

/** What the equation of a calculation gives from the values of its operands; undefined for what is given. */
export function formulaValue({ formula, operands }: Calculation): number | undefined {
  if (formula === null) return undefined;
  const list = operands();
  if (formula === sumSign) return list.reduce((sum, { of }) => sum + of.value, 0);
  const values = new Map(list.map(({ symbol, of }) => [symbol, of.value]));
  return evaluateExpression(parseFormula(formula), (symbol) => values.get(symbol));
}

interface Told {
  readonly name: CalculationName;
  readonly unit: string;
  readonly rule: string;
  readonly month?: string | undefined;
  readonly note?: CalculationNote | undefined;
}

function told({ name, unit, rule, month, note }: Told): Told & Pick<Calculation, 'month' | 'note'> {
  return { name, unit, rule, ...(month !== undefined && { month }), ...(note !== undefined && { note }) };
}

/** A number of the engine with the equation that must give it. */
export function known(about: Told, value: number, formula: string, operands: () => Operands): Calculation {
  return { ...told(about), value, formula, operands: () => listOf(operands()) } as Calculation;
}

/** A number of the engine that is a sum. */
export function summed(about: Told, value: number, parts: () => readonly Calculation[]): Calculation {
  return {
    ...told(about),
    value,
    formula: sumSign,
    operands: () => parts().map((of, index) => ({ symbol: String(index + 1), of })),
  } as Calculation;
}

interface AboutQuantity {
  readonly rule: string;
  readonly month?: string | undefined;
  readonly note?: CalculationNote | undefined;
  readonly detail?: string;
}

function aboutQuantity(key: QuantityKey, { detail, ...about }: AboutQuantity): Told {
  const name = { kind: 'quantity', key, ...(detail !== undefined && { detail }) } as const;
  return { name, unit: quantityUnits[key], ...about };
}

/** An intermediate quantity, which is what its equation gives. */
export function quantity(
  key: QuantityKey,
  about: AboutQuantity,
  formula: string,
  operands: Operands,
): Calculation {
  const list = listOf(operands);
  const value = evaluateExpression(parseFormula(formula), (symbol) => operands[symbol]?.value);
  return { ...told(aboutQuantity(key, about)), value, formula, operands: () => list } as Calculation;
}

/** An intermediate quantity that the engine knows. */
export function knownQuantity(
  key: QuantityKey,
  about: AboutQuantity,
  value: number,
  formula: string,
  operands: () => Operands,
): Calculation {
  return known(aboutQuantity(key, about), value, formula, operands);
}

export function summedQuantity(
  key: QuantityKey,
  about: AboutQuantity,
  parts: readonly Calculation[],
): Calculation {
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return summed(aboutQuantity(key, about), value, () => parts);
}

/** A number that is given: by the calendar, a rule, a plan. */
export function given(
  key: QuantityKey,
  value: number,
  origin: Origin,
  about: Partial<AboutQuantity> = {},
): Calculation {
  return {
    ...told(aboutQuantity(key, { rule: 'R1.1', ...about })),
    value,
    formula: null,
    operands: () => [],
    origin,
  } as Calculation;
}

export const byCalendar: Origin = { kind: 'calendar' };
export const byRule: Origin = { kind: 'rule' };
export const byPlan: Origin = { kind: 'plan' };
