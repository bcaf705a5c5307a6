import type { CompanyFigures } from '../engine/analysis/companyFigures.ts';
import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import type { AnalysisFlip, SiteFigures } from '../engine/analysis/siteAnalysis.ts';

/** What the page asks of its worker. */
export type EvaluationRequest =
  | { readonly id: number; readonly kind: 'site'; readonly evidence: SiteEvidence }
  | { readonly id: number; readonly kind: 'company'; readonly evidence: readonly SiteEvidence[] };

/** A site is answered twice, figures first; a company once. */
export interface EvaluationAnswer {
  readonly id: number;
  readonly figures?: SiteFigures;
  readonly flips?: readonly AnalysisFlip[];
  readonly company?: CompanyFigures;
}
