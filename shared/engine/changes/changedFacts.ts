import type { DifficultyChoice } from '../analysis/difficultyChoice.ts';
import type { EvidenceContract, SiteEvidence } from '../analysis/evidence.ts';
import { resolveInputs } from '../analysis/resolveInputs.ts';
import type { ResolvedInput } from '../analysis/siteAnalysis.ts';
import { sameValue } from '../cache/sameValue.ts';

export type ChangedAspect = 'value' | 'origin' | 'source' | 'asOf';
const aspects: readonly ChangedAspect[] = ['value', 'origin', 'source', 'asOf'];

/** R5.19a An input before and after, and in what it differs. */
export interface InputChange {
  readonly key: string;
  readonly before: ResolvedInput;
  readonly after: ResolvedInput;
  readonly changed: readonly ChangedAspect[];
}

/** R5.19a The rule of the hash rate before and after; null is the responsive one, which is no choice (R2.5a). */
export interface DifficultyChange {
  readonly before: DifficultyChoice | null;
  readonly after: DifficultyChoice | null;
}

/** What came, what went and what says something else, by name. */
export interface NamedChanges {
  readonly came: readonly string[];
  readonly gone: readonly string[];
  readonly changed: readonly string[];
}

/**
 * R5.19a The inputs of a site that differ in value, origin, source or date, in the order of the inputs. An input of own
 * plans that only one side has came or went with the plan, which is named; it is no change of data.
 */
export function changedInputs(before: SiteEvidence, after: SiteEvidence): readonly InputChange[] {
  const old = new Map(resolveInputs(before).map((input) => [input.key, input]));
  return resolveInputs(after).flatMap((now) => {
    const then = old.get(now.key);
    if (!then) return [];
    const changed = aspects.filter((aspect) => then[aspect] !== now[aspect]);
    return changed.length === 0 ? [] : [{ key: now.key, before: then, after: now, changed }];
  });
}

/** Who chose a rule, and when, is no part of what it computes. */
function choiceOf({ difficulty }: SiteEvidence): DifficultyChoice | null {
  if (!difficulty) return null;
  const { rule } = difficulty;
  return rule === 'table' ? { rule, points: difficulty.points } : { rule };
}

/** R5.19a The rule of the hash rate where another one is chosen, or another table; else null. */
export function changedDifficulty(before: SiteEvidence, after: SiteEvidence): DifficultyChange | null {
  const change = { before: choiceOf(before), after: choiceOf(after) };
  return sameValue(change.before, change.after) ? null : change;
}

function namedChanges<Row extends { readonly id: string }>(
  before: readonly Row[],
  after: readonly Row[],
  nameOf: (row: Row) => string,
): NamedChanges {
  const old = new Map(before.map((row) => [row.id, row]));
  const now = new Set(after.map(({ id }) => id));
  return {
    came: after.filter(({ id }) => !old.has(id)).map(nameOf),
    gone: before.filter(({ id }) => !now.has(id)).map(nameOf),
    changed: after.filter((row) => old.has(row.id) && !sameValue(old.get(row.id), row)).map(nameOf),
  };
}

/** R5.19a The signed contracts of a site that came, went or say something else, by counterparty. */
export function changedContracts(before: SiteEvidence, after: SiteEvidence): NamedChanges {
  return namedChanges<EvidenceContract>(
    before.contracts,
    after.contracts,
    ({ counterparty }) => counterparty,
  );
}

/** R5.19a The analyst's own plans that came, went or are edited, by name. */
export function changedOwnPlans(before: SiteEvidence, after: SiteEvidence): NamedChanges {
  return namedChanges(before.ownPlans ?? [], after.ownPlans ?? [], ({ name }) => name);
}
