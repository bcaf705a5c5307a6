import { z } from 'zod';
import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import type { SiteOutcome } from '../engine/changes/siteOutcome.ts';
import { isStrategyKind, type StrategyKind } from '../engine/strategy/verdict.ts';
import { SiteEvidenceSchema } from './evidence.ts';
import { Confidence } from './figure.ts';
import { EvidenceScenarioSchema } from './scenario.ts';
import { OwnPlanRecord } from './ownPlan.ts';

/*
 * An issued briefing's run, read back for a comparison. It may be years old: what a later version added may be absent,
 * what it dropped is left out, and what the comparison cannot do without makes the site unreadable, which is said.
 */

const text = z.string().nullable().default(null);
const confidence = Confidence.nullable().default(null);
const provenance = { basis: text, source: text, confidence };

const FrozenEvidence = z.object({
  siteId: z.string(),
  siteName: z.string(),
  companyId: z.string(),
  companyName: z.string(),
  currentUse: text,
  valuationMonth: z.string().regex(/^\d{4}-\d{2}$/),
  facts: z.array(
    z.object({
      field: z.string(),
      value: z.number(),
      unit: z.string(),
      asOf: text,
      sourceUrl: text,
      note: text,
      ...provenance,
    }),
  ),
  contracts: z.array(
    z.object({
      id: z.string(),
      service: z.string(),
      counterparty: z.string(),
      signedDate: text,
      itLoadMw: z.number().nullable().default(null),
      termYears: z.number().nullable().default(null),
      totalContractValueUsd: z.number().nullable().default(null),
      source: text,
      sourceUrl: text,
      confidence,
    }),
  ),
  ownValues: z.array(
    z.object({ key: z.string(), value: z.number(), note: text, enteredBy: text, enteredAt: z.string() }),
  ),
  ownPlans: z.array(OwnPlanRecord).optional(),
  fleets: z
    .array(
      z.object({
        id: z.string(),
        model: z.string(),
        units: z.number().nullable(),
        hashrateThS: z.number().nullable(),
        efficiencyJPerTh: z.number().nullable(),
        asOf: text,
        source: text,
        sourceUrl: text,
        confidence,
      }),
    )
    .optional(),
  scenario: EvidenceScenarioSchema.optional(),
  presets: z.array(
    z.object({
      key: z.string(),
      low: z.number(),
      base: z.number(),
      high: z.number(),
      unit: z.string(),
      ...provenance,
    }),
  ),
  presetsVersion: z.string().default(''),
  halvings: z.array(z.object({ date: z.string(), subsidyBtcPerBlockAfter: z.number() })),
  seed: z.number().int(),
  dataHash: z.string(),
  runId: z.string(),
}) satisfies z.ZodType<SiteEvidence>;

const Kind = z.custom<StrategyKind>(isStrategyKind);
const Verdict = z.enum(['keep', 'convert', 'convert in part', 'sell', 'undecided', 'not computable']);

const FrozenStrategy = z.discriminatedUnion('computable', [
  z.object({
    kind: Kind,
    computable: z.literal(true),
    figures: z.object({ npvUsdPerGridMw: z.number() }),
  }),
  z.object({ kind: Kind, computable: z.literal(false), missing: z.array(z.string()) }),
]);

const FrozenResult = z.object({
  engineVersion: z.string(),
  siteId: z.string(),
  horizonMonths: z.number().nullable(),
  verdict: z.object({ verdict: Verdict, best: Kind.nullable() }),
  strategies: z.array(FrozenStrategy),
});

const Outcome = z.strictObject({
  engineVersion: z.string(),
  horizonMonths: z.number().nullable(),
  verdict: Verdict,
  best: Kind.nullable(),
  strategies: z.array(
    z.strictObject({
      kind: Kind,
      npvUsdPerGridMw: z.number().nullable(),
      missing: z.array(z.string()),
    }),
  ),
}) satisfies z.ZodType<SiteOutcome>;

export const IssuedSite = z.strictObject({
  /** Null where not even the name could be read. */
  siteId: z.string().nullable(),
  siteName: z.string().nullable(),
  /** Null where evidence or result is not as this version can compare them. */
  frozen: z.strictObject({ evidence: SiteEvidenceSchema, outcome: Outcome }).nullable(),
});
export type IssuedSite = z.infer<typeof IssuedSite>;

/** An issued briefing with what it rested on, as far as a comparison needs it. */
export const IssuedRun = z.strictObject({
  briefingId: z.string(),
  issuedAt: z.string(),
  subjectKind: z.enum(['company', 'site']),
  subjectId: z.string(),
  subject: z.string(),
  sites: z.array(IssuedSite),
});
export type IssuedRun = z.infer<typeof IssuedRun>;

function outcomeOfResult(result: z.infer<typeof FrozenResult>): z.infer<typeof Outcome> {
  const { engineVersion, horizonMonths, verdict, strategies } = result;
  return {
    engineVersion,
    horizonMonths,
    verdict: verdict.verdict,
    best: verdict.best,
    strategies: strategies.map((strategy) =>
      strategy.computable
        ? { kind: strategy.kind, npvUsdPerGridMw: strategy.figures.npvUsdPerGridMw, missing: [] }
        : { kind: strategy.kind, npvUsdPerGridMw: null, missing: strategy.missing },
    ),
  };
}

const Named = z.object({ siteId: z.string().nullable(), siteName: z.string().nullable() }).partial();

/** One site of a frozen run, by its stored evidence and result. */
export function issuedSite(evidence: unknown, result: unknown): IssuedSite {
  const named = Named.safeParse(evidence).data ?? {};
  const name = { siteId: named.siteId ?? null, siteName: named.siteName ?? null };
  const [known, found] = [FrozenEvidence.safeParse(evidence), FrozenResult.safeParse(result)];
  if (!known.success || !found.success || known.data.siteId !== found.data.siteId)
    return { ...name, frozen: null };
  return { ...name, frozen: { evidence: known.data, outcome: outcomeOfResult(found.data) } };
}
