import type { Fault } from '../../shared/domain/fault.ts';
import type { FaultEffect } from '../../shared/engine/health/faultEffect.ts';
import type { FaultySite } from '../../shared/ipc/workerProtocol.ts';
import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import { useApp, type HealthRun } from '../store/appStore.ts';
import { evaluateFaults } from '../workers/evaluation.ts';
import { ask } from './ask.ts';

/** Subjects asked for at once: few enough that an edit between them does not wait. */
const subjectsAtOnce = 20;

/** Showing sorts all faults again, so that a large portfolio is shown in twenty steps and not in five hundred. */
const mostSteps = 20;

/** The full check begun last; an older one ends when it sees another. */
let current = 0;

/** From the beginning of a full check until one has ended well: what is on screen may be stale anywhere. */
let isFullDue = false;

/** The check of a part begun last, by its subject: one of another subject does not make an answer old. */
const newestOf = new Map<string, symbol>();

/** Sites with inputs changed since the last answer on them: whatever rests on one has to be computed anew. */
const edited = new Set<string>();

/** The computing of effects that is under way; it ends where it sees another or faults found anew. */
let computing = 0;

function parts(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / subjectsAtOnce);
  return Array.from({ length: count }, (_, index) =>
    ids.slice(index * subjectsAtOnce, (index + 1) * subjectsAtOnce),
  );
}

/** A step of the check gives way to whatever the analyst does. */
function whenIdle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 25 }));
}

/** P31 The open faults of a site, or of a company and its sites; undefined where a call failed. */
export async function openFaults(
  companyId: string | null,
  siteIds: readonly string[],
): Promise<Fault[] | undefined> {
  const faults: Fault[] = [];
  const asked = [
    ...(companyId === null ? [] : [{ kind: 'companies' as const, ids: [companyId] }]),
    ...parts(siteIds).map((ids) => ({ kind: 'sites' as const, ids })),
  ];
  for (const part of asked) {
    const found = await ask('health.part', part);
    if (!found) return undefined;
    faults.push(...found);
  }
  return faults.filter(({ isDismissed }) => !isDismissed);
}

interface Part {
  readonly kind: 'market' | 'companies' | 'sites';
  readonly ids: string[];
}

function allParts(): Part[] {
  const { companies, sites } = useApp.getState();
  const of = (kind: 'companies' | 'sites', ids: readonly string[]): Part[] =>
    parts(ids).map((some) => ({ kind, ids: some }));
  return [
    { kind: 'market', ids: [] },
    ...of(
      'companies',
      companies.map(({ id }) => id),
    ),
    ...of(
      'sites',
      sites.map(({ id }) => id),
    ),
  ];
}

/** P31 Checks the whole portfolio, step by step; what was found before stays on screen until it is done. */
async function check(run: number): Promise<HealthRun | undefined> {
  const { set, health: before } = useApp.getState();
  const asked = allParts();
  const all = asked.reduce((sum, { ids }) => sum + ids.length, 0);
  const faults: Fault[] = [];
  let checked = 0;
  if (!before) set({ health: { faults, checked, all, effects: new Map(), state: 'checking' } });
  const step = Math.ceil(asked.length / mostSteps);
  for (const [index, part] of asked.entries()) {
    await whenIdle();
    if (current !== run) return undefined;
    const found = await ask('health.part', part);
    if (!found || current !== run) return undefined;
    faults.push(...found);
    checked += part.ids.length;
    if (!before && index % step === 0)
      set({ health: { faults: [...faults], checked, all, effects: new Map(), state: 'checking' } });
  }
  return { faults, checked, all, effects: new Map(), state: 'checked' };
}

/** An effect stays known while the fault rests on the same data, until all are computed again. */
function kept(faults: readonly Fault[], before: HealthRun | null): Map<string, FaultEffect> {
  const lasting = before?.faults.filter(
    ({ effectSiteId }) => effectSiteId === null || !edited.has(effectSiteId),
  );
  const hashes = new Map(lasting?.map(({ id, hash }) => [id, hash]));
  return new Map(
    faults.flatMap(({ id, hash, effectSiteId }) => {
      if (effectSiteId === null) return [[id, { usdPerGridMw: null, turnsVerdict: false }]];
      const effect = before?.effects.get(id);
      return effect && hashes.get(id) === hash ? [[id, effect]] : [];
    }),
  );
}

/** Checks everything: at the opening, and after what may have changed anything. */
export async function checkAgain(): Promise<void> {
  current += 1;
  const run = current;
  isFullDue = useApp.getState().portfolio !== null;
  if (!isFullDue) return;
  const found = await check(run);
  if (!found || current !== run) return;
  isFullDue = false;
  computing += 1;
  const { set, health, screen } = useApp.getState();
  set({ health: { ...found, effects: kept(found.faults, health) } });
  edited.clear();
  if (screen.name === 'health') await computeEffects();
}

function isOf({ subject }: Fault, { kind, ids }: Part): boolean {
  const kinds = { market: 'market', companies: 'company', sites: 'site' } as const;
  return subject.kind === kinds[kind] && (kind === 'market' || ids.includes(subject.id));
}

/** What a step can have changed: one site, the subject of one fault; undefined where it may be anything. */
function subjectOf({ label, values }: HistoryStep, { faults }: HealthRun): Part | undefined {
  if (label.startsWith('input.') && values['siteId'] !== undefined)
    return { kind: 'sites', ids: [values['siteId']] };
  const subject = faults.find(({ id }) => id === values['id'])?.subject;
  if (!label.startsWith('fault.') || !subject) return undefined;
  if (subject.kind === 'market') return { kind: 'market', ids: [] };
  return { kind: subject.kind === 'site' ? 'sites' : 'companies', ids: [subject.id] };
}

/** Checks after an edit or an undo only what it can have changed; a plan of the analyst's changes no fault. */
export async function recheck(step: HistoryStep): Promise<void> {
  const { health, set } = useApp.getState();
  if (step.label.startsWith('plan.')) return;
  const siteId = step.values['siteId'];
  if (step.label.startsWith('input.') && siteId !== undefined) edited.add(siteId);
  const part = health && !isFullDue ? subjectOf(step, health) : undefined;
  if (!part) return checkAgain();
  const run = current;
  const subject = [part.kind, ...part.ids].join(' ');
  const mine = Symbol(subject);
  newestOf.set(subject, mine);
  const found = await ask('health.part', part);
  const now = useApp.getState().health;
  if (!found || !now || current !== run || newestOf.get(subject) !== mine) return;
  computing += 1;
  const faults = [...now.faults.filter((fault) => !isOf(fault, part)), ...found];
  set({ health: { ...now, faults, effects: kept(faults, now), state: 'checked' } });
  for (const id of part.ids) edited.delete(id);
  if (useApp.getState().screen.name === 'health') await computeEffects();
}

interface Faulty {
  readonly siteId: string;
  readonly faults: readonly Fault[];
}

/** Faults without a computed effect, by the site on which it is computed. */
function withoutEffect({ faults, effects }: HealthRun): Faulty[] {
  const bySite = new Map<string, Fault[]>();
  for (const fault of faults) {
    const { effectSiteId, id } = fault;
    if (effectSiteId === null || effects.has(id)) continue;
    const known = bySite.get(effectSiteId);
    if (known) known.push(fault);
    else bySite.set(effectSiteId, [fault]);
  }
  return [...bySite].map(([siteId, some]) => ({ siteId, faults: some }));
}

async function effectsOf(sites: readonly Faulty[]): Promise<[string, FaultEffect][] | undefined> {
  const evidence = await ask('site.evidenceOf', { ids: sites.map(({ siteId }) => siteId) });
  if (!evidence) return undefined;
  const asked: FaultySite[] = evidence.map((one, index) => ({
    evidence: one,
    faults: sites[index]?.faults.map(({ mends }) => mends) ?? [],
  }));
  const effects = await evaluateFaults(asked);
  return sites.flatMap(({ faults }, site) =>
    faults.flatMap(({ id }, index): [string, FaultEffect][] => {
      const effect = effects[site]?.[index];
      return effect ? [[id, effect]] : [];
    }),
  );
}

/** R5.20 Computes what the faults do to results, in parts, while the screen is open and nobody stops it. */
export async function computeEffects(): Promise<void> {
  const { set } = useApp.getState();
  const begun = useApp.getState().health;
  if (!begun || begun.state === 'checking' || begun.state === 'computing') return;
  computing += 1;
  const run = computing;
  const left = withoutEffect(begun);
  set({ health: { ...begun, state: left.length === 0 ? 'done' : 'computing' } });
  const step = Math.ceil(left.length / subjectsAtOnce / mostSteps) * subjectsAtOnce;
  const pending: [string, FaultEffect][] = [];
  for (let from = 0; from < left.length; from += subjectsAtOnce) {
    const found = await effectsOf(left.slice(from, from + subjectsAtOnce));
    const { health, screen } = useApp.getState();
    if (computing !== run || health?.state !== 'computing') return;
    pending.push(...(found ?? []));
    const isLast = from + subjectsAtOnce >= left.length;
    const isLeft = !found || (!isLast && screen.name !== 'health');
    if (!isLast && !isLeft && from % step !== 0) continue;
    const effects = new Map([...health.effects, ...pending]);
    pending.length = 0;
    set({ health: { ...health, effects, state: isLeft ? 'stopped' : isLast ? 'done' : 'computing' } });
    if (isLeft) return;
  }
}

/** Keeps what is computed. */
export function stopEffects(): void {
  const { health, set } = useApp.getState();
  if (health?.state === 'computing') set({ health: { ...health, state: 'stopped' } });
}
