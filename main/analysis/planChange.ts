import type { OwnPlanBody } from '../../shared/domain/ownPlan.ts';
import type { OwnPlan } from '../../shared/engine/analysis/ownPlans/ownPlan.ts';

type Body = Pick<OwnPlan, 'name' | 'blocks' | 'loans' | 'isTaxed' | 'terms'>;
type Block = OwnPlan['blocks'][number];

/** The first field of a block that differs, in the order in which an analyst would name it. */
const blockFields = ['gridMw', 'fromMonth', 'toMonth', 'service', 'replaces', 'use'] as const;

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The first term with another value, by its key; '' where there is or was none. */
function changedTerm(before: Body['terms'], after: Body['terms']): Record<string, string> | undefined {
  const valueIn = (terms: Body['terms'], key: string) => terms.find((term) => term.key === key)?.value;
  const keys = [...before, ...after].map(({ key }) => key);
  const key = keys.find((candidate) => valueIn(before, candidate) !== valueIn(after, candidate));
  if (key === undefined) return undefined;
  return {
    change: 'term',
    key,
    before: String(valueIn(before, key) ?? ''),
    after: String(valueIn(after, key) ?? ''),
  };
}

/** A replaced block by its use: its id says nothing to an analyst, and the block may be gone when the step is read. */
function useOf(id: string | null, blocks: readonly Block[]): string {
  return blocks.find((block) => block.id === id)?.use ?? '';
}

function changedBlock(
  before: Block,
  after: Block,
  blocks: { readonly before: readonly Block[]; readonly after: readonly Block[] },
): Record<string, string> | undefined {
  const field = blockFields.find((name) => before[name] !== after[name]);
  if (field === 'replaces')
    return {
      change: field,
      use: after.use,
      before: useOf(before.replaces, blocks.before),
      after: useOf(after.replaces, blocks.after),
    };
  if (field)
    return {
      change: field,
      use: after.use,
      before: String(before[field] ?? ''),
      after: String(after[field] ?? ''),
    };
  const term = changedTerm(before.terms, after.terms);
  return term && { ...term, use: after.use };
}

function changedBlocks(
  before: readonly Block[],
  after: readonly Block[],
): Record<string, string> | undefined {
  const added = after.find(({ id }) => before.every((block) => block.id !== id));
  const removed = before.find(({ id }) => after.every((block) => block.id !== id));
  if (added) return { change: 'blockAdded', use: added.use };
  if (removed) return { change: 'blockRemoved', use: removed.use };
  for (const block of after) {
    const known = before.find(({ id }) => id === block.id);
    const change = known && changedBlock(known, block, { before, after });
    if (change) return change;
  }
  return undefined;
}

function changedLoans(before: Body['loans'], after: Body['loans']): Record<string, string> | undefined {
  if (after.length > before.length) return { change: 'loanAdded' };
  if (after.length < before.length) return { change: 'loanRemoved' };
  for (const [index, loan] of after.entries()) {
    const term = changedTerm(before[index]?.terms ?? [], loan.terms);
    if (term) return term;
  }
  return isSame(before, after) ? undefined : { change: 'loan' };
}

/** What an edit changed, as values from which the step's sentence is made. */
export function planChange(before: Body, after: OwnPlanBody): Record<string, string> {
  if (before.name !== after.name) return { change: 'name', before: before.name, after: after.name };
  return (
    changedBlocks(before.blocks, after.blocks) ??
    changedLoans(before.loans, after.loans) ??
    (before.isTaxed === after.isTaxed ? undefined : { change: after.isTaxed ? 'taxOn' : 'taxOff' }) ??
    changedTerm(before.terms, after.terms) ?? { change: 'order' }
  );
}
