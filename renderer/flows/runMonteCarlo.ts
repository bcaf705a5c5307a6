import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { ResolvedInput } from '../../shared/engine/analysis/siteAnalysis.ts';
import { defaultSettings, presetBasesOf } from '../../shared/engine/montecarlo/defaultSettings.ts';
import { rangeDrivers } from '../../shared/engine/montecarlo/drivers.ts';
import type { MonteCarloSettings } from '../../shared/engine/montecarlo/settings.ts';
import type { StrategyKind } from '../../shared/engine/strategy/verdict.ts';
import type { ScatterFigure } from '../../shared/ipc/monteCarloProtocol.ts';
import { noRun, useMonteCarlo, type RunOnScreen } from '../store/monteCarloStore.ts';
import { startRun, warmUp, type StartedRun } from '../workers/monteCarlo.ts';
import { finishStep } from './editInput.ts';
import { ask } from './navigation.ts';

const usualPaths = 10_000;

/** Ranges around values that an edit has moved are those of the new value; everything else stays as it was set. */
function rebased(before: MonteCarloSettings, defaults: MonteCarloSettings): MonteCarloSettings {
  const ranges = Object.fromEntries(
    rangeDrivers.map((driver) => {
      const kept = before.drivers[driver];
      return [driver, kept.base === defaults.drivers[driver].base ? kept : defaults.drivers[driver]];
    }),
  );
  return { ...before, drivers: { ...before.drivers, ...ranges } };
}

/** Takes up a site: its kept runs, and what would be drawn of it. An edit of the site leaves what was set. */
export async function takeUpSite(evidence: SiteEvidence, inputs: readonly ResolvedInput[]): Promise<void> {
  const { siteId, settings, settingsVersion, run, set } = useMonteCarlo.getState();
  const defaults = defaultSettings(inputs, presetBasesOf(evidence.presets), {
    seed: evidence.seed,
    paths: usualPaths,
  });
  requestIdleCallback(() => warmUp(evidence, defaults));
  const isSame = siteId === evidence.siteId && settings !== null;
  // Read again without a change, the site's run stands.
  const stands = isSame && run?.evidence.dataHash === evidence.dataHash;
  if (!stands) run?.started?.stop();
  set({
    ...(stands ? {} : noRun),
    siteId: evidence.siteId,
    defaults,
    settings: isSame ? rebased(settings, defaults) : defaults,
    ...(stands ? {} : { settingsVersion: settingsVersion + 1 }),
    ...(isSame ? {} : { kept: [] }),
  });
  const kept = await ask('monteCarlo.list', { siteId: evidence.siteId });
  if (kept && useMonteCarlo.getState().siteId === evidence.siteId) set({ kept });
}

function change(run: StartedRun, part: Partial<RunOnScreen>): void {
  const { run: shown, set } = useMonteCarlo.getState();
  if (shown?.started === run) set({ run: { ...shown, ...part } });
}

function begin(
  evidence: SiteEvidence,
  settings: MonteCarloSettings,
  conversion: StrategyKind | null,
  onWhole: (npvSha256: string) => void,
): void {
  const { set, run: before } = useMonteCarlo.getState();
  before?.started?.stop();
  let started: StartedRun | undefined;
  const tell = (part: Partial<RunOnScreen>): void => {
    if (started) change(started, part);
  };
  started = startRun(evidence, settings, conversion, {
    onProgress: (done) => tell({ done }),
    onSummary: ({ done, result, npvSha256 }) => {
      tell({ result, summarised: done, ...(npvSha256 !== null && { npvSha256, state: 'whole', done }) });
      if (npvSha256 === null || useMonteCarlo.getState().run?.started !== started) return;
      onWhole(npvSha256);
      const { x, y } = useMonteCarlo.getState().scatterFigures;
      // Without mining or a conversion there is no gain to draw.
      const known = (figure: ScatterFigure, other: ScatterFigure): ScatterFigure =>
        figure === 'gain' && result.gain === null ? other : figure;
      void drawScatter(known(x, 'btcPrice'), known(y, 'networkHashrate'));
    },
    onRefused: (refused) => tell({ refused, state: 'refused' }),
    onCrash: () => tell({ state: 'crashed' }),
  });
  set({
    run: {
      evidence,
      settings,
      state: 'running',
      done: 0,
      summarised: 0,
      result: null,
      npvSha256: null,
      refused: null,
      started,
    },
    draw: null,
    scatter: null,
  });
}

/** R7.2 Draws the site on screen by the settings as they stand. */
export function runMonteCarlo(evidence: SiteEvidence): void {
  const { settings, conversion, set } = useMonteCarlo.getState();
  if (!settings) return;
  set({ shownKept: null, redrawn: null });
  begin(evidence, settings, conversion, () => {});
}

/** Stops the run; what was drawn stays on screen. */
export function stopMonteCarlo(): void {
  const { run, set } = useMonteCarlo.getState();
  if (run?.state !== 'running') return;
  run.started?.stop();
  set({ run: { ...run, state: 'stopped' } });
}

/** R7.2k Holds another conversion against mining. */
export function chooseConversion(conversion: StrategyKind | null): void {
  const { run, set, scatterFigures } = useMonteCarlo.getState();
  set({ conversion });
  if (run?.state !== 'whole') return;
  run.started?.summariseAgain(conversion);
  void drawScatter(scatterFigures.x, scatterFigures.y);
}

/** P15 Two figures of the same draws. */
export async function drawScatter(x: ScatterFigure, y: ScatterFigure): Promise<void> {
  const { run, conversion, set } = useMonteCarlo.getState();
  set({ scatterFigures: { x, y } });
  if (!run?.started || run.state !== 'whole') return;
  const scatter = await run.started.scatter(x, y, conversion);
  if (useMonteCarlo.getState().run?.started === run.started) set({ scatter });
}

/** P36 Opens one draw as a full case. */
export async function openDraw(path: number): Promise<void> {
  const { run, set } = useMonteCarlo.getState();
  if (!run?.started) return;
  const draw = await run.started.openDraw(path);
  if (useMonteCarlo.getState().run?.started === run.started) set({ draw });
}

/** Keeps the run on screen in the portfolio. */
export async function keepRun(name: string): Promise<void> {
  const { run, set } = useMonteCarlo.getState();
  if (!run?.result || run.npvSha256 === null) return;
  const { evidence, settings, result, npvSha256 } = run;
  const kept = await ask('monteCarlo.keep', {
    name,
    settings: structuredClone(settings) as never,
    evidence: structuredClone(evidence) as never,
    result: structuredClone(result) as never,
    npvSha256,
  });
  if (!kept) return;
  const listed = await ask('monteCarlo.list', { siteId: evidence.siteId });
  if (listed) set({ kept: listed });
}

/** Shows a kept run with the digits it had. */
export async function showKept(id: string): Promise<void> {
  const detail = await ask('monteCarlo.read', { id });
  if (!detail) return;
  const { run, settingsVersion, set } = useMonteCarlo.getState();
  run?.started?.stop();
  const { evidence, settings, result, npvSha256 } = detail;
  set({
    ...noRun,
    settings,
    settingsVersion: settingsVersion + 1,
    conversion: result.gain?.conversion ?? null,
    shownKept: detail,
    run: {
      evidence,
      settings,
      state: 'whole',
      done: settings.paths,
      summarised: settings.paths,
      result,
      npvSha256,
      refused: null,
      started: null,
    },
  });
}

/** Draws a kept run again from what was kept with it, and says whether the bits are the same. */
export function redrawKept(): void {
  const { shownKept, set } = useMonteCarlo.getState();
  if (!shownKept) return;
  const { evidence, settings, result, npvSha256: before } = shownKept;
  set({ redrawn: null });
  begin(evidence, settings, result.gain?.conversion ?? null, (after) =>
    set({ redrawn: after === before ? 'same' : 'other' }),
  );
}

/** P36 Puts a kept run beside the one shown; null takes it away. */
export async function compareKept(id: string | null): Promise<void> {
  const compared = id === null ? null : await ask('monteCarlo.read', { id });
  if (compared !== undefined) useMonteCarlo.getState().set({ compared });
}

export async function removeKept(id: string): Promise<void> {
  const { siteId, shownKept, compared, set } = useMonteCarlo.getState();
  const step = await ask('monteCarlo.remove', { id });
  await finishStep(step, '');
  if (!step || siteId === null) return;
  const kept = await ask('monteCarlo.list', { siteId });
  set({
    ...(kept && { kept }),
    ...(compared?.id === id && { compared: null }),
    ...(shownKept?.id === id && { shownKept: null }),
  });
}

/** P52 The market months of the portfolio, for the back-test. */
export async function loadMarketMonths(): Promise<void> {
  const marketMonths = await ask('monteCarlo.months', {});
  if (marketMonths) useMonteCarlo.getState().set({ marketMonths });
}

/** Takes the settings back to what nobody has changed. */
export function resetSettings(): void {
  const { defaults, settingsVersion, set } = useMonteCarlo.getState();
  if (defaults) set({ settings: defaults, settingsVersion: settingsVersion + 1 });
}
