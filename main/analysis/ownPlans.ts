import type { OwnPlanBody } from '../../shared/domain/ownPlan.ts';
import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import { faultOfPlan, type OwnPlan } from '../../shared/engine/analysis/ownPlans/ownPlan.ts';
import { scaledBlocks } from '../../shared/engine/analysis/ownPlans/startingPoints.ts';
import { resolveInputs, valuesOf } from '../../shared/engine/analysis/resolveInputs.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from '../db/access.ts';
import { recordStep, rowAt } from '../db/history/changeLog.ts';
import { nextPlanId, ownPlansOf } from '../db/repositories/ownPlanRepository.ts';
import { findSite } from '../db/repositories/siteRepository.ts';
import { planChange } from './planChange.ts';
import { siteEvidence } from './siteView.ts';

/** Who changes a plan, and when. */
export interface Entry {
  readonly enteredBy: string | null;
  readonly now: string;
}

interface PlanStep {
  readonly step: HistoryStep;
  readonly id: string;
}

function siteName(db: WritableDb, siteId: string): string {
  const site = findSite(db, siteId);
  if (!site) throw new UserFacingError('site.unknown', { id: siteId });
  return site.name;
}

function planOrThrow(db: WritableDb, siteId: string, id: string): OwnPlan {
  const plan = ownPlansOf(db, siteId).find((candidate) => candidate.id === id);
  if (!plan) throw new UserFacingError('plan.unknown', { id });
  return plan;
}

function rowOf(siteId: string, id: string, { name, ...body }: OwnPlanBody, { enteredBy, now }: Entry) {
  return {
    id,
    site_id: siteId,
    name,
    body: JSON.stringify(body),
    entered_by: enteredBy,
    entered_at: now,
  };
}

function check(body: OwnPlanBody): void {
  const fault = faultOfPlan(body);
  if (fault !== undefined) throw new UserFacingError(`plan.${fault}`);
}

/** Stores a new plan of a site; its id follows the site's others, so that the same work gives the same run. */
export function createPlan(db: WritableDb, siteId: string, body: OwnPlanBody, entry: Entry): PlanStep {
  const site = siteName(db, siteId);
  check(body);
  const id = nextPlanId(db, siteId);
  const after = rowOf(siteId, id, body, entry);
  const change = { table: 'own_plan', key: { id }, before: null, after } as const;
  return { id, step: recordStep(db, 'plan.create', { plan: body.name, site }, [change], entry.now) };
}

/** Stores an edited plan; the step says what was changed. */
export function savePlan(
  db: WritableDb,
  siteId: string,
  id: string,
  body: OwnPlanBody,
  entry: Entry,
): HistoryStep {
  const site = siteName(db, siteId);
  const known = planOrThrow(db, siteId, id);
  check(body);
  const key = { id };
  const change = {
    table: 'own_plan',
    key,
    before: rowAt(db, 'own_plan', key),
    after: rowOf(siteId, id, body, entry),
  } as const;
  const values = { plan: body.name, site, ...planChange(known, body) };
  return recordStep(db, 'plan.edit', values, [change], entry.now);
}

export function removePlan(db: WritableDb, siteId: string, id: string, now: string): HistoryStep {
  const site = siteName(db, siteId);
  const { name } = planOrThrow(db, siteId, id);
  const key = { id };
  const change = { table: 'own_plan', key, before: rowAt(db, 'own_plan', key), after: null } as const;
  return recordStep(db, 'plan.remove', { plan: name, site }, [change], now);
}

function gridMwOf(db: WritableDb, siteId: string): number | undefined {
  return valuesOf(resolveInputs(siteEvidence(db, siteId))).gridPowerMw;
}

/** Copies a plan to another site, its powers in proportion to the sites' grid power; both must be known. */
export function copyPlan(
  db: WritableDb,
  from: { readonly siteId: string; readonly id: string },
  toSiteId: string,
  entry: Entry,
): PlanStep {
  const { id: _, enteredBy: __, enteredAt: ___, ...plan } = planOrThrow(db, from.siteId, from.id);
  const site = siteName(db, toSiteId);
  const fromMw = gridMwOf(db, from.siteId);
  const toMw = gridMwOf(db, toSiteId);
  if (fromMw === undefined || toMw === undefined)
    throw new UserFacingError('plan.noGridPower', {
      site: fromMw === undefined ? siteName(db, from.siteId) : site,
    });
  const body = structuredClone({
    ...plan,
    blocks: scaledBlocks(plan.blocks, fromMw, toMw),
  }) as unknown as OwnPlanBody;
  check(body);
  const id = nextPlanId(db, toSiteId);
  const after = rowOf(toSiteId, id, body, entry);
  const change = { table: 'own_plan', key: { id }, before: null, after } as const;
  return { id, step: recordStep(db, 'plan.copy', { plan: plan.name, site }, [change], entry.now) };
}
