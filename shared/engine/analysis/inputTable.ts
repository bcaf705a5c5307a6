import type { ResolvedInput } from './siteAnalysis.ts';

/** R1.9 One row per input of a site analysis: where it belongs, what it may be, which facts can give it. */
export interface InputRow {
  readonly group: ResolvedInput['group'];
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** Months and counts take whole values only. */
  readonly isWhole?: boolean;
  /** Fields of facts, the preferred first. */
  readonly facts?: readonly string[];
  /** Only an analyst's own plan uses it; without one it is no input of the site. */
  readonly isForOwnPlans?: boolean;
  /** The input whose own value switches this one on; without it there is no such input. */
  readonly switchedBy?: string;
}

const share = { unit: '1', min: 0, max: 1 } as const;
const growth = { unit: '1/yr', min: -0.9, max: 2 } as const;
const months = (min: number, max: number) => ({ unit: 'months', min, max, isWhole: true }) as const;

const ownPlans = { group: 'ownPlans', isForOwnPlans: true } as const;

const backstop = { group: 'otherPlans', switchedBy: 'allianceBackstopShare' } as const;
const partnerDefault = { group: 'otherPlans', switchedBy: 'alliancePartnerDefaultMonth' } as const;
const warrants = { group: 'otherPlans', switchedBy: 'allianceWarrants' } as const;

const table = {
  gridPowerMw: { group: 'site', unit: 'MW', min: 0.1, max: 10_000, facts: ['energised_mw', 'contracted_mw'] },
  grossToItRatio: { group: 'site', unit: '1', min: 1, max: 3 },
  btcPriceUsd: { group: 'market', unit: 'USD/BTC', min: 1, max: 100_000_000, facts: ['market.btcPriceUsd'] },
  btcLogDriftPerYear: { group: 'market', unit: '1/yr', min: -2, max: 2 },
  networkHashrateEhS: {
    group: 'market',
    unit: 'EH/s',
    min: 1,
    max: 1_000_000,
    facts: ['market.networkHashrateEhS'],
  },
  subsidyBtcPerBlock: {
    group: 'market',
    unit: 'BTC/block',
    min: 0,
    max: 50,
    facts: ['market.subsidyBtcPerBlock'],
  },
  blockIntervalS: { group: 'market', unit: 's', min: 450, max: 750 },
  hashrateAdjustmentPerMonth: { group: 'market', unit: '1/month', min: 0, max: 1 },
  marginalFleetJPerTh: { group: 'market', unit: 'J/TH', min: 1, max: 200 },
  marginalFleetChangePerYear: { group: 'market', ...growth },
  marginalFleetPowerUsdPerMwh: { group: 'market', unit: 'USD/MWh', min: 1, max: 5_000 },
  feeShareOfRevenue: { group: 'market', unit: '1', min: 0, max: 0.95 },
  powerPriceUsdPerMwh: {
    group: 'power',
    unit: 'USD/MWh',
    min: -500,
    max: 5_000,
    facts: ['power_price_usd_mwh'],
  },
  miningPowerPriceUsdPerMwh: {
    group: 'power',
    unit: 'USD/MWh',
    min: -500,
    max: 5_000,
    facts: ['power_price_usd_mwh'],
  },
  powerPriceEscalatorPerYear: { group: 'power', ...growth },
  deliveryAdderUsdPerMwh: { group: 'power', unit: 'USD/MWh', min: -500, max: 5_000 },
  demandChargeUsdPerMwMonth: { group: 'power', unit: 'USD/MW-month', min: 0, max: 1_000_000 },
  siteHashrateEhS: { group: 'mining', unit: 'EH/s', min: 0, max: 10_000, facts: ['hashrate_eh_s'] },
  fleetEfficiencyJPerTh: {
    group: 'mining',
    unit: 'J/TH',
    min: 1,
    max: 200,
    facts: ['company.fleet_efficiency_j_th'],
  },
  miningPue: { group: 'mining', unit: '1', min: 1, max: 3, facts: ['pue_mining'] },
  uptime: { group: 'mining', ...share },
  staleShare: { group: 'mining', ...share },
  poolFeeShare: { group: 'mining', ...share },
  curtailedHoursShare: { group: 'mining', ...share },
  demandResponseCreditUsdPerMwMonth: { group: 'mining', unit: 'USD/MW-month', min: 0, max: 1_000_000 },
  fixedOpexUsdPerMwMonth: { group: 'mining', unit: 'USD/MW-month', min: 0, max: 1_000_000 },
  failureRatePerYear: { group: 'mining', unit: '1/yr', min: 0, max: 0.99 },
  opexInflationPerYear: { group: 'mining', ...growth },
  asicResaleUsdPerTh: { group: 'mining', unit: 'USD/TH', min: 0, max: 1_000 },
  asicResaleChangePerYear: { group: 'mining', ...growth },
  aiPue: { group: 'build', unit: '1', min: 1, max: 3, facts: ['pue_ai'] },
  shellCapexUsdPerMwIt: { group: 'build', unit: 'USD/MW', min: 0, max: 200_000_000 },
  contingencyShare: { group: 'build', unit: '1', min: 0, max: 2 },
  monthsLeaseToBuildStart: { group: 'build', ...months(0, 120) },
  buildMonths: { group: 'build', ...months(1, 120) },
  slipMonths: { group: 'build', ...months(0, 120) },
  miningStopsMonthsBeforeBuild: { group: 'build', ...months(0, 60) },
  billingLagMonths: { group: 'build', ...months(0, 60) },
  rampMonths: { group: 'build', ...months(1, 60) },
  aiOpexUsdPerMwItMonth: { group: 'build', unit: 'USD/MW-month', min: 0, max: 5_000_000 },
  propertyTaxInsuranceShare: { group: 'build', unit: '1/yr', min: 0, max: 0.5 },
  managementFeeShare: { group: 'build', ...share },
  saleCostShare: { group: 'build', ...share },
  rentYear1UsdPerKwMonth: { group: 'colocation', unit: 'USD/kW-month', min: 0, max: 5_000 },
  rentEscalatorPerYear: { group: 'colocation', ...growth },
  leaseTermMonths: { group: 'colocation', ...months(1, 600) },
  tenantLoadFactor: { group: 'colocation', ...share },
  tenantDefaultProbabilityPerYear: { group: 'colocation', unit: '1/yr', min: 0, max: 0.99 },
  recoveryShare: { group: 'colocation', ...share },
  renewalProbability: { group: 'colocation', ...share },
  renewalTermMonths: { group: 'colocation', ...months(1, 600) },
  renewalDowntimeMonths: { group: 'colocation', ...months(0, 120) },
  marketRentGrowthPerYear: { group: 'colocation', ...growth },
  capRate: { group: 'colocation', unit: '1', min: 0.01, max: 1 },
  kwPerGpu: { group: 'gpuCloud', unit: 'kW', min: 0.1, max: 100 },
  gpuPriceUsd: { group: 'gpuCloud', unit: 'USD/GPU', min: 0, max: 5_000_000 },
  gpuPaymentMonths: { group: 'gpuCloud', ...months(1, 60) },
  gpuContractMonths: { group: 'gpuCloud', ...months(1, 600) },
  gpuPriceUsdPerGpuHour: { group: 'gpuCloud', unit: 'USD/GPU-h', min: 0, max: 1_000 },
  utilisation: { group: 'gpuCloud', ...share },
  gpuTakeOrPayShare: { group: 'gpuCloud', ...share },
  prepaymentShare: { group: 'gpuCloud', ...share },
  gpuMarketPriceUsdPerGpuHour: { group: 'gpuCloud', unit: 'USD/GPU-h', min: 0, max: 1_000 },
  gpuPriceChangePerYear: { group: 'gpuCloud', ...growth },
  gpuAvailability: { group: 'gpuCloud', ...share },
  gpuLoadFactor: { group: 'gpuCloud', ...share },
  slaCreditShare: { group: 'gpuCloud', ...share },
  platformCostShare: { group: 'gpuCloud', ...share },
  gpuOpexUsdPerGpuMonth: { group: 'gpuCloud', unit: 'USD/GPU-month', min: 0, max: 100_000 },
  gpuLifeMonths: { group: 'gpuCloud', ...months(12, 240) },
  gpuResidualShare: { group: 'gpuCloud', ...share },
  gpuRefreshCostShareOfFirst: { group: 'gpuCloud', unit: '1', min: 0, max: 5 },
  gpuRefreshPriceFactor: { group: 'gpuCloud', unit: '1', min: 0, max: 20 },
  shellTerminalUsdPerMwIt: { group: 'gpuCloud', unit: 'USD/MW', min: 0, max: 200_000_000 },
  newFleetEfficiencyJPerTh: { group: 'otherPlans', unit: 'J/TH', min: 1, max: 100 },
  asicPriceUsdPerTh: { group: 'otherPlans', unit: 'USD/TH', min: 0, max: 1_000 },
  asicOtherCostShare: { group: 'otherPlans', unit: '1', min: 0, max: 5 },
  asicPaymentMonths: { group: 'otherPlans', ...months(0, 36) },
  refreshMonth: { group: 'otherPlans', ...months(1, 120) },
  redeployMonth: { group: 'otherPlans', ...months(1, 120) },
  redeployIdleMonths: { group: 'otherPlans', ...months(0, 36) },
  redeployPowerPriceUsdPerMwh: { group: 'otherPlans', unit: 'USD/MWh', min: -500, max: 5_000 },
  redeployMoveCostUsdPerTh: { group: 'otherPlans', unit: 'USD/TH', min: 0, max: 1_000 },
  redeployHashrateFactor: { group: 'otherPlans', unit: '1', min: 0.1, max: 2 },
  redeployEfficiencyFactor: { group: 'otherPlans', unit: '1', min: 0.1, max: 2 },
  redeployCurtailedHoursShare: { group: 'otherPlans', ...share },
  redeployDemandResponseCreditUsdPerMwMonth: {
    group: 'otherPlans',
    unit: 'USD/MW-month',
    min: 0,
    max: 1_000_000,
  },
  redeployHeatRevenueUsdPerMwhIt: { group: 'otherPlans', unit: 'USD/MWh', min: 0, max: 5_000 },
  hybridConversionShare: { group: 'otherPlans', unit: '1', min: 0.01, max: 0.99 },
  allianceMinerFundingShare: { group: 'otherPlans', ...share },
  alliancePartnerFirstShare: { group: 'otherPlans', ...share },
  alliancePreferredReturnPerYear: { group: 'otherPlans', unit: '1/yr', min: 0, max: 1 },
  allianceMinerResidualShare: { group: 'otherPlans', ...share },
  allianceBackstopShare: { ...backstop, ...share },
  allianceBackstopTenorMonths: { ...backstop, ...months(1, 600) },
  alliancePartnerDefaultMonth: { ...partnerDefault, ...months(0, 360) },
  allianceMinerResidualShareAfterDefault: { ...partnerDefault, ...share },
  allianceWarrants: { ...warrants, unit: 'warrants', min: 1, max: 1e11, isWhole: true },
  allianceWarrantStrikeUsd: { ...warrants, unit: 'USD/share', min: 0.0001, max: 1_000_000 },
  allianceWarrantYears: { ...warrants, unit: 'years', min: 0.01, max: 50 },
  allianceSharesOutstanding: {
    ...warrants,
    unit: 'shares',
    min: 1,
    max: 1e12,
    facts: ['company.shares_outstanding'],
  },
  allianceSharePriceUsd: {
    ...warrants,
    unit: 'USD/share',
    min: 0.0001,
    max: 1_000_000,
    facts: ['company.share_price_usd'],
  },
  allianceShareVolatility: { ...warrants, unit: '1/yr', min: 0, max: 5 },
  allianceRiskFreeRate: { ...warrants, unit: '1/yr', min: -0.1, max: 1 },
  allianceDividendYield: { ...warrants, unit: '1/yr', min: 0, max: 1 },
  shellSaleMonthsAfterBilling: { group: 'otherPlans', ...months(0, 240) },
  siteSaleUsdPerMw: { group: 'otherPlans', unit: 'USD/MW', min: 0, max: 100_000_000 },
  siteSaleMonth: { group: 'otherPlans', ...months(0, 240) },
  freeRentMonths: { ...ownPlans, ...months(0, 60) },
  backstopShare: { ...ownPlans, ...share },
  backstopTenorMonths: { ...ownPlans, ...months(1, 600) },
  hostingFeeUsdPerGpuMonth: { ...ownPlans, unit: 'USD/GPU-month', min: 0, max: 100_000 },
  loanToCost: { ...ownPlans, ...share },
  projectDebtRatePerYear: { ...ownPlans, unit: '1/yr', min: 0, max: 1 },
  loanUpfrontFeeShare: { ...ownPlans, ...share },
  loanInterestOnlyMonths: { ...ownPlans, ...months(0, 120) },
  loanTenorMonths: { ...ownPlans, ...months(1, 480) },
  loanBalloonShare: { ...ownPlans, ...share },
  loanTargetDscr: { ...ownPlans, unit: '1', min: 0.5, max: 10 },
  covenantLockUpDscr: { ...ownPlans, unit: '1', min: 0.1, max: 10 },
  covenantBreachDscr: { ...ownPlans, unit: '1', min: 0.1, max: 10 },
  discountRateEquity: { ...ownPlans, unit: '1/yr', min: 0, max: 1 },
  taxRate: { ...ownPlans, ...share },
  taxLossUseCapShare: { ...ownPlans, ...share },
  taxLossCarryForwardUsd: { ...ownPlans, unit: 'USD', min: 0, max: 1e12 },
  hallDepreciationMonths: { ...ownPlans, ...months(12, 600) },
  equipmentBonusShare: { ...ownPlans, ...share },
  horizonMonths: { group: 'valuation', ...months(24, 360) },
  discountRateMining: { group: 'valuation', unit: '1/yr', min: 0, max: 1 },
  discountRateColocation: { group: 'valuation', unit: '1/yr', min: 0, max: 1 },
  discountRateGpuCloud: { group: 'valuation', unit: '1/yr', min: 0, max: 1 },
  commonDiscountRatePerYear: { group: 'valuation', unit: '1/yr', min: 0, max: 1 },
  undecidedMarginUsdPerMw: { group: 'valuation', unit: 'USD/MW', min: 0, max: 100_000_000 },
  undecidedMarginShare: { group: 'valuation', ...share },
} as const satisfies Record<string, InputRow>;

export type InputKey = keyof typeof table;

/** All inputs in the order in which they are shown. */
export const inputTable: Readonly<Record<InputKey, InputRow>> = table;

export const inputKeys = Object.keys(table) as readonly InputKey[];

export function isInputKey(text: string): text is InputKey {
  return Object.hasOwn(table, text);
}
