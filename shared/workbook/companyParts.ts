import { figuresOf } from '../briefing/parts/verdictWords.ts';
import type { CompanyDetail } from '../domain/site.ts';
import { companyFigures, type CompanyFigures } from '../engine/analysis/companyFigures.ts';
import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import type { SiteFigures, StrategyFigures } from '../engine/analysis/siteAnalysis.ts';
import type { StrategyKind } from '../engine/strategy/verdict.ts';
import type { Language } from '../format/number.ts';

export interface CompanyWorkbookArgs {
  readonly company: CompanyDetail;
  readonly run: { readonly runId: string; readonly seed: number; readonly dataHash: string };
  readonly sites: readonly { readonly evidence: SiteEvidence; readonly analysis: SiteFigures }[];
  readonly language: Language;
}

export interface WorkbookSite {
  readonly name: string;
  readonly evidence: SiteEvidence;
  readonly analysis: SiteFigures;
  readonly gridMw: number | null;
  /** Whether the company's sums hold this site. */
  readonly isSummed: boolean;
  readonly hasOtherHorizon: boolean;
}

/** What all sheets of a company's workbook are made of. */
export interface CompanyParts {
  readonly args: CompanyWorkbookArgs;
  readonly figures: CompanyFigures;
  readonly sites: readonly WorkbookSite[];
}

export function companyParts(args: CompanyWorkbookArgs): CompanyParts {
  const figures = companyFigures(args.sites.map(({ analysis }) => analysis));
  const outside = new Set([...figures.notComputable.map(({ siteId }) => siteId), ...figures.otherHorizon]);
  return {
    args,
    figures,
    sites: args.sites.map(({ evidence, analysis }) => {
      const gridMw = analysis.inputs.find(({ key }) => key === 'gridPowerMw')?.value ?? null;
      return {
        name: evidence.siteName,
        evidence,
        analysis,
        gridMw,
        isSummed: gridMw !== null && !outside.has(analysis.siteId),
        hasOtherHorizon: figures.otherHorizon.includes(analysis.siteId),
      };
    }),
  };
}

/** A site's figures of one strategy, or of its own best, where the company's sums hold them. */
export function summedFigures(site: WorkbookSite, kind: StrategyKind | 'best'): StrategyFigures | undefined {
  if (!site.isSummed) return undefined;
  return figuresOf(site.analysis, kind === 'best' ? site.analysis.verdict.best : kind);
}
