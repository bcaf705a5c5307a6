import { z } from 'zod';
import { Confidence, Figure } from './figure.ts';

export const IdentityMeasure = z.strictObject({
  measure: z.enum(['power', 'revenue', 'signedMw', 'backlog']),
  /** AI share 0 … 1; null where a part is unknown. */
  aiShare: z.number().nullable(),
  asOf: z.string().nullable(),
  basis: z.string().nullable(),
  class: z.enum(['miner', 'hybrid', 'aiFirst']).nullable(),
});
export const Identity = z.strictObject({
  measures: z.array(IdentityMeasure),
  /** R9.1: needs two known measures of today. */
  class: z.enum(['miner', 'hybrid', 'aiFirst', 'formerMiner']).nullable(),
});
export type Identity = z.infer<typeof Identity>;

/** MW by rung (R4.26); grid MW but for billing, which is critical IT MW. */
export const MwLadder = z.strictObject({
  pipelineMw: Figure.nullable(),
  securedMw: Figure.nullable(),
  energisedMw: Figure.nullable(),
  contractedItMw: Figure.nullable(),
  billingItMw: Figure.nullable(),
});
export type MwLadder = z.infer<typeof MwLadder>;

export const CompanyRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  ticker: z.string().nullable(),
  countryHq: z.string().nullable(),
  identity: Identity,
  ladder: MwLadder,
  hashrateEhS: Figure.nullable(),
  signedContracts: z.number().int(),
  signedContractValueUsd: z.number().nullable(),
  /** Signed contracts with a known value, of all signed ones. */
  contractsWithValue: z.number().int(),
  siteCount: z.number().int(),
  oldestAsOf: z.string().nullable(),
  newestAsOf: z.string().nullable(),
  lowestConfidence: Confidence.nullable(),
});
export type CompanyRow = z.infer<typeof CompanyRow>;

/** R9 One reported period of a company: what mining and AI earned, and what ran. */
export const IdentityPeriod = z.strictObject({
  id: z.string(),
  period: z.string(),
  revenueMiningUsd: z.number().nullable(),
  revenueAiUsd: z.number().nullable(),
  /** Share of AI in both revenues; null where one of them is unknown. */
  aiShare: z.number().nullable(),
  class: z.enum(['miner', 'hybrid', 'aiFirst']).nullable(),
  hashrateEhS: z.number().nullable(),
  aiMw: z.number().nullable(),
  gpus: z.number().nullable(),
  asOf: z.string().nullable(),
  source: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  confidence: Confidence.nullable(),
});
export type IdentityPeriod = z.infer<typeof IdentityPeriod>;

export const Contract = z.strictObject({
  id: z.string(),
  companyId: z.string(),
  siteId: z.string().nullable(),
  siteName: z.string().nullable(),
  counterparty: z.string(),
  signedDate: z.string().nullable(),
  service: z.string(),
  itLoadMw: z.number().nullable(),
  grossMw: z.number().nullable(),
  gpus: z.number().nullable(),
  termYears: z.number().nullable(),
  totalContractValueUsd: z.number().nullable(),
  valueWithExtensionsUsd: z.number().nullable(),
  capexUsd: z.number().nullable(),
  leaseStructure: z.string().nullable(),
  support: z.string().nullable(),
  statedMargin: z.string().nullable(),
  notes: z.string().nullable(),
  status: z.string(),
  relation: z.string().nullable(),
  /** data/README.md: signed with empty relation or one that restates. */
  countsInSums: z.boolean(),
  source: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  confidence: Confidence.nullable(),
});
export type Contract = z.infer<typeof Contract>;

export const DebtInstrument = z.strictObject({
  id: z.string(),
  companyId: z.string(),
  siteId: z.string().nullable(),
  instrument: z.string(),
  instrumentType: z.string().nullable(),
  principalUsd: z.number().nullable(),
  couponShare: z.number().nullable(),
  maturity: z.string().nullable(),
  status: z.string().nullable(),
  asOf: z.string().nullable(),
  source: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  confidence: Confidence.nullable(),
});
export type DebtInstrument = z.infer<typeof DebtInstrument>;
