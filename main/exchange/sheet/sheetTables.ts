import type { LoggedTable } from '../../db/history/changeLog.ts';

/**
 * Tables whose rows come back from an edited sheet, roots first, so that what names another is written after it. The
 * rest of an export is there to be read.
 */
export const sheetTables = [
  'source',
  'company',
  'site',
  'contract',
  'debt_instrument',
  'fleet',
  'figure',
  'identity_period',
  'production_report',
  'lease_announcement',
  'own_value',
  'market_month',
] as const satisfies readonly LoggedTable[];
export type SheetTableName = (typeof sheetTables)[number];
