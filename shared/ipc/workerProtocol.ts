import type { CompanyAlliance } from '../engine/analysis/companyAlliance.ts';
import type { CompanyFigures } from '../engine/analysis/companyFigures.ts';
import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import type { AnalysisFlip, SiteFigures, SiteViews } from '../engine/analysis/siteAnalysis.ts';

import type { SiteChanges } from '../engine/changes/siteChanges.ts';
import type { ComparedSite, SiteDifference } from '../engine/changes/siteDifference.ts';
import type { PlanComparison } from '../engine/analysis/comparePlans.ts';
import type { PlanFlows, PlanRef } from '../engine/analysis/planFlows.ts';
import type { CalculationQuestion, Explanation } from '../engine/explain/explanation.ts';
import type { FaultEffect } from '../engine/health/faultEffect.ts';
import type { Mend } from '../engine/health/mend.ts';
import type { RiskMessage, RiskQuestion } from './riskProtocol.ts';
import type { SiteTrial } from '../engine/claims/siteTrial.ts';

/** R5.20 A site with the ways to mend each of its faults. */
export interface FaultySite {
  readonly evidence: SiteEvidence;
  readonly faults: readonly (readonly Mend[])[];
}

/** What the page asks of its worker. */
export type EvaluationRequest =
  | { readonly id: number; readonly kind: 'site'; readonly evidence: SiteEvidence }
  | { readonly id: number; readonly kind: 'company'; readonly evidence: readonly SiteEvidence[] }
  | { readonly id: number; readonly kind: 'companyAlliance'; readonly evidence: readonly SiteEvidence[] }
  /** Figures of several sites, and with `isSummed` their sums. */
  | {
      readonly id: number;
      readonly kind: 'sites';
      readonly evidence: readonly SiteEvidence[];
      readonly isSummed: boolean;
    }
  | { readonly id: number; readonly kind: 'trials'; readonly evidence: readonly SiteEvidence[] }
  | { readonly id: number; readonly kind: 'changes'; readonly site: ComparedSite }
  | { readonly id: number; readonly kind: 'differences'; readonly sites: readonly ComparedSite[] }
  | { readonly id: number; readonly kind: 'faults'; readonly sites: readonly FaultySite[] }
  | {
      readonly id: number;
      readonly kind: 'plan';
      readonly evidence: SiteEvidence;
      readonly plan: PlanRef;
    }
  | {
      readonly id: number;
      readonly kind: 'comparison';
      readonly evidence: SiteEvidence;
      readonly a: PlanRef;
      readonly b: PlanRef;
    }
  | {
      readonly id: number;
      readonly kind: 'calculation';
      readonly question: CalculationQuestion;
      /** Symbols from the subject to the number whose parts are asked for. */
      readonly path: readonly string[];
    }
  | { readonly id: number; readonly kind: 'risk'; readonly question: RiskQuestion }
  /** Ends the computing of the question with this id. */
  | { readonly id: number; readonly kind: 'stopRisk' };

/** A site is answered three times, figures first, flip values last; a company or some sites' trials once. */
export interface EvaluationAnswer {
  readonly id: number;
  readonly figures?: SiteFigures;
  readonly views?: SiteViews;
  readonly flips?: readonly AnalysisFlip[];
  readonly company?: CompanyFigures;
  /** R5.23 Null where no site has an alliance that can be computed. */
  readonly companyAlliance?: CompanyAlliance | null;
  /** P12 The figures of sites in a scenario, with their sums where they were asked for. */
  readonly sites?: { readonly figures: readonly SiteFigures[]; readonly sums: CompanyFigures | null };
  /** P61 One for every site asked for. */
  readonly trials?: readonly SiteTrial[];
  /** P44 An issued briefing beside now. */
  readonly changes?: SiteChanges;
  readonly differences?: readonly SiteDifference[];
  /** R5.20 One list for every site asked for, in the order of its faults. */
  readonly effects?: readonly (readonly FaultEffect[])[];
  /** Null where the plan cannot be computed. */
  readonly plan?: PlanFlows | null;
  readonly comparison?: PlanComparison | null;
  /** Null where there is no such number. */
  readonly calculation?: Explanation | null;
  readonly risk?: RiskMessage;
}
