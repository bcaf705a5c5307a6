import { siteFigures } from '../analysis/analyseSite.ts';
import type { SiteEvidence } from '../analysis/evidence.ts';
import type { SiteFigures } from '../analysis/siteAnalysis.ts';
import { conversions } from '../claims/conversionClaim.ts';
import { createEvaluationCache, type EvaluationCache } from '../strategy/evaluationCache.ts';
import { mended, type Mend } from './mend.ts';

/** R5.20 What a fault does to the result of its site. */
export interface FaultEffect {
  /** Greatest change of the advantage over mining [USD per grid MW], without sign; null where it is not known. */
  readonly usdPerGridMw: number | null;
  /** Whether a way to mend it gives another verdict (R5.16). */
  readonly turnsVerdict: boolean;
}

const unknownEffect: FaultEffect = { usdPerGridMw: null, turnsVerdict: false };

function npvPerMw({ strategies }: SiteFigures, kinds: readonly string[]): number | undefined {
  const values = strategies.flatMap((outcome) =>
    outcome.computable && kinds.includes(outcome.kind) ? [outcome.figures.npvUsdPerGridMw] : [],
  );
  return values.length === 0 ? undefined : Math.max(...values);
}

function advantage(figures: SiteFigures, hostsAiOnly: boolean): number | undefined {
  const converted = npvPerMw(figures, conversions);
  if (hostsAiOnly) return converted;
  const mined = npvPerMw(figures, ['keepMining']);
  return converted === undefined || mined === undefined ? undefined : converted - mined;
}

/**
 * R5.20 The effects of several faults of one site, which share what does not depend on them.
 * @param evidence what the portfolio knows of the site, faults included
 * @param faults for each the ways to mend it; none where no way is known
 * @returns one effect for each, in their order
 */
export function faultEffects(
  evidence: SiteEvidence,
  faults: readonly (readonly Mend[])[],
  cache: EvaluationCache = createEvaluationCache(),
): FaultEffect[] {
  if (faults.every((mends) => mends.length === 0)) return faults.map(() => unknownEffect);
  const base = siteFigures(evidence, cache);
  const hostsAiOnly = evidence.currentUse === 'ai';
  const before = advantage(base, hostsAiOnly);
  return faults.map((mends) => {
    if (before === undefined) return unknownEffect;
    const changes: number[] = [];
    let turnsVerdict = false;
    for (const mend of mends) {
      const figures = siteFigures(mended(evidence, mend), cache);
      const after = advantage(figures, hostsAiOnly);
      if (after === undefined) continue;
      changes.push(Math.abs(after - before));
      turnsVerdict ||= figures.verdict.verdict !== base.verdict.verdict;
    }
    return changes.length === 0 ? unknownEffect : { usdPerGridMw: Math.max(...changes), turnsVerdict };
  });
}
