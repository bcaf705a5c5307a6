import type { WritableDb } from '../access.ts';

/** Plans that an analyst builds for a site, and the assumptions they rest on. */
export const version = 40;

const schema = `
CREATE TABLE own_plan (
  id TEXT PRIMARY KEY, site_id TEXT NOT NULL REFERENCES site (id) ON DELETE CASCADE, name TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)), entered_by TEXT, entered_at TEXT NOT NULL
) STRICT;
CREATE INDEX own_plan_of_site ON own_plan (site_id);
`;

/** As of 2026-11-25 (presets_structure.csv), for portfolios whose presets are older. */
const presets: readonly (readonly [key: string, low: number, base: number, high: number, unit: string])[] = [
  ['freeRentMonths', 0, 0, 6, 'months'],
  ['backstopShare', 0, 0, 1, '1'],
  ['backstopTenorMonths', 60, 120, 180, 'months'],
  ['hostingFeeUsdPerGpuMonth', 40, 80, 150, 'USD/GPU-month'],
  ['loanUpfrontFeeShare', 0.005, 0.015, 0.03, '1'],
  ['loanInterestOnlyMonths', 0, 6, 24, 'months'],
  ['loanTenorMonths', 48, 144, 180, 'months'],
  ['loanBalloonShare', 0, 0, 0.5, '1'],
  ['loanTargetDscr', 1.2, 1.3, 1.6, '1'],
  ['covenantLockUpDscr', 1.1, 1.2, 1.3, '1'],
  ['covenantBreachDscr', 1, 1.05, 1.15, '1'],
  ['discountRateEquity', 0.1, 0.14, 0.2, '1/yr'],
  ['taxLossUseCapShare', 0.8, 0.8, 1, '1'],
  ['taxLossCarryForwardUsd', 0, 0, 1_000_000_000, 'USD'],
  ['hallDepreciationMonths', 180, 234, 468, 'months'],
  ['equipmentBonusShare', 0, 1, 1, '1'],
];

export function up(db: WritableDb): void {
  db.exec(schema);
  const { n } = db.prepare('SELECT count(*) AS n FROM preset').get() as { n: number };
  if (n === 0) return;
  const insert = db.prepare(
    `INSERT OR IGNORE INTO preset (key, low, base, high, unit, source, confidence)
     VALUES (?, ?, ?, ?, ?, 'assumption', 'low')`,
  );
  for (const row of presets) insert.run(...row);
}
