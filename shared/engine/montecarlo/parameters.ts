/*
 * R7.2 Where the processes' parameters come from: each with its standard error and its place in calibration.json, or
 * marked ◇, an assumption of ours. A test reads the file and holds the two together.
 */

/** One parameter of a process. */
export interface Parameter {
  readonly value: number;
  /** null where none can be stated */
  readonly standardError: number | null;
  /** Place in calibration.json; null for an assumption ◇. */
  readonly calibration: string | null;
  /** Span of the data, "YYYY-MM – YYYY-MM"; null for an assumption. */
  readonly span: string | null;
}

function assumed(value: number): Parameter {
  return { value, standardError: null, calibration: null, span: null };
}

export const parameters = {
  /** Standard errors of volatilities by σ/√(2n), n months. */
  'btcPrice.volatilityPerYear': {
    value: 0.554478,
    standardError: 0.0506,
    calibration: 'btc_price.windows.last_5y.vol_monthly',
    span: '2021-08 – 2026-08',
  },
  'btcPrice.reversionPerYear': assumed(0),
  'btcPrice.jumps.perYear': assumed(1),
  'btcPrice.jumps.mean': assumed(-0.1),
  'btcPrice.jumps.sd': assumed(0.15),
  'networkHashrate.volatilityPerYear': {
    value: 0.150226,
    standardError: 0.0137,
    calibration: 'network_hashrate.windows.last_5y.vol_pa_noise_corrected',
    span: '2021-08 – 2026-08',
  },
  'feeShare.volatilityPerYear': assumed(1.9),
  'feeShare.reversionPerYear': assumed(2),
  'powerPrice.volatilityPerYear': {
    value: 1.93296,
    standardError: 0.2135,
    calibration: 'energy.ercot_hub_avg.sigma_pa',
    span: '2022-06 – 2025-10',
  },
  'powerPrice.reversionPerYear': {
    value: 6.63765,
    standardError: null,
    calibration: 'energy.ercot_hub_avg.kappa_pa',
    span: '2022-06 – 2025-10',
  },
  'powerPrice.marketShare': assumed(0.5),
  'powerPrice.seasonShare': {
    value: 1,
    standardError: null,
    calibration: 'energy.ercot_mean_by_calendar_month',
    span: '2022-06 – 2025-10',
  },
  'gpuPrice.volatilityPerYear': assumed(0.25),
  'correlation.btcPrice.networkHashrate': {
    value: 0.324062,
    standardError: 0.112509,
    calibration: 'price_hashrate.windows.2020-2026.corr_monthly_by_lag_price_leads.0',
    span: '2020-01 – 2026-08',
  },
  'correlation.buildCost.delay': assumed(0.4),
} as const satisfies Record<string, Parameter>;
