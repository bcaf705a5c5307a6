import { resultFields } from '../../shared/domain/resultFields.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import { companyFigures } from '../../shared/engine/analysis/companyFigures.ts';
import type { SiteAnalysis } from '../../shared/engine/analysis/siteAnalysis.ts';
import { engineVersion } from '../../shared/engine/version.ts';

/** Unit and rule of every result field, so that a reader of the JSON needs no second document. */
const fields = {
  ...resultFields,
  gap: { unit: 'months from the valuation month', rule: 'R4.10, R5.2a' },
  operatingUsd: { unit: 'USD by month', rule: 'R5.2a' },
  investmentUsd: { unit: 'USD by month', rule: 'R5.2a' },
  netUsd: { unit: 'USD by month', rule: 'R1.2' },
  verdict: { rule: 'R5.16' },
  flips: { rule: 'R5.17' },
  inputs: { rule: 'R1.9' },
} as const;

export function analysisDocument(
  subject: { readonly kind: 'company' | 'site'; readonly id: string },
  sites: readonly { readonly evidence: SiteEvidence; readonly analysis: SiteAnalysis }[],
): unknown {
  const computable = sites.filter(({ analysis }) => analysis.verdict.verdict !== 'not computable').length;
  return {
    format: 'umbau-analysis-1',
    engineVersion,
    subject,
    coverage: { sites: sites.length, computable },
    ...(subject.kind === 'company' && { company: companyFigures(sites.map(({ analysis }) => analysis)) }),
    fields,
    sites: sites.map(({ evidence, analysis }) => ({
      siteName: evidence.siteName,
      companyId: evidence.companyId,
      run: {
        id: evidence.runId,
        seed: evidence.seed,
        dataHash: evidence.dataHash,
        presetsVersion: evidence.presetsVersion,
      },
      ...analysis,
    })),
  };
}
