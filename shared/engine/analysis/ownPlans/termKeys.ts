import { inputKeys, inputTable, type InputKey } from '../inputTable.ts';
import type { BlockUse } from './ownPlan.ts';

/** Inputs that belong to the site or the market as a whole; a block cannot have its own. */
function ofGroups(groups: readonly string[]): InputKey[] {
  return inputKeys.filter((key) => groups.includes(inputTable[key].group));
}

const newMachines: readonly InputKey[] = [
  'newFleetEfficiencyJPerTh',
  'asicPriceUsdPerTh',
  'asicOtherCostShare',
  'asicPaymentMonths',
];
const mining: readonly InputKey[] = [
  ...ofGroups(['mining']).filter((key) => key !== 'siteHashrateEhS'),
  'miningPowerPriceUsdPerMwh',
  'discountRateMining',
];
const lease: readonly InputKey[] = ['freeRentMonths', 'backstopShare', 'backstopTenorMonths'];

/** R1.9 The inputs that a block of a plan may replace by terms of its own, by what it uses its power for. */
export const termKeysOf: Readonly<Record<BlockUse, readonly InputKey[]>> = {
  mining,
  newMining: [...newMachines, ...mining.filter((key) => key !== 'fleetEfficiencyJPerTh')],
  colocation: [
    ...ofGroups(['colocation']),
    ...lease,
    ...ofGroups(['build']),
    'hostingFeeUsdPerGpuMonth',
    'kwPerGpu',
    'gpuOpexUsdPerGpuMonth',
    'slaCreditShare',
    'hallDepreciationMonths',
    'discountRateColocation',
  ],
  gpuCloud: [
    ...ofGroups(['gpuCloud']),
    ...ofGroups(['build']),
    'hallDepreciationMonths',
    'equipmentBonusShare',
    'discountRateGpuCloud',
  ],
  siteSale: ['siteSaleUsdPerMw', 'saleCostShare', 'discountRateMining'],
};

/** R5.8 Terms of a loan. */
export const loanTermKeys: readonly InputKey[] = [
  'loanToCost',
  'projectDebtRatePerYear',
  'loanUpfrontFeeShare',
  'loanInterestOnlyMonths',
  'loanTenorMonths',
  'loanBalloonShare',
  'loanTargetDscr',
  'covenantLockUpDscr',
  'covenantBreachDscr',
];

/** R5.9, R5.8e Terms of the plan as a whole. */
export const planTermKeys: readonly InputKey[] = [
  'taxRate',
  'taxLossUseCapShare',
  'taxLossCarryForwardUsd',
  'discountRateEquity',
];
