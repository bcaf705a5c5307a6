import { allFinite } from '../numeric/allFinite.ts';
import type { Calendar } from '../time/months.ts';
import { asNotComputable } from './caseInspection.ts';
import type { EvaluatedBlock } from './evaluateBlock.ts';
import type { EvaluationCache } from './evaluationCache.ts';
import { inspect, type Findings, type Shape } from './shape.ts';
import type { SiteCaseInput } from './siteCaseInput.ts';
import type { FlowMetrics, NotComputable } from './siteCaseResult.ts';
import { finiteMetrics, metricsOf } from './siteMetrics.ts';

/** Figures of a flow, or why there are none. */
export type Figures = FlowMetrics | NotComputable;

/** What the site's flows are made of, for debt, tax and alliance. */
export interface SiteFlows {
  readonly input: SiteCaseInput;
  readonly calendar: Calendar;
  readonly cache: EvaluationCache;
  readonly blocks: readonly EvaluatedBlock[];
  readonly ebitdaUsd: Float64Array;
  /** Unlevered pre-tax net flow, the valuation date first [USD] */
  readonly flowsUsd: Float64Array;
}

/**
 * One of tax, debt or alliance: its terms, or why they cannot be used. An absent one is reported by its
 * name.
 */
export function termsOf<Terms>(given: unknown, path: string, shape: Shape): Terms | NotComputable {
  const findings: Findings = { missing: [], invalid: [] };
  inspect(shape, given, path, findings);
  return asNotComputable(findings) ?? (given as Terms);
}

/** Whether terms can be used. */
export function isTerms<Terms extends object>(terms: Terms | NotComputable): terms is Terms {
  return !('computable' in terms);
}

/** An input of extreme size makes sums overflow; it is named instead of its result. */
export const overflow = (path: string): NotComputable => ({
  computable: false,
  missing: [],
  invalid: [path],
});

/**
 * R5.10 – R5.12 Figures of a flow vector, or the name of the part whose size makes them overflow.
 * @param flows the valuation date first [USD]
 * @param path the part of the case that is named on overflow
 */
export function figuresOf(site: SiteFlows, flows: Float64Array, ratePerYear: number, path: string): Figures {
  if (!allFinite(flows)) return overflow(path);
  return finiteMetrics(metricsOf(site, flows, ratePerYear), path);
}
