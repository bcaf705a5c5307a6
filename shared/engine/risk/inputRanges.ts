import type { EvidenceConfidence, SiteEvidence } from '../analysis/evidence.ts';
import { inputTable, isInputKey, type InputKey } from '../analysis/inputTable.ts';
import { presetOfKey, resolveInputs } from '../analysis/resolveInputs.ts';
import type { ResolvedInput } from '../analysis/siteAnalysis.ts';

/** R7.1a Lowest and highest month of a market figure. */
export interface ObservedRange {
  readonly key: string;
  readonly low: number;
  readonly high: number;
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly source: string;
}

/** R7.1a What a range was taken from. */
export type RangeKind = 'preset' | 'ownInPreset' | 'observed' | 'rivals' | 'relative';

/** R7.1a An input with the values between which it may lie, and where those come from. */
export interface InputRange {
  readonly key: InputKey;
  readonly base: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly isWhole: boolean;
  readonly kind: RangeKind;
  /** Source of the range: of the preset, the rival facts or the observations. */
  readonly source: string | null;
  readonly fromMonth: string | null;
  readonly toMonth: string | null;
  /** R1.9 Evidence grade of the value in force. */
  readonly origin: ResolvedInput['origin'];
  readonly confidence: EvidenceConfidence | null;
}

/** The ranges of a site's inputs, and the inputs with a value but without a range. */
export interface InputRanges {
  readonly ranges: readonly InputRange[];
  readonly withoutRange: readonly InputKey[];
}

interface Span {
  readonly low: number;
  readonly high: number;
  readonly kind: RangeKind;
  readonly source: string | null;
  readonly fromMonth?: string;
  readonly toMonth?: string;
}

function widened(span: Span, value: number): Span {
  return { ...span, low: Math.min(span.low, value), high: Math.max(span.high, value) };
}

/** R7.1a The span of what several facts in force say of the same thing. */
function rivalSpan({ facts }: SiteEvidence, { key, value, basis, unit }: Used): Span | undefined {
  const fields = inputTable[key].facts ?? [];
  const used = facts.find((fact) => fields.includes(fact.field) && fact.value === value);
  if (!used) return undefined;
  const rivals = facts.filter(
    (fact) => fact.field === used.field && fact.basis === basis && fact.unit === unit,
  );
  const values = rivals.map((fact) => fact.value);
  const sources = [...new Set(rivals.flatMap(({ source }) => source ?? []))];
  return {
    low: Math.min(...values),
    high: Math.max(...values),
    kind: 'rivals',
    source: sources.length === 0 ? null : sources.join('; '),
  };
}

interface Used {
  readonly key: InputKey;
  readonly value: number;
  readonly origin: ResolvedInput['origin'];
  readonly unit: string;
  readonly basis: string | null;
}

/** R7.1a The range of a preset, moved to a value that is no preset. */
function relativeSpan(
  { low, base, high, source }: { low: number; base: number; high: number; source: string | null },
  value: number,
): Span {
  const isProportional = base > 0 && value > 0 && low >= 0;
  return isProportional
    ? { low: (value * low) / base, high: (value * high) / base, kind: 'relative', source }
    : { low: value + low - base, high: value + high - base, kind: 'relative', source };
}

/** What the portfolio knows beside the values in force. */
interface Around {
  readonly evidence: SiteEvidence;
  readonly observed: readonly ObservedRange[];
  /** Origins of the inputs as they would be without own values and scenario. */
  readonly originBelow: ReadonlyMap<string, ResolvedInput['origin']>;
}

/** R7.1a The spans that an input may have, the preferred first. */
function* spansOf({ evidence, observed, originBelow }: Around, used: Used): Generator<Span> {
  const { key, value, origin } = used;
  const preset = presetOfKey(evidence, key);
  const isAssumption = (originBelow.get(key) ?? 'preset') === 'preset';
  const isReplaced = origin === 'own' || origin === 'scenario';
  if (preset && isAssumption && (origin === 'preset' || isReplaced)) {
    const { low, high, source } = preset;
    yield widened({ low, high, kind: isReplaced ? 'ownInPreset' : 'preset', source }, value);
  }
  const months = observed.find((range) => range.key === key);
  if (months) {
    const { low, high, fromMonth, toMonth, source } = months;
    yield widened({ low, high, kind: 'observed', source, fromMonth, toMonth }, value);
  }
  const rivals = origin === 'fact' ? rivalSpan(evidence, used) : undefined;
  if (rivals) yield rivals;
  if (preset) yield relativeSpan(preset, value);
}

/** R7.1a Within the hard bounds, whole where the input is. */
function bounded(key: InputKey, span: Span): Span {
  const { min, max, isWhole } = inputTable[key];
  const within = (x: number): number => Math.min(max, Math.max(min, isWhole === true ? Math.round(x) : x));
  return { ...span, low: within(span.low), high: within(span.high) };
}

function rangeOf(
  around: Around,
  { value, origin, unit, basis, confidence, key: name }: ResolvedInput,
): InputRange | undefined {
  if (value === null || !isInputKey(name)) return undefined;
  for (const found of spansOf(around, { key: name, value, origin, unit, basis })) {
    const { low, high, kind, source, fromMonth, toMonth } = bounded(name, found);
    if (!(low < high)) continue;
    return {
      key: name,
      base: value,
      low,
      high,
      unit,
      isWhole: inputTable[name].isWhole === true,
      kind,
      source,
      fromMonth: fromMonth ?? null,
      toMonth: toMonth ?? null,
      origin,
      confidence,
    };
  }
  return undefined;
}

/**
 * R7.1a The range of every input that has a value: its own sourced low and high, never a flat percentage.
 * @param inputs as resolved by R1.9
 * @param observed what the portfolio's market months span
 * @returns ranges in the order of the inputs, and the inputs without one
 */
export function inputRanges(
  evidence: SiteEvidence,
  inputs: readonly ResolvedInput[],
  observed: readonly ObservedRange[],
): InputRanges {
  const below = resolveInputs({ ...evidence, ownValues: [], scenario: undefined });
  const originBelow = new Map(below.map(({ key, origin }) => [key, origin]));
  const ranges: InputRange[] = [];
  const withoutRange: InputKey[] = [];
  for (const input of inputs) {
    if (input.value === null || !isInputKey(input.key)) continue;
    const range = rangeOf({ evidence, observed, originBelow }, input);
    if (range) ranges.push(range);
    else withoutRange.push(input.key);
  }
  return { ranges, withoutRange };
}
