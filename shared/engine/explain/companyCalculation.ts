import {
  companyFigures,
  sitesOfSum,
  type CompanyStrategy,
  type SitePart,
} from '../analysis/companyFigures.ts';
import type { SiteEvidence } from '../analysis/evidence.ts';
import type { SiteFigures } from '../analysis/siteAnalysis.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import { createCalendar, parseMonth } from '../time/months.ts';
import { inputCalculation } from './blockScope.ts';
import { known, summed, type Calculation, type CalculationName, type Coverage } from './calculation.ts';
import { explainedPlan, monthName, type Dated } from './explainedCase.ts';
import {
  figure,
  irrFigure,
  moicFigure,
  paybackFigure,
  peakFundingFigure,
  tellFigure,
} from './flowFigures.ts';
import { tellQuantity, type Series } from './flows.ts';
import { figureCalculation, judgedOf } from './planCalculation.ts';

/*
 * R5.21 Figures of a company: sums over its sites, each unfolding into the site's own calculation.
 */

/** A figure of a strategy that a company's sites follow; `best` is each site's own best one. */
export interface CompanySubject {
  readonly strategy: StrategyKind | 'best';
  readonly figure: CompanyFigureKey;
}

export const companyFigureKeys = [
  'gridMw',
  'npvUsd',
  'npvUsdPerGridMw',
  'irrPerYear',
  'paybackMonths',
  'moic',
  'peakFundingUsd',
] as const satisfies readonly (keyof CompanyStrategy)[];

export type CompanyFigureKey = (typeof companyFigureKeys)[number];

/** A site of the sum; its case is computed when somebody looks into it. */
interface Part extends SitePart {
  readonly evidence: SiteEvidence;
}

function partsOf(
  sites: readonly SiteEvidence[],
  all: readonly SiteFigures[],
  kind: StrategyKind | 'best',
): Part[] {
  const evidenceOf = new Map(sites.map((evidence) => [evidence.siteId, evidence]));
  return sitesOfSum(all, kind).flatMap((part) => {
    const evidence = evidenceOf.get(part.siteId);
    return evidence ? [{ ...part, evidence }] : [];
  });
}

function nameOf({ siteId, strategy, evidence }: Part): CalculationName {
  return { kind: 'site', key: siteId, label: evidence.siteName, strategy };
}

function caseOf({ evidence, strategy }: Part) {
  const of = explainedPlan(evidence, { kind: 'strategy', strategy });
  if (!of) throw new RangeError(`${evidence.siteId}: ${strategy} cannot be computed`);
  return of;
}

function npvOfPart(part: Part): Calculation {
  const { rule, unit } = tellFigure('npvUsd');
  return known({ name: nameOf(part), unit, rule }, part.figures.npvUsd, 'N', () => {
    const N = figureCalculation(caseOf(part), 'npvUsd');
    if (!N) throw new RangeError(`${part.siteId}: no NPV`);
    return { N };
  });
}

function powerOfPart(part: Part): Calculation {
  return known({ name: nameOf(part), unit: 'MW', rule: 'R1.9' }, part.gridMw, 'MW', () => {
    const { sources } = caseOf(part);
    const MW = sources && inputCalculation(sources, 'gridPowerMw');
    if (!MW) throw new RangeError(`${part.siteId}: no grid power`);
    return { MW };
  });
}

function flowOfPart({ figures }: Part, month: number): number {
  return month < 0 ? figures.valuationUsd : (figures.netUsd[month] ?? 0);
}

/** R5.21 The flow that the strategy leaves of a site in a month: in an alliance the miner's. */
function monthOfPart(part: Part, of: Dated, month: number): Calculation {
  const about = { name: nameOf(part), unit: 'USD', rule: 'R5.2a', month: monthName(of, month) };
  return known(about, flowOfPart(part, month), 'X', () => {
    const judged = judgedOf(caseOf(part));
    if (!judged) throw new RangeError(`${part.siteId}: no flow`);
    return { X: judged.series.calculation(month) };
  });
}

function summedFlow(parts: readonly Part[], of: Dated): Series {
  const value = (month: number): number => parts.reduce((sum, part) => sum + flowOfPart(part, month), 0);
  return {
    fromMonth: -1,
    endMonth: of.calendar.horizonMonths,
    value,
    calculation: (month) =>
      summed({ ...tellQuantity('companyFlow', 'R5.21'), month: monthName(of, month) }, value(month), () =>
        parts.flatMap((part) => (flowOfPart(part, month) === 0 ? [] : [monthOfPart(part, of, month)])),
      ),
  };
}

function flowFigureOf(row: CompanyStrategy, key: CompanyFigureKey, parts: readonly Part[], of: Dated) {
  const series = summedFlow(parts, of);
  const value = row[key];
  if (value === null) return undefined;
  switch (key) {
    case 'irrPerYear':
      return irrFigure(of, key, value, series);
    case 'paybackMonths':
      return paybackFigure(of, key, value, series);
    case 'moic':
      return moicFigure(of, value, series);
    case 'peakFundingUsd':
      return peakFundingFigure(of, key, value, series);
    default:
      return undefined;
  }
}

/**
 * R5.21 The calculation of a figure of a company's strategy.
 * @param sites the evidence of all its sites, in the order of the sum
 * @param figuresOf the figures of a site, which may come from a cache
 * @returns undefined where no site can be computed, or the sum has no such figure
 */
export function companyCalculation(
  sites: readonly SiteEvidence[],
  { strategy, figure: key }: CompanySubject,
  figuresOf: (evidence: SiteEvidence) => SiteFigures,
): Calculation | undefined {
  const all = sites.map((evidence) => figuresOf(evidence));
  const { strategies, valuationMonth, horizonMonths } = companyFigures(all);
  const row = strategies.find(({ kind }) => kind === strategy);
  const firstMonth = valuationMonth === null ? undefined : parseMonth(valuationMonth);
  if (!row || firstMonth === undefined || horizonMonths === null) return undefined;
  const of: Dated = { calendar: createCalendar(firstMonth, horizonMonths) };
  const parts = partsOf(sites, all, strategy);
  const coverage: Coverage = { of: 'sites', known: parts.length, all: sites.length };
  const npv = summed({ ...tellFigure('npvUsd'), rule: 'R5.21' }, row.npvUsd, () => parts.map(npvOfPart));
  const power = summed(tellQuantity('summedGridMw', 'R5.21'), row.gridMw, () => parts.map(powerOfPart));
  if (key === 'npvUsd') return { ...npv, coverage };
  if (key === 'gridMw') return { ...power, coverage };
  const found =
    key === 'npvUsdPerGridMw'
      ? row.npvUsdPerGridMw === null
        ? undefined
        : figure(key, row.npvUsdPerGridMw, 'N/MW', () => ({ N: npv, MW: power }))
      : flowFigureOf(row, key, parts, of);
  return found && { ...found, coverage };
}
