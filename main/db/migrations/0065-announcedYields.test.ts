import { join } from 'node:path';
import { expect, test } from 'vitest';
import { portfolioForTest, temporaryFolder } from '../testing/portfolioForTest.ts';

test('0065 what an announcement of an older file does not say stays unknown', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  db.exec(`INSERT INTO contract (id, company_id, counterparty, service, status)
    SELECT 'k', id, 'Tenant', 'colocation', 'signed' FROM company LIMIT 1`);
  db.exec("INSERT INTO lease_announcement (contract_id, quote) VALUES ('k', 'as said')");
  expect(
    db
      .prepare(
        'SELECT noi_margin_high_share, year_one_rent_usd_per_kw_month, yield_low_share, source FROM lease_announcement',
      )
      .get(),
  ).toEqual({
    noi_margin_high_share: null,
    year_one_rent_usd_per_kw_month: null,
    yield_low_share: null,
    source: null,
  });
  db.close();
});
