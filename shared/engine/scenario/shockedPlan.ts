import type { BlockInput } from '../strategy/blockInput.ts';
import type { DebtInput, SiteCaseInput } from '../strategy/siteCaseInput.ts';
import { groundOf, type ShockEvidence, type ShockGround } from './ground.ts';
import { actsIn, sizeFor } from './shockEffect.ts';
import { shockedHall } from './shockedHall.ts';
import { shockedMining } from './shockedMining.ts';
import { shockedPower } from './shockedPath.ts';

function shockedBlock(block: BlockInput | null | undefined, ground: ShockGround): typeof block {
  switch (block?.kind) {
    case 'mining':
      return shockedMining(block, ground);
    case 'colocation':
    case 'gpuCloud':
      return shockedHall(block, ground);
    default:
      return block;
  }
}

/** R5.8 The month in which a loan is first drawn: the first build month of its hall; undefined where there is none. */
function firstDraw(blockId: string | null | undefined, blocks: SiteCaseInput['blocks']): number | undefined {
  const block = blocks?.find((one) => one?.id === blockId);
  if (block?.kind !== 'colocation' && block?.kind !== 'gpuCloud') return undefined;
  const { leaseSignedMonth, monthsLeaseToBuildStart, inService } = block.timeline ?? {};
  if (typeof leaseSignedMonth !== 'number' || typeof monthsLeaseToBuildStart !== 'number') return undefined;
  return inService === true ? undefined : leaseSignedMonth + monthsLeaseToBuildStart;
}

/** R7.3e A loan that is not drawn yet carries the rate and the loan to cost of its month. */
function shockedLoan<Loan extends DebtInput | null | undefined>(
  loan: Loan,
  blocks: SiteCaseInput['blocks'],
  { shocks, firstMonth }: ShockGround,
): Loan {
  const month = firstDraw(loan?.blockId, blocks);
  if (!loan || month === undefined) return loan;
  const sum = (field: 'loanRate' | 'loanToCost'): number =>
    shocks.reduce(
      (total, shock) => total + (actsIn(shock, month, firstMonth) ? (sizeFor(shock, field)?.value ?? 0) : 0),
      0,
    );
  const [rate, toCost] = [sum('loanRate'), sum('loanToCost')];
  const { ratePerYear, loanToCost } = loan;
  return {
    ...loan,
    ...(rate !== 0 && typeof ratePerYear === 'number' && { ratePerYear: Math.max(0, ratePerYear + rate) }),
    ...(toCost !== 0 &&
      typeof loanToCost === 'number' && { loanToCost: Math.max(0, Math.min(1, loanToCost + toCost)) }),
  };
}

/** R7.3 A plan on a ground of shocks; its market is `baseMarket`'s. */
export function planOnGround(plan: SiteCaseInput, ground: ShockGround): SiteCaseInput {
  const blocks = plan.blocks?.map((block) => shockedBlock(block, ground));
  const { debt, debts } = plan;
  return {
    ...plan,
    power: shockedPower(plan.power, ground),
    ...(blocks && { blocks }),
    ...(debt && { debt: shockedLoan(debt, blocks, ground) }),
    ...(debts && { debts: debts.map((loan) => shockedLoan(loan, blocks, ground)) }),
  };
}

/**
 * R7.3 A plan in the scenario of its site: what happens to its power, machines, halls, leases, GPUs and loans. Where there
 * is no shock it is the very same object.
 * @param plan as built from the inputs; its market already moved (R7.3c)
 */
export function shockedPlan(plan: SiteCaseInput, evidence: ShockEvidence): SiteCaseInput {
  const ground = groundOf(evidence, plan.horizonMonths);
  return ground ? planOnGround(plan, ground) : plan;
}
