import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PortfolioSetting } from '../../shared/domain/portfolio.ts';
import { defaultStaleAfterDays } from '../../shared/staleness/staleness.ts';
import { stepText } from '../../shared/text/stepText.ts';
import { undoLast } from '../db/history/changeLog.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { staleness } from '../db/repositories/settingRepository.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { setPortfolio } from './setPortfolio.ts';

const now = '2026-11-25T08:00:00.000Z';

test('P3 limits and the day are kept in the portfolio and undone by name after a restart', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const first = portfolioForTest(path);
  expect(staleness(first)).toEqual({ today: null, staleAfterDays: defaultStaleAfterDays });
  setPortfolio(first, { key: 'staleAfterDays', kind: 'price', days: 7 }, now);
  setPortfolio(first, { key: 'today', day: '2026-10-07' }, now);
  first.close();
  const db = openDatabase(path);
  expect(staleness(db)).toEqual({
    today: '2026-10-07',
    staleAfterDays: { ...defaultStaleAfterDays, price: 7 },
  });
  expect(stepText(undoLast(db), 'en')).toBe('Day that counts as today (The computer’s day → 7 Oct 2026)');
  expect(stepText(undoLast(db), 'de')).toBe('Altersfrist, Kurse (30 → 7 Tage)');
  expect(staleness(db)).toEqual({ today: null, staleAfterDays: defaultStaleAfterDays });
  db.close();
});

test('P3 a limit taken back to its default leaves no row', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  setPortfolio(db, { key: 'staleAfterDays', kind: 'contract', days: 10 }, now);
  setPortfolio(db, { key: 'staleAfterDays', kind: 'contract', days: null }, now);
  expect(db.prepare('SELECT count(*) AS n FROM portfolio_setting').get()).toEqual({ n: 0 });
  db.close();
});

test('P3 no day that the calendar does not have, no limit of zero days', () => {
  const fits = (setting: unknown) => PortfolioSetting.safeParse(setting).success;
  expect(fits({ key: 'today', day: '2026-02-29' })).toBe(false);
  expect(fits({ key: 'today', day: '2028-02-29' })).toBe(true);
  expect(fits({ key: 'staleAfterDays', kind: 'price', days: 0 })).toBe(false);
  expect(fits({ key: 'staleAfterDays', kind: 'price', days: 1 })).toBe(true);
});
