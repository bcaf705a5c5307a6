import {
  allianceShape,
  covenantShape,
  debtShape,
  debtsShape,
  mirrShape,
  partnerDefaultShape,
  siteShape,
  taxShape,
  warrantsShape,
} from './financeShape.ts';
import {
  anyText,
  growth,
  isRecord,
  object,
  objectBy,
  optional,
  possiblyEmptyListOf,
  type NumberShape,
  type Shape,
} from './shape.ts';
import type { SiteCaseInput } from './siteCaseInput.ts';
import { blockShape, horizonShape, marketShape, powerShape } from './siteCaseShape.ts';

/*
 * R1.7 A site case as one tree of everything that a rule names, for questions about paths. What is missing is asked
 * elsewhere, because it depends on what blocks inherit.
 */

const block = objectBy((value) => {
  const { keys, idle } = blockShape(value['kind'], true);
  return { ...idle, ...keys(value), kind: anyText, power: optional(powerShape) };
});

const siteCaseTree = object({
  ...horizonShape.keys({}),
  discountRatePerYear: growth,
  commonDiscountRatePerYear: growth,
  mirr: mirrShape,
  site: siteShape,
  market: marketShape,
  power: powerShape,
  blocks: possiblyEmptyListOf(block),
  tax: taxShape,
  debt: debtShape,
  debts: debtsShape,
  covenant: covenantShape,
  alliance: object({
    ...allianceShape.keys({}),
    partnerDefault: partnerDefaultShape,
    warrants: warrantsShape,
  }),
});

/** What may stand below a value: by key of an object, by index of a list; undefined where no rule names it. */
function below(shape: Shape | undefined, value: unknown, key: string): Shape | undefined {
  if (shape?.is === 'optional') return below(shape.of, value, key);
  if (shape?.is === 'object' && isRecord(value)) {
    const named = { ...shape.idle, ...shape.keys(value) };
    return Object.hasOwn(named, key) ? named[key] : undefined;
  }
  if (shape?.is === 'list' && Array.isArray(value) && /^\d+$/.test(key))
    return Number(key) < value.length ? shape.of : undefined;
  return undefined;
}

/**
 * Keys and indices of a path in the order in which they lead down.
 * @example stepsOf('blocks[1].lease.termMonths') // → ['blocks', '1', 'lease', 'termMonths']
 */
export function stepsOf(path: string): string[] {
  return path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
}

/**
 * R1.7, R5.17 The domain of the number to which a path leads.
 * @param path such as `blocks[1].lease.rentUsdPerKwMonth`; the objects and lists on its way must be there
 * @returns undefined where the path leads nowhere, or to something that is no number
 */
export function numberAt(plan: SiteCaseInput, path: string): NumberShape | undefined {
  let [shape, value]: [Shape | undefined, unknown] = [siteCaseTree, plan];
  for (const step of stepsOf(path)) {
    shape = below(shape, value, step);
    if (!shape) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  const leaf = shape.is === 'optional' ? shape.of : shape;
  return leaf.is === 'number' ? leaf : undefined;
}

function listIgnored(shape: Shape, value: unknown, path: string, ignored: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value) as [string, unknown][]) {
    const inner = Array.isArray(value) ? `${path}[${key}]` : `${path}${path === '' ? '' : '.'}${key}`;
    const of = below(shape, value, key);
    if (of) listIgnored(of, child, inner, ignored);
    else if (child !== null && typeof child !== 'string') ignored.push(inner);
  }
}

/**
 * R1.7 Paths of a case that hold something which no rule names and nothing uses. Texts are remarks and not
 * listed.
 * @example ignoredInputs({ horizonMonths: 12, horizonYears: 1, name: 'a site' }) // → ['horizonYears']
 */
export function ignoredInputs(input: SiteCaseInput): string[] {
  const ignored: string[] = [];
  listIgnored(siteCaseTree, input, '', ignored);
  return ignored;
}
