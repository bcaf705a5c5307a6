import type { Contract } from '../domain/company.ts';
import {
  serviceClaim,
  type LineCount,
  type ServiceClaim,
  type ServiceLine,
} from '../engine/claims/serviceClaim.ts';
import { formatDate, formatNumber, formatPlain } from '../format/number.ts';
import { claimText, lineNames } from '../text/claimText.ts';
import { fill } from '../text/screenText.ts';
import { missingFigure, tried, type ClaimsArgs } from './claimContext.ts';
import type { ClaimFigure, ClaimLink, TriedClaim } from './claimsPage.ts';

function newestSigned(contracts: readonly Contract[], args: ClaimsArgs): string {
  const newest = contracts
    .flatMap(({ signedDate }) => signedDate ?? [])
    .toSorted()
    .at(-1);
  return newest === undefined ? '' : formatDate(newest, args.language);
}

function lineFigures(
  { line, contracts, withMw, criticalItMw }: LineCount,
  asOf: string,
  { language }: ClaimsArgs,
): ClaimFigure[] {
  const text = claimText[language];
  const name = lineNames[language][line];
  const power = {
    label: fill(text.mwOf, { line: name }),
    unit: text.criticalMw,
    basis: text.mwBasis,
    coverage: fill(text.coversContracts, { count: withMw, all: contracts }),
    asOf,
  };
  return [
    {
      label: fill(text.contractsOf, { line: name }),
      value: formatNumber(contracts, language),
      unit: text.contractsUnit,
      basis: text.contractsBasis,
      coverage: '',
      asOf,
    },
    withMw === 0 ? missingFigure(language, power) : { ...power, value: formatPlain(criticalItMw, language) },
  ];
}

function missingOf(claim: ServiceClaim, { language }: ClaimsArgs): string[] {
  const text = claimText[language];
  const withMw = claim.lines.reduce((sum, line) => sum + line.withMw, 0);
  const all = claim.contracts;
  const count = all - withMw;
  const lines = claim.unknown.map((line) => lineNames[language][line]).join(', ');
  return [
    ...(lines === '' ? [] : [fill(text.linesUnknown, { lines })]),
    ...(count > 0 ? [fill(count === 1 ? text.mwUnknownOne : text.mwUnknown, { count, all })] : []),
  ];
}

const mostLinks = 4;

/** The companies with most contracts, where each can be read with its source. */
function linksOf(contracts: readonly Contract[], { companies, language, subject }: ClaimsArgs): ClaimLink[] {
  if (subject !== 'portfolio') return [];
  const text = claimText[language];
  const counts = companies.map(({ id, name }) => ({
    id,
    name,
    count: contracts.filter(({ companyId }) => companyId === id).length,
  }));
  return counts
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostLinks)
    .map(({ id, name, count }) => ({
      kind: 'company',
      id,
      label: fill(count === 1 ? text.newestContractOne : text.newestContract, { name, count }),
    }));
}

/** C4, R5.18c */
export function servicePart(args: ClaimsArgs): TriedClaim {
  const { language } = args;
  const text = claimText[language];
  const counted = args.contracts.filter(({ countsInSums }) => countsInSums);
  const claim = serviceClaim(counted);
  const countOf = (line: ServiceLine): number => claim.lines.find((one) => one.line === line)?.contracts ?? 0;
  const gpuCloud = countOf('gpuCloud');
  return tried('C4', claim.word, language, {
    finding:
      counted.length === 0
        ? text.c4Open
        : [
            fill(text.c4Finding, { contracts: counted.length, hosting: countOf('hosting'), gpuCloud }),
            ...(gpuCloud > 0 ? [text.c4Cloud] : []),
          ].join(' '),
    figures: claim.lines.flatMap((line) => lineFigures(line, newestSigned(counted, args), args)),
    missing: missingOf(claim, args),
    links: linksOf(counted, args),
  });
}
