import { useApp, type ScenarioComparison, type ScenarioOutcome } from '../store/appStore.ts';
import { evaluateSites } from '../workers/evaluation.ts';
import { ask } from './ask.ts';

/** As many sites as one answer may hold. */
const sitesAtOnce = 50;

const isCurrent = (run: ScenarioComparison): boolean => useApp.getState().scenarioComparison === run;

async function outcomeOf(scenarioId: string, run: ScenarioComparison): Promise<ScenarioOutcome | undefined> {
  const { subject } = run;
  const isCompany = subject.kind === 'company';
  const ids = isCompany
    ? useApp.getState().sites.flatMap(({ id, companyId }) => (companyId === subject.id ? [id] : []))
    : [subject.id];
  const evidence = [];
  for (let from = 0; from < ids.length; from += sitesAtOnce) {
    const part = await ask('scenario.evidence', { ids: ids.slice(from, from + sitesAtOnce), scenarioId });
    if (!part || !isCurrent(run)) return undefined;
    evidence.push(...part);
  }
  const { figures, sums } = await evaluateSites(evidence, isCompany);
  return { scenarioId, evidence, figures, sums };
}

/** P12 Computes a site or a company in several scenarios, one after the other; what is computed is shown at once. */
export async function compareScenarios(
  subject: ScenarioComparison['subject'],
  scenarioIds: readonly string[],
): Promise<void> {
  const { set } = useApp.getState();
  let run: ScenarioComparison = { subject, scenarioIds, outcomes: [], state: 'running' };
  set({ scenarioComparison: run });
  for (const scenarioId of scenarioIds) {
    const outcome = await outcomeOf(scenarioId, run);
    if (!isCurrent(run)) return;
    if (!outcome) return set({ scenarioComparison: { ...run, state: 'stopped' } });
    run = { ...run, outcomes: [...run.outcomes, outcome] };
    set({ scenarioComparison: run });
  }
  set({ scenarioComparison: { ...run, state: 'done' } });
}

/** Keeps what is computed. */
export function stopComparison(): void {
  const { scenarioComparison: run, set } = useApp.getState();
  if (run?.state === 'running') set({ scenarioComparison: { ...run, state: 'stopped' } });
}

/** The same comparison from the beginning, as far as its scenarios are still there. */
export async function compareAgain(): Promise<void> {
  const { scenarioComparison: run, scenarios, set } = useApp.getState();
  if (!run) return;
  const left = run.scenarioIds.filter((id) => scenarios.some((scenario) => scenario.id === id));
  if (left.length < 2) set({ scenarioComparison: null });
  else await compareScenarios(run.subject, left);
}
