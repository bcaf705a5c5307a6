import type { EvidenceDifficulty } from './difficultyChoice.ts';
import type { EvidenceScenario } from '../scenario/scenario.ts';
import type { OwnPlan } from './ownPlans/ownPlan.ts';

/*
 * What the portfolio knows about one site, before R1.9 decides which value is used. Plain data: it crosses to workers.
 */

export type EvidenceConfidence = 'high' | 'medium' | 'low';

/** A dated fact with its source. R4.26: a power says on which basis it stands. */
export interface EvidenceFact {
  readonly field: string;
  readonly value: number;
  readonly unit: string;
  readonly basis: string | null;
  readonly asOf: string | null;
  readonly source: string | null;
  readonly sourceUrl: string | null;
  readonly confidence: EvidenceConfidence | null;
  readonly note: string | null;
}

/**
 * R4.26 A signed AI contract of the site, as far as its figures are published: base value, without extensions. Letters of
 * intent and what a later contract restates are not among them.
 */
export interface EvidenceContract {
  readonly id: string;
  readonly service: string;
  readonly counterparty: string;
  readonly signedDate: string | null;
  readonly itLoadMw: number | null;
  readonly termYears: number | null;
  readonly totalContractValueUsd: number | null;
  readonly source: string | null;
  readonly sourceUrl: string | null;
  readonly confidence: EvidenceConfidence | null;
}

/** R1.9a Machines of one model at the site. Null is not known, 0 is none. */
export interface EvidenceFleet {
  readonly id: string;
  readonly model: string;
  readonly units: number | null;
  readonly hashrateThS: number | null;
  readonly efficiencyJPerTh: number | null;
  readonly asOf: string | null;
  readonly source: string | null;
  readonly sourceUrl: string | null;
  readonly confidence: EvidenceConfidence | null;
}

/** A value the analyst entered for an input of this site. */
export interface EvidenceOwnValue {
  readonly key: string;
  readonly value: number;
  readonly note: string | null;
  readonly enteredBy: string | null;
  readonly enteredAt: string;
}

/** A preset of `presets.csv`: an assumption with its range. */
export interface EvidencePreset {
  readonly key: string;
  readonly low: number;
  readonly base: number;
  readonly high: number;
  readonly unit: string;
  readonly basis: string | null;
  readonly source: string | null;
  readonly confidence: EvidenceConfidence | null;
}

export interface SiteEvidence {
  readonly siteId: string;
  readonly siteName: string;
  readonly companyId: string;
  readonly companyName: string;
  /** What the power is used for today: mining, mixed or ai; null where not known. */
  readonly currentUse: string | null;
  /** R1.1 "YYYY-MM". */
  readonly valuationMonth: string;
  /** Facts of the site, of its company (field prefixed `company.`) and of the market (`market.`). */
  readonly facts: readonly EvidenceFact[];
  readonly contracts: readonly EvidenceContract[];
  readonly ownValues: readonly EvidenceOwnValue[];
  /** Absent where there is none, so that a site without own plans keeps the name of its run. */
  readonly ownPlans?: readonly OwnPlan[] | undefined;
  /** R1.9a Absent where there is none, so that a site without fleets keeps the name of its run. */
  readonly fleets?: readonly EvidenceFleet[] | undefined;
  /** R2.5a Absent where the hash rate responds, so that a site without a choice keeps the name of its run. */
  readonly difficulty?: EvidenceDifficulty | undefined;
  /** R7.3 Absent in the base, so that a site without a scenario keeps the name of its run. */
  readonly scenario?: EvidenceScenario | undefined;
  readonly presets: readonly EvidencePreset[];
  readonly presetsVersion: string;
  readonly halvings: readonly { readonly date: string; readonly subsidyBtcPerBlockAfter: number }[];
  readonly seed: number;
  /** SHA-256 over everything above, and the run it names together with the engine version. */
  readonly dataHash: string;
  readonly runId: string;
}
