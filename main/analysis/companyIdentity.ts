import type { Identity, IdentityPeriod } from '../../shared/domain/company.ts';
import type { Figure } from '../../shared/domain/figure.ts';
import { aiShareOf, companyClass, identityClass } from '../../shared/engine/identity/identity.ts';
import { currentFigure } from '../db/repositories/figureRepository.ts';
import type { LatestPeriods, ReportedPeriod } from '../db/repositories/identityRepository.ts';

type Measure = Identity['measures'][number];

export interface IdentityEvidence {
  readonly figures: readonly Figure[];
  readonly periods: LatestPeriods | undefined;
  /** R4.1 Contracted grid MW per critical IT MW, a preset; null where the portfolio holds none. */
  readonly grossToItRatio: number | null;
}

function measure(
  name: Measure['measure'],
  aiShare: number | null,
  asOf: string | null,
  basis: string | null,
): Measure {
  return aiShare === null
    ? { measure: name, aiShare, asOf: null, basis: null, class: null }
    : { measure: name, aiShare, asOf, basis, class: identityClass(aiShare) };
}

const unknownMeasure = (name: Measure['measure']): Measure => measure(name, null, null, null);

/** Revenue of twelve months where known, else of the latest quarter or period; which of them is said in the basis. */
function revenueMeasure({ figures, periods }: IdentityEvidence): Measure {
  const pairs = [
    ['revenue_ai_usd_ltm', 'revenue_mining_usd_ltm', 'LTM'],
    ['latest_quarter_revenue_ai_usd', 'latest_quarter_revenue_mining_usd', 'quarter'],
    ['quarter_revenue_ai_usd', 'quarter_revenue_mining_usd', 'quarter'],
  ] as const;
  for (const [aiField, miningField, basis] of pairs) {
    const ai = currentFigure(figures, aiField);
    const mining = currentFigure(figures, miningField);
    if (ai && mining && ai.asOf === mining.asOf)
      return measure('revenue', aiShareOf(ai.value, mining.value), ai.asOf, basis);
  }
  if (!periods?.revenue) return unknownMeasure('revenue');
  const { ai, mining, asOf } = periods.revenue;
  return measure('revenue', aiShareOf(ai, mining), asOf, 'period');
}

/** Critical IT MW that bill; with no lease signed at all none can. */
function billingItMw({
  figures,
  periods,
}: IdentityEvidence): { readonly value: number; readonly asOf: string | null } | undefined {
  const delivered = currentFigure(figures, 'ai_it_mw_delivered');
  if (delivered?.value != null) return { value: delivered.value, asOf: delivered.asOf };
  const contracted = currentFigure(figures, 'ai_contracted_it_mw');
  if (contracted?.value === 0) return { value: 0, asOf: contracted.asOf };
  return periods?.aiItMw ?? undefined;
}

/** Share of critical IT MW in grid MW, both brought to grid MW; never above the whole. */
function gridShare(itMw: number, gridMw: number | null | undefined, ratio: number | null): number | null {
  if (gridMw == null || gridMw <= 0) return null;
  if (itMw === 0) return 0;
  return ratio === null ? null : Math.min(1, (itMw * ratio) / gridMw);
}

function powerMeasure(evidence: IdentityEvidence): Measure {
  const { figures, grossToItRatio } = evidence;
  const operating = currentFigure(figures, 'power_operating_mw');
  const mining = currentFigure(figures, 'power_mining_mw');
  if (operating?.value != null && mining?.value != null)
    return measure(
      'power',
      aiShareOf(Math.max(0, operating.value - mining.value), mining.value),
      operating.asOf,
      'grid MW',
    );
  const energised = operating ?? currentFigure(figures, 'power_energised_mw');
  const billing = billingItMw(evidence);
  if (!billing) return unknownMeasure('power');
  const share = gridShare(billing.value, energised?.value, grossToItRatio);
  return measure('power', share, billing.asOf, billing.value === 0 ? 'grid MW' : 'grid MW by preset ratio');
}

function signedMeasure({ figures, grossToItRatio }: IdentityEvidence): Measure {
  const contracted = currentFigure(figures, 'ai_contracted_it_mw');
  const secured = currentFigure(figures, 'power_contracted_or_secured_mw');
  if (contracted?.value == null) return unknownMeasure('signedMw');
  const share = gridShare(contracted.value, secured?.value, grossToItRatio);
  return measure('signedMw', share, contracted.asOf, 'grid MW by preset ratio');
}

function backlogMeasure({ figures }: IdentityEvidence): Measure {
  const backlog = currentFigure(figures, 'contracted_backlog_usd');
  const mining = currentFigure(figures, 'revenue_mining_usd_ltm');
  const share = aiShareOf(backlog?.value ?? null, mining?.value ?? null);
  return measure('backlog', share, backlog?.asOf ?? null, 'base value and LTM mining revenue');
}

/** R9 The identity by revenue, period by period. */
export function identityPeriods(periods: readonly ReportedPeriod[]): IdentityPeriod[] {
  return periods.map((period) => {
    const aiShare = aiShareOf(period.revenueAiUsd, period.revenueMiningUsd);
    return { ...period, aiShare, class: aiShare === null ? null : identityClass(aiShare) };
  });
}

/** R9 The AI share by measure, and the class where two measures of today are known. */
export function identityOf(evidence: IdentityEvidence): Identity {
  const today = [powerMeasure(evidence), revenueMeasure(evidence)];
  const hashrate = currentFigure(evidence.figures, 'hashrate_eh_s')?.value ?? evidence.periods?.hashrateEhS;
  return {
    measures: [...today, signedMeasure(evidence), backlogMeasure(evidence)],
    class: companyClass(
      today.map(({ aiShare }) => aiShare),
      hashrate ?? null,
    ),
  };
}
