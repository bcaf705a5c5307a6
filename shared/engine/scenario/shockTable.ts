/*
 * R7.3b The kinds of shocks with their sizes. A size moves one field of a month or of a date; the defaults are those of
 * the conventions (R7 shocks).
 */

/** What a shock can move. Months and rates are those of R7.3c to R7.3e. */
export const shockFields = [
  'powerPrice',
  'btcPrice',
  'networkHashrate',
  'marginalEfficiency',
  'asicResale',
  'gpuMarketPrice',
  'gpuResidual',
  'marketRent',
  'marketUtilisation',
  'renewalProbability',
  'tenantDefault',
  'curtailedHours',
  'uptime',
  'pue',
  'capex',
  'slipMonths',
  'buildStartMonths',
  'loanRate',
  'loanToCost',
] as const;
export type ShockField = (typeof shockFields)[number];

/** One size of a shock: the field it moves and how, its unit and its bounds. */
export interface ShockSize {
  readonly name: string;
  /** null: a month count or the like that a rule of its own uses. */
  readonly field: ShockField | null;
  readonly operation: 'multiply' | 'add';
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly isWhole?: boolean;
}

interface ShockRow {
  readonly sizes: readonly ShockSize[];
  /** Months as the conventions give them; null: for good. */
  readonly defaultDurationMonths: number | null;
}

function factor(name: string, field: ShockField, standard: number): ShockSize {
  return { name, field, operation: 'multiply', unit: '1', min: 0, max: 100, default: standard };
}

function addition(
  name: string,
  field: ShockField,
  unit: string,
  standard: number,
  bounds: readonly [min: number, max: number],
): ShockSize {
  return { name, field, operation: 'add', unit, min: bounds[0], max: bounds[1], default: standard };
}

const table = {
  btcPrice: { sizes: [factor('btcPriceFactor', 'btcPrice', 0.4)], defaultDurationMonths: 3 },
  difficulty: { sizes: [factor('hashrateFactor', 'networkHashrate', 1.3)], defaultDurationMonths: null },
  asicLeap: {
    sizes: [
      factor('marginalEfficiencyFactor', 'marginalEfficiency', 0.7),
      factor('asicResaleFactor', 'asicResale', 0.5),
    ],
    defaultDurationMonths: null,
  },
  powerTax: {
    sizes: [addition('powerUsdPerMwh', 'powerPrice', 'USD/MWh', 10, [-500, 5_000])],
    defaultDurationMonths: null,
  },
  curfew: {
    sizes: [addition('curtailedHoursShare', 'curtailedHours', '1', 0.25, [-1, 1])],
    defaultDurationMonths: null,
  },
  miningBan: { sizes: [], defaultDurationMonths: null },
  heat: {
    sizes: [
      addition('uptimeShare', 'uptime', '1', -0.05, [-1, 1]),
      addition('pue', 'pue', '1', 0.1, [-1, 2]),
    ],
    defaultDurationMonths: null,
  },
  moratorium: {
    sizes: [{ ...addition('moratoriumMonths', 'buildStartMonths', 'months', 24, [0, 240]), isWhole: true }],
    defaultDurationMonths: null,
  },
  aiBust: {
    sizes: [
      factor('gpuPriceFactor', 'gpuMarketPrice', 0.5),
      factor('rentFactor', 'marketRent', 0.7),
      addition('utilisationShare', 'marketUtilisation', '1', -0.2, [-1, 1]),
      factor('renewalFactor', 'renewalProbability', 0.5),
      factor('defaultFactor', 'tenantDefault', 3),
    ],
    defaultDurationMonths: null,
  },
  tenantDefault: {
    sizes: [
      {
        name: 'reletMonths',
        field: null,
        operation: 'add',
        unit: 'months',
        min: 0,
        max: 240,
        default: 12,
        isWhole: true,
      },
    ],
    defaultDurationMonths: null,
  },
  gpuLeap: {
    sizes: [factor('gpuPriceFactor', 'gpuMarketPrice', 0.6), factor('residualFactor', 'gpuResidual', 0.5)],
    defaultDurationMonths: null,
  },
  overrun: {
    sizes: [
      factor('capexFactor', 'capex', 1.25),
      { ...addition('overrunSlipMonths', 'slipMonths', 'months', 9, [0, 120]), isWhole: true },
    ],
    defaultDurationMonths: null,
  },
  credit: {
    sizes: [
      addition('loanRatePerYear', 'loanRate', '1/yr', 0.03, [-1, 1]),
      addition('loanToCostShare', 'loanToCost', '1', -0.15, [-1, 1]),
    ],
    defaultDurationMonths: null,
  },
} as const satisfies Record<string, ShockRow>;

export type ShockKind = keyof typeof table;

/** All kinds in the order in which they are offered. */
export const shockTable: Readonly<Record<ShockKind, ShockRow>> = table;
export const shockKinds = Object.keys(table) as readonly ShockKind[];

/** R7.3b The value of a size that changes nothing. */
export function neutralSize({ operation }: ShockSize): number {
  return operation === 'multiply' ? 1 : 0;
}
