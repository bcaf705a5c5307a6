import { monthNames } from '../../../shared/format/number.ts';
import { join } from 'node:path';
import type { WritableDb } from '../../../main/db/access.ts';
import { number, readCsv, text, type CsvRow } from '../readCsv.ts';
import { basisOf, insertFigure, sourceId, unitOf } from './sources.ts';

/** The rungs and other numbers of a site; `power_mw` mixes bases, is kept as published and never summed. */
const siteFields = [
  'power_mw',
  'requested_mw',
  'contracted_mw',
  'energised_mw',
  'generation_mw',
  'power_price_usd_mwh',
  'pue_mining',
  'pue_ai',
  'hashrate_eh_s',
  'ai_it_mw',
];

/** The date at the start of the source's remark ("2024-08 net of credits"), and the remark itself. */
function datedRemark(remark: string | null): { asOf: string | null; basis: string | null } {
  const found = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)\s*(.*)$/.exec(remark ?? '');
  if (!found) return { asOf: null, basis: remark };
  return { asOf: found[1] ?? null, basis: found[2] === '' ? null : (found[2] ?? null) };
}

function sourceDate(row: CsvRow): string | null {
  return /(\d{4}-\d{2}-\d{2})(?!.*\d{4}-\d{2}-\d{2})/.exec(row['source'] ?? '')?.[1] ?? null;
}

function figureDate(field: string, row: CsvRow): { asOf: string | null; basis: string | null } {
  if (field === 'power_price_usd_mwh') return datedRemark(text(row, 'power_price_as_of'));
  if (field === 'power_mw') return { asOf: sourceDate(row), basis: text(row, 'power_basis') };
  if (field === 'hashrate_eh_s') {
    // Some rows carry an older hash rate than their newest source, and say so in words only.
    const said = /hash rate(?: [\d.]+)? is (\w+) (\d{4})/i.exec(row['note'] ?? '');
    const month = monthNames.en.indexOf(said?.[1] ?? '') + 1;
    const asOf = said && month > 0 ? `${said[2]}-${String(month).padStart(2, '0')}` : sourceDate(row);
    return { asOf, basis: null };
  }
  return { asOf: sourceDate(row), basis: basisOf(field) };
}

function fillSiteRows(db: WritableDb, folder: string, batchId: string): void {
  const insert = db.prepare(
    `INSERT INTO site VALUES (${Array.from({ length: 20 }, () => '?').join(', ')}, NULL, NULL)`,
  );
  for (const row of readCsv(join(folder, 'sites.csv'))) {
    const siteId = text(row, 'site_id') ?? '';
    insert.run(
      siteId,
      text(row, 'company_id'),
      text(row, 'site_name'),
      text(row, 'city_region'),
      text(row, 'country'),
      number(row, 'latitude'),
      number(row, 'longitude'),
      text(row, 'grid_operator'),
      text(row, 'energy_source'),
      text(row, 'status'),
      number(row, 'energised_year'),
      text(row, 'cooling'),
      text(row, 'current_use'),
      text(row, 'ownership'),
      text(row, 'fibre_note'),
      text(row, 'climate_note'),
      text(row, 'note'),
      sourceId(db, row),
      text(row, 'confidence'),
      batchId,
    );
    for (const field of siteFields) {
      const value = number(row, field);
      if (value === null) continue;
      insertFigure(
        db,
        {
          subjectKind: 'site',
          subjectId: siteId,
          field,
          value,
          unit: unitOf(field),
          ...figureDate(field, row),
          superseded: false,
          note: text(row, 'note'),
          batchId,
        },
        row,
      );
    }
  }
}

function fillContracts(db: WritableDb, folder: string, batchId: string): void {
  const insert = db.prepare(
    `INSERT INTO contract VALUES (${Array.from({ length: 23 }, () => '?').join(', ')}, NULL, NULL)`,
  );
  for (const row of readCsv(join(folder, 'contracts.csv'))) {
    insert.run(
      text(row, 'contract_id'),
      text(row, 'company_id'),
      text(row, 'site_id'),
      text(row, 'site_name'),
      text(row, 'counterparty'),
      text(row, 'signed_date'),
      text(row, 'service'),
      number(row, 'it_load_mw'),
      number(row, 'gross_mw'),
      number(row, 'gpus'),
      number(row, 'term_years'),
      number(row, 'total_contract_value_usd'),
      number(row, 'value_with_extensions_usd'),
      number(row, 'capex_usd'),
      text(row, 'prepayment_or_backstop'),
      text(row, 'stated_margin'),
      text(row, 'notes'),
      text(row, 'lease_structure'),
      text(row, 'status'),
      text(row, 'relation'),
      sourceId(db, row),
      text(row, 'confidence'),
      batchId,
    );
  }
}

const asShare = (percent: number | null): number | null => (percent === null ? null : percent / 100);

function fillDebt(db: WritableDb, folder: string, batchId: string): void {
  const insert = db.prepare(
    `INSERT INTO debt_instrument VALUES (${Array.from({ length: 20 }, () => '?').join(', ')}, NULL, NULL)`,
  );
  for (const [index, row] of readCsv(join(folder, 'debt_instruments.csv')).entries()) {
    insert.run(
      `debt.${index + 1}`,
      text(row, 'company_id'),
      text(row, 'site_id'),
      text(row, 'instrument'),
      text(row, 'instrument_type'),
      text(row, 'issuer'),
      number(row, 'principal_usd'),
      asShare(number(row, 'coupon_pct')),
      text(row, 'maturity'),
      text(row, 'secured'),
      text(row, 'level'),
      number(row, 'conversion_price_usd'),
      asShare(number(row, 'ytm_pct')),
      text(row, 'ytm_date'),
      text(row, 'status'),
      text(row, 'as_of'),
      text(row, 'note'),
      sourceId(db, row),
      text(row, 'confidence'),
      batchId,
    );
  }
}

export function fillSites(db: WritableDb, folder: string, batchId: string): void {
  fillSiteRows(db, folder, batchId);
  fillContracts(db, folder, batchId);
  fillDebt(db, folder, batchId);
}
