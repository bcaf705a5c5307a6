import { z } from 'zod';
import { figureKinds } from '../staleness/staleness.ts';

const days = z.number().int().min(1).max(3650);
const Day = z.iso.date();

/** P3 How a portfolio counts age; without a day of its own, today is the machine's. */
export const Staleness = z.strictObject({
  today: Day.nullable(),
  staleAfterDays: z.strictObject({
    price: days,
    hashRate: days,
    powerPrice: days,
    contract: days,
    other: days,
  }),
});
export type Staleness = z.infer<typeof Staleness>;

/** One setting of the portfolio; null takes the default again. */
export const PortfolioSetting = z.discriminatedUnion('key', [
  z.strictObject({ key: z.literal('today'), day: Day.nullable() }),
  z.strictObject({ key: z.literal('staleAfterDays'), kind: z.enum(figureKinds), days: days.nullable() }),
]);
export type PortfolioSetting = z.infer<typeof PortfolioSetting>;

export const PortfolioInfo = z.strictObject({
  id: z.string(),
  fileName: z.string(),
  path: z.string(),
  /** `sampleCopy`: the analyst's own copy of the shipped sample. */
  kind: z.enum(['own', 'sampleCopy']),
  sampleAsOf: z.string().nullable(),
  /** Newest as-of date of any figure. */
  dataTo: z.string().nullable(),
  lastChangeAt: z.string().nullable(),
  staleness: Staleness,
  /** R7.3 The scenario in which the portfolio is computed. */
  scenario: z.strictObject({ id: z.string(), name: z.string() }),
  engineVersion: z.string(),
  appVersion: z.string(),
  companyCount: z.number().int(),
  siteCount: z.number().int(),
  contractCount: z.number().int(),
});
export type PortfolioInfo = z.infer<typeof PortfolioInfo>;

export const RecentFile = z.strictObject({ path: z.string(), fileName: z.string(), exists: z.boolean() });

/** A step of the change log; `label` is a text key, `values` fill its placeholders. */
export const HistoryStep = z.strictObject({
  id: z.number().int(),
  label: z.string(),
  values: z.record(z.string(), z.string()),
  createdAt: z.string(),
  undone: z.boolean(),
});
export type HistoryStep = z.infer<typeof HistoryStep>;

export const Settings = z.strictObject({
  language: z.enum(['de', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
  density: z.enum(['normal', 'compact']),
  author: z.string(),
  /** Keys of one letter; an older settings file does not know of them. */
  letterKeys: z.boolean().default(true),
  /** P34 Minutes without a key or a click after which an encrypted portfolio locks; 0 is never. */
  lockAfterMinutes: z.number().int().min(0).max(240).default(15),
});
export type Settings = z.infer<typeof Settings>;
