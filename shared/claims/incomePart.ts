import { priceKindWord } from '../charts/backcastCharts.ts';
import { incomeClaim, leastMonths, type IncomeClaim } from '../engine/claims/incomeClaim.ts';
import type { SiteTrial } from '../engine/claims/siteTrial.ts';
import type { Spread } from '../engine/claims/conversionClaim.ts';
import { formatDate, formatMonthName, formatNumber, type Language } from '../format/number.ts';
import { claimText } from '../text/claimText.ts';
import { fill } from '../text/screenText.ts';
import {
  missingFigure,
  notJudged,
  ofSites,
  rangeText,
  siteCoverage,
  tried,
  valuationDate,
  type ClaimsArgs,
} from './claimContext.ts';
import type { ClaimFigure, ClaimLink, TriedClaim } from './claimsPage.ts';

const usd = (value: number, args: ClaimsArgs): string => formatNumber(value, args.language, 0);

function ofMonths(count: number, language: Language): string {
  const text = claimText[language];
  return count === 1 ? text.ofOneMonth : fill(text.ofMonths, { count });
}

function spreadText({ low, high }: Spread, args: ClaimsArgs): string {
  return rangeText(usd(low, args), usd(high, args), args.language);
}

function pastFigures({ past }: IncomeClaim, args: ClaimsArgs): ClaimFigure[] {
  const { language } = args;
  const text = claimText[language];
  const { months, series, miningUsdPerGridMwh: mining, aiUsdPerGridMwh: ai, firstMonth, lastMonth } = past;
  if (!mining || !ai || firstMonth === null || lastMonth === null) return [];
  const common = {
    coverage: fill(text.coversMonths, { count: months.judged, all: months.all }),
    asOf: `${formatDate(firstMonth, language)} – ${formatDate(lastMonth, language)}`,
  };
  return [
    {
      label: text.monthsAhead,
      value: String(months.met),
      unit: ofMonths(months.judged, language),
      basis: text.monthsBasis,
      ...common,
    },
    {
      label: text.miningMargin,
      value: spreadText(mining, args),
      unit: text.usdPerMwh,
      basis: text.marginBasis,
      ...common,
    },
    {
      label: text.aiMargin,
      value: spreadText(ai, args),
      unit: text.usdPerMwh,
      basis: text.monthsBasis,
      ...common,
    },
    // The market's prices series by series stand on the portfolio's page.
    ...(args.subject === 'portfolio' ? series : []).map(({ gpu, kind, months: observed, above }) => ({
      label: fill(text.seriesLabel, { gpu, kind: priceKindWord(kind, language) }),
      value: String(above),
      unit: ofMonths(observed.length, language),
      basis: text.monthsBasis,
      coverage: fill(text.coversMonths, { count: observed.length, all: months.all }),
      asOf: observed.length === 0 ? '' : formatDate(observed.at(-1) ?? '', language),
    })),
  ];
}

function halvingFigures({ halving }: IncomeClaim, args: ClaimsArgs): ClaimFigure[] {
  const { language } = args;
  const text = claimText[language];
  const { month, miningBeforeUsdPerGridMwh: before, miningAfterUsdPerGridMwh: after } = halving;
  if (month === null) return [];
  const shown = formatMonthName(month, language);
  const mining = {
    label: fill(text.halvingMining, { date: shown }),
    unit: text.usdPerMwh,
    basis: text.halvingMiningBasis,
    coverage: '',
    asOf: shown,
  };
  const ai = {
    label: fill(text.halvingAi, { date: shown }),
    unit: fill(text.halvingAiUnit, { count: halving.comparable }),
    basis: text.halvingAiBasis,
    coverage: '',
    asOf: shown,
  };
  return [
    before === null || after === null
      ? missingFigure(language, mining)
      : { ...mining, value: fill(text.fromTo, { before: usd(before, args), after: usd(after, args) }) },
    halving.comparable === 0 ? missingFigure(language, ai) : { ...ai, value: String(halving.grown) },
  ];
}

function crossoverText(first: string, last: string, { language }: ClaimsArgs): string {
  return rangeText(formatDate(first, language), formatDate(last, language), language);
}

function siteFigures({ sites }: IncomeClaim, args: ClaimsArgs): ClaimFigure[] {
  const { language } = args;
  const text = claimText[language];
  const { cases, firstCrossover: first, lastCrossover: last } = sites;
  if (cases.judged === 0) return [];
  const common = { coverage: siteCoverage(cases, args), asOf: valuationDate(args) };
  const {
    halvingDate,
    miningBeforeUsdPerGridMwh: before,
    miningAfterUsdPerGridMwh: after,
    colocationAfterUsdPerGridMwh: colocation,
  } = sites;
  const isOne = args.subject === 'site';
  const crossovers = {
    label: isOne ? text.crossoverSite : text.crossoverSites,
    value: isOne ? (first === null ? text.none : formatDate(first, language)) : String(cases.met),
    unit: isOne ? '' : ofSites(cases.judged, language),
    basis:
      isOne || first === null || last === null
        ? text.crossoverNone
        : fill(text.crossoverBasis, { months: crossoverText(first, last, args) }),
    ...common,
  };
  if (halvingDate === null || !before || !after || !colocation) return [crossovers];
  const date = formatMonthName(halvingDate, language);
  return [
    crossovers,
    {
      label: fill(isOne ? text.modelMiningSite : text.modelMining, { date }),
      value: fill(text.fromTo, { before: usd(before.median, args), after: usd(after.median, args) }),
      unit: text.usdPerMwh,
      basis: text.modelMiningBasis,
      ...common,
    },
    {
      label: isOne ? text.modelColocationSite : text.modelColocation,
      value: usd(colocation.median, args),
      unit: text.usdPerMwh,
      basis: text.modelColocationBasis,
      ...common,
    },
  ];
}

function pastSentences({ past }: IncomeClaim, args: ClaimsArgs): string[] {
  const text = claimText[args.language];
  const { met, judged, all } = past.months;
  if (judged === 0) return [text.c5PastNone];
  const sentence = fill(text.c5Past, { met, judged });
  return judged < leastMonths
    ? [sentence, fill(text.c5Thin, { judged, all, least: leastMonths })]
    : [sentence];
}

function halvingSentence({ halving }: IncomeClaim, args: ClaimsArgs): string {
  const text = claimText[args.language];
  if (halving.month === null) return text.c5HalvingNone;
  const { grown, comparable } = halving;
  const date = formatMonthName(halving.month, args.language);
  return comparable === 0
    ? fill(text.c5HalvingOpen, { date })
    : fill(text.c5HalvingKnown, { date, grown, comparable });
}

function sitesSentence({ sites }: IncomeClaim, args: ClaimsArgs): string {
  const text = claimText[args.language];
  const { met, judged } = sites.cases;
  if (judged === 0) return args.subject === 'site' ? text.openSite : text.c5SitesOpen;
  const { firstCrossover: first, lastCrossover: last } = sites;
  if (first === null || last === null)
    return args.subject === 'site' ? text.c5SiteNone : fill(text.c5SitesNone, { judged });
  const months = crossoverText(first, last, args);
  return args.subject === 'site'
    ? fill(text.c5Site, { first: months })
    : fill(text.c5Sites, { met, judged, months });
}

function earliest(
  sites: readonly SiteTrial[],
): { readonly site: SiteTrial; readonly month: string } | undefined {
  const found = sites.flatMap((site) => {
    const month = site.income?.crossoverMonth ?? null;
    return site.hostsAiOnly || month === null ? [] : [{ site, month }];
  });
  return found.toSorted((a, b) => a.month.localeCompare(b.month))[0];
}

function linksOf({ sites, subject, language }: ClaimsArgs): ClaimLink[] {
  const text = claimText[language];
  const first = earliest(sites);
  const backcast: ClaimLink = { kind: 'backcast', id: '', label: text.backcast };
  if (subject === 'site' || !first) return [backcast];
  const label = fill(text.earliestCrossover, {
    site: first.site.siteName,
    month: formatDate(first.month, language),
  });
  return [backcast, { kind: 'site', id: first.site.siteId, label }];
}

/** C5, R5.18d */
export function incomePart(args: ClaimsArgs): TriedClaim {
  const { language } = args;
  const text = claimText[language];
  const claim = incomeClaim(args.sites, args.margins, args.lastHalvingMonth);
  const { months } = claim.past;
  const { month } = claim.halving;
  return tried('C5', claim.word, language, {
    finding: [...pastSentences(claim, args), halvingSentence(claim, args), sitesSentence(claim, args)].join(
      ' ',
    ),
    figures: [...pastFigures(claim, args), ...halvingFigures(claim, args), ...siteFigures(claim, args)],
    missing: [
      ...(months.judged < months.all
        ? [fill(text.missingPrices, { count: months.judged, all: months.all })]
        : []),
      ...(month !== null && claim.halving.comparable === 0
        ? [fill(text.missingHalving, { date: formatMonthName(month, language) })]
        : []),
      ...notJudged(args, ({ income }) => income !== null),
    ],
    links: linksOf(args),
  });
}
