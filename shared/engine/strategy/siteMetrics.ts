import { allFinite } from '../numeric/allFinite.ts';
import { flowMetrics } from './flowMetrics.ts';
import { lineAt } from './lineSheet.ts';
import { npvUsd } from './npv.ts';
import { inspect, type Findings } from './shape.ts';
import type { MirrRates, SiteCaseInput } from './siteCaseInput.ts';
import { mirrShape, siteShape } from './financeShape.ts';
import type { FlowMetrics, NotComputable, SiteFlowMetrics } from './siteCaseResult.ts';
import type { SiteFlows } from './siteFlows.ts';

/** Sum of vectors of one length, element by element, in the order given. */
export function sumOfVectors(vectors: readonly Float64Array[], length: number): Float64Array {
  const sum = new Float64Array(length);
  for (const vector of vectors) {
    for (let index = 0; index < length; index += 1) sum[index] = (sum[index] ?? 0) + (vector[index] ?? 0);
  }
  return sum;
}

/** R5.12 The rates of the MIRR; undefined where they are absent or incomplete. */
function mirrRatesOf(input: SiteCaseInput): MirrRates | undefined {
  const findings: Findings = { missing: [], invalid: [] };
  inspect(mirrShape, input.mirr, 'mirr', findings);
  return findings.missing.length + findings.invalid.length === 0 ? (input.mirr as MirrRates) : undefined;
}

/**
 * R5.10 – R5.12 Figures of one flow of a site; plans with the same flow, such as an alliance and the colocation it is
 * made of, work them out once.
 * @param npv replaces the NPV where it is a sum over blocks at their own rates (R5.2a)
 */
export function metricsOf(
  { input, cache }: Pick<SiteFlows, 'input' | 'cache'>,
  flowsUsd: Float64Array,
  ratePerYear: number,
  npv: number = npvUsd(ratePerYear, flowsUsd, cache.factorsOf),
): FlowMetrics {
  const mirr = mirrRatesOf(input);
  const key = { ratePerYear, npvUsd: npv, mirr, flowsUsd };
  return cache.flows.of(key, () => flowMetrics(flowsUsd, ratePerYear, mirr, npv, cache.factorsOf));
}

/**
 * Figures of a flow vector, or the name of the input whose size leaves one of them without a finite value.
 */
export function finiteMetrics<Figures extends FlowMetrics>(
  figures: Figures,
  path: string,
): Figures | NotComputable {
  return allFinite(figures) ? figures : { computable: false, missing: [], invalid: [path] };
}

function ratio(numerator: number, denominator: number | undefined): number | null {
  return denominator !== undefined && denominator > 0 ? numerator / denominator : null;
}

/** Paths that leave a figure of the site null. */
function gapsOf(input: SiteCaseInput): string[] {
  const findings: Findings = { missing: [], invalid: [] };
  inspect(siteShape, input.site ?? {}, 'site', findings);
  if (input.mirr) inspect(mirrShape, input.mirr, 'mirr', findings);
  if (input.discountRatePerYear === null || input.discountRatePerYear === undefined) {
    findings.missing.push('discountRatePerYear');
  }
  return findings.missing;
}

/**
 * R5.2a, R5.10 – R5.12, R5.15 Figures of the site before debt and tax. NPV is the sum over the blocks,
 * each at its own rate; the rest is of the summed flow. Per contracted MWh and per critical MW-year count
 * the whole horizon, build gap included, with the same denominator for every strategy.
 */
export function siteFlowMetrics(site: SiteFlows): SiteFlowMetrics {
  const { input, calendar, blocks, flowsUsd } = site;
  const { horizonMonths } = calendar;
  let [npv, ebitda, consumedMwh, hours] = [0, 0, 0, 0];
  for (const { metrics, sheet } of blocks) {
    npv += metrics.npvUsd ?? 0;
    ebitda += metrics.ebitdaTotalUsd ?? 0;
    for (let month = 0; month < horizonMonths; month += 1)
      consumedMwh += lineAt(sheet, 'gridEnergyMwh', month);
  }
  for (let month = 0; month < horizonMonths; month += 1) hours += calendar.hours[month] ?? 0;
  const rate = input.discountRatePerYear ?? undefined;
  const figures = metricsOf(site, flowsUsd, rate ?? 0, npv);
  const gridMw = input.site?.gridPowerMw ?? undefined;
  const grossToItRatio = input.site?.grossToItRatio ?? undefined;
  const criticalMwYears =
    gridMw === undefined || !grossToItRatio ? undefined : ((gridMw / grossToItRatio) * horizonMonths) / 12;
  return {
    ...figures,
    discountedPaybackMonths: rate === undefined ? null : figures.discountedPaybackMonths,
    npvUsdPerGridMw: ratio(npv, gridMw),
    ebitdaUsdPerContractedGridMwh: ratio(ebitda, gridMw === undefined ? undefined : gridMw * hours),
    ebitdaUsdPerConsumedGridMwh: ratio(ebitda, consumedMwh),
    ebitdaUsdPerCriticalMwYear: ratio(ebitda, criticalMwYears),
    missing: gapsOf(input),
  };
}
