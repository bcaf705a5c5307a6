import { wordOfCases, type CaseCount, type ClaimWord } from './claimWord.ts';

/** What the portfolio knows of a company that a claim names; null is not known. */
export interface NamedCompany {
  readonly id: string;
  readonly isHeld: boolean;
  readonly signedContracts: number;
  readonly aiContractedItMw: number | null;
  readonly aiBillingItMw: number | null;
  /** AI in AI and mining revenue [fraction] */
  readonly aiRevenueShare: number | null;
}

/** `none` needs a figure that says so: silence is `unknown`. */
export type AiEvidence = 'ai' | 'none' | 'unknown' | 'notHeld';

/** C3 The named companies, each with what the portfolio shows of it. */
export interface DiversifiedClaim {
  readonly word: ClaimWord;
  readonly companies: CaseCount;
  readonly evidence: readonly { readonly id: string; readonly evidence: AiEvidence }[];
}

/**
 * R5.18b Whether a company sells AI computing: a signed contract, contracted or billing critical IT MW, or AI revenue
 * above 0 shows that it does; figures of 0 and nothing else show that it does not.
 */
export function aiEvidence(company: NamedCompany): AiEvidence {
  if (!company.isHeld) return 'notHeld';
  const { signedContracts, aiContractedItMw, aiBillingItMw, aiRevenueShare } = company;
  const known = [aiContractedItMw, aiBillingItMw, aiRevenueShare].filter((value) => value !== null);
  if (signedContracts > 0 || known.some((value) => value > 0)) return 'ai';
  return known.length === 0 ? 'unknown' : 'none';
}

/**
 * R5.18b C3: have the named companies diversified into AI? One case each; a company that the portfolio does not hold, or
 * knows nothing of, is a case that could not be judged.
 */
export function diversifiedClaim(named: readonly NamedCompany[]): DiversifiedClaim {
  const evidence = named.map((company) => ({ id: company.id, evidence: aiEvidence(company) }));
  const count = (...kinds: readonly AiEvidence[]): number =>
    evidence.filter((one) => kinds.includes(one.evidence)).length;
  const companies = { met: count('ai'), undecided: 0, judged: count('ai', 'none'), all: named.length };
  return { word: wordOfCases(companies), companies, evidence };
}
