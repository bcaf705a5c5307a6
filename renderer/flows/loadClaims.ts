import { useApp, type ClaimsRun } from '../store/appStore.ts';
import { evaluateTrials } from '../workers/evaluation.ts';
import { ask } from './ask.ts';

/** Sites asked for and computed at once: few enough that progress is seen and a stop obeyed. */
const sitesAtOnce = 20;

/** Goes on where a run stands, until all its sites are computed or it is stopped or replaced. */
async function run(begun: ClaimsRun): Promise<void> {
  const { set } = useApp.getState();
  let current = begun;
  set({ claims: current });
  while (current.trials.length < current.siteIds.length) {
    const from = current.trials.length;
    const evidence = await ask('site.evidenceOf', { ids: current.siteIds.slice(from, from + sitesAtOnce) });
    const found = evidence ? await evaluateTrials(evidence) : undefined;
    // Stopped, left, or begun anew in the meantime.
    if (useApp.getState().claims !== current) return;
    current = found
      ? { ...current, trials: [...current.trials, ...found] }
      : { ...current, state: 'cancelled' };
    set({ claims: current });
    if (!found) return;
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
  await run({ facts, trials: [], siteIds: sites.map(({ id }) => id), state: 'running' });
}

/** Keeps what is computed. */
export function stopClaims(): void {
  const { claims, set } = useApp.getState();
  if (claims?.state === 'running') set({ claims: { ...claims, state: 'cancelled' } });
}

export async function resumeClaims(): Promise<void> {
  const { claims } = useApp.getState();
  if (claims) await run({ ...claims, state: 'running' });
}
