import type { HistoryStep, PortfolioSetting } from '../../shared/domain/portfolio.ts';
import { defaultStaleAfterDays } from '../../shared/staleness/staleness.ts';
import type { WritableDb } from '../db/access.ts';
import { recordStep, rowAt } from '../db/history/changeLog.ts';

/** P3 Changes how the portfolio counts age, as a step that can be taken back. */
export function setPortfolio(db: WritableDb, setting: PortfolioSetting, now: string): HistoryStep {
  const name = setting.key === 'today' ? 'today' : `staleAfterDays.${setting.kind}`;
  const value = setting.key === 'today' ? setting.day : setting.days;
  const standard = setting.key === 'today' ? '' : String(defaultStaleAfterDays[setting.kind]);
  const key = { key: name };
  const before = rowAt(db, 'portfolio_setting', key);
  const after = value === null ? null : { ...key, value: String(value) };
  const values = {
    key: name,
    before: String(before?.['value'] ?? standard),
    after: after?.value ?? standard,
  };
  return recordStep(db, 'setting.set', values, [{ table: 'portfolio_setting', key, before, after }], now);
}
