import { flowMetrics } from '../strategy/flowMetrics.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import type { SiteFigures, StrategyFigures } from './siteAnalysis.ts';
import { plannedStrategies } from './sitePlans.ts';

/** One strategy followed at every site where it can be computed. */
export interface CompanyStrategy {
  /** `best` takes each site's own best strategy. */
  readonly kind: StrategyKind | 'best';
  /** Sites in the sum, and their grid power [MW]. */
  readonly siteCount: number;
  readonly gridMw: number;
  readonly npvUsd: number;
  readonly npvUsdPerGridMw: number | null;
  /** Of the summed flows: what funds one site may come from another. */
  readonly irrPerYear: number | null;
  readonly paybackMonths: number | null;
  readonly moic: number | null;
  readonly peakFundingUsd: number;
  readonly operatingUsd: readonly number[];
  readonly netUsd: readonly number[];
}

export interface CompanyFigures {
  readonly siteCount: number;
  readonly valuationMonth: string | null;
  readonly horizonMonths: number | null;
  readonly months: readonly string[];
  readonly strategies: readonly CompanyStrategy[];
  /** Sites that no strategy can be computed for, with what is missing. */
  readonly notComputable: readonly { readonly siteId: string; readonly missing: readonly string[] }[];
  /** Sites on another horizon or valuation month, which no sum may mix. */
  readonly otherHorizon: readonly string[];
}

/** A site in a sum, with the strategy that is followed there. */
export interface SitePart {
  readonly siteId: string;
  readonly strategy: StrategyKind;
  readonly gridMw: number;
  readonly figures: StrategyFigures;
}

function figuresOf(site: SiteFigures, kind: StrategyKind | null): StrategyFigures | undefined {
  const outcome = site.strategies.find((strategy) => strategy.kind === kind);
  return outcome?.computable ? outcome.figures : undefined;
}

function partOf(site: SiteFigures, kind: StrategyKind | 'best'): SitePart | undefined {
  const strategy = kind === 'best' ? site.verdict.best : kind;
  const figures = figuresOf(site, strategy);
  const gridMw = site.inputs.find(({ key }) => key === 'gridPowerMw')?.value;
  return strategy && figures && gridMw != null
    ? { siteId: site.siteId, strategy, gridMw, figures }
    : undefined;
}

function addInto(sum: number[], flows: readonly number[]): void {
  for (const [month, usd] of flows.entries()) sum[month] = (sum[month] ?? 0) + usd;
}

function summed(
  kind: StrategyKind | 'best',
  parts: readonly SitePart[],
  horizonMonths: number,
): CompanyStrategy | undefined {
  if (parts.length === 0) return undefined;
  const operatingUsd = Array.from({ length: horizonMonths }, () => 0);
  const netUsd = Array.from({ length: horizonMonths }, () => 0);
  let [gridMw, npvUsd, valuationUsd] = [0, 0, 0];
  for (const { gridMw: mw, figures } of parts) {
    gridMw += mw;
    npvUsd += figures.npvUsd;
    valuationUsd += figures.valuationUsd;
    addInto(operatingUsd, figures.operatingUsd);
    addInto(netUsd, figures.netUsd);
  }
  const metrics = flowMetrics(Float64Array.from([valuationUsd, ...netUsd]), 0, undefined, npvUsd);
  return {
    kind,
    siteCount: parts.length,
    gridMw,
    npvUsd,
    npvUsdPerGridMw: gridMw > 0 ? npvUsd / gridMw : null,
    irrPerYear: metrics.irrPerYear,
    paybackMonths: metrics.paybackMonths,
    moic: metrics.peakFundingUsd > 0 ? metrics.moic : null,
    peakFundingUsd: metrics.peakFundingUsd,
    operatingUsd,
    netUsd,
  };
}

interface Summable {
  readonly computable: readonly SiteFigures[];
  readonly first: SiteFigures | undefined;
  readonly isAlike: (site: SiteFigures) => boolean;
}

function summableOf(sites: readonly SiteFigures[]): Summable {
  const computable = sites.filter(({ verdict }) => verdict.verdict !== 'not computable');
  const [first] = computable;
  const isAlike = (site: SiteFigures): boolean =>
    site.horizonMonths === (first?.horizonMonths ?? null) && site.valuationMonth === first?.valuationMonth;
  return { computable, first, isAlike };
}

/**
 * R5.21 The sites that the sum of a strategy holds: those on the horizon and valuation month of the first one that can be
 * computed, as far as the strategy can be computed there.
 * @param sites the figures of all sites of a company, in the order of the sum
 * @param kind `best` takes each site's own best strategy
 */
export function sitesOfSum(sites: readonly SiteFigures[], kind: StrategyKind | 'best'): SitePart[] {
  const { computable, isAlike } = summableOf(sites);
  return computable.filter(isAlike).flatMap((site) => partOf(site, kind) ?? []);
}

/**
 * R5.21 The strategies of a company as sums over its sites: NPVs add, each at its own rate; IRR, payback, MOIC and peak
 * funding are those of the summed flows. A strategy is summed over the sites where it can be computed, and says over how
 * many; a missing site never counts as 0.
 * @param sites the figures of all its sites, in any order
 */
export function companyFigures(sites: readonly SiteFigures[]): CompanyFigures {
  const { computable, first, isAlike } = summableOf(sites);
  const horizonMonths = first?.horizonMonths ?? null;
  const kinds: readonly (StrategyKind | 'best')[] = ['best', ...plannedStrategies];
  return {
    siteCount: sites.length,
    valuationMonth: first?.valuationMonth ?? null,
    horizonMonths,
    months: first?.months ?? [],
    strategies: kinds.flatMap((kind) => {
      const parts = sitesOfSum(sites, kind);
      return summed(kind, parts, horizonMonths ?? 0) ?? [];
    }),
    notComputable: sites
      .filter(({ verdict }) => verdict.verdict === 'not computable')
      .map(({ siteId, strategies }) => ({
        siteId,
        missing: [
          ...new Set(strategies.flatMap((outcome) => (outcome.computable ? [] : outcome.missing))),
        ].toSorted(),
      })),
    otherHorizon: computable.filter((site) => !isAlike(site)).map(({ siteId }) => siteId),
  };
}
