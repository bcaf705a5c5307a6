import { resultFields } from '../engine/analysis/resultFields.ts';
import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import { companyFigures } from '../engine/analysis/companyFigures.ts';
import type { SiteAnalysis, StrategyFigures, StrategyOutcome } from '../engine/analysis/siteAnalysis.ts';
import { inReportingCurrency, type ReportingRate } from '../engine/currency/reportingCurrency.ts';
import { engineVersion } from '../engine/version.ts';

/** Unit and rule of every result field, so that a reader of the JSON needs no second document. */
const fields = {
  ...resultFields,
  gap: { unit: 'months from the valuation month', rule: 'R4.10, R5.2a' },
  operatingUsd: { unit: 'USD by month', rule: 'R5.2a' },
  investmentUsd: { unit: 'USD by month', rule: 'R5.2a' },
  netUsd: { unit: 'USD by month', rule: 'R1.2' },
  verdict: { rule: 'R5.16' },
  commonRateVerdict: { rule: 'R5.16a' },
  flips: { rule: 'R5.17' },
  inputs: { rule: 'R1.9' },
  scenario: { rule: 'R7.3' },
  market: { rule: 'R2.1a, R2.5a' },
  alliance: { unit: 'USD, by month', rule: 'R4.25, R4.25a, R4.25b, R4.25c' },
  gpuHour: { unit: 'USD/GPU-h', rule: 'R4.21, R5.14, R5.14a' },
  curtailment: { unit: 'USD by month, MW grid', rule: 'R5.2a, R5.2e' },
  findings: { rule: 'R1.7, R5.3' },
} as const;

/** The amounts that lead; everything else stays in USD, for a rate of one day is no forecast of months. */
const headlines = [
  'npvUsd',
  'npvUsdPerGridMw',
  'peakFundingUsd',
  'grossCapexUsd',
  'gpuCapexUsd',
] as const satisfies readonly (keyof StrategyFigures)[];

function converted(outcome: StrategyOutcome, rate: ReportingRate): unknown {
  if (!outcome.computable) return outcome;
  const amounts = headlines.map((name) => [
    name.replace('Usd', ''),
    inReportingCurrency(outcome.figures[name], rate.currency, rate),
  ]);
  return { ...outcome, converted: Object.fromEntries(amounts) as unknown };
}

function inCurrency(analysis: SiteAnalysis, rate: ReportingRate | undefined): unknown {
  if (!rate) return analysis;
  const { bestUsdPerMw, marginUsdPerMw, marginToOtherVerdictUsdPerMw } = analysis.verdict;
  const inRate = (amount: number | null) => inReportingCurrency(amount, rate.currency, rate);
  return {
    ...analysis,
    strategies: analysis.strategies.map((outcome) => converted(outcome, rate)),
    verdict: {
      ...analysis.verdict,
      converted: {
        bestPerMw: inRate(bestUsdPerMw),
        marginPerMw: inRate(marginUsdPerMw),
        marginToOtherVerdictPerMw: inRate(marginToOtherVerdictUsdPerMw),
      },
    },
  };
}

export function analysisDocument(
  subject: { readonly kind: 'company' | 'site'; readonly id: string },
  sites: readonly {
    readonly evidence: SiteEvidence;
    readonly analysis: SiteAnalysis;
    /** R7.2 What a simulation of the site comes to, where one was asked for. */
    readonly monteCarlo?: unknown;
  }[],
  rate?: ReportingRate,
): unknown {
  const computable = sites.filter(({ analysis }) => analysis.verdict.verdict !== 'not computable').length;
  const isDrawn = sites.some(({ monteCarlo }) => monteCarlo !== undefined);
  return {
    format: 'umbau-analysis-1',
    engineVersion,
    subject,
    coverage: { sites: sites.length, computable },
    ...(subject.kind === 'company' && { company: companyFigures(sites.map(({ analysis }) => analysis)) }),
    ...(rate && { currency: { ...rate, rule: 'P4' } }),
    fields: isDrawn ? { ...fields, monteCarlo: { unit: 'USD', rule: 'R7.2a – R7.2n' } } : fields,
    sites: sites.map(({ evidence, analysis, monteCarlo }) => ({
      siteName: evidence.siteName,
      companyId: evidence.companyId,
      run: {
        id: evidence.runId,
        seed: evidence.seed,
        dataHash: evidence.dataHash,
        presetsVersion: evidence.presetsVersion,
      },
      ...(inCurrency(analysis, rate) as object),
      ...(monteCarlo !== undefined && { monteCarlo }),
    })),
  };
}

/** The document as it is written, on every way out the same to the byte. */
export function analysisJson(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
