import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { CalculationQuestion, Explanation } from '../../shared/engine/explain/explanation.ts';
import type { CalculationRequest } from '../store/appStore.ts';
import { evaluateCalculation } from '../workers/evaluation.ts';

/** What a request rests on: the evidence of the site, or of all sites of the company, on screen. */
export function questionOf(
  request: CalculationRequest,
  evidence: SiteEvidence | null,
  companyEvidence: readonly SiteEvidence[] | null,
): CalculationQuestion | null {
  switch (request.of) {
    case 'plan':
      return evidence && { of: 'plan', evidence, plan: request.plan, subject: request.subject };
    case 'input':
      return evidence && { of: 'input', evidence, key: request.key };
    case 'company':
      return companyEvidence && { of: 'company', sites: companyEvidence, subject: request.subject };
    case 'total':
      return { of: 'total', subject: request.subject };
  }
}

/** What a number is made of, one level deep; deeper levels are asked for when they are opened. */
export function loadCalculation(
  question: CalculationQuestion,
  path: readonly string[],
): Promise<Explanation | null> {
  return evaluateCalculation(question, path);
}
