/*
 * A plan the analyst builds for one site: blocks with power and dates, loans, tax. Its numbers are the site's inputs
 * (R1.9) unless a term of the plan replaces them, so that every value keeps its origin.
 */

/** R4.2, R5.5 What a block uses the power for; `newMining` buys its machines. */
export const blockUses = ['mining', 'newMining', 'colocation', 'gpuCloud', 'siteSale'] as const;
export type BlockUse = (typeof blockUses)[number];

/** R4.3a, R4.14, R4.21 What an AI block sells: a lease by what the tenant pays back, or GPU-hours by contract. */
export const serviceLines = [
  'tripleNet',
  'modifiedGross',
  'gross',
  'managedHosting',
  'reserved',
  'onDemand',
] as const;
export type ServiceLine = (typeof serviceLines)[number];

/** The service lines a use can have, the usual one first; none where it sells no service. */
export const servicesOf: Readonly<Record<BlockUse, readonly ServiceLine[]>> = {
  mining: [],
  newMining: [],
  colocation: ['modifiedGross', 'tripleNet', 'gross', 'managedHosting'],
  gpuCloud: ['reserved', 'onDemand'],
  siteSale: [],
};

/** An input of the site that this plan replaces, by its key, in the input's unit. */
export interface PlanTerm {
  readonly key: string;
  readonly value: number;
}

export interface OwnPlanBlock {
  readonly id: string;
  readonly use: BlockUse;
  /** Power at the grid [MW]. */
  readonly gridMw: number;
  /** Mining: first month; AI: month of the signature; sale: month of the sale. */
  readonly fromMonth: number;
  /** First month without the block; null: mining ends by R5.2b or with what replaces it, a hall stays. */
  readonly toMonth: number | null;
  /** R4.11 Id of the mining block that an AI block takes the place of. */
  readonly replaces: string | null;
  readonly service: ServiceLine | null;
  readonly terms: readonly PlanTerm[];
}

/** R5.8 A loan on one AI block. */
export interface OwnPlanLoan {
  readonly id: string;
  readonly blockId: string;
  readonly repayment: 'annuity' | 'sculpted';
  readonly terms: readonly PlanTerm[];
}

export interface OwnPlan {
  readonly id: string;
  readonly name: string;
  readonly blocks: readonly OwnPlanBlock[];
  readonly loans: readonly OwnPlanLoan[];
  readonly isTaxed: boolean;
  /** Terms of the plan as a whole: tax, return on equity. */
  readonly terms: readonly PlanTerm[];
  readonly enteredBy: string | null;
  readonly enteredAt: string;
}

/** Whether a block serves AI, and so has dates of a build, a service and perhaps a loan. */
export function isAiUse(use: BlockUse): use is 'colocation' | 'gpuCloud' {
  return use === 'colocation' || use === 'gpuCloud';
}

/** Whether a block mines, and so can be replaced. */
export function isMiningUse(use: BlockUse): boolean {
  return use === 'mining' || use === 'newMining';
}

/** A plan that can be computed at all: ids are unique, and what it names is in it. */
export function faultOfPlan({ blocks, loans }: Pick<OwnPlan, 'blocks' | 'loans'>): PlanFault | undefined {
  const ids = new Set(blocks.map(({ id }) => id));
  if (ids.size !== blocks.length) return 'sameId';
  const useOf = new Map(blocks.map(({ id, use }) => [id, use]));
  const replaced = blocks.flatMap(({ replaces }) => (replaces === null ? [] : [replaces]));
  if (replaced.some((id) => !isMiningUse(useOf.get(id) ?? 'siteSale'))) return 'replacesNothing';
  if (new Set(replaced).size !== replaced.length) return 'replacedTwice';
  if (loans.some(({ blockId }) => !isAiUse(useOf.get(blockId) ?? 'siteSale'))) return 'loanOnNothing';
  const wrongService = blocks.some(({ use, service }) =>
    service === null ? servicesOf[use].length > 0 : !servicesOf[use].includes(service),
  );
  if (wrongService) return 'wrongService';
  return blocks.some(({ fromMonth, toMonth }) => toMonth !== null && toMonth <= fromMonth)
    ? 'endsBeforeStart'
    : undefined;
}

export type PlanFault =
  | 'sameId'
  | 'replacesNothing'
  | 'replacedTwice'
  | 'loanOnNothing'
  | 'wrongService'
  | 'endsBeforeStart';
