/*
 * A small description language for inputs: which keys an object needs and which values a formula can take.
 * One description serves both questions asked of an input: what is missing (R1.7), and what is outside its
 * domain.
 */

/** Domain of a number. Bounds are inclusive unless named otherwise. */
export interface NumberShape {
  readonly is: 'number';
  readonly whole?: boolean;
  readonly min?: number;
  readonly above?: number;
  readonly max?: number;
  readonly below?: number;
}

/** A text that must be accepted, such as one out of a closed list or a date. */
export interface TextShape {
  readonly is: 'text';
  readonly accepts: (text: string) => boolean;
}

/** A yes or no. */
export interface FlagShape {
  readonly is: 'flag';
}

/** A list of one kind of element. */
export interface ListShape {
  readonly is: 'list';
  readonly of: Shape;
  readonly mayBeEmpty: boolean;
}

/** Descriptions by key. */
export type Shapes = Readonly<Record<string, Shape>>;

/** The keys an object needs; they may depend on its own values (a kind, a share of 0 or 1). */
export interface ObjectShape {
  readonly is: 'object';
  readonly keys: (value: Readonly<Record<string, unknown>>) => Shapes;
  /** The same in pairs, listed once where they never change. */
  readonly pairs: (value: Readonly<Record<string, unknown>>) => readonly (readonly [string, Shape])[];
  /** Keys that a rule names, but that other values of the object keep from mattering. */
  readonly idle: Shapes;
}

/** Something that may be absent. */
export interface OptionalShape {
  readonly is: 'optional';
  readonly of: Shape;
}

/** Description of a value. */
export type Shape = NumberShape | TextShape | FlagShape | ListShape | ObjectShape | OptionalShape;

/** Paths of the inputs that are missing, and of those that are present but cannot be computed with. */
export interface Findings {
  readonly missing: string[];
  readonly invalid: string[];
}

/** Any finite number. */
export const anyNumber: NumberShape = { is: 'number' };
/** A divisor or a price level that cannot be 0. */
export const positive: NumberShape = { is: 'number', above: 0 };
/** A quantity. */
export const notNegative: NumberShape = { is: 'number', min: 0 };
/** A fraction, 0 … 1. */
export const share: NumberShape = { is: 'number', min: 0, max: 1 };
/** A fraction whose complement is divided by. */
export const shareBelowOne: NumberShape = { is: 'number', min: 0, below: 1 };
/** A rate of change in a year, above −100 %. */
export const growth: NumberShape = { is: 'number', above: -1 };

const longestMonths = 12000;
/** A month counted from the valuation month. */
export const month: NumberShape = { is: 'number', whole: true, min: -longestMonths, max: longestMonths };
/** A number of months, 0 included. */
export const monthCount: NumberShape = { is: 'number', whole: true, min: 0, max: longestMonths };
/** A number of months that is divided by. */
export const monthSpan: NumberShape = { is: 'number', whole: true, min: 1, max: longestMonths };

/** A yes or no. */
export const flag: FlagShape = { is: 'flag' };
/** Any text. */
export const anyText: TextShape = { is: 'text', accepts: () => true };

/** A text out of a closed list. */
export function oneOf(...texts: readonly string[]): TextShape {
  return { is: 'text', accepts: (text) => texts.includes(text) };
}

/** A list with at least one element. */
export function listOf(of: Shape): ListShape {
  return { is: 'list', of, mayBeEmpty: false };
}

/** A list that may be empty, but not absent. */
export function possiblyEmptyListOf(of: Shape): ListShape {
  return { is: 'list', of, mayBeEmpty: true };
}

/** An object whose needed keys are always the same. */
export function object(keys: Shapes, idle: Shapes = {}): ObjectShape {
  const pairs = Object.entries(keys);
  return { is: 'object', keys: () => keys, pairs: () => pairs, idle };
}

/** An object whose needed keys depend on its own values. */
export function objectBy(keys: ObjectShape['keys'], idle: Shapes = {}): ObjectShape {
  return { is: 'object', keys, pairs: (value) => Object.entries(keys(value)), idle };
}

/** Something whose absence switches a feature off (R1.7). */
export function optional(of: Shape): OptionalShape {
  return { is: 'optional', of };
}

/** R1.4 A path: at least one value and a growth above −100 %. */
export function pathOf(value: NumberShape): ObjectShape {
  return object({ values: listOf(value), growthPerYear: growth });
}

function isNumberInDomain(shape: NumberShape, value: unknown): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (shape.whole === true && !Number.isSafeInteger(value)) return false;
  if (shape.min !== undefined && value < shape.min) return false;
  if (shape.above !== undefined && value <= shape.above) return false;
  if (shape.max !== undefined && value > shape.max) return false;
  return shape.below === undefined || value < shape.below;
}

/** Whether a value is an object with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * R1.7 Compares an input with its description and notes every missing and every impossible value by its path.
 * @param path where the value stands, such as `blocks[1].lease`
 * @param findings is added to
 */
export function inspect(shape: Shape, value: unknown, path: string, findings: Findings): void {
  if (value === undefined || value === null) {
    if (shape.is !== 'optional') findings.missing.push(path);
    return;
  }
  switch (shape.is) {
    case 'optional':
      return inspect(shape.of, value, path, findings);
    case 'list':
      return inspectList(shape, value, path, findings);
    case 'object':
      return inspectObject(shape, value, path, findings);
    case 'number':
      if (!isNumberInDomain(shape, value)) findings.invalid.push(path);
      return;
    case 'text':
      if (typeof value !== 'string' || !shape.accepts(value)) findings.invalid.push(path);
      return;
    case 'flag':
      if (typeof value !== 'boolean') findings.invalid.push(path);
  }
}

function inspectList(shape: ListShape, value: unknown, path: string, findings: Findings): void {
  if (!Array.isArray(value) || (value.length === 0 && !shape.mayBeEmpty)) {
    findings.invalid.push(path);
    return;
  }
  for (let index = 0; index < value.length; index += 1) {
    inspect(shape.of, value[index], `${path}[${index}]`, findings);
  }
}

function inspectObject(shape: ObjectShape, value: unknown, path: string, findings: Findings): void {
  if (!isRecord(value)) {
    findings.invalid.push(path);
    return;
  }
  for (const [key, of] of shape.pairs(value)) {
    inspect(of, value[key], path === '' ? key : `${path}.${key}`, findings);
  }
}
