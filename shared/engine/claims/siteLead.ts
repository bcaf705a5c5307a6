import type { StrategyKind } from '../strategy/verdict.ts';
import type { SiteTrial, TriedStrategy } from './siteTrial.ts';

/** The best of some strategies of a site over plain mining. */
export interface SiteLead {
  readonly site: SiteTrial;
  readonly kind: StrategyKind;
  /** NPV per grid MW less that of plain mining [USD/MW] */
  readonly leadUsdPerGridMw: number;
  readonly outcome: 'above' | 'undecided' | 'below';
}

/**
 * R5.16, R5.18a A lead counts only from the margin of R5.16 on; without margins none is decided.
 * @example outcomeOfLead(1.2e6, 1e6, { undecidedMarginUsdPerMw: 5e4, undecidedMarginShare: 0.05 }) // → 'above'
 */
export function outcomeOfLead(
  strategyUsdPerMw: number,
  miningUsdPerMw: number,
  margins: Pick<SiteTrial, 'undecidedMarginUsdPerMw' | 'undecidedMarginShare'>,
): SiteLead['outcome'] {
  const best = Math.max(strategyUsdPerMw, miningUsdPerMw);
  const needed = Math.max(
    margins.undecidedMarginUsdPerMw ?? Infinity,
    (margins.undecidedMarginShare ?? Infinity) * Math.abs(best),
  );
  if (Math.abs(strategyUsdPerMw - miningUsdPerMw) < needed) return 'undecided';
  return strategyUsdPerMw > miningUsdPerMw ? 'above' : 'below';
}

function bestOf(
  strategies: readonly TriedStrategy[],
  kinds: readonly StrategyKind[],
): TriedStrategy | undefined {
  return strategies
    .filter(({ kind }) => kinds.includes(kind))
    .toSorted((a, b) => b.npvUsdPerGridMw - a.npvUsdPerGridMw)[0];
}

/**
 * R5.18a The best of some strategies of a site beside plain mining there.
 * @returns undefined where plain mining, or each of them, cannot be computed
 */
export function leadOverMining(site: SiteTrial, kinds: readonly StrategyKind[]): SiteLead | undefined {
  const mining = site.strategies.find(({ kind }) => kind === 'keepMining');
  const best = bestOf(site.strategies, kinds);
  if (!mining || !best) return undefined;
  return {
    site,
    kind: best.kind,
    leadUsdPerGridMw: best.npvUsdPerGridMw - mining.npvUsdPerGridMw,
    outcome: outcomeOfLead(best.npvUsdPerGridMw, mining.npvUsdPerGridMw, site),
  };
}
