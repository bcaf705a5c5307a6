/*
 * Figures that an analyst enters most, with the unit and basis they are kept in, what can be stored at all, and the
 * usual range outside which a value is asked about.
 */

export interface FigureField {
  readonly field: string;
  readonly unit: string;
  readonly basis: string | null;
  readonly min: number;
  readonly max: number;
  readonly low: number;
  readonly high: number;
}

function mw(field: string, basis: string, high: number): FigureField {
  return { field, unit: 'MW', basis, min: 0, max: 100_000, low: 0, high };
}

function usd(field: string, high: number): FigureField {
  return { field, unit: 'USD', basis: null, min: -1e13, max: 1e13, low: 0, high };
}

const hashrate = { field: 'hashrate_eh_s', unit: 'EH/s', basis: null, min: 0, max: 10_000, low: 0 };
const ratio = { unit: '1', basis: null, min: 1, max: 3, low: 1 };
const grid = 'grid MW';
const critical = 'critical IT MW';

export const figureFields: Readonly<Record<'company' | 'site', readonly FigureField[]>> = {
  company: [
    mw('power_pipeline_mw', grid, 50_000),
    mw('power_contracted_or_secured_mw', grid, 10_000),
    mw('power_operating_mw', grid, 5_000),
    mw('ai_contracted_it_mw', critical, 5_000),
    mw('ai_it_mw_delivered', critical, 3_000),
    { ...hashrate, high: 150 },
    { field: 'fleet_efficiency_j_th', unit: 'J/TH', basis: null, min: 1, max: 200, low: 9, high: 40 },
    usd('cash_usd', 1e11),
    usd('debt_usd', 1e11),
    usd('contracted_backlog_usd', 5e11),
    usd('revenue_mining_usd_ltm', 1e10),
    usd('revenue_ai_usd_ltm', 1e11),
    { field: 'btc_holdings_btc', unit: 'BTC', basis: null, min: 0, max: 21e6, low: 0, high: 1e5 },
    { field: 'share_price_usd', unit: 'USD/share', basis: null, min: 0, max: 1e6, low: 0.1, high: 2_000 },
    { field: 'shares_outstanding', unit: 'shares', basis: null, min: 0, max: 1e12, low: 1e6, high: 1e10 },
    { field: 'energy_cost_usd_mwh', unit: 'USD/MWh', basis: null, min: -500, max: 5_000, low: 16, high: 200 },
  ],
  site: [
    mw('energised_mw', grid, 2_000),
    mw('contracted_mw', grid, 3_000),
    mw('requested_mw', grid, 5_000),
    mw('ai_it_mw', critical, 2_000),
    { ...hashrate, high: 60 },
    { field: 'power_price_usd_mwh', unit: 'USD/MWh', basis: null, min: -500, max: 5_000, low: 16, high: 200 },
    { ...ratio, field: 'pue_mining', high: 1.2 },
    { ...ratio, field: 'pue_ai', high: 1.6 },
    mw('generation_mw', 'generation', 2_000),
  ],
};

export function figureField(kind: 'company' | 'site', field: string): FigureField | undefined {
  return figureFields[kind].find((candidate) => candidate.field === field);
}
