import { z } from 'zod';

/*
 * What an analyst enters and edits: companies, sites, contracts, instruments, and figures with their source. One table
 * of fields serves the form, the check at the door and the words of a step.
 */

export const recordKinds = ['company', 'site', 'contract', 'instrument', 'identity', 'fleet'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** A column of a record. Numbers carry their unit; a choice knows its words. */
export interface RecordField {
  readonly key: string;
  readonly type: 'text' | 'long' | 'date' | 'number' | 'choice';
  readonly unit?: string;
  /** What can be stored at all. */
  readonly min?: number;
  readonly max?: number;
  /** P1 The usual range; a number outside it is asked about. */
  readonly low?: number;
  readonly high?: number;
  readonly isWhole?: boolean;
  readonly isRequired?: boolean;
  readonly options?: readonly string[];
}

const text = (key: string, isRequired = false): RecordField => ({ key, type: 'text', isRequired });
const long = (key: string): RecordField => ({ key, type: 'long' });
const date = (key: string): RecordField => ({ key, type: 'date' });
type Range = readonly [low: number, high: number];
const number = (key: string, unit: string, [min, max]: Range, [low, high]: Range): RecordField => ({
  key,
  type: 'number',
  unit,
  min,
  max,
  low,
  high,
});
const choice = (key: string, options: readonly string[], isRequired = false): RecordField => ({
  key,
  type: 'choice',
  options,
  isRequired,
});

const confidence = choice('confidence', ['high', 'medium', 'low']);
const usd = (key: string, low: number, high: number) => number(key, 'USD', [0, 1e13], [low, high]);

/** Columns that an analyst may write, in the order of the form; what is not listed stays as it is. */
export const recordFields: Readonly<Record<RecordKind, readonly RecordField[]>> = {
  company: [
    text('name', true),
    text('ticker'),
    text('exchange'),
    text('country_hq'),
    { ...number('founded_year', '', [1800, 2200], [1950, 2030]), isWhole: true },
    text('former_business'),
    text('former_names'),
    text('fiscal_year_end'),
    long('strategy_note'),
  ],
  site: [
    text('name', true),
    text('city_region'),
    text('country'),
    choice('status', ['operating', 'under_construction', 'pipeline']),
    choice('current_use', ['mining', 'mixed', 'ai']),
    text('grid_operator'),
    text('energy_source'),
    { ...number('energised_year', '', [1950, 2200], [2009, 2035]), isWhole: true },
    choice('cooling', ['air', 'immersion', 'direct_liquid', 'unknown']),
    text('ownership'),
    number('latitude', '°', [-90, 90], [-60, 75]),
    number('longitude', '°', [-180, 180], [-180, 180]),
    long('fibre_note'),
    long('climate_note'),
    long('note'),
    confidence,
  ],
  contract: [
    text('counterparty', true),
    choice('service', ['colocation', 'gpu_cloud', 'jv'], true),
    date('signed_date'),
    choice(
      'status',
      ['signed', 'letter of intent', 'reported', 'jv framework', 'superseded', 'aggregate', 'sold'],
      true,
    ),
    text('relation'),
    number('it_load_mw', 'MW', [0, 100_000], [0.5, 3_000]),
    number('gross_mw', 'MW', [0, 100_000], [0.5, 5_000]),
    { ...number('gpus', '', [0, 1e9], [8, 1e6]), isWhole: true },
    number('term_years', 'years', [0, 99], [0.5, 30]),
    usd('total_contract_value_usd', 1e6, 1e11),
    usd('value_with_extensions_usd', 1e6, 2e11),
    usd('capex_usd', 1e6, 1e11),
    text('lease_structure'),
    text('support'),
    text('stated_margin'),
    long('notes'),
    confidence,
  ],
  instrument: [
    text('instrument', true),
    text('instrument_type'),
    text('issuer'),
    usd('principal_usd', 1e5, 2e10),
    number('coupon_share', 'percent', [0, 1], [0, 0.2]),
    text('maturity'),
    choice('secured', ['yes', 'no']),
    choice('level', ['corporate', 'project', 'asset']),
    number('conversion_price_usd', 'USD', [0, 1e7], [0.1, 5_000]),
    text('status'),
    date('as_of'),
    long('note'),
    confidence,
  ],
  /** One reported period of a company (R9). */
  identity: [
    text('period', true),
    usd('revenue_mining_usd', 1e5, 1e10),
    usd('revenue_ai_usd', 1e5, 1e11),
    number('hashrate_eh_s', 'EH/s', [0, 10_000], [0, 150]),
    number('ai_mw', 'MW', [0, 100_000], [0, 5_000]),
    { ...number('gpus', '', [0, 1e9], [0, 1e6]), isWhole: true },
    date('as_of'),
    confidence,
  ],
  /** R1.9a Machines of one model at a site. */
  fleet: [
    text('model', true),
    { ...number('units', '', [0, 1e8], [10, 500_000]), isWhole: true },
    number('hashrate_th_s', 'TH/s', [0, 10_000], [10, 1_500]),
    number('efficiency_j_th', 'J/TH', [1, 200], [8, 60]),
    date('purchased'),
    usd('book_value_usd', 0, 5e9),
    long('operating_note'),
    date('as_of'),
    confidence,
  ],
};

/** As exact as it is known: year, month or day. */
export const dateShape = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

function accepts(field: RecordField, value: unknown): boolean {
  if (value === null) return field.isRequired !== true;
  if (field.type === 'number') {
    const { min = -Infinity, max = Infinity, isWhole } = field;
    return (
      typeof value === 'number' &&
      value >= min &&
      value <= max &&
      (isWhole !== true || Number.isInteger(value))
    );
  }
  if (typeof value !== 'string' || value.trim() === '') return false;
  if (field.type === 'choice') return field.options?.includes(value) === true;
  if (field.type === 'date') return dateShape.test(value);
  return value.length <= (field.type === 'long' ? 4000 : 300);
}

/** The first column whose value cannot be stored; undefined where all can. A column that is not named keeps its value. */
export function wrongField(kind: RecordKind, values: RecordValues): string | undefined {
  const fields = recordFields[kind];
  const unknown = Object.keys(values).find((key) => fields.every((field) => field.key !== key));
  return unknown ?? fields.find((field) => field.key in values && !accepts(field, values[field.key]))?.key;
}

export const RecordValues = z.record(
  z.string().max(60),
  z.union([z.string().max(4000), z.number(), z.null()]),
);
export type RecordValues = z.infer<typeof RecordValues>;

/** Where a record or figure was read. */
export const SourceEntry = z.strictObject({
  title: z.string().max(500).nullable(),
  url: z
    .string()
    .max(2000)
    .regex(/^https?:\/\//)
    .nullable(),
  /** Where in it; what is not named stays as it is. */
  page: z.string().min(1).max(100).nullable().optional(),
  /** When it appeared. */
  publishedOn: z.string().regex(dateShape).nullable().optional(),
});
export type SourceEntry = z.infer<typeof SourceEntry>;

export const RecordEdit = z.strictObject({
  kind: z.enum(recordKinds),
  /** Null for a new record. */
  id: z.string().min(1).max(200).nullable(),
  /** Company of a new site, contract, instrument or period; a fleet belongs to its site alone. */
  companyId: z.string().min(1).max(200).nullable(),
  siteId: z.string().min(1).max(200).nullable(),
  values: RecordValues,
  source: SourceEntry,
});
export type RecordEdit = z.infer<typeof RecordEdit>;

/** A record with everything its form shows. */
export const RecordDetail = z.strictObject({
  id: z.string(),
  values: RecordValues,
  source: SourceEntry,
});
export type RecordDetail = z.infer<typeof RecordDetail>;

/** A figure of a company or site as entered: known with its value, or not applicable. */
export const FigureEdit = z.strictObject({
  id: z.string().min(1).max(200).nullable(),
  subjectKind: z.enum(['company', 'site']),
  subjectId: z.string().min(1).max(200),
  field: z.string().min(1).max(80),
  value: z.number().nullable(),
  unit: z.string().min(1).max(30),
  basis: z.string().max(120).nullable(),
  asOf: z.string().regex(dateShape).nullable(),
  note: z.string().max(4000).nullable(),
  confidence: z.enum(['high', 'medium', 'low']).nullable(),
  source: SourceEntry,
  /** Whether the other values of this fact give way, or stand beside it as rivals. */
  replacesOthers: z.boolean(),
});
export type FigureEdit = z.infer<typeof FigureEdit>;
