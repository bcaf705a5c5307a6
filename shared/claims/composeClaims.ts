import type { Language } from '../format/number.ts';
import { claimNames, claimNeeds, claimText, type UntriedId } from '../text/claimText.ts';
import type { ClaimsArgs } from './claimContext.ts';
import type { ClaimId, ClaimsPage, OpenClaim } from './claimsPage.ts';
import { companiesPart, isNamedCompany } from './companiesPart.ts';
import { conversionPart } from './conversionPart.ts';
import { incomePart } from './incomePart.ts';
import { pragmaticPart } from './pragmaticPart.ts';
import { servicePart } from './servicePart.ts';

const untriedIds = ['C2', 'C6', 'C8', 'C9', 'C10', 'C11', 'C12'] as const satisfies readonly UntriedId[];

const openClaim = (id: ClaimId, reason: string, language: Language): OpenClaim => ({
  id,
  claim: claimNames[language][id],
  reason,
});

/** C3 names companies: it is left out where the subject is none of them. */
function whyNoCompanies({ subject, companies, language }: ClaimsArgs): string | undefined {
  if (subject === 'site') return claimText[language].c3SiteReason;
  if (subject === 'company' && !companies.some(isNamedCompany)) return claimText[language].c3CompanyReason;
  return undefined;
}

/** P61 The claims of the market commentary as this subject's figures answer them, word by R5.18. */
export function composeClaims(args: ClaimsArgs): ClaimsPage {
  const { language } = args;
  const reason = whyNoCompanies(args);
  return {
    tried: [
      conversionPart(args),
      ...(reason === undefined ? [companiesPart(args)] : []),
      servicePart(args),
      incomePart(args),
      pragmaticPart(args),
    ],
    leftOut: reason === undefined ? [] : [openClaim('C3', reason, language)],
    untried: untriedIds.map((id) => openClaim(id, claimNeeds[language][id], language)),
  };
}
