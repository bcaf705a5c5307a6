import { z } from 'zod';
import { AttachedDocument } from './attachment.ts';
import { CompanyRow, Contract, DebtInstrument, IdentityPeriod } from './company.ts';
import { Confidence, Figure } from './figure.ts';
import { Fleet } from './fleet.ts';

export const SiteRow = z.strictObject({
  id: z.string(),
  companyId: z.string(),
  companyName: z.string(),
  name: z.string(),
  cityRegion: z.string().nullable(),
  country: z.string().nullable(),
  gridOperator: z.string().nullable(),
  status: z.string().nullable(),
  currentUse: z.string().nullable(),
  cooling: z.string().nullable(),
  requestedMw: Figure.nullable(),
  contractedMw: Figure.nullable(),
  energisedMw: Figure.nullable(),
  hashrateEhS: Figure.nullable(),
  aiItMw: Figure.nullable(),
  confidence: Confidence.nullable(),
});
export type SiteRow = z.infer<typeof SiteRow>;

export const SiteDetail = z.strictObject({
  row: SiteRow,
  energySource: z.string().nullable(),
  ownership: z.string().nullable(),
  note: z.string().nullable(),
  climateNote: z.string().nullable(),
  fibreNote: z.string().nullable(),
  figures: z.array(Figure),
  contracts: z.array(Contract),
  /** R1.9a */
  fleets: z.array(Fleet),
  /** Of its figures and of their sources; those of contracts are the company's. */
  attachments: z.array(AttachedDocument),
});
export type SiteDetail = z.infer<typeof SiteDetail>;

export const CompanyDetail = z.strictObject({
  row: CompanyRow,
  exchange: z.string().nullable(),
  foundedYear: z.number().nullable(),
  formerBusiness: z.string().nullable(),
  formerNames: z.string().nullable(),
  fiscalYearEnd: z.string().nullable(),
  strategyNote: z.string().nullable(),
  figures: z.array(Figure),
  sites: z.array(SiteRow),
  contracts: z.array(Contract),
  debt: z.array(DebtInstrument),
  identityPeriods: z.array(IdentityPeriod),
  /** Of its own figures, its contracts, and of the sources of both. */
  attachments: z.array(AttachedDocument),
});
export type CompanyDetail = z.infer<typeof CompanyDetail>;
