import { evaluateEnded } from '../analysis/evaluatePlan.ts';
import type { SiteEvidence } from '../analysis/evidence.ts';
import { marketSeries } from '../protocol/marketSeries.ts';
import { createEvaluationCache, type EvaluationCache } from '../strategy/evaluationCache.ts';
import type { Market } from '../strategy/marketInput.ts';
import { pathSeries } from '../time/path.ts';
import { compilePlan, type CompileSettings, type RunPlan } from './compiledPlan.ts';
import type { CorrelationRepair } from './correlationRepair.ts';
import { usedCorrelations } from './correlationRepair.ts';
import type { Draw } from './draw.ts';
import { drawnCase } from './drawnCase.ts';
import { createDrawing } from './drawing.ts';
import { judgedNumbers, plannedSite, type PlannedSite, type SimulatedPlan } from './plannedSite.ts';
import type { MonteCarloSettings } from './settings.ts';

/** A run that is ready to draw. */
export interface Simulation {
  readonly settings: MonteCarloSettings;
  readonly site: PlannedSite;
  readonly correlations: CorrelationRepair;
  /** R7.2i Which plans are computed by the compiled form, in the order of `site.plans`. */
  readonly isCompiled: readonly boolean[];
  readonly years: number;
  readonly drawOf: (path: number) => Draw;
  /** Mean network figures of the base by month, for the drivers' numbers. */
  readonly market: DrawnMarket | undefined;
  readonly runs: readonly RunPlan[];
}

/** The market of a draw: hashprice, and what is drawn of it in its own units. */
export interface DrawnMarket {
  readonly btcPriceUsd: Float64Array;
  readonly hashrateEhS: Float64Array;
  readonly feeShare: Float64Array | undefined;
  readonly baseHashpriceUsdPerPhDay: Float64Array;
  /** Hashprice of the draw last asked for. */
  readonly hashpriceUsdPerPhDay: Float64Array;
}

/** R7.2a The engine itself computes every draw of a plan. */
function runByEngine(plan: SimulatedPlan, settings: MonteCarloSettings, site: PlannedSite): RunPlan {
  const { isOn } = settings;
  const cache = createEvaluationCache();
  return (draw, _hashprice, flowsUsd) => {
    const drawn = drawnCase(plan.planned, draw, { isOn, isRentSigned: site.isRentSigned });
    const evaluated = evaluateEnded(drawn, plan.beforeScenario, createEvaluationCache(cache));
    const numbers = judgedNumbers(plan, evaluated.plan, evaluated.result);
    if (!numbers) {
      flowsUsd.fill(NaN);
      return NaN;
    }
    flowsUsd.set(numbers.flowsUsd);
    return numbers.npvUsd;
  };
}

function drawnMarketOf(site: PlannedSite): DrawnMarket | undefined {
  const market = site.plans[0]?.planned.market as Market | undefined;
  if (!market) return undefined;
  const { calendar, drawBase } = site;
  const series = marketSeries(market, calendar);
  return {
    btcPriceUsd: series.btcPriceUsd,
    hashrateEhS: pathSeries(market.network.path, calendar.computedMonths),
    feeShare: drawBase.feeShare,
    baseHashpriceUsdPerPhDay: series.hashpriceUsdPerPhDay,
    hashpriceUsdPerPhDay: series.hashpriceUsdPerPhDay.slice(),
  };
}

/** R2.3, R2.7 Hashprice of a draw: price and reward over hash rate, as factors on the base. */
function moveHashprice(market: DrawnMarket, draw: Draw): void {
  const { baseHashpriceUsdPerPhDay: base, hashpriceUsdPerPhDay: drawn, feeShare: before } = market;
  const { btcFactor, hashrateFactor, feeShare } = draw;
  for (let month = 0; month < drawn.length; month += 1) {
    const reward =
      feeShare && before ? (1 - (before[month] as number)) / (1 - (feeShare[month] as number)) : 1;
    drawn[month] =
      (base[month] as number) * ((btcFactor[month] as number) / (hashrateFactor[month] as number)) * reward;
  }
}

/** Why a run cannot be drawn. */
export type SimulationRefused =
  | { readonly refused: 'noHorizon' | 'noPlan' }
  | { readonly refused: 'correlations'; readonly largestChange: number };

/**
 * R7.2 A run of a site in its scenario: its plans compiled, its draws keyed by the seed.
 */
export function createSimulation(
  evidence: SiteEvidence,
  settings: MonteCarloSettings,
  cache: EvaluationCache = createEvaluationCache(),
): Simulation | SimulationRefused {
  const site = plannedSite(evidence, settings.basis, cache);
  if (!site) return { refused: 'noHorizon' };
  if (site.plans.length === 0) return { refused: 'noPlan' };
  const correlations = usedCorrelations(settings.correlations);
  if (!correlations.factors) return { refused: 'correlations', largestChange: correlations.largestChange };
  const compile: CompileSettings = {
    shared: new Map(),
    calendar: site.calendar,
    cache,
    isRentSigned: site.isRentSigned,
    drawsDefault: settings.isOn.tenantDefault,
  };
  const compiled = site.plans.map((plan) => compilePlan(plan, compile));
  return {
    settings,
    site,
    correlations,
    isCompiled: compiled.map((run) => run !== undefined),
    years: Math.ceil(site.calendar.horizonMonths / 12),
    drawOf: createDrawing(settings, site.drawBase, correlations.factors),
    market: drawnMarketOf(site),
    runs: site.plans.map((plan, index) => compiled[index] ?? runByEngine(plan, settings, site)),
  };
}

/** Whether a run could be made ready. */
export function isSimulation(made: Simulation | SimulationRefused): made is Simulation {
  return 'runs' in made;
}

/**
 * R7.2 Draws one path.
 * @returns the draw, which the next overwrites; the hashprice of `simulation.market` is that of the draw
 */
export function drawPath(simulation: Simulation, path: number): Draw {
  const draw = simulation.drawOf(path);
  if (simulation.market) moveHashprice(simulation.market, draw);
  return draw;
}
