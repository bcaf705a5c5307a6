import { quantileOfSorted } from '../numeric/quantile.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import { combinedWord, wordOfCases, wordOfShare, type CaseCount, type ClaimWord } from './claimWord.ts';
import { leadOverMining, type SiteLead } from './siteLead.ts';
import type { SiteTrial } from './siteTrial.ts';

/** R5.1, R5.16 The strategies that sell AI computing. */
export const conversions = [
  'colocation',
  'gpuCloud',
  'alliance',
  'hybrid',
  'sellShell',
] as const satisfies readonly StrategyKind[];

/** Least, median and greatest of some values. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/**
 * R7.2 Least, median and greatest of values; undefined without any.
 * @example spreadOf([3, 1, 2]) // → { low: 1, median: 2, high: 3 }
 */
export function spreadOf(values: readonly number[]): Spread | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low] = sorted;
  const high = sorted.at(-1);
  if (low === undefined || high === undefined) return undefined;
  return { low, median: quantileOfSorted(sorted, 0.5), high };
}

/** C1 The best conversion of every site beside plain mining. */
export interface ConversionClaim {
  readonly word: ClaimWord;
  /** Sites where there is mining to keep; `all` leaves out those that host AI only. */
  readonly sites: CaseCount;
  readonly hostsAiOnly: number;
  /** Grid MW of the sites judged, and of those where the conversion is ahead */
  readonly judgedGridMw: number;
  readonly metGridMw: number;
  /** Advantage of the best conversion [USD/MW of grid power] */
  readonly advantageUsdPerGridMw: Spread | undefined;
  readonly assumptions: Spread | undefined;
  /** The largest count of inputs at one site */
  readonly inputCount: number;
  /** Sites judged, the largest lead first */
  readonly leads: readonly SiteLead[];
}

function gridMwOf(leads: readonly SiteLead[]): number {
  return leads.reduce((sum, { site }) => sum + (site.gridMw ?? 0), 0);
}

/**
 * R5.18 How many of some sites' leads are in favour.
 * @param all sites that there are, judged or not
 */
export function casesOf(leads: readonly SiteLead[], all: number): CaseCount {
  const count = (outcome: SiteLead['outcome']): number =>
    leads.filter((lead) => lead.outcome === outcome).length;
  return { met: count('above'), undecided: count('undecided'), judged: leads.length, all };
}

/**
 * R5.18a C1: does selling AI computing beat mining on? At every site with mining to keep, the best conversion beside
 * plain mining; ahead only from the margin of R5.16 on. Judged by number of sites and by grid MW, and supported only
 * where both say so.
 */
export function conversionClaim(sites: readonly SiteTrial[]): ConversionClaim {
  const mining = sites.filter(({ hostsAiOnly }) => !hostsAiOnly);
  const leads = mining
    .flatMap((site) => leadOverMining(site, conversions) ?? [])
    .toSorted((a, b) => b.leadUsdPerGridMw - a.leadUsdPerGridMw);
  const cases = casesOf(leads, mining.length);
  const judgedGridMw = gridMwOf(leads);
  const metGridMw = gridMwOf(leads.filter(({ outcome }) => outcome === 'above'));
  const undecidedGridMw = gridMwOf(leads.filter(({ outcome }) => outcome === 'undecided'));
  const bySites = wordOfCases(cases);
  const byMw = wordOfShare(judgedGridMw > 0 ? (metGridMw + undecidedGridMw / 2) / judgedGridMw : undefined);
  return {
    word: bySites === 'open' ? 'open' : combinedWord([bySites, byMw]),
    sites: cases,
    hostsAiOnly: sites.length - mining.length,
    judgedGridMw,
    metGridMw,
    advantageUsdPerGridMw: spreadOf(leads.map(({ leadUsdPerGridMw }) => leadUsdPerGridMw)),
    assumptions: spreadOf(leads.map(({ site }) => site.assumptionCount)),
    inputCount: leads.reduce((most, { site }) => Math.max(most, site.inputCount), 0),
    leads,
  };
}
