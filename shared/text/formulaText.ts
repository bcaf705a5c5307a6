import {
  evaluateExpression,
  parseFormula,
  type Expression,
  type Operator,
} from '../engine/explain/expression.ts';
import type { ShownOperand } from '../engine/explain/explanation.ts';
import { formatNumber, type Language } from '../format/number.ts';
import { unitText } from './inputLabels.ts';

/*
 * An equation as it is read: in symbols as the conventions write them, and with its numbers put in.
 */

const subscripts = '₀₁₂₃₄₅₆₇₈₉';
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function small(digits: string, by: string): string {
  return [...digits].map((digit) => by[Number(digit)] ?? digit).join('');
}

/** The equation in symbols: `S0` reads S₀, a whole exponent stands above. */
export function formulaInSymbols(formula: string): string {
  return formula
    .replace(/(\d+)e(\d+)/g, (_all, factor: string, digits: string) =>
      factor === '1' ? `10^${digits}` : `${factor}·10^${digits}`,
    )
    .replace(
      /(\p{L})(\d)(?![\d.e])/gu,
      (_all, letter: string, digit: string) => letter + small(digit, subscripts),
    )
    .replace(/\^(\d+)/g, (_all, digits: string) => small(digits, superscripts))
    .replaceAll('·', '\u202f·\u202f');
}

const significantDigits = 7;

/** Digits enough to check an equation by hand: all whole ones, seven significant ones below. */
export function exactNumber(value: number, language: Language): string {
  const size = Math.abs(value);
  if (size >= 1e15) {
    const exponent = Math.floor(Math.log10(size));
    const factor = Number((value / 10 ** exponent).toPrecision(significantDigits));
    const power10 = `10${small(String(exponent), superscripts)}`;
    return factor === 1 ? power10 : `${exactNumber(factor, language)}\u00a0×\u00a0${power10}`;
  }
  const rounded = Number(value.toPrecision(significantDigits));
  const shown = size >= 10 ** (significantDigits - 1) ? value : rounded;
  const [, decimals = ''] = (size < 1e-6 ? '0' : String(shown)).split('.');
  return formatNumber(
    shown,
    language,
    size >= 10 ** (significantDigits - 1) ? 0 : Math.min(9, decimals.length),
  );
}

/** Money with all its digits; the sign stands where the language has it. */
export function exactMoney(usd: number, language: Language): string {
  const number = exactNumber(usd, language);
  if (language === 'de') return `${number}\u00a0$`;
  return number.startsWith('\u2212') ? `\u2212$${number.slice(1)}` : `$${number}`;
}

/** Numbers without a dimension, which fold into one: 1 − 2 % is 0.98. */
const plainUnits: readonly string[] = ['1', '1/yr', '1/month', 'months', 'month', 'days'];

interface Printing {
  readonly language: Language;
  readonly operands: ReadonlyMap<string, ShownOperand>;
}

const strength: Readonly<Record<Operator, number>> = {
  '>': 0,
  '≥': 0,
  '+': 1,
  '−': 1,
  '·': 2,
  '/': 2,
  '^': 3,
};
const atom = 4;

interface Printed {
  readonly text: string;
  readonly strength: number;
}

function valueOf(expression: Expression, { operands }: Printing): number {
  return evaluateExpression(expression, (symbol) => operands.get(symbol)?.value);
}

function isPlain(expression: Expression, { operands }: Printing): boolean {
  switch (expression.is) {
    case 'number':
      return true;
    case 'symbol':
      return plainUnits.includes(operands.get(expression.name)?.unit ?? '');
    case 'negative':
      return isPlain(expression.of, { operands, language: 'en' });
    case 'binary':
      return [expression.left, expression.right].every((part) => isPlain(part, { operands, language: 'en' }));
    case 'call':
      return expression.of.every((part) => isPlain(part, { operands, language: 'en' }));
  }
}

function numberText(value: number, { language }: Printing): Printed {
  return { text: exactNumber(value, language), strength: value < 0 ? 1 : atom };
}

const units: Readonly<Record<string, readonly [de: string, en: string]>> = {
  h: ['Stunden', 'hours'],
  hashes: ['Hashes', 'hashes'],
  machines: ['Maschinen', 'machines'],
  blocks: ['Blöcke', 'blocks'],
  'GPU-h': ['GPU-Stunden', 'GPU-hours'],
  'kW-months': ['kW mal Monate', 'kW-months'],
  'MW-years': ['MW mal Jahre', 'MW-years'],
  'USD/PH/day': ['$/PH/Tag', '$/PH/day'],
  'USD/MW-year': ['$ je MW und Jahr', '$/MW-year'],
};

/** A unit of an equation in words; those that only an equation has are named here. */
export function equationUnit(unit: string, language: Language): string {
  const own = units[unit];
  return own ? own[language === 'de' ? 0 : 1] : unitText('', unit, language);
}

/** A unit as an equation writes it; shares and months are plain numbers here. */
function unitOf(unit: string, language: Language): string {
  return plainUnits.includes(unit) ? '' : equationUnit(unit, language);
}

function within(printed: Printed, least: number): string {
  return printed.strength < least ? `(${printed.text})` : printed.text;
}

function power(expression: Extract<Expression, { is: 'binary' }>, printing: Printing): Printed {
  const base = within(numberText(valueOf(expression.left, printing), printing), atom);
  const exponent = valueOf(expression.right, printing);
  const isWhole = Number.isInteger(exponent) && exponent >= 0;
  const above = isWhole
    ? small(String(exponent), superscripts)
    : `^${within(numberText(exponent, printing), atom)}`;
  return { text: `${base}${above}`, strength: 3 };
}

const signs: Readonly<Partial<Record<Operator, string>>> = { '·': '×', '/': '÷' };

function binary(expression: Extract<Expression, { is: 'binary' }>, printing: Printing): Printed {
  const { operator, left, right } = expression;
  if (operator === '^') return power(expression, printing);
  const own = strength[operator];
  // What is taken off or divided by is one thing.
  const closes = operator === '−' || operator === '/' ? own + 1 : own;
  const sign = signs[operator] ?? operator;
  const second = print(right, printing);
  // Two signs never stand side by side.
  const after = second.text.startsWith('\u2212') ? `(${second.text})` : within(second, closes);
  return { text: `${within(print(left, printing), own)} ${sign} ${after}`, strength: own };
}

function call(expression: Extract<Expression, { is: 'call' }>, printing: Printing): Printed {
  const parts = expression.of.map((part) => print(part, printing).text);
  if (expression.name === 'bracket') return { text: `[${parts.join('')}]`, strength: atom };
  // A decimal comma must not look like the comma between two numbers.
  return { text: `${expression.name}(${parts.join('; ')})`, strength: atom };
}

function print(expression: Expression, printing: Printing): Printed {
  const isSum = expression.is === 'binary' && (expression.operator === '+' || expression.operator === '−');
  const isRounded = expression.is === 'call' && expression.name === 'floor';
  if (isRounded || (isSum && isPlain(expression, printing)))
    return numberText(valueOf(expression, printing), printing);
  switch (expression.is) {
    case 'number':
      return numberText(expression.value, printing);
    case 'symbol': {
      const { value = NaN, unit = '1' } = printing.operands.get(expression.name) ?? {};
      const number = numberText(value, printing);
      if (unit === 'USD') return { ...number, text: exactMoney(value, printing.language) };
      const name = unitOf(unit, printing.language);
      return name === '' ? number : { ...number, text: `${number.text}\u00a0${name}` };
    }
    case 'negative':
      return { text: `−${within(print(expression.of, printing), 2)}`, strength: 2 };
    case 'binary':
      return binary(expression, printing);
    case 'call':
      return call(expression, printing);
  }
}

/**
 * The equation with the numbers of its operands put in.
 * @param operands of the equation, by symbol
 */
export function formulaInNumbers(
  formula: string,
  operands: readonly ShownOperand[],
  language: Language,
): string {
  const printing = { language, operands: new Map(operands.map((operand) => [operand.symbol, operand])) };
  return print(parseFormula(formula), printing).text;
}
