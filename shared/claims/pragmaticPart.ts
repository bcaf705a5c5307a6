import { pragmaticClaim, type PragmaticClaim, type PragmaticCount } from '../engine/claims/pragmaticClaim.ts';
import { leadOverMining } from '../engine/claims/siteLead.ts';
import { formatNumber } from '../format/number.ts';
import { claimText } from '../text/claimText.ts';
import { fill } from '../text/screenText.ts';
import { strategyNames } from '../text/strategyNames.ts';
import {
  notJudged,
  ofSites,
  siteCoverage,
  tooFew,
  tried,
  valuationDate,
  type ClaimsArgs,
} from './claimContext.ts';
import type { ClaimFigure, ClaimLink, TriedClaim } from './claimsPage.ts';

function figureOf(count: PragmaticCount, claim: PragmaticClaim, args: ClaimsArgs): ClaimFigure {
  const { language } = args;
  const { besideMining, beatsMining, best } = count;
  return {
    label: strategyNames[language][count.kind],
    value: String(beatsMining),
    unit: ofSites(besideMining, language),
    basis: fill(claimText[language].beatsMining, { best }),
    coverage: siteCoverage({ ...claim.beatsMining, judged: besideMining }, args),
    asOf: valuationDate(args),
  };
}

function siteFinding({ strategies }: PragmaticClaim, args: ClaimsArgs): string {
  const { language } = args;
  const text = claimText[language];
  const ahead = strategies.filter(({ beatsMining }) => beatsMining > 0);
  const best = args.sites[0]?.best ?? null;
  const names = ahead.map(({ kind }) => strategyNames[language][kind]).join(', ');
  return fill(text.c7Site, {
    ahead: names === '' ? text.none : names,
    best: best === null ? text.none : strategyNames[language][best],
  });
}

function findingOf(claim: PragmaticClaim, args: ClaimsArgs): string {
  const { language, subject } = args;
  const text = claimText[language];
  if (claim.beatsMining.judged === 0) return subject === 'site' ? text.openSite : text.c7Open;
  if (subject === 'site') return siteFinding(claim, args);
  const [most] = claim.strategies.toSorted((a, b) => b.beatsMining - a.beatsMining);
  return fill(text.c7Finding, {
    met: claim.beatsMining.met,
    judged: claim.beatsMining.judged,
    best: claim.best.met,
    most:
      most && most.beatsMining > 0
        ? fill(text.c7Most, {
            strategy: strategyNames[language][most.kind],
            count: most.beatsMining,
            all: most.besideMining,
          })
        : '',
  });
}

/** At one site the leads themselves say more than how many there are. */
function leadFigures({ strategies }: PragmaticClaim, args: ClaimsArgs): ClaimFigure[] {
  const { language, sites } = args;
  const text = claimText[language];
  const leads = sites.flatMap((site) => strategies.flatMap(({ kind }) => leadOverMining(site, [kind]) ?? []));
  return leads.map(({ kind, leadUsdPerGridMw }) => ({
    label: strategyNames[language][kind],
    value: formatNumber(leadUsdPerGridMw / 1e6, language, 2),
    unit: text.millionPerMw,
    basis: text.leadSite,
    coverage: '',
    asOf: valuationDate(args),
  }));
}

const mostLinks = 4;

function linksOf({ bestSites }: PragmaticClaim, { language, subject }: ClaimsArgs): ClaimLink[] {
  if (subject === 'site') return [];
  const text = claimText[language];
  const sites = bestSites.slice(0, mostLinks).flatMap(({ siteId, siteName, best }) =>
    best === null
      ? []
      : [
          {
            kind: 'site' as const,
            id: siteId,
            label: fill(text.pragmaticBest, { site: siteName, strategy: strategyNames[language][best] }),
          },
        ],
  );
  return subject === 'portfolio' && sites.length === 0
    ? [{ kind: 'portfolio', id: '', label: text.portfolio }]
    : sites;
}

/** C7, R5.18e */
export function pragmaticPart(args: ClaimsArgs): TriedClaim {
  const claim = pragmaticClaim(args.sites);
  const computed = claim.strategies.filter(({ besideMining }) => besideMining > 0);
  const kinds = claim.strategies.map(({ kind }) => kind);
  return tried('C7', claim.word, args.language, {
    finding: findingOf(claim, args),
    figures:
      args.subject === 'site'
        ? leadFigures(claim, args)
        : computed.map((count) => figureOf(count, claim, args)),
    missing: [
      ...tooFew(claim.beatsMining, claim.word, args.language),
      ...notJudged(args, (site) => leadOverMining(site, kinds) !== undefined),
    ],
    links: linksOf(claim, args),
  });
}
