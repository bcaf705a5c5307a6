import { join } from 'node:path';
import type { WritableDb } from '../../../db/access.ts';
import { portfolioForTest, temporaryFolder } from '../../../db/testing/portfolioForTest.ts';
import { acceptProposals } from '../acceptProposals.ts';
import type { Compared } from '../compareExport.ts';
import { at } from './editedExport.ts';

/** Two sites with figures, a contract, an instrument and a source, all made up. */
export function smallPortfolio(): WritableDb {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  db.exec(`
    INSERT INTO source (id, title, url) VALUES (1, '10-K 2025', NULL), (2, 'Rumour', NULL);
    INSERT INTO site (id, company_id, name, note) VALUES ('s2', 'c1', 'Second Site', '${'long '.repeat(60)}');
    INSERT INTO figure (id, subject_kind, subject_id, field, state, value, unit, basis, as_of, source_id)
      VALUES ('f1', 'site', 's1', 'energised_mw', 'known', 50, 'MW', 'grid MW', '2026-09-30', 1),
             ('f2', 'site', 's2', 'power_price_usd_mwh', 'known', 42.5, 'USD/MWh', NULL, '2026-06', 1);
    INSERT INTO contract (id, company_id, site_id, counterparty, service, status, it_load_mw)
      VALUES ('k1', 'c1', 's1', 'Tenant', 'colocation', 'signed', 20);
    INSERT INTO debt_instrument (id, company_id, instrument, coupon_share) VALUES ('d1', 'c1', 'Note', 0.0525);
  `);
  return db;
}

export const listed = ({ drafts }: Compared) =>
  drafts.map(({ proposal: { outcome, table, record, column, before, after, unit, notes } }) => ({
    outcome,
    table,
    record,
    column,
    before,
    after,
    unit,
    notes: notes.map(({ code }) => code),
  }));

export const accept = (
  db: WritableDb,
  compared: Compared,
  start: 'all' | 'safe' | 'none',
  except: string[] = [],
) =>
  acceptProposals(db, compared, { start, except, state: compared.state, fileName: 'out.xlsx', now: at.now });
