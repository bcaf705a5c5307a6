import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { Explanation } from '../../shared/engine/explain/explanation.ts';
import type { CalculationRequest } from '../store/appStore.ts';
import { evaluateCalculation } from '../workers/evaluation.ts';

/** What a number is made of, one level deep; deeper levels are asked for when they are opened. */
export function loadCalculation(
  evidence: SiteEvidence,
  { plan, subject }: CalculationRequest,
  path: readonly string[],
): Promise<Explanation | null> {
  return evaluateCalculation(evidence, plan, subject, path);
}
