import type { PortfolioInfo } from '../../shared/domain/portfolio.ts';
import { screenText } from '../../shared/text/screenText.ts';
import { firstAnswers } from '../api/firstAnswers.ts';
import { useApp, type Screen } from '../store/appStore.ts';
import { evaluate, evaluateCompany, evaluateCompanyAlliance } from '../workers/evaluation.ts';
import { ask } from './ask.ts';
import { checkAgain, computeEffects } from './checkHealth.ts';
import { compareAgain } from './compareScenarios.ts';
import { loadClaims } from './loadClaims.ts';

export { ask };

/** What the first screen does not show; it is read when that screen stands. */
async function loadSitesAndHistory(): Promise<void> {
  const [sites, scenarios, history, upgrade] = await Promise.all([
    ask('site.list', {}),
    ask('scenario.list', {}),
    ask('history.list', {}),
    ask('portfolio.upgrade', {}),
  ]);
  useApp.getState().set({
    sites: sites ?? [],
    scenarios: scenarios?.scenarios ?? [],
    history: history ?? [],
    upgrade: upgrade ?? null,
  });
  requestIdleCallback(() => void checkAgain());
}

async function reloadLists(): Promise<void> {
  useApp.getState().set({ companies: (await ask('company.list', {})) ?? [] });
  await loadSitesAndHistory();
}

/** The lists after something was entered, deleted or taken back; a screen whose subject is gone gives way. */
export async function followLists(): Promise<void> {
  await reloadLists();
  const { companies, sites, screen } = useApp.getState();
  const isGone =
    (screen.name === 'company' && companies.every(({ id }) => id !== screen.id)) ||
    (screen.name === 'site' && sites.every(({ id }) => id !== screen.id));
  if (isGone) await show({ name: 'portfolio' });
}

async function loadSite(id: string): Promise<void> {
  const [site, evidence] = await Promise.all([ask('site.read', { id }), ask('site.evidence', { id })]);
  if (!site || !evidence) return;
  const evaluation = evaluate(evidence);
  const [analysis, company] = await Promise.all([
    evaluation.figures,
    ask('company.read', { id: site.row.companyId }),
  ]);
  const { screen, set } = useApp.getState();
  // The analyst may have moved on while this was computed.
  if (screen.name !== 'site' || screen.id !== id) return;
  set({ site, evidence, analysis, views: null, flips: null, company: company ?? null });
  void evaluation.views.then((views) => {
    if (useApp.getState().evidence === evidence) set({ views });
  });
  void evaluation.whole.then(({ flips }) => {
    if (useApp.getState().evidence === evidence) set({ flips });
  });
}

async function loadCompany(id: string): Promise<void> {
  const company = await ask('company.read', { id });
  const isStillShown = () => {
    const { screen } = useApp.getState();
    return screen.name === 'company' && screen.id === id;
  };
  if (!isStillShown()) return;
  useApp
    .getState()
    .set({ company: company ?? null, companyFigures: null, companyEvidence: null, companyAlliance: null });
  const run = await ask('company.run', { id });
  if (!run) return;
  const companyFigures = await evaluateCompany(run.evidence);
  if (!isStillShown()) return;
  useApp.getState().set({ companyFigures, companyEvidence: run.evidence });
  const companyAlliance = await evaluateCompanyAlliance(run.evidence);
  if (useApp.getState().companyEvidence === run.evidence) useApp.getState().set({ companyAlliance });
}

export async function show(screen: Screen): Promise<void> {
  const { set, site } = useApp.getState();
  const staysOnSite = screen.name === 'site' && site?.row.id === screen.id;
  set({
    screen,
    ...(site !== null && !staysOnSite ? { soughtInput: null } : {}),
    drawer: null,
    calculation: null,
    ...(staysOnSite
      ? {}
      : {
          site: null,
          analysis: null,
          views: null,
          flips: null,
          evidence: null,
          planFlows: null,
          comparison: null,
        }),
    ...(screen.name === 'claims' ? {} : { claims: null }),
    ...(screen.name === 'scenarios' ? {} : { scenarioComparison: null }),
  });
  if (screen.name === 'company') await loadCompany(screen.id);
  if (screen.name === 'site') await loadSite(screen.id);
  if (screen.name === 'backcast') set({ backcast: (await ask('backcast.read', {})) ?? null });
  if (screen.name === 'claims') await loadClaims();
  if (screen.name === 'health') await computeEffects();
  if (screen.name === 'history') set({ history: (await ask('history.list', {})) ?? [] });
}

/** A copy beside the original; where it lies is told. */
export async function saveCopy(): Promise<void> {
  const { set, settings } = useApp.getState();
  const saved = await ask('portfolio.saveCopy', {});
  if (saved)
    set({ toast: { text: `${screenText[settings.language].savedCopy}: ${saved.path}`, isEdit: false } });
}

/** Reads again what an edit or an undo of an input can change. */
export async function refresh(): Promise<void> {
  const { screen, set } = useApp.getState();
  const lists = async () => {
    const [portfolio, scenarios, history] = await Promise.all([
      ask('portfolio.current', {}),
      ask('scenario.list', {}),
      ask('history.list', {}),
    ]);
    set({
      portfolio: portfolio ?? null,
      scenarios: scenarios?.scenarios ?? [],
      history: history ?? [],
    });
  };
  const subject = async () => {
    if (screen.name === 'site') await loadSite(screen.id);
    if (screen.name === 'company') await loadCompany(screen.id);
    if (screen.name === 'claims') await loadClaims();
    // What was compared may have changed.
    if (screen.name === 'scenarios') await compareAgain();
  };
  await Promise.all([subject(), lists()]);
}

export async function start(): Promise<void> {
  const { set } = useApp.getState();
  const answers = await firstAnswers();
  const { 'settings.read': settings, 'portfolio.current': portfolio, 'company.list': companies } = answers;
  set({
    ...(settings.ok ? { settings: settings.value } : { error: settings.error }),
    portfolio: portfolio.ok ? portfolio.value : null,
    ...(portfolio.ok ? {} : { error: portfolio.error }),
    // Where no file is open yet, its refusal is no error.
    companies: companies.ok ? companies.value : [],
    isStarted: true,
  });
  if (portfolio.ok && !portfolio.value) {
    requestAnimationFrame(() => void openWaiting());
    return;
  }
  if (!portfolio.ok) return;
  // After the first painting, once the page has nothing more urgent to do.
  requestAnimationFrame(() => requestIdleCallback(() => void loadSitesAndHistory()));
}

/** P34 A file that was locked, or that needs its password from the start. */
async function openWaiting(): Promise<void> {
  const waiting = await ask('encryption.waiting', {});
  if (waiting && waiting.path !== null) await openPortfolio('file', waiting.path);
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
  if (opened) await takePortfolio(opened);
}

/** Shows a portfolio that main has just opened. */
export async function takePortfolio(opened: PortfolioInfo): Promise<void> {
  useApp.getState().set({ portfolio: opened, health: null, error: null, screen: { name: 'portfolio' } });
  await reloadLists();
}
