import type { Staleness } from '../../../shared/domain/portfolio.ts';
import { defaultStaleAfterDays, figureKinds } from '../../../shared/staleness/staleness.ts';
import type { ReadableDb } from '../access.ts';

/** What the portfolio sets itself; the rest are the defaults. */
export function staleness(db: ReadableDb): Staleness {
  const rows = db.prepare('SELECT key, value FROM portfolio_setting').all() as {
    key: string;
    value: string;
  }[];
  const own = new Map(rows.map(({ key, value }) => [key, value]));
  const staleAfterDays = { ...defaultStaleAfterDays };
  for (const kind of figureKinds) {
    const days = own.get(`staleAfterDays.${kind}`);
    if (days !== undefined) staleAfterDays[kind] = Number(days);
  }
  return { today: own.get('today') ?? null, staleAfterDays };
}
