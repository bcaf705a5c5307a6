import { z } from 'zod';
import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import { DifficultyRecord } from './difficulty.ts';
import { Confidence } from './figure.ts';
import { EvidenceScenarioSchema } from './scenario.ts';
import { OwnPlanRecord } from './ownPlan.ts';

const text = z.string().nullable();

/** The schema of what `site.evidence` answers; the engine's type is the definition. */
export const SiteEvidenceSchema = z.strictObject({
  siteId: z.string(),
  siteName: z.string(),
  companyId: z.string(),
  companyName: z.string(),
  currentUse: text,
  valuationMonth: z.string().regex(/^\d{4}-\d{2}$/),
  facts: z.array(
    z.strictObject({
      field: z.string(),
      value: z.number(),
      unit: z.string(),
      basis: text,
      asOf: text,
      source: text,
      sourceUrl: text,
      confidence: Confidence.nullable(),
      note: text,
    }),
  ),
  contracts: z.array(
    z.strictObject({
      id: z.string(),
      service: z.string(),
      counterparty: z.string(),
      signedDate: text,
      itLoadMw: z.number().nullable(),
      termYears: z.number().nullable(),
      totalContractValueUsd: z.number().nullable(),
      source: text,
      sourceUrl: text,
      confidence: Confidence.nullable(),
    }),
  ),
  ownValues: z.array(
    z.strictObject({
      key: z.string(),
      value: z.number(),
      note: text,
      enteredBy: text,
      enteredAt: z.string(),
    }),
  ),
  ownPlans: z.array(OwnPlanRecord).optional(),
  fleets: z
    .array(
      z.strictObject({
        id: z.string(),
        model: z.string(),
        units: z.number().nullable(),
        hashrateThS: z.number().nullable(),
        efficiencyJPerTh: z.number().nullable(),
        asOf: text,
        source: text,
        sourceUrl: text,
        confidence: Confidence.nullable(),
      }),
    )
    .optional(),
  difficulty: DifficultyRecord.optional(),
  scenario: EvidenceScenarioSchema.optional(),
  presets: z.array(
    z.strictObject({
      key: z.string(),
      low: z.number(),
      base: z.number(),
      high: z.number(),
      unit: z.string(),
      basis: text,
      source: text,
      confidence: Confidence.nullable(),
    }),
  ),
  presetsVersion: z.string(),
  halvings: z.array(z.strictObject({ date: z.string(), subsidyBtcPerBlockAfter: z.number() })),
  seed: z.number().int(),
  dataHash: z.string(),
  runId: z.string(),
}) satisfies z.ZodType<SiteEvidence>;
