import type {
  BlockInput,
  CapexInput,
  ColocationBlockInput,
  DepreciationInput,
  GpuCloudBlockInput,
  MiningBlockInput,
} from '../../strategy/blockInput.ts';
import type { MarketInput } from '../../strategy/marketInput.ts';
import type { NamedDebt, SiteCaseInput } from '../../strategy/siteCaseInput.ts';
import type { Given } from '../../strategy/given.ts';
import type { SiteEvidence } from '../evidence.ts';
import type { InputKey } from '../inputTable.ts';
import { colocationBlock, gpuCloudBlock } from '../plans/aiBlocks.ts';
import { fleetToday, miningBlock, newFleet, powerOf } from '../plans/miningBlocks.ts';
import type { InputValues } from '../resolveInputs.ts';
import { isAiUse, type OwnPlan, type OwnPlanBlock, type OwnPlanLoan, type PlanTerm } from './ownPlan.ts';

/** R1.9 The site's inputs with the terms of a plan in their place. */
function withTerms(values: InputValues, terms: readonly PlanTerm[]): InputValues {
  const replaced: Partial<Record<string, number>> = { ...values };
  for (const { key, value } of terms) replaced[key] = value;
  return replaced;
}

/** R5.9 Machines and GPUs are equipment of five years; a bonus share is written off at once. */
function equipment(values: InputValues): DepreciationInput {
  return { method: 'macrs5', bonusShare: values.equipmentBonusShare };
}

function shareOfSite({ gridMw }: OwnPlanBlock, { gridPowerMw }: InputValues): number | undefined {
  return gridPowerMw === undefined || gridPowerMw <= 0 ? undefined : gridMw / gridPowerMw;
}

/** R3.1 Part of today's machines, by the part of the site's power that the block takes. */
function minesOn(block: OwnPlanBlock, values: InputValues): MiningBlockInput {
  const share = shareOfSite(block, values);
  return {
    ...miningBlock(values, share),
    id: block.id,
    powerMw: block.gridMw,
    fromMonth: block.fromMonth,
    ...(block.toMonth !== null && { toMonth: block.toMonth }),
    fleet: [{ ...fleetToday(values, share), fromMonth: block.fromMonth }],
  };
}

/** R3.9 New machines that fill the block's power, paid before they start. */
function minesAnew(block: OwnPlanBlock, values: InputValues, isTaxed: boolean): MiningBlockInput {
  const fleet = newFleet(values, block.gridMw, block.fromMonth);
  return {
    ...miningBlock(values),
    id: block.id,
    powerMw: block.gridMw,
    fromMonth: block.fromMonth,
    ...(block.toMonth !== null && { toMonth: block.toMonth }),
    fleet: [isTaxed ? { ...fleet, purchase: { ...fleet.purchase, depreciation: equipment(values) } } : fleet],
  };
}

function taxedCapex(capex: CapexInput | null | undefined, values: InputValues): CapexInput {
  const depreciation: DepreciationInput = {
    method: 'straightLine',
    lifeMonths: values.hallDepreciationMonths,
  };
  return { ...capex, parts: (capex?.parts ?? []).map((part) => ({ ...part, depreciation })) };
}

/** What every hall of a plan has of its own: its dates and the mining it takes the place of. */
function hallOf<Hall extends ColocationBlockInput | GpuCloudBlockInput>(
  hall: Hall,
  block: OwnPlanBlock,
  values: InputValues,
  isTaxed: boolean,
): Hall {
  return {
    ...hall,
    id: block.id,
    timeline: { ...hall.timeline, leaseSignedMonth: block.fromMonth },
    ...(isTaxed && { capex: taxedCapex(hall.capex, values) }),
    ...(block.toMonth !== null && { toMonth: block.toMonth }),
    ...(block.replaces !== null && { replaces: block.replaces }),
  };
}

/** R4.13, R4.14, R4.17, R4.3a A let hall by its service line. */
function letHall(block: OwnPlanBlock, values: InputValues, isTaxed: boolean): ColocationBlockInput {
  const hall = colocationBlock(values, { powerMw: block.gridMw });
  const isManaged = block.service === 'managedHosting';
  const { backstopShare } = values;
  const lease: ColocationBlockInput['lease'] = {
    ...hall.lease,
    freeRentMonths: values.freeRentMonths,
    // A host who runs the tenant's GPUs passes their power on, as in a modified gross lease.
    passThrough: block.service === 'tripleNet' || block.service === 'gross' ? block.service : 'modifiedGross',
    ...(backstopShare !== 0 && {
      backstop: { share: backstopShare, tenorMonths: values.backstopTenorMonths },
    }),
    ...(isManaged && {
      managedHosting: {
        kwPerGpu: values.kwPerGpu,
        feeUsdPerGpuMonth: values.hostingFeeUsdPerGpuMonth,
        opexUsdPerGpuMonth: values.gpuOpexUsdPerGpuMonth,
        slaCreditShare: values.slaCreditShare,
      },
    }),
  };
  return hallOf({ ...hall, lease }, block, values, isTaxed);
}

/** R4.21 Training on reserved hours for a term, inference on demand at market prices. */
function cloudHall(block: OwnPlanBlock, values: InputValues, isTaxed: boolean): GpuCloudBlockInput {
  const hall = gpuCloudBlock(values, { powerMw: block.gridMw });
  const cloud = {
    ...hall.cloud,
    ...(block.service === 'onDemand' && { contract: null }),
    ...(isTaxed && { depreciation: equipment(values) }),
  };
  return hallOf({ ...hall, cloud }, block, values, isTaxed);
}

function blockOf(block: OwnPlanBlock, site: InputValues, isTaxed: boolean): BlockInput {
  const values = withTerms(site, block.terms);
  switch (block.use) {
    case 'mining':
      return minesOn(block, values);
    case 'newMining':
      return minesAnew(block, values, isTaxed);
    case 'colocation':
      return letHall(block, values, isTaxed);
    case 'gpuCloud':
      return cloudHall(block, values, isTaxed);
    case 'siteSale':
      return {
        id: block.id,
        kind: 'siteSale',
        month: block.fromMonth,
        gridMw: block.gridMw,
        usdPerGridMw: values.siteSaleUsdPerMw,
        costShare: values.saleCostShare,
        discountRatePerYear: values.discountRateMining,
      };
  }
}

/** R5.8 What a lender counts as cost: the build, and the GPUs where there are some. */
function loanOf(loan: OwnPlanLoan, plan: OwnPlan, site: InputValues): Given<NamedDebt> {
  const values = withTerms(site, loan.terms);
  const isCloud = plan.blocks.some(({ id, use }) => id === loan.blockId && use === 'gpuCloud');
  return {
    id: loan.id,
    blockId: loan.blockId,
    eligibleLines: isCloud ? ['buildCapexUsd', 'gpuCapexUsd'] : ['buildCapexUsd'],
    loanToCost: values.loanToCost,
    ratePerYear: values.projectDebtRatePerYear,
    upfrontFeeShare: values.loanUpfrontFeeShare,
    capitaliseInterest: true,
    interestOnlyMonths: values.loanInterestOnlyMonths,
    tenorMonths: values.loanTenorMonths,
    repayment: loan.repayment,
    balloonShare: values.loanBalloonShare,
    ...(loan.repayment === 'sculpted' && { targetDscr: values.loanTargetDscr }),
    // One equity, so one rate for all loans (R5.8e): the plan's, never a loan's.
    equityDiscountRatePerYear: withTerms(site, plan.terms).discountRateEquity,
  };
}

/** R5.9 Tax is the site's, so after it there is one rate: that of the largest hall, without a hall of the largest block. */
export function rateOfPlan({ blocks }: OwnPlan, values: InputValues): number | undefined {
  const rateKeys: Readonly<Record<OwnPlanBlock['use'], InputKey>> = {
    mining: 'discountRateMining',
    newMining: 'discountRateMining',
    siteSale: 'discountRateMining',
    colocation: 'discountRateColocation',
    gpuCloud: 'discountRateGpuCloud',
  };
  const bySize = blocks.toSorted((a, b) => b.gridMw - a.gridMw);
  const largest = bySize.find(({ use }) => isAiUse(use)) ?? bySize[0];
  return largest && withTerms(values, largest.terms)[rateKeys[largest.use]];
}

/**
 * R5.2, R5.2a, R5.2c The case of an analyst's own plan: the site's inputs, the plan's blocks, dates, loans and tax.
 * @param plan whose `faultOfPlan` is undefined
 * @param values the site's resolved inputs; a missing one stays missing and is named by the case
 * @param market R2 the same object for all plans that are compared
 * @example ownPlanCase({ id: 'p', name: '', blocks: [], loans: [], isTaxed: false, terms: [], enteredBy: null,
 *   enteredAt: '' }, { valuationMonth: '2026-11' }, {}, {}).blocks // → []
 */
export function ownPlanCase(
  plan: OwnPlan,
  { valuationMonth }: Pick<SiteEvidence, 'valuationMonth'>,
  values: InputValues,
  market: MarketInput,
): SiteCaseInput {
  const terms = withTerms(values, plan.terms);
  return {
    valuationMonth,
    horizonMonths: values.horizonMonths,
    discountRatePerYear: rateOfPlan(plan, values),
    commonDiscountRatePerYear: values.commonDiscountRatePerYear,
    site: { gridPowerMw: values.gridPowerMw, grossToItRatio: values.grossToItRatio },
    market,
    power: powerOf(values, values.powerPriceUsdPerMwh),
    blocks: plan.blocks.map((block) => blockOf(block, values, plan.isTaxed)),
    ...(plan.isTaxed && {
      tax: {
        ratePerYear: terms.taxRate,
        lossUseCapShare: terms.taxLossUseCapShare,
        initialLossCarryForwardUsd: terms.taxLossCarryForwardUsd,
        taxTerminalValue: true,
      },
    }),
    ...(plan.loans.length > 0 && {
      debts: plan.loans.map((loan) => loanOf(loan, plan, values)),
      covenant: { lockUpDscr: terms.covenantLockUpDscr, breachDscr: terms.covenantBreachDscr },
    }),
  };
}
