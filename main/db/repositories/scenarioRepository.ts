import { ScenarioBody, type ScenarioRecord } from '../../../shared/domain/scenario.ts';
import type { ReadableDb } from '../access.ts';

interface ScenarioRow {
  id: string;
  name: string;
  body: string;
  entered_by: string | null;
  entered_at: string;
}

/** The analyst's own scenarios, in the order in which they were made. */
export function ownScenarios(db: ReadableDb): ScenarioRecord[] {
  const rows = db.prepare('SELECT * FROM scenario ORDER BY id').all() as ScenarioRow[];
  return rows.map(({ id, name, body, entered_by: enteredBy, entered_at: enteredAt }) => ({
    ...ScenarioBody.parse({ ...(JSON.parse(body) as object), name }),
    id,
    isReady: false,
    enteredBy,
    enteredAt,
  }));
}

/** The number after the highest that the portfolio's scenarios carry. */
export function nextScenarioId(db: ReadableDb): string {
  const rows = db.prepare('SELECT id FROM scenario').all() as { id: string }[];
  const last = Math.max(0, ...rows.map(({ id }) => Number(id.slice(id.lastIndexOf('-') + 1))));
  return `scenario-${String(last + 1).padStart(3, '0')}`;
}

/** Id of the scenario in which the portfolio is computed; undefined where none was chosen. */
export function chosenScenarioId(db: ReadableDb): string | undefined {
  const row = db.prepare("SELECT value FROM portfolio_setting WHERE key = 'scenario'").get() as
    | { value: string }
    | undefined;
  return row?.value;
}
