import { isAiUse, isMiningUse, servicesOf, type BlockUse } from '../engine/analysis/ownPlans/ownPlan.ts';
import { termKeysOf } from '../engine/analysis/ownPlans/termKeys.ts';
import type { OwnPlanBody } from './ownPlan.ts';

/*
 * The edits of an own plan: each takes a plan that fits together and gives one that does.
 */

type Block = OwnPlanBody['blocks'][number];
type Terms = Block['terms'];

/** The first name of a kind that no block or loan carries yet. */
export function freeId(taken: readonly { readonly id: string }[], stem: string): string {
  const ids = new Set(taken.map(({ id }) => id));
  if (!ids.has(stem)) return stem;
  let number = 2;
  while (ids.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

export function withTerm(terms: Terms, key: string, value: number): Terms {
  return [...terms.filter((term) => term.key !== key), { key, value }];
}

export function withoutTerm(terms: Terms, key: string): Terms {
  return terms.filter((term) => term.key !== key);
}

export function withBlock(plan: OwnPlanBody, id: string, change: Partial<Block>): OwnPlanBody {
  return {
    ...plan,
    blocks: plan.blocks.map((block) => (block.id === id ? { ...block, ...change } : block)),
  };
}

/** A block that is gone, or no longer mines or serves AI, takes with it what hangs on it. */
function withoutLoose(plan: OwnPlanBody): OwnPlanBody {
  const useOf = new Map(plan.blocks.map(({ id, use }) => [id, use]));
  return {
    ...plan,
    blocks: plan.blocks.map((block) =>
      block.replaces !== null && !isMiningUse(useOf.get(block.replaces) ?? 'siteSale')
        ? { ...block, replaces: null }
        : block,
    ),
    loans: plan.loans.filter(({ blockId }) => isAiUse(useOf.get(blockId) ?? 'siteSale')),
  };
}

/** Another use keeps power, dates and the terms that still apply. */
export function withUse(plan: OwnPlanBody, id: string, use: BlockUse): OwnPlanBody {
  const keys: readonly string[] = termKeysOf[use];
  const changed = plan.blocks.map((block) =>
    block.id === id
      ? {
          ...block,
          use,
          service: servicesOf[use][0] ?? null,
          replaces: isAiUse(use) ? block.replaces : null,
          toMonth: use === 'siteSale' ? null : block.toMonth,
          terms: block.terms.filter(({ key }) => keys.includes(key)),
        }
      : block,
  );
  return withoutLoose({ ...plan, blocks: changed });
}

export function withoutBlock(plan: OwnPlanBody, id: string): OwnPlanBody {
  return withoutLoose({ ...plan, blocks: plan.blocks.filter((block) => block.id !== id) });
}

/** Two blocks of half the power each; what replaces the whole goes on replacing the first half. */
export function withSplit(plan: OwnPlanBody, id: string): OwnPlanBody {
  const blocks = plan.blocks.flatMap((block) => {
    if (block.id !== id) return [block];
    const half = { ...block, gridMw: block.gridMw / 2 };
    return [half, { ...half, id: freeId(plan.blocks, block.id), replaces: null }];
  });
  return { ...plan, blocks };
}

export function withNewBlock(plan: OwnPlanBody, use: BlockUse, gridMw: number): OwnPlanBody {
  const block: Block = {
    id: freeId(plan.blocks, use),
    use,
    gridMw,
    fromMonth: 0,
    toMonth: null,
    replaces: null,
    service: servicesOf[use][0] ?? null,
    terms: [],
  };
  return { ...plan, blocks: [...plan.blocks, block] };
}

export function withNewLoan(plan: OwnPlanBody, blockId: string): OwnPlanBody {
  const loan = { id: freeId(plan.loans, 'loan'), blockId, repayment: 'annuity' as const, terms: [] };
  return { ...plan, loans: [...plan.loans, loan] };
}

export function withLoan(
  plan: OwnPlanBody,
  id: string,
  change: Partial<OwnPlanBody['loans'][number]>,
): OwnPlanBody {
  return { ...plan, loans: plan.loans.map((loan) => (loan.id === id ? { ...loan, ...change } : loan)) };
}

/**
 * A block moved on the time line: its start by some months, or its end. Nothing leaves the horizon, and an open end
 * begins at the horizon.
 */
export function withMove(
  plan: OwnPlanBody,
  id: string,
  months: number,
  moves: 'start' | 'end',
  horizonMonths: number,
): OwnPlanBody {
  const block = plan.blocks.find((candidate) => candidate.id === id);
  if (!block) return plan;
  const { fromMonth, toMonth } = block;
  if (moves === 'end') {
    const end = Math.max(fromMonth + 1, (toMonth ?? horizonMonths) + months);
    return withBlock(plan, id, { toMonth: end >= horizonMonths ? null : end });
  }
  const latest = horizonMonths - 1 - (toMonth === null ? 0 : toMonth - fromMonth - 1);
  const start = Math.min(Math.max(0, fromMonth + months), Math.max(0, latest));
  return withBlock(plan, id, {
    fromMonth: start,
    toMonth: toMonth === null ? null : toMonth + start - fromMonth,
  });
}
