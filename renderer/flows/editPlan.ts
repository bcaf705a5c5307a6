import type { OwnPlanBody } from '../../shared/domain/ownPlan.ts';
import type { OwnPlan } from '../../shared/engine/analysis/ownPlans/ownPlan.ts';
import { finishStep } from './editInput.ts';
import { ask } from './navigation.ts';

/** What of a plan is edited; who and when belongs to where it is stored. */
export function bodyOf(plan: OwnPlan): OwnPlanBody {
  const { name, blocks, loans, isTaxed, terms } = plan;
  return structuredClone({ name, blocks, loans, isTaxed, terms }) as unknown as OwnPlanBody;
}

/** Answers the id of the new plan; undefined where it was refused. */
export async function createPlan(siteId: string, plan: OwnPlanBody): Promise<string | undefined> {
  const created = await ask('plan.create', { siteId, plan });
  await finishStep(created?.step, '');
  return created?.id;
}

export async function savePlan(siteId: string, id: string, plan: OwnPlanBody): Promise<void> {
  await finishStep(await ask('plan.save', { siteId, id, plan }), '');
}

export async function removePlan(siteId: string, id: string): Promise<void> {
  await finishStep(await ask('plan.remove', { siteId, id }), '');
}

export async function copyPlan(siteId: string, id: string, toSiteId: string): Promise<void> {
  const copied = await ask('plan.copy', { siteId, id, toSiteId });
  await finishStep(copied?.step, '');
}
