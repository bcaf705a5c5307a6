import type { FlowMetrics, SiteCaseResult } from '../strategy/siteCaseResult.ts';

/** The flow of a plan that its figures are of. */
export interface JudgedFlow {
  readonly metrics: FlowMetrics;
  /** EBITDA and the rest; in an alliance what the miner gets and what it pays. */
  readonly operatingUsd: readonly number[];
  readonly netUsd: readonly number[];
  /** R1.2a The flow of the valuation date. */
  readonly valuationUsd: number;
}

/** R5.16 The flow a plan is judged by: the site's, in an alliance the miner's; undefined where it cannot be computed. */
export function judgedFlow(isAlliance: boolean, { site, months }: SiteCaseResult): JudgedFlow | undefined {
  if (!site.computable) return undefined;
  if (!isAlliance) {
    const zero = months.map(() => 0);
    return {
      metrics: site.metrics.unleveredPreTax,
      operatingUsd: site.monthly['ebitdaUsd'] ?? zero,
      netUsd: site.monthly['netPreTaxUsd'] ?? zero,
      valuationUsd: Object.values(site.atValuation).reduce((sum, usd) => sum + usd, 0),
    };
  }
  const { allianceMiner } = site.metrics;
  if (!allianceMiner || !('npvUsd' in allianceMiner) || !site.alliance) return undefined;
  const { minerUsd, atValuation } = site.alliance;
  return {
    metrics: allianceMiner,
    operatingUsd: minerUsd.map((usd) => Math.max(0, usd)),
    netUsd: minerUsd,
    valuationUsd: atValuation?.minerUsd ?? 0,
  };
}
