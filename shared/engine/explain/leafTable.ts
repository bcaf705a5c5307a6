import type { InputKey } from '../analysis/inputTable.ts';
import type { PlanRef } from '../analysis/planFlows.ts';
import type { Block } from '../strategy/blockInput.ts';
import type { QuantityKey } from './quantities.ts';

/** What a number of a block's case is called, and the input it is taken from where a portfolio stands behind it. */
interface LeafRow {
  readonly key: QuantityKey;
  readonly input?: InputKey;
}

const table = {
  powerMw: { key: 'blockGridMw' },
  miningPue: { key: 'pue', input: 'miningPue' },
  uptime: { key: 'availability', input: 'uptime' },
  staleShare: { key: 'lossShare', input: 'staleShare' },
  poolFeeShare: { key: 'feeShare', input: 'poolFeeShare' },
  curtailedHoursShare: { key: 'curtailedShare', input: 'curtailedHoursShare' },
  demandResponseCreditUsdPerMwMonth: { key: 'usdPerMwMonth', input: 'demandResponseCreditUsdPerMwMonth' },
  heatRevenueUsdPerMwhIt: { key: 'heatPrice' },
  fixedOpexUsdPerMwMonth: { key: 'usdPerMwMonth', input: 'fixedOpexUsdPerMwMonth' },
  opexInflationPerYear: { key: 'growthRate', input: 'opexInflationPerYear' },
  fromMonth: { key: 'firstMonth' },
  'takeOrPay.share': { key: 'takeOrPayShare' },
  'takeOrPay.resaleUsdPerMwh': { key: 'resalePrice' },
  reconversionCostUsdPerMw: { key: 'usdPerMw' },
  reconversionMonths: { key: 'monthCount' },
  'fleet.#.count': { key: 'machines' },
  'fleet.#.hashrateThS': { key: 'machineHashrate' },
  'fleet.#.efficiencyJPerTh': { key: 'efficiency' },
  'fleet.#.fromMonth': { key: 'firstMonth' },
  'fleet.#.hashrateFactor': { key: 'factor' },
  'fleet.#.efficiencyFactor': { key: 'factor' },
  'fleet.#.failureRatePerYear': { key: 'failureRate', input: 'failureRatePerYear' },
  'fleet.#.purchase.usdPerTh': { key: 'usdPerTh', input: 'asicPriceUsdPerTh' },
  'fleet.#.purchase.otherCostShare': { key: 'costShare', input: 'asicOtherCostShare' },
  'fleet.#.move.costUsdPerUnit': { key: 'usdPerMachine' },
  'fleet.#.sale.usdPerTh.growthPerYear': { key: 'growthRate', input: 'asicResaleChangePerYear' },
  'fleet.#.sale.costUsdPerUnit': { key: 'usdPerMachine' },
  grossToItRatio: { key: 'gridToItRatio', input: 'grossToItRatio' },
  pue: { key: 'pue', input: 'aiPue' },
  'timeline.leaseSignedMonth': { key: 'signedMonth' },
  'timeline.monthsLeaseToBuildStart': { key: 'monthCount', input: 'monthsLeaseToBuildStart' },
  'timeline.buildMonths': { key: 'monthCount', input: 'buildMonths' },
  'timeline.slipMonths': { key: 'monthCount', input: 'slipMonths' },
  'timeline.miningStopsMonthsBeforeBuild': { key: 'monthCount', input: 'miningStopsMonthsBeforeBuild' },
  'timeline.billingLagMonths': { key: 'monthCount', input: 'billingLagMonths' },
  'timeline.rampShare.#': { key: 'rampShare' },
  'capex.parts.#.usdPerMwIt': { key: 'usdPerMwIt', input: 'shellCapexUsdPerMwIt' },
  'capex.contingencyShare': { key: 'costShare', input: 'contingencyShare' },
  'opex.opexUsdPerMwItMonth': { key: 'usdPerMwMonth', input: 'aiOpexUsdPerMwItMonth' },
  'opex.opexInflationPerYear': { key: 'growthRate', input: 'opexInflationPerYear' },
  'opex.propertyTaxShareOfCapexPerYear': { key: 'shareOfCapex', input: 'propertyTaxInsuranceShare' },
  'opex.insuranceShareOfCapexPerYear': { key: 'shareOfCapex' },
  'opex.managementFeeShareOfRevenue': { key: 'feeShare', input: 'managementFeeShare' },
  'lease.rentUsdPerKwMonth': { key: 'rentPerKw', input: 'rentYear1UsdPerKwMonth' },
  'lease.escalatorPerYear': { key: 'growthRate', input: 'rentEscalatorPerYear' },
  'lease.termMonths': { key: 'monthCount', input: 'leaseTermMonths' },
  'lease.freeRentMonths': { key: 'monthCount' },
  'lease.tenantLoadFactor': { key: 'loadFactor', input: 'tenantLoadFactor' },
  'lease.tenantDefaultProbabilityPerYear': {
    key: 'defaultProbability',
    input: 'tenantDefaultProbabilityPerYear',
  },
  'lease.recoveryShare': { key: 'recoveryShare', input: 'recoveryShare' },
  'lease.backstop.share': { key: 'backstopShare', input: 'backstopShare' },
  'lease.renewals.#.termMonths': { key: 'monthCount', input: 'renewalTermMonths' },
  'lease.renewals.#.probability': { key: 'probability', input: 'renewalProbability' },
  'lease.renewals.#.markToMarketShare': { key: 'toMarketShare' },
  'lease.renewals.#.marketRentUsdPerKwMonth.growthPerYear': {
    key: 'growthRate',
    input: 'marketRentGrowthPerYear',
  },
  'lease.renewals.#.escalatorPerYear': { key: 'growthRate', input: 'rentEscalatorPerYear' },
  'lease.renewals.#.downtimeMonths': { key: 'monthCount', input: 'renewalDowntimeMonths' },
  'lease.managedHosting.kwPerGpu': { key: 'kwPerGpu', input: 'kwPerGpu' },
  'lease.managedHosting.feeUsdPerGpuMonth': { key: 'usdPerGpuMonth', input: 'hostingFeeUsdPerGpuMonth' },
  'lease.managedHosting.opexUsdPerGpuMonth': { key: 'usdPerGpuMonth', input: 'gpuOpexUsdPerGpuMonth' },
  'lease.managedHosting.slaCreditShare': { key: 'feeShare', input: 'slaCreditShare' },
  'lease.tenantFundedCapex.usdPerMwIt': { key: 'usdPerMwIt' },
  'lease.tenantFundedCapex.capShare': { key: 'capShare' },
  'tenantFundedCapex.usdPerMwIt': { key: 'usdPerMwIt' },
  'tenantFundedCapex.capShare': { key: 'capShare' },
  'cloud.kwPerGpu': { key: 'kwPerGpu', input: 'kwPerGpu' },
  'cloud.gpuPriceUsd': { key: 'usdPerGpu', input: 'gpuPriceUsd' },
  'cloud.gpuPaymentMonths': { key: 'monthCount', input: 'gpuPaymentMonths' },
  'cloud.contract.termMonths': { key: 'monthCount', input: 'gpuContractMonths' },
  'cloud.contract.priceUsdPerGpuHour': { key: 'gpuHourPrice', input: 'gpuPriceUsdPerGpuHour' },
  'cloud.contract.priceChangePerYear': { key: 'growthRate' },
  'cloud.contract.utilisation': { key: 'utilisation', input: 'utilisation' },
  'cloud.contract.takeOrPayShare': { key: 'takeOrPayShare', input: 'gpuTakeOrPayShare' },
  'cloud.contract.prepayment.shareOfContractValue': { key: 'costShare', input: 'prepaymentShare' },
  'cloud.market.priceUsdPerGpuHour.growthPerYear': { key: 'growthRate', input: 'gpuPriceChangePerYear' },
  'cloud.market.utilisation': { key: 'utilisation', input: 'utilisation' },
  'cloud.availability': { key: 'availability', input: 'gpuAvailability' },
  'cloud.slaCreditShare': { key: 'feeShare', input: 'slaCreditShare' },
  'cloud.platformCostShare': { key: 'feeShare', input: 'platformCostShare' },
  'cloud.opexUsdPerGpuMonth': { key: 'usdPerGpuMonth', input: 'gpuOpexUsdPerGpuMonth' },
  'cloud.loadFactor': { key: 'loadFactor', input: 'gpuLoadFactor' },
  'cloud.gpuLifeMonths': { key: 'monthCount', input: 'gpuLifeMonths' },
  'cloud.residualShare': { key: 'residualShare', input: 'gpuResidualShare' },
  'cloud.refresh.costShareOfFirst': { key: 'costShare', input: 'gpuRefreshCostShareOfFirst' },
  'cloud.refresh.priceFactor': { key: 'factor', input: 'gpuRefreshPriceFactor' },
  'terminal.capRate': { key: 'capRate', input: 'capRate' },
  'terminal.usdPerMwIt': { key: 'usdPerMwIt', input: 'shellTerminalUsdPerMwIt' },
  'terminal.costShare': { key: 'costShare', input: 'saleCostShare' },
  'shellSale.capRate': { key: 'capRate', input: 'capRate' },
  'shellSale.usdPerMwIt': { key: 'usdPerMwIt' },
  'shellSale.costShare': { key: 'costShare', input: 'saleCostShare' },
  gridMw: { key: 'blockGridMw' },
  usdPerGridMw: { key: 'usdPerMw', input: 'siteSaleUsdPerMw' },
  costShare: { key: 'costShare', input: 'saleCostShare' },
  discountRatePerYear: { key: 'discountRate' },
} as const satisfies Readonly<Record<string, LeafRow>>;

export type LeafPath = keyof typeof table;

/** The inputs of machines moved to a cheaper site (R3.11) are not this site's. */
const redeployed: Readonly<Partial<Record<LeafPath, InputKey>>> = {
  curtailedHoursShare: 'redeployCurtailedHoursShare',
  demandResponseCreditUsdPerMwMonth: 'redeployDemandResponseCreditUsdPerMwMonth',
  heatRevenueUsdPerMwhIt: 'redeployHeatRevenueUsdPerMwhIt',
  'fleet.#.hashrateFactor': 'redeployHashrateFactor',
  'fleet.#.efficiencyFactor': 'redeployEfficiencyFactor',
};

const rates: Readonly<Record<Block['kind'], InputKey>> = {
  mining: 'discountRateMining',
  siteSale: 'discountRateMining',
  colocation: 'discountRateColocation',
  gpuCloud: 'discountRateGpuCloud',
};

/** The inputs of an alliance's hall that are its own, beside those of halls in own plans (R4.17). */
const allied: Readonly<Partial<Record<LeafPath, InputKey>>> = {
  'lease.backstop.share': 'allianceBackstopShare',
};

/** What a number of a block is called, and its input where it has one. */
export function inputOfLeaf(path: LeafPath, block: Block, plan: PlanRef | undefined): LeafRow {
  const row: LeafRow = table[path];
  if (path === 'discountRatePerYear') return { ...row, input: rates[block.kind] };
  const isAlliance = plan?.kind === 'strategy' && plan.strategy === 'alliance';
  const other = (block.id === 'redeployed' && redeployed[path]) || (isAlliance && allied[path]);
  return other ? { ...row, input: other } : row;
}
