import { z } from 'zod';

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
});
export type Settings = z.infer<typeof Settings>;
