export interface FieldOfResult {
  readonly unit: string;
  readonly rule: string;
  readonly basis?: string;
}

/** Unit, rule and basis of every figure of a strategy: for the JSON and for the drawer on screen. */
export const resultFields = {
  npvUsd: { unit: 'USD', rule: 'R5.10', basis: 'nominal, before tax and debt, each block at its own rate' },
  npvUsdPerGridMw: { unit: 'USD/MW', rule: 'R5.15', basis: 'grid MW' },
  irrPerYear: { unit: '1/yr', rule: 'R5.11' },
  paybackMonths: { unit: 'months', rule: 'R5.12' },
  discountedPaybackMonths: { unit: 'months', rule: 'R5.12' },
  moic: { unit: '1', rule: 'R5.12' },
  peakFundingUsd: { unit: 'USD', rule: 'R5.12' },
  ebitdaUsdPerContractedGridMwh: { unit: 'USD/MWh', rule: 'R5.15', basis: 'contracted grid MWh' },
  ebitdaUsdPerConsumedGridMwh: { unit: 'USD/MWh', rule: 'R5.15', basis: 'consumed grid MWh' },
  ebitdaUsdPerCriticalMwYear: { unit: 'USD/MW-year', rule: 'R5.15', basis: 'critical IT MW' },
  terminalShareOfNpv: { unit: '1', rule: 'R5.3, R5.7' },
  yieldOnCost: { unit: '1', rule: 'R5.13', basis: 'first stabilised year' },
  yieldOnCostTermAverage: { unit: '1', rule: 'R5.13a', basis: 'mean of the base term' },
  grossCapexUsd: { unit: 'USD', rule: 'R4.9' },
  gpuCapexUsd: { unit: 'USD', rule: 'R4.20' },
  criticalItMw: { unit: 'MW', rule: 'R4.1', basis: 'critical IT MW' },
} as const satisfies Readonly<Record<string, FieldOfResult>>;

export type ResultField = keyof typeof resultFields;

/** What an own plan shows beside the figures of a strategy. */
export const planResultFields = {
  advantageUsd: { unit: 'USD', rule: 'R5.10', basis: 'NPV of the plan minus NPV of keep mining' },
  flexibleMw: { unit: 'MW', rule: 'R5.2e', basis: 'grid MW' },
  npvAfterTaxUsd: { unit: 'USD', rule: 'R5.9', basis: 'without debt' },
  equityNpvUsd: {
    unit: 'USD',
    rule: 'R5.8, R5.9',
    basis: 'after debt, and after tax where the plan is taxed',
  },
  equityIrrPerYear: { unit: '1/yr', rule: 'R5.11', basis: 'of the equity flow' },
  commitmentUsd: { unit: 'USD', rule: 'R5.8' },
  debtCapacityUsd: { unit: 'USD', rule: 'R5.8', basis: 'at the target DSCR' },
  minDscr: { unit: '1', rule: 'R5.8', basis: 'CFADS over debt service, all loans' },
  averageDscr: { unit: '1', rule: 'R5.8c', basis: 'CFADS over debt service, all loans' },
  lockUpMonth: { unit: 'month', rule: 'R5.8f', basis: 'trailing twelve months' },
  breachMonth: { unit: 'month', rule: 'R5.8f', basis: 'trailing twelve months' },
} as const satisfies Readonly<Record<string, FieldOfResult>>;

export type PlanResultField = keyof typeof planResultFields;

/** R5.14 What a unit of computing must cost to pay for its hall, and at which flat price the plan sells it. */
export const hallResultFields = {
  lcocUsdPerKwMonth: { unit: 'USD/kW-month', rule: 'R5.14', basis: 'billed kW of critical IT' },
  lcocUsdPerGpuHour: {
    unit: 'USD/GPU-h',
    rule: 'R5.14',
    basis: 'GPU-hours net of price-proportional shares',
  },
  levelisedPriceUsdPerGpuHour: {
    unit: 'USD/GPU-h',
    rule: 'R5.14a',
    basis: 'GPU-hours sold, before SLA credits, platform cost and fee',
  },
} as const satisfies Readonly<Record<string, FieldOfResult>>;

export type HallResultField = keyof typeof hallResultFields;

/** Every figure that can be asked for its calculation. */
export const explainedFields: Readonly<
  Record<ResultField | PlanResultField | HallResultField, FieldOfResult>
> = { ...resultFields, ...planResultFields, ...hallResultFields };
