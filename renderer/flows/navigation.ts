import type { Channel, Request, Response } from '../../shared/ipc/calls.ts';
import { call } from '../api/client.ts';
import { useApp, type Screen } from '../store/appStore.ts';
import { evaluate } from '../workers/evaluation.ts';

/** A call whose failure is shown; undefined then. */
export async function ask<C extends Channel>(
  channel: C,
  request: Request<C>,
): Promise<Response<C> | undefined> {
  const result = await call(channel, request);
  if (result.ok) return result.value;
  useApp.getState().set({ error: result.error });
  return undefined;
}

async function loadLists(): Promise<void> {
  const [companies, sites, history] = await Promise.all([
    ask('company.list', {}),
    ask('site.list', {}),
    ask('history.list', {}),
  ]);
  useApp.getState().set({ companies: companies ?? [], sites: sites ?? [], history: history ?? [] });
}

async function loadSite(id: string): Promise<void> {
  const [site, evidence] = await Promise.all([ask('site.read', { id }), ask('site.evidence', { id })]);
  if (!site || !evidence) return;
  const company = await ask('company.read', { id: site.row.companyId });
  const evaluation = evaluate(evidence);
  const analysis = await evaluation.figures;
  const { screen, set } = useApp.getState();
  // The analyst may have moved on while this was computed.
  if (screen.name !== 'site' || screen.id !== id) return;
  set({ site, evidence, analysis, flips: null, company: company ?? null });
  void evaluation.whole.then(({ flips }) => {
    if (useApp.getState().evidence === evidence) set({ flips });
  });
}

export async function show(screen: Screen): Promise<void> {
  const { set, site } = useApp.getState();
  const staysOnSite = screen.name === 'site' && site?.row.id === screen.id;
  set({
    screen,
    drawer: null,
    ...(staysOnSite ? {} : { site: null, analysis: null, flips: null, evidence: null }),
  });
  if (screen.name === 'company') set({ company: (await ask('company.read', { id: screen.id })) ?? null });
  if (screen.name === 'site') await loadSite(screen.id);
  if (screen.name === 'history') set({ history: (await ask('history.list', {})) ?? [] });
}

/** Reads everything on screen again, after an edit, an undo or another file. */
export async function refresh(): Promise<void> {
  const { screen, set } = useApp.getState();
  set({ portfolio: (await ask('portfolio.current', {})) ?? null });
  await loadLists();
  if (screen.name === 'site') await loadSite(screen.id);
  if (screen.name === 'company') set({ company: (await ask('company.read', { id: screen.id })) ?? null });
}

export async function start(): Promise<void> {
  const settings = await ask('settings.read', {});
  if (settings) useApp.getState().set({ settings });
  const current = await ask('portfolio.current', {});
  useApp.getState().set({ portfolio: current ?? null });
  if (current) await loadLists();
}

export async function openPortfolio(
  kind: 'sample' | 'file' | 'new',
  path: string | null = null,
): Promise<void> {
  const opened =
    kind === 'sample'
      ? await ask('portfolio.openSample', {})
      : kind === 'new'
        ? await ask('portfolio.create', {})
        : await ask('portfolio.open', { path });
  if (!opened) return;
  useApp.getState().set({ portfolio: opened, error: null, screen: { name: 'portfolio' } });
  await loadLists();
}
