import { exp, log, pow } from '../numeric/elementary.ts';

/*
 * Equations as the conventions write them, in the field's symbols. One text is shown, has its numbers put in and is
 * computed, so that what a reader checks by hand is what was proved.
 */

export type Operator = '+' | '−' | '·' | '/' | '^' | '>' | '≥';

export type Expression =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'symbol'; readonly name: string }
  | { readonly is: 'negative'; readonly of: Expression }
  | {
      readonly is: 'binary';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  /** `bracket` is Iverson's: 1 where the comparison holds, else 0. */
  | {
      readonly is: 'call';
      readonly name: 'min' | 'max' | 'exp' | 'ln' | 'floor' | 'bracket';
      readonly of: readonly Expression[];
    };

const tokenPattern = /\s*(\d+(?:\.\d+)?(?:e\d+)?|[\p{L}_][\p{L}\p{N}_*]*|[+−·/^(),⌊⌋[\]>≥])/uy;

function tokensOf(formula: string): string[] {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < formula.length) {
    const at = tokenPattern.lastIndex;
    const token = tokenPattern.exec(formula)?.[1];
    if (token === undefined) throw new RangeError(`unreadable at ${at}: ${formula}`);
    tokens.push(token);
  }
  return tokens;
}

const named = ['min', 'max', 'exp', 'ln'] as const;

/** Reads sums of products of powers; `⌊x⌋` rounds down, `[a > b]` is 1 or 0. */
class Reader {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(formula: string) {
    this.tokens = tokensOf(formula);
  }

  whole(): Expression {
    const expression = this.sum();
    if (this.at < this.tokens.length) throw new RangeError(`unexpected ${this.tokens[this.at] ?? ''}`);
    return expression;
  }

  private take(): string {
    this.at += 1;
    return this.tokens[this.at - 1] ?? '';
  }

  private expect(token: string): void {
    const found = this.take();
    if (found !== token) throw new RangeError(`${token} expected, not ${found}`);
  }

  private chain(operators: readonly Operator[], operand: () => Expression): Expression {
    let left = operand();
    for (;;) {
      const operator = operators.find((candidate) => candidate === this.tokens[this.at]);
      if (!operator) return left;
      this.at += 1;
      left = { is: 'binary', operator, left, right: operand() };
    }
  }

  private sum(): Expression {
    return this.chain(['+', '−'], () => this.product());
  }

  private product(): Expression {
    return this.chain(['·', '/'], () => this.signed());
  }

  private signed(): Expression {
    if (this.tokens[this.at] !== '−') return this.power();
    this.at += 1;
    return { is: 'negative', of: this.signed() };
  }

  private power(): Expression {
    const base = this.atom();
    if (this.tokens[this.at] !== '^') return base;
    this.at += 1;
    return { is: 'binary', operator: '^', left: base, right: this.atom() };
  }

  private list(end: string): Expression[] {
    const list = [this.sum()];
    while (this.tokens[this.at] === ',') {
      this.at += 1;
      list.push(this.sum());
    }
    this.expect(end);
    return list;
  }

  private atom(): Expression {
    const token = this.take();
    if (token === '(') {
      const inner = this.sum();
      this.expect(')');
      return inner;
    }
    if (token === '⌊') return { is: 'call', name: 'floor', of: this.list('⌋') };
    if (token === '[') {
      const compared = this.chain(['>', '≥'], () => this.sum());
      this.expect(']');
      return { is: 'call', name: 'bracket', of: [compared] };
    }
    if (!/^[\p{L}\d_]/u.test(token)) throw new RangeError(`unexpected ${token}`);
    if (/^\d/.test(token)) return { is: 'number', value: Number(token) };
    const name = named.find((candidate) => candidate === token);
    if (!name || this.tokens[this.at] !== '(') return { is: 'symbol', name: token };
    this.at += 1;
    return { is: 'call', name, of: this.list(')') };
  }
}

const known = new Map<string, Expression>();

/**
 * The structure of an equation.
 * @example parseFormula('a + 2·b')
 *   // → { is: 'binary', operator: '+', left: { is: 'symbol', name: 'a' }, right: { is: 'binary', operator: '·',
 *   left: { is: 'number', value: 2 }, right: { is: 'symbol', name: 'b' } } }
 */
export function parseFormula(formula: string): Expression {
  const read = known.get(formula);
  if (read) return read;
  const expression = new Reader(formula).whole();
  known.set(formula, expression);
  return expression;
}

function combine(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '−':
      return left - right;
    case '·':
      return left * right;
    case '/':
      return left / right;
    case '^':
      return pow(left, right);
    case '>':
      return left > right ? 1 : 0;
    case '≥':
      return left >= right ? 1 : 0;
  }
}

function call(name: Extract<Expression, { is: 'call' }>['name'], values: readonly number[]): number {
  const [first = NaN] = values;
  switch (name) {
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'exp':
      return exp(first);
    case 'ln':
      return log(first);
    case 'floor':
      return Math.floor(first);
    case 'bracket':
      return first;
  }
}

/** Value of an equation; a symbol without a value makes it NaN. */
export function evaluateExpression(
  expression: Expression,
  valueOf: (symbol: string) => number | undefined,
): number {
  const inner = (of: Expression): number => evaluateExpression(of, valueOf);
  switch (expression.is) {
    case 'number':
      return expression.value;
    case 'symbol':
      return valueOf(expression.name) ?? NaN;
    case 'negative':
      return -inner(expression.of);
    case 'binary':
      return combine(expression.operator, inner(expression.left), inner(expression.right));
    case 'call':
      return call(expression.name, expression.of.map(inner));
  }
}
