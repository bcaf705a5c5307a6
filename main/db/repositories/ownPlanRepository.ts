import { OwnPlanBody } from '../../../shared/domain/ownPlan.ts';
import type { OwnPlan } from '../../../shared/engine/analysis/ownPlans/ownPlan.ts';
import type { ReadableDb } from '../access.ts';

interface OwnPlanRow {
  id: string;
  name: string;
  body: string;
  entered_by: string | null;
  entered_at: string;
}

function toPlan(row: OwnPlanRow): OwnPlan {
  const body = OwnPlanBody.parse({ ...(JSON.parse(row.body) as object), name: row.name });
  return { ...body, id: row.id, enteredBy: row.entered_by, enteredAt: row.entered_at };
}

export function ownPlansOf(db: ReadableDb, siteId: string): OwnPlan[] {
  const rows = db.prepare('SELECT * FROM own_plan WHERE site_id = ? ORDER BY id').all(siteId) as OwnPlanRow[];
  return rows.map(toPlan);
}

/** The number after the highest that the site's plans carry. */
export function nextPlanId(db: ReadableDb, siteId: string): string {
  const rows = db.prepare('SELECT id FROM own_plan WHERE site_id = ?').all(siteId) as { id: string }[];
  const last = Math.max(0, ...rows.map(({ id }) => Number(id.slice(id.lastIndexOf('-') + 1))));
  return `${siteId}-plan-${String(last + 1).padStart(3, '0')}`;
}
