import { conversionClaim, type ConversionClaim } from '../engine/claims/conversionClaim.ts';
import { formatNumber, formatPercent } from '../format/number.ts';
import { claimText } from '../text/claimText.ts';
import { fill } from '../text/screenText.ts';
import { strategyNames } from '../text/strategyNames.ts';
import {
  dollarsPerMw,
  notJudged,
  ofSites,
  rangeText,
  siteCoverage,
  tooFew,
  tried,
  valuationDate,
  type ClaimsArgs,
} from './claimContext.ts';
import type { ClaimFigure, ClaimLink, TriedClaim } from './claimsPage.ts';

function assumptionsText({ assumptions }: ConversionClaim, args: ClaimsArgs): string {
  const { low, high } = assumptions ?? { low: 0, high: 0 };
  return rangeText(String(low), String(high), args.language);
}

function figuresOf(claim: ConversionClaim, args: ClaimsArgs): ClaimFigure[] {
  const { language } = args;
  const text = claimText[language];
  const { sites, judgedGridMw, metGridMw, advantageUsdPerGridMw: advantage } = claim;
  if (!advantage) return [];
  const common = { coverage: siteCoverage(sites, args), asOf: valuationDate(args) };
  const millions = (usd: number): string => formatNumber(usd / 1e6, language, 2);
  const assumptions = {
    label: text.assumptionsLabel,
    value: assumptionsText(claim, args),
    unit: fill(text.ofInputs, { count: claim.inputCount }),
    basis: 'R1.9',
    ...common,
  };
  const median = {
    label: args.subject === 'site' ? text.advantageSite : text.advantageMedian,
    value: millions(advantage.median),
    unit: text.millionPerMw,
    basis: text.advantageBasis,
    ...common,
  };
  if (args.subject === 'site') return [median, assumptions];
  return [
    {
      label: text.aheadSites,
      value: String(sites.met),
      unit: ofSites(sites.judged, language),
      basis: text.npvBasis,
      ...common,
    },
    {
      label: text.aheadMw,
      value: judgedGridMw > 0 ? formatPercent(metGridMw / judgedGridMw, language, 0) : text.missing,
      unit: judgedGridMw > 0 ? '%' : '',
      basis: fill(text.aheadMwBasis, {
        met: formatNumber(metGridMw, language),
        judged: formatNumber(judgedGridMw, language),
      }),
      ...common,
    },
    median,
    {
      label: text.advantageRange,
      value: rangeText(millions(advantage.low), millions(advantage.high), language),
      unit: text.millionPerMw,
      basis: text.advantageBasis,
      ...common,
    },
    assumptions,
  ];
}

function siteFinding(claim: ConversionClaim, args: ClaimsArgs): string {
  const text = claimText[args.language];
  const [lead] = claim.leads;
  if (!lead) return text.openSite;
  return fill(text.c1Site, {
    strategy: strategyNames[args.language][lead.kind],
    amount: dollarsPerMw(Math.abs(lead.leadUsdPerGridMw), args.language),
    direction: lead.leadUsdPerGridMw >= 0 ? text.more : text.less,
    undecided: lead.outcome === 'undecided' ? text.withinMargin : '',
    assumptions: lead.site.assumptionCount,
    inputs: lead.site.inputCount,
  });
}

function findingOf(claim: ConversionClaim, args: ClaimsArgs): string {
  const { language, subject } = args;
  const text = claimText[language];
  const { sites, judgedGridMw, metGridMw, advantageUsdPerGridMw: advantage } = claim;
  if (subject === 'site') return siteFinding(claim, args);
  if (!advantage) return text.c1Open;
  return fill(text.c1Finding, {
    met: sites.met,
    judged: sites.judged,
    share: judgedGridMw > 0 ? formatPercent(metGridMw / judgedGridMw, language, 0) : text.missing,
    median: dollarsPerMw(advantage.median, language),
    assumptions: assumptionsText(claim, args),
    inputs: claim.inputCount,
  });
}

function linksOf({ leads }: ConversionClaim, { language, subject }: ClaimsArgs): ClaimLink[] {
  if (subject === 'site') return [];
  const text = claimText[language];
  const [first] = leads;
  const last = leads.at(-1);
  const link = (lead: typeof first, label: string): ClaimLink[] =>
    lead ? [{ kind: 'site', id: lead.site.siteId, label: fill(label, { site: lead.site.siteName }) }] : [];
  return [
    ...link(first, text.largestLead),
    ...(last === first ? [] : link(last, text.smallestLead)),
    ...(subject === 'portfolio' ? [{ kind: 'portfolio' as const, id: '', label: text.portfolio }] : []),
  ];
}

/** C1, R5.18a */
export function conversionPart(args: ClaimsArgs): TriedClaim {
  const claim = conversionClaim(args.sites);
  const judged = new Set(claim.leads.map(({ site }) => site.siteId));
  return tried('C1', claim.word, args.language, {
    finding: findingOf(claim, args),
    figures: figuresOf(claim, args),
    missing: [
      ...tooFew(claim.sites, claim.word, args.language),
      ...notJudged(args, ({ siteId }) => judged.has(siteId)),
    ],
    links: linksOf(claim, args),
  });
}
