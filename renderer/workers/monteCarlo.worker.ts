import {
  createAllPaths,
  firstPaths,
  placePaths,
  rowOf,
  unbrokenPaths,
  type AllPaths,
} from '../../shared/engine/montecarlo/allPaths.ts';
import { drivers } from '../../shared/engine/montecarlo/drivers.ts';
import { openDraw } from '../../shared/engine/montecarlo/openDraw.ts';
import { rankCorrelation } from '../../shared/engine/montecarlo/rankCorrelation.ts';
import { simulatePaths } from '../../shared/engine/montecarlo/simulate.ts';
import {
  createSimulation,
  isSimulation,
  type Simulation,
} from '../../shared/engine/montecarlo/simulation.ts';
import {
  comparedConversion,
  gainsOf,
  outlineOf,
  summarise,
  type RunOutline,
} from '../../shared/engine/montecarlo/summarise.ts';
import type {
  MonteCarloAnswer,
  MonteCarloRequest,
  Scatter,
  ScatterFigure,
} from '../../shared/ipc/monteCarloProtocol.ts';

/** Enough to see a cloud; more would only hide it. */
const mostPoints = 1500;

let drawing: { readonly run: number; readonly simulation: Simulation } | undefined;
let collected: { readonly run: number; readonly outline: RunOutline; readonly all: AllPaths } | undefined;

function answer(message: MonteCarloAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

function prepare({ run, evidence, settings }: Extract<MonteCarloRequest, { kind: 'prepare' }>): void {
  const made = createSimulation(evidence, settings);
  if (!isSimulation(made)) {
    answer({ kind: 'refused', run, why: made });
    return;
  }
  drawing = { run, simulation: made };
  answer({ kind: 'prepared', run, outline: outlineOf(evidence, made) });
}

const warmingPaths = 60;

function warm({ evidence, settings }: Extract<MonteCarloRequest, { kind: 'warm' }>): void {
  const made = createSimulation(evidence, { ...settings, paths: warmingPaths });
  if (!isSimulation(made)) return;
  const all = createAllPaths(warmingPaths, made.runs.length, made.years);
  placePaths(all, simulatePaths(made, 0, warmingPaths));
  summarise(outlineOf(evidence, made), all);
}

function sendPaths(run: number, from: number, count: number): void {
  if (drawing?.run !== run) return;
  const part = simulatePaths(drawing.simulation, from, count);
  const buffers = [part.npvUsd, part.yearlyUsd, part.drivers, part.brokenBy].map(({ buffer }) => buffer);
  answer({ kind: 'part', run, part }, buffers as ArrayBuffer[]);
}

async function sha256(values: Float64Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', values as Float64Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function sendSummary(
  { run, count, asked }: Extract<MonteCarloRequest, { kind: 'summary' }>,
  { outline, all }: { readonly outline: RunOutline; readonly all: AllPaths },
): Promise<void> {
  const result = summarise(outline, firstPaths(all, count), asked ?? undefined);
  const npvSha256 = count === all.paths ? await sha256(all.npvUsd) : null;
  answer({ kind: 'summary', run, count, result, npvSha256 });
}

function scatterOf(
  { x, y, asked }: Extract<MonteCarloRequest, { kind: 'scatter' }>,
  outline: RunOutline,
  drawn: AllPaths,
): Scatter {
  const all = unbrokenPaths(drawn);
  const conversion = comparedConversion(outline, asked ?? undefined);
  const values = (figure: ScatterFigure): Float64Array => {
    if (figure !== 'gain') return rowOf(all.drivers, drivers.indexOf(figure), all.paths);
    return conversion === undefined ? new Float64Array(all.paths) : gainsOf(all, outline, conversion);
  };
  const [xs, ys] = [values(x), values(y)];
  const shown = Math.min(mostPoints, all.paths);
  return {
    x,
    y,
    points: Array.from({ length: shown }, (_, path) => [xs[path] ?? 0, ys[path] ?? 0] as const),
    rankCorrelation: rankCorrelation(xs, ys),
  };
}

function onCollected(data: MonteCarloRequest): void {
  if (collected?.run !== data.run) return;
  const { outline, all } = collected;
  if (data.kind === 'part') placePaths(all, data.part);
  else if (data.kind === 'summary') void sendSummary(data, collected);
  else if (data.kind === 'npvs') {
    const npvUsd = outline.plans.map((_plan, index) => all.npvUsd[index * all.paths + data.path] ?? NaN);
    answer({ kind: 'npvs', run: data.run, path: data.path, npvUsd });
  } else if (data.kind === 'scatter')
    answer({ kind: 'scatter', run: data.run, scatter: scatterOf(data, outline, all) });
}

self.addEventListener('message', ({ data }: MessageEvent<MonteCarloRequest>) => {
  if (data.kind === 'prepare') prepare(data);
  else if (data.kind === 'warm') warm(data);
  else if (data.kind === 'paths') sendPaths(data.run, data.from, data.count);
  else if (data.kind === 'draw') {
    if (drawing?.run === data.run)
      answer({ kind: 'draw', run: data.run, draw: openDraw(drawing.simulation, data.path) });
  } else if (data.kind === 'collect') {
    const { run, outline } = data;
    const all = createAllPaths(outline.settings.paths, outline.plans.length, outline.years);
    collected = { run, outline, all };
  } else onCollected(data);
});
