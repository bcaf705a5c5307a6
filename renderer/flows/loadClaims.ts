import type { SiteTrial } from '../../shared/engine/claims/siteTrial.ts';
import { useApp, type ClaimsRun } from '../store/appStore.ts';
import { evaluateTrials } from '../workers/evaluation.ts';
import { ask } from './ask.ts';

/** Sites asked for and computed at once: few enough that a stop is obeyed. */
const sitesAtOnce = 20;

/** Showing weighs all sites again, so that a large portfolio is shown in twenty steps and not in five hundred. */
const mostSteps = 20;

const isCurrent = (run: ClaimsRun): boolean => useApp.getState().claims === run;

/** The trials of some sites; undefined where a call failed, or the run was stopped, left or begun anew. */
async function trialsOf(ids: readonly string[], run: ClaimsRun): Promise<SiteTrial[] | undefined> {
  const trials: SiteTrial[] = [];
  for (let from = 0; from < ids.length; from += sitesAtOnce) {
    const evidence = await ask('site.evidenceOf', { ids: ids.slice(from, from + sitesAtOnce) });
    if (!evidence || !isCurrent(run)) return undefined;
    trials.push(...(await evaluateTrials(evidence)));
  }
  return trials;
}

/** Goes on where a run stands, until all its sites are computed or it is stopped or replaced. */
async function goOn(begun: ClaimsRun): Promise<void> {
  const { set } = useApp.getState();
  const { siteIds } = begun;
  const step = Math.max(sitesAtOnce, Math.ceil(siteIds.length / mostSteps));
  let current = begun;
  set({ claims: current });
  while (current.trials.length < siteIds.length) {
    const from = current.trials.length;
    const found = await trialsOf(siteIds.slice(from, from + step), current);
    if (!isCurrent(current)) return;
    if (!found) return set({ claims: { ...current, state: 'cancelled' } });
    current = { ...current, trials: [...current.trials, ...found] };
    set({ claims: current });
  }
  set({ claims: { ...current, state: 'done' } });
}

/** P61 Tries the claims on all sites, from the beginning. */
export async function loadClaims(): Promise<void> {
  const { set } = useApp.getState();
  set({ claims: null });
  const [facts, companies, sites] = await Promise.all([
    ask('claims.read', {}),
    ask('company.list', {}),
    ask('site.list', {}),
  ]);
  if (!facts || !companies || !sites || useApp.getState().screen.name !== 'claims') return;
  set({ companies, sites });
  await goOn({ facts, trials: [], siteIds: sites.map(({ id }) => id), state: 'running' });
}

/** Keeps what is computed. */
export function stopClaims(): void {
  const { claims, set } = useApp.getState();
  if (claims?.state === 'running') set({ claims: { ...claims, state: 'cancelled' } });
}

export async function resumeClaims(): Promise<void> {
  const { claims } = useApp.getState();
  if (claims) await goOn({ ...claims, state: 'running' });
}
