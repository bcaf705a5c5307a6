import { inputTable, isInputKey } from '../engine/analysis/inputTable.ts';
import type { ResolvedInput } from '../engine/analysis/siteAnalysis.ts';
import { ageInDays } from '../format/number.ts';

/*
 * P3 How old a figure may be depends on what it is: a share price is history after a month, a contract is not. One rule
 * for screen, totals, briefing and command line.
 */

export const figureKinds = ['price', 'hashRate', 'powerPrice', 'contract', 'other'] as const;
export type FigureKind = (typeof figureKinds)[number];

/** A figure older than so many days is stale. */
export type StaleAfterDays = Readonly<Record<FigureKind, number>>;

export const defaultStaleAfterDays: StaleAfterDays = {
  price: 30,
  hashRate: 45,
  powerPrice: 180,
  contract: 365,
  other: 90,
};

/** What ages are counted by: the ISO day that counts as today, and the portfolio's limits. */
export interface Clock {
  readonly today: string;
  readonly staleAfterDays: StaleAfterDays;
}

const kindsOfFields: Readonly<Record<string, FigureKind>> = {
  'market.btcPriceUsd': 'price',
  share_price_usd: 'price',
  'market.networkHashrateEhS': 'hashRate',
  hashrate_eh_s: 'hashRate',
  hashrate_target_eh_s: 'hashRate',
  power_price_usd_mwh: 'powerPrice',
  energy_cost_usd_mwh: 'powerPrice',
  ai_arr_contracted_usd: 'contract',
  ai_contracted_it_mw: 'contract',
  contracted_backlog_usd: 'contract',
  contracted_mw: 'contract',
  gross_mw: 'contract',
  it_load_mw: 'contract',
  leases_not_commenced_usd: 'contract',
  power_contracted_or_secured_mw: 'contract',
  term_years: 'contract',
  total_contract_value_usd: 'contract',
  value_with_extensions_usd: 'contract',
};

/** The kind of a figure by its field, of a company or of a site. */
export function kindOfField(field: string): FigureKind {
  const name = field.startsWith('company.') ? field.slice('company.'.length) : field;
  return Object.hasOwn(kindsOfFields, name) ? (kindsOfFields[name] ?? 'other') : 'other';
}

/** The kind of an input: that of the facts which can give it. R4.13 gives the rent of the first year from contracts. */
export function kindOfInput(key: string): FigureKind {
  if (key === 'rentYear1UsdPerKwMonth') return 'contract';
  const [field] = (isInputKey(key) ? inputTable[key].facts : undefined) ?? [];
  return field === undefined ? 'other' : kindOfField(field);
}

/** Whether a date is older than its kind may be; an unknown or later date is not. */
export function isStale(asOf: string | null, kind: FigureKind, { today, staleAfterDays }: Clock): boolean {
  return asOf !== null && ageInDays(asOf, today) > staleAfterDays[kind];
}

/** What the portfolio says can be stale; an assumption has no date, and an analyst's own value is meant as it stands. */
export function isStaleInput(input: Pick<ResolvedInput, 'key' | 'origin' | 'asOf'>, clock: Clock): boolean {
  const isOfPortfolio = input.origin === 'fact' || input.origin === 'derived';
  // The subsidy changes by the protocol's schedule, which the engine knows: an old one is as good as a new one.
  return (
    isOfPortfolio && input.key !== 'subsidyBtcPerBlock' && isStale(input.asOf, kindOfInput(input.key), clock)
  );
}
