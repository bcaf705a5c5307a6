import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { BreakEvenQuestion } from '../../shared/engine/risk/breakEven.ts';
import type { GridAxis } from '../../shared/engine/risk/riskGrid.ts';
import { firstAxes, firstResult, type SiteRisk } from '../../shared/engine/risk/sensitivity.ts';
import type { SiteSwings } from '../../shared/engine/risk/tornado.ts';
import type { RiskAnswers, RiskProgress, RiskQuestion } from '../../shared/ipc/riskProtocol.ts';
import { noRiskAnswers, useRisk, type RunningRisk } from '../store/riskStore.ts';
import { evaluateRisk } from '../workers/evaluation.ts';
import { ask } from './ask.ts';

function withoutRun(about: RiskQuestion['about']): readonly RunningRisk[] {
  return useRisk.getState().running.filter((run) => run.about !== about);
}

function tell(about: RiskQuestion['about'], progress: RiskProgress): void {
  const { running, set } = useRisk.getState();
  set({ running: running.map((run) => (run.about === about ? { ...run, progress } : run)) });
}

/** Asks, after stopping an older question about the same; undefined where it was stopped or the site has changed. */
async function answerOf<Question extends RiskQuestion>(
  question: Question,
): Promise<RiskAnswers[Question['about']] | undefined> {
  const { about, evidence } = question;
  for (const run of useRisk.getState().running) if (run.about === about) run.stop();
  let isMine = true;
  const { answer, stop } = evaluateRisk(question, (progress) => {
    if (isMine) tell(about, progress);
  });
  const mine: RunningRisk = {
    about,
    progress: null,
    stop: () => {
      isMine = false;
      stop();
    },
  };
  useRisk.getState().set({ running: [...withoutRun(about), mine], isStopped: false });
  const found = await answer;
  if (!isMine || useRisk.getState().evidence !== evidence) return undefined;
  useRisk.getState().set({ running: withoutRun(about) });
  return found ?? undefined;
}

/** R7.1b Moves the inputs of a site, then computes the map of the two that matter most, and last what flips. */
export async function loadSensitivity(evidence: SiteEvidence): Promise<void> {
  const { set } = useRisk.getState();
  for (const run of useRisk.getState().running) run.stop();
  const isSameSite = useRisk.getState().evidence?.siteId === evidence.siteId;
  set({ ...noRiskAnswers, evidence, ...(isSameSite ? {} : { result: null }) });
  const observed = await ask('risk.observed', {});
  if (!observed || useRisk.getState().evidence !== evidence) return;
  const swings = await answerOf({ about: 'swings', evidence, observed });
  if (!swings) return;
  set({ swings });
  const axes = firstAxes(swings, useRisk.getState().result ?? firstResult(swings));
  if (axes) await loadGrid(evidence, axes.x, axes.y);
  if (useRisk.getState().isStopped) return;
  const flips = await answerOf({ about: 'flips', evidence, swings });
  if (flips) set({ flips });
}

/** R7.1c The map of two inputs. */
export async function loadGrid(evidence: SiteEvidence, x: GridAxis, y: GridAxis): Promise<void> {
  const grid = await answerOf({ about: 'grid', evidence, x, y });
  if (grid) useRisk.getState().set({ grid });
}

/** R7.1d, R7.1e A break-even, and its curve along a second input where one is named. */
export async function findBreakEven(
  evidence: SiteEvidence,
  question: BreakEvenQuestion,
  along: GridAxis | null,
): Promise<void> {
  const { set } = useRisk.getState();
  set({ breakEven: null, curve: null });
  const breakEven = await answerOf({ about: 'breakEven', evidence, question });
  if (!breakEven) return;
  set({ breakEven });
  const curve = along && (await answerOf({ about: 'curve', evidence, question, along }));
  if (curve) set({ curve });
}

/** Stops what is being computed; what was answered stays. */
export function stopRisk(): void {
  const { running, set } = useRisk.getState();
  if (running.length === 0) return;
  for (const run of running) run.stop();
  set({ running: [], isStopped: true });
}

/** R7.1 What a briefing and a workbook show of a site's risk; undefined where the portfolio could not be asked. */
export async function siteRiskOf(evidence: SiteEvidence): Promise<SiteRisk | undefined> {
  const { evidence: known, swings: knownSwings, flips: knownFlips } = useRisk.getState();
  const isKnown = known === evidence;
  const swings = isKnown && knownSwings ? knownSwings : await askSwings(evidence);
  if (!swings) return undefined;
  const axes = firstAxes(swings, firstResult(swings));
  const grid = axes && (await askUnseen({ about: 'grid', evidence, ...axes }));
  const flips = isKnown && knownFlips ? knownFlips : await askUnseen({ about: 'flips', evidence, swings });
  return flips ? { sensitivity: { swings, flips }, grid: grid ?? null } : undefined;
}

/** Asks beside what the tab shows: no progress, and nobody stops it. */
function askUnseen<Question extends RiskQuestion>(
  question: Question,
): Promise<RiskAnswers[Question['about']] | null> {
  return evaluateRisk(question, () => undefined).answer;
}

async function askSwings(evidence: SiteEvidence): Promise<SiteSwings | null> {
  const observed = await ask('risk.observed', {});
  return observed ? askUnseen({ about: 'swings', evidence, observed }) : null;
}
