import { flowMetrics } from '../strategy/flowMetrics.ts';
import type { AllianceFlows } from '../strategy/siteCaseResult.ts';
import type { AllianceSide, AllianceView } from './alliance/allianceView.ts';
import { sitesOfSum } from './companyFigures.ts';
import type { SiteFigures } from './siteAnalysis.ts';

/** R5.23 The alliances of a company from both sides, over the sites that its sum of alliances holds. */
export interface CompanyAlliance {
  readonly siteCount: number;
  readonly miner: AllianceSide;
  readonly partner: AllianceSide;
  /** The agreed values of the sites, which the miner gives up for the alliances; no cash. */
  readonly siteContributionUsd: number;
}

type Computed = Extract<AllianceView, { computable: true }>;
type SideFlow = 'minerUsd' | 'partnerUsd';

function flowOf({ atValuation, ...flows }: AllianceFlows, side: SideFlow): number[] {
  return [atValuation?.[side] ?? 0, ...flows[side]];
}

/** NPVs and what is paid in add; IRR, MOIC and peak funding are those of the summed flow. */
function summedSide(views: readonly Computed[], side: 'miner' | 'partner'): AllianceSide {
  const flows = views.map(({ base }) => flowOf(base.flows, `${side}Usd`));
  const sum = Float64Array.from({ length: flows[0]?.length ?? 0 }, (_, index) =>
    flows.reduce((total, flow) => total + (flow[index] ?? 0), 0),
  );
  const of = (key: 'npvUsd' | 'paidInUsd'): number =>
    views.reduce((total, { base }) => total + base[side][key], 0);
  const metrics = flowMetrics(sum, 0, undefined, of('npvUsd'));
  return {
    npvUsd: of('npvUsd'),
    irrPerYear: metrics.irrPerYear,
    peakFundingUsd: metrics.peakFundingUsd,
    moic: metrics.peakFundingUsd > 0 ? metrics.moic : null,
    paidInUsd: of('paidInUsd'),
  };
}

/**
 * R5.23 Both sides of a company's alliances as sums over its sites.
 * @param sites the figures of all its sites
 * @param viewOf a site's alliance from both sides
 * @returns null where no site of the sum has one
 */
export function companyAlliance(
  sites: readonly SiteFigures[],
  viewOf: (siteId: string) => AllianceView | undefined,
): CompanyAlliance | null {
  const views = sitesOfSum(sites, 'alliance').flatMap(({ siteId }) => {
    const view = viewOf(siteId);
    return view?.computable ? [view] : [];
  });
  if (views.length === 0) return null;
  return {
    siteCount: views.length,
    miner: summedSide(views, 'miner'),
    partner: summedSide(views, 'partner'),
    siteContributionUsd: views.reduce((sum, view) => sum + view.siteContributionUsd, 0),
  };
}
