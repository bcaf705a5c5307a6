import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { MonteCarloResult } from '../../shared/engine/montecarlo/monteCarloResult.ts';
import type { OpenedDraw } from '../../shared/engine/montecarlo/openDraw.ts';
import type { MonteCarloSettings } from '../../shared/engine/montecarlo/settings.ts';
import type { SimulationRefused } from '../../shared/engine/montecarlo/simulation.ts';
import type { StrategyKind } from '../../shared/engine/strategy/verdict.ts';
import type {
  MonteCarloAnswer,
  MonteCarloRequest,
  Scatter,
  ScatterFigure,
} from '../../shared/ipc/monteCarloProtocol.ts';
import { createSharing } from '../../shared/simulation/pathSharing.ts';

/** What a run tells while it goes on. */
export interface RunListener {
  readonly onSummary: (summary: {
    readonly done: number;
    readonly result: MonteCarloResult;
    /** Of a whole run. */
    readonly npvSha256: string | null;
  }) => void;
  readonly onProgress: (done: number) => void;
  readonly onRefused: (why: SimulationRefused) => void;
  /** A worker broke; what was shown stays. */
  readonly onCrash: () => void;
}

/** A draw opened, and whether the run had the same bits; null where the run has not come to it. */
export type DrawOfRun = OpenedDraw & { readonly isSameAsRun: boolean | null };

/** A run that goes on, or that is done and can be asked more. */
export interface StartedRun {
  readonly stop: () => void;
  readonly openDraw: (path: number) => Promise<DrawOfRun>;
  readonly scatter: (x: ScatterFigure, y: ScatterFigure, asked: StrategyKind | null) => Promise<Scatter>;
  /** The whole run once more with another conversion. */
  readonly summariseAgain: (asked: StrategyKind | null) => void;
}

const mostWorkers = 8;
const firstPaths = 40;

/** Workers that draw beside the one that collects; the page keeps a processor for itself. */
function workerCount(): number {
  return Math.min(mostWorkers, Math.max(1, navigator.hardwareConcurrency - 1));
}

interface Pool {
  readonly drawing: readonly Worker[];
  readonly collecting: Worker;
}

let pool: Pool | undefined;
let lastRun = 0;
let listener: ((answer: MonteCarloAnswer, from: Worker) => void) | undefined;
let onBroken: (() => void) | undefined;

function createWorker(): Worker {
  const worker = new Worker(new URL('./monteCarlo.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<MonteCarloAnswer>) => listener?.(data, worker));
  worker.addEventListener('error', () => onBroken?.());
  return worker;
}

function runningPool(): Pool {
  pool ??= {
    drawing: Array.from({ length: workerCount() }, createWorker),
    collecting: createWorker(),
  };
  return pool;
}

/** Started before it is needed, so that the first run finds its workers awake and their code compiled. */
export function warmUp(evidence: SiteEvidence, settings: MonteCarloSettings): void {
  if (pool) return;
  const { drawing, collecting } = runningPool();
  for (const worker of [...drawing, collecting]) send(worker, { kind: 'warm', run: 0, evidence, settings });
}

function dismiss(): void {
  for (const worker of pool ? [...pool.drawing, pool.collecting] : []) worker.terminate();
  pool = undefined;
}

function send(worker: Worker, request: MonteCarloRequest, transfer: Transferable[] = []): void {
  worker.postMessage(request, transfer);
}

/**
 * R7.2 Runs a simulation off the page's thread: first results at once, then as paths come in, the whole at the end. The
 * run before it ends.
 */
export function startRun(
  evidence: SiteEvidence,
  settings: MonteCarloSettings,
  asked: StrategyKind | null,
  tell: RunListener,
): StartedRun {
  const { drawing, collecting } = runningPool();
  lastRun += 1;
  const run = lastRun;
  let conversion = asked;
  let isStopped = false;
  const draws = new Map<number, (draw: OpenedDraw) => void>();
  const collectedNpvs = new Map<number, (npvUsd: readonly number[]) => void>();
  const scatters: ((scatter: Scatter) => void)[] = [];
  const sharing = createSharing(settings.paths, firstPaths);
  let isCollecting = false;

  const summary = (count: number): void =>
    send(collecting, { kind: 'summary', run, count, asked: conversion });
  const next = (worker: Worker): void => {
    const share = isStopped ? undefined : sharing.take(performance.now());
    if (share) send(worker, { kind: 'paths', run, ...share });
  };
  const onPart = (answer: Extract<MonteCarloAnswer, { kind: 'part' }>, from: Worker): void => {
    if (isStopped) return;
    const { part } = answer;
    next(from);
    const buffers = [part.npvUsd, part.yearlyUsd, part.drivers, part.brokenBy].map(({ buffer }) => buffer);
    send(collecting, { kind: 'part', run, part }, buffers as ArrayBuffer[]);
    sharing.finish(part.from, part.count, performance.now());
    tell.onProgress(sharing.done());
    const due = sharing.summaryDue();
    if (due !== undefined) summary(due);
  };
  listener = (answer, from) => {
    if (answer.run !== run) return;
    if (answer.kind === 'prepared') {
      if (!isCollecting) {
        isCollecting = true;
        send(collecting, { kind: 'collect', run, outline: answer.outline });
      }
      next(from);
    } else if (answer.kind === 'refused') {
      if (!isStopped) tell.onRefused(answer.why);
      isStopped = true;
    } else if (answer.kind === 'part') onPart(answer, from);
    else if (answer.kind === 'draw') draws.get(answer.draw.path)?.(answer.draw);
    else if (answer.kind === 'npvs') collectedNpvs.get(answer.path)?.(answer.npvUsd);
    else if (answer.kind === 'scatter') scatters.shift()?.(answer.scatter);
    else if (!isStopped)
      tell.onSummary({ done: answer.count, result: answer.result, npvSha256: answer.npvSha256 });
  };
  onBroken = () => {
    isStopped = true;
    dismiss();
    tell.onCrash();
  };
  for (const worker of drawing) send(worker, { kind: 'prepare', run, evidence, settings });
  return {
    stop: () => {
      isStopped = true;
    },
    openDraw: async (path) => {
      const isCollected = sharing.done() === settings.paths;
      const [draw, npvUsd] = await Promise.all([
        new Promise<OpenedDraw>((resolve) => {
          draws.set(path, resolve);
          const [first] = drawing;
          if (first) send(first, { kind: 'draw', run, path });
        }),
        new Promise<readonly number[]>((resolve) => {
          collectedNpvs.set(path, resolve);
          send(collecting, { kind: 'npvs', run, path });
        }),
      ]);
      const isSame = draw.plans.every((plan, index) => Object.is(plan.npvUsd, npvUsd[index]));
      return { ...draw, isSameAsRun: isCollected ? isSame : null };
    },
    scatter: (x, y, compared) =>
      new Promise((resolve) => {
        scatters.push(resolve);
        send(collecting, { kind: 'scatter', run, x, y, asked: compared });
      }),
    summariseAgain: (compared) => {
      conversion = compared;
      summary(settings.paths);
    },
  };
}
