import type { CompanyRow } from '../domain/company.ts';
import type { Figure } from '../domain/figure.ts';
import {
  diversifiedClaim,
  type AiEvidence,
  type DiversifiedClaim,
  type NamedCompany,
} from '../engine/claims/diversifiedClaim.ts';
import { formatDate, formatPercent, formatPlain, type Language } from '../format/number.ts';
import { claimText } from '../text/claimText.ts';
import { fill } from '../text/screenText.ts';
import { missingFigure, tooFew, tried, type ClaimsArgs } from './claimContext.ts';
import type { ClaimFigure, TriedClaim } from './claimsPage.ts';

/** The companies that the claim names, by the id of the sample or by the beginning of their name. */
const namedCompanies = [
  { id: 'coreweave', name: 'CoreWeave' },
  { id: 'hive', name: 'HIVE' },
  { id: 'hut8', name: 'Hut 8' },
  { id: 'iren', name: 'IREN' },
  { id: 'crusoe', name: 'Crusoe' },
] as const;

interface Named {
  readonly name: string;
  readonly row: CompanyRow | undefined;
}

const isNamed = (row: CompanyRow, { id, name }: (typeof namedCompanies)[number]): boolean =>
  row.id === id || row.name.toLowerCase().startsWith(name.toLowerCase());

/** Whether the claim speaks of a company at all. */
export function isNamedCompany(row: CompanyRow): boolean {
  return namedCompanies.some((named) => isNamed(row, named));
}

function namedOf({ companies, subject }: ClaimsArgs): Named[] {
  const found = namedCompanies.map((named) => ({
    name: named.name,
    row: companies.find((row) => isNamed(row, named)),
  }));
  return subject === 'company' ? found.filter(({ row }) => row !== undefined) : found;
}

function toEngine({ name, row }: Named): NamedCompany {
  const revenue = row?.identity.measures.find(({ measure }) => measure === 'revenue');
  return {
    id: row?.id ?? name,
    isHeld: row !== undefined,
    signedContracts: row?.signedContracts ?? 0,
    aiContractedItMw: row?.ladder.contractedItMw?.value ?? null,
    aiBillingItMw: row?.ladder.billingItMw?.value ?? null,
    aiRevenueShare: revenue?.aiShare ?? null,
  };
}

function powerFigure(
  label: string,
  unit: string,
  row: CompanyRow,
  figure: Figure | null,
  language: Language,
) {
  const text = claimText[language];
  const rest = {
    label: fill(label, { name: row.name }),
    unit,
    basis: fill(text.companyBasis, {
      sites: row.siteCount,
      contracts: row.signedContracts,
      source: figure?.source ?? text.noSource,
    }),
    coverage: '',
    asOf: figure?.asOf ? formatDate(figure.asOf, language) : '',
  };
  return figure?.value == null
    ? missingFigure(language, rest)
    : { ...rest, value: formatPlain(figure.value, language) };
}

function revenueFigures(row: CompanyRow, language: Language): ClaimFigure[] {
  const text = claimText[language];
  const revenue = row.identity.measures.find(({ measure }) => measure === 'revenue');
  if (revenue?.aiShare == null) return [];
  return [
    {
      label: fill(text.revenueOf, { name: row.name }),
      value: formatPercent(revenue.aiShare, language),
      unit: '%',
      basis: fill(text.revenueBasis, { sites: row.siteCount, contracts: row.signedContracts }),
      coverage: '',
      asOf: revenue.asOf === null ? '' : formatDate(revenue.asOf, language),
    },
  ];
}

function figuresOf({ row }: Named, language: Language): ClaimFigure[] {
  if (!row) return [];
  const text = claimText[language];
  const { contractedItMw, billingItMw, energisedMw } = row.ladder;
  const isFormer = row.identity.class === 'formerMiner';
  return [
    powerFigure(text.contractedOf, text.criticalMw, row, contractedItMw, language),
    powerFigure(text.billingOf, text.criticalMw, row, billingItMw, language),
    ...revenueFigures(row, language),
    // Without mining of its own, all of a company's power serves others.
    ...(isFormer ? [powerFigure(text.energisedOf, text.gridMw, row, energisedMw, language)] : []),
  ];
}

function companyFinding({ evidence }: DiversifiedClaim, named: readonly Named[], language: Language): string {
  const text = claimText[language];
  const states: Readonly<Record<AiEvidence, string>> = {
    ai: text.aiState,
    none: text.noneState,
    unknown: text.unknownState,
    notHeld: '',
  };
  return fill(text.c3Company, {
    name: named[0]?.row?.name ?? '',
    state: states[evidence[0]?.evidence ?? 'unknown'],
  });
}

function findingOf(claim: DiversifiedClaim, named: readonly Named[], args: ClaimsArgs): string {
  const { language, subject } = args;
  if (subject === 'company') return companyFinding(claim, named, language);
  const text = claimText[language];
  const former = named.filter(({ row }) => row?.identity.class === 'formerMiner').map(({ name }) => name);
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(former);
  return fill(text.c3Finding, {
    held: named.filter(({ row }) => row).length,
    met: claim.companies.met,
    former:
      former.length === 0 ? '' : fill(former.length === 1 ? text.c3FormerOne : text.c3Former, { names }),
  });
}

/** C3, R5.18b */
export function companiesPart(args: ClaimsArgs): TriedClaim {
  const { language } = args;
  const text = claimText[language];
  const named = namedOf(args);
  const claim = diversifiedClaim(named.map(toEngine));
  const missing = named.flatMap(({ name }, index) => {
    const state = claim.evidence[index]?.evidence;
    if (state === 'notHeld') return [fill(text.notHeldState, { name })];
    return state === 'unknown' ? [fill(text.notKnownCompany, { name })] : [];
  });
  return tried('C3', claim.word, language, {
    finding: findingOf(claim, named, args),
    figures: named.flatMap((one) => figuresOf(one, language)),
    missing: [...tooFew(claim.companies, claim.word, language), ...missing],
    links:
      args.subject === 'company'
        ? []
        : named.flatMap(({ row }) =>
            row ? [{ kind: 'company' as const, id: row.id, label: row.name }] : [],
          ),
  });
}
