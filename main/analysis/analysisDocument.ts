import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { SiteAnalysis } from '../../shared/engine/analysis/siteAnalysis.ts';
import { engineVersion } from '../../shared/engine/version.ts';

/** Unit and rule of every result field, so that a reader of the JSON needs no second document. */
const fields = {
  npvUsd: { unit: 'USD', rule: 'R5.10', basis: 'nominal, before tax and debt, each block at its own rate' },
  npvUsdPerGridMw: { unit: 'USD/MW', rule: 'R5.15', basis: 'grid MW' },
  irrPerYear: { unit: '1/yr', rule: 'R5.11' },
  paybackMonths: { unit: 'months', rule: 'R5.12' },
  discountedPaybackMonths: { unit: 'months', rule: 'R5.12' },
  moic: { unit: '1', rule: 'R5.12' },
  peakFundingUsd: { unit: 'USD', rule: 'R5.12' },
  ebitdaUsdPerContractedGridMwh: { unit: 'USD/MWh', rule: 'R5.15', basis: 'contracted grid MWh' },
  ebitdaUsdPerConsumedGridMwh: { unit: 'USD/MWh', rule: 'R5.15', basis: 'consumed grid MWh' },
  ebitdaUsdPerCriticalMwYear: { unit: 'USD/MW-year', rule: 'R5.15', basis: 'critical IT MW' },
  terminalShareOfNpv: { unit: '1', rule: 'R5.3, R5.7' },
  yieldOnCost: { unit: '1', rule: 'R5.13' },
  grossCapexUsd: { unit: 'USD', rule: 'R4.9' },
  gpuCapexUsd: { unit: 'USD', rule: 'R4.20' },
  criticalItMw: { unit: 'MW', rule: 'R4.1', basis: 'critical IT MW' },
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
