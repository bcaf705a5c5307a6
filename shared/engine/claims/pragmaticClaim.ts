import type { StrategyKind } from '../strategy/verdict.ts';
import { combinedWord, wordOfCases, type CaseCount, type ClaimWord } from './claimWord.ts';
import { casesOf } from './conversionClaim.ts';
import { leadOverMining } from './siteLead.ts';
import type { SiteTrial } from './siteTrial.ts';

/** R5.1 Strategies that go without one great conversion: machines, partners, a part, a sale. */
export const pragmaticKinds = [
  'refresh',
  'redeploy',
  'hybrid',
  'alliance',
  'sellShell',
  'sellSite',
] as const satisfies readonly StrategyKind[];

/** One strategy in the same table as all others. */
export interface PragmaticCount {
  readonly kind: StrategyKind;
  /** Sites where it can be computed */
  readonly computed: number;
  readonly best: number;
  /** Sites where it is ahead of plain mining, and where both can be computed */
  readonly beatsMining: number;
  readonly besideMining: number;
}

/** C7 The pragmatic strategies, each and together. */
export interface PragmaticClaim {
  readonly word: ClaimWord;
  readonly strategies: readonly PragmaticCount[];
  /** Sites where the best of them is ahead of plain mining */
  readonly beatsMining: CaseCount;
  /** Sites where one of them is the best of all */
  readonly best: CaseCount;
  /** Sites where one of them is the best of all */
  readonly bestSites: readonly SiteTrial[];
}

function countOf(kind: StrategyKind, sites: readonly SiteTrial[]): PragmaticCount {
  const leads = sites.flatMap((site) => leadOverMining(site, [kind]) ?? []);
  return {
    kind,
    computed: sites.filter(({ strategies }) => strategies.some((one) => one.kind === kind)).length,
    best: sites.filter(({ best }) => best === kind).length,
    beatsMining: leads.filter(({ outcome }) => outcome === 'above').length,
    besideMining: leads.length,
  };
}

/**
 * R5.18e C7: are the pragmatic ways worth it? Two parts, over the sites with mining to keep: at how many the best of them
 * is ahead of plain mining, and at how many one of them is the best of all strategies.
 */
export function pragmaticClaim(sites: readonly SiteTrial[]): PragmaticClaim {
  const mining = sites.filter(({ hostsAiOnly }) => !hostsAiOnly);
  const leads = mining.flatMap((site) => leadOverMining(site, pragmaticKinds) ?? []);
  const beatsMining = casesOf(leads, mining.length);
  const isPragmatic = ({ best }: SiteTrial): boolean => pragmaticKinds.some((kind) => kind === best);
  const bestSites = leads.flatMap(({ site }) => (isPragmatic(site) ? [site] : []));
  const best = { met: bestSites.length, undecided: 0, judged: leads.length, all: mining.length };
  return {
    word: combinedWord([wordOfCases(beatsMining), wordOfCases(best)]),
    strategies: pragmaticKinds.map((kind) => countOf(kind, mining)),
    beatsMining,
    best,
    bestSites,
  };
}
