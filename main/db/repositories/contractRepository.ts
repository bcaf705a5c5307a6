import type { Contract, DebtInstrument } from '../../../shared/domain/company.ts';
import type { ReadableDb } from '../access.ts';
import { sourceColumns, toSource, type SourceColumns } from './rows.ts';

interface ContractRow extends SourceColumns {
  id: string;
  company_id: string;
  site_id: string | null;
  site_name: string | null;
  counterparty: string;
  signed_date: string | null;
  service: string;
  it_load_mw: number | null;
  gross_mw: number | null;
  gpus: number | null;
  term_years: number | null;
  total_contract_value_usd: number | null;
  value_with_extensions_usd: number | null;
  capex_usd: number | null;
  support: string | null;
  stated_margin: string | null;
  notes: string | null;
  lease_structure: string | null;
  status: string;
  relation: string | null;
}

/** data/README.md: a sum takes signed contracts with no relation, or those that restate; nothing else. */
export function countsInSums(status: string, relation: string | null): boolean {
  return status === 'signed' && (relation === null || relation.startsWith('restates'));
}

function toContract(row: ContractRow): Contract {
  return {
    id: row.id,
    companyId: row.company_id,
    siteId: row.site_id,
    siteName: row.site_name,
    counterparty: row.counterparty,
    signedDate: row.signed_date,
    service: row.service,
    itLoadMw: row.it_load_mw,
    grossMw: row.gross_mw,
    gpus: row.gpus,
    termYears: row.term_years,
    totalContractValueUsd: row.total_contract_value_usd,
    valueWithExtensionsUsd: row.value_with_extensions_usd,
    capexUsd: row.capex_usd,
    leaseStructure: row.lease_structure,
    support: row.support,
    statedMargin: row.stated_margin,
    notes: row.notes,
    status: row.status,
    relation: row.relation,
    countsInSums: countsInSums(row.status, row.relation),
    ...toSource(row),
  };
}

const select = `SELECT contract.*, ${sourceColumns} FROM contract LEFT JOIN source ON source.id = contract.source_id`;
const newestFirst = 'ORDER BY signed_date IS NULL, signed_date DESC, contract.id';

export function contractsOfCompany(db: ReadableDb, companyId: string): Contract[] {
  return (db.prepare(`${select} WHERE company_id = ? ${newestFirst}`).all(companyId) as ContractRow[]).map(
    toContract,
  );
}

export function contractsOfSite(db: ReadableDb, siteId: string): Contract[] {
  return (db.prepare(`${select} WHERE site_id = ? ${newestFirst}`).all(siteId) as ContractRow[]).map(
    toContract,
  );
}

export function allContracts(db: ReadableDb): Contract[] {
  return (db.prepare(`${select} ${newestFirst}`).all() as ContractRow[]).map(toContract);
}

interface DebtRow extends SourceColumns {
  id: string;
  company_id: string;
  site_id: string | null;
  instrument: string;
  instrument_type: string | null;
  principal_usd: number | null;
  coupon_share: number | null;
  maturity: string | null;
  status: string | null;
  as_of: string | null;
}

export function debtOfCompany(db: ReadableDb, companyId: string): DebtInstrument[] {
  const rows = db
    .prepare(
      `SELECT debt_instrument.*, ${sourceColumns} FROM debt_instrument
       LEFT JOIN source ON source.id = debt_instrument.source_id WHERE company_id = ?
       ORDER BY maturity IS NULL, maturity, debt_instrument.id`,
    )
    .all(companyId) as DebtRow[];
  return rows.map((row) => ({
    id: row.id,
    companyId: row.company_id,
    siteId: row.site_id,
    instrument: row.instrument,
    instrumentType: row.instrument_type,
    principalUsd: row.principal_usd,
    couponShare: row.coupon_share,
    maturity: row.maturity,
    status: row.status,
    asOf: row.as_of,
    ...toSource(row),
  }));
}
