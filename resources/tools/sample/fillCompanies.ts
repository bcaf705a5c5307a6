import { join } from 'node:path';
import type { WritableDb } from '../../../main/db/access.ts';
import { number, readCsv, text } from '../readCsv.ts';
import { basisOf, insertFigure, sourceId, unitOf } from './sources.ts';

function fillCompanyRows(db: WritableDb, folder: string, batchId: string): void {
  const insert = db.prepare('INSERT INTO company VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const row of readCsv(join(folder, 'companies.csv'))) {
    insert.run(
      text(row, 'id'),
      text(row, 'name'),
      text(row, 'ticker'),
      text(row, 'exchange'),
      text(row, 'country_hq'),
      number(row, 'founded_year'),
      text(row, 'former_business'),
      text(row, 'fiscal_year_end'),
      text(row, 'strategy_note'),
      text(row, 'former_names'),
      batchId,
    );
  }
}

function fillFacts(db: WritableDb, folder: string, batchId: string): void {
  for (const row of readCsv(join(folder, 'company_facts.csv'))) {
    const field = text(row, 'field') ?? '';
    const value = number(row, 'value');
    if (value === null) continue;
    insertFigure(
      db,
      {
        subjectKind: 'company',
        subjectId: text(row, 'company_id') ?? '',
        field,
        value,
        unit: unitOf(field),
        basis: basisOf(field),
        asOf: text(row, 'as_of'),
        superseded: text(row, 'superseded') === 'yes',
        note: text(row, 'note'),
        batchId,
      },
      row,
    );
  }
}

function fillIdentity(db: WritableDb, folder: string, batchId: string): void {
  const insert = db.prepare(
    'INSERT INTO identity_period VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)',
  );
  for (const [index, row] of readCsv(join(folder, 'identity_history.csv')).entries()) {
    insert.run(
      `identity.${index + 1}`,
      text(row, 'company_id'),
      text(row, 'period'),
      number(row, 'revenue_mining_usd'),
      number(row, 'revenue_ai_usd'),
      number(row, 'hashrate_eh_s'),
      number(row, 'ai_mw'),
      number(row, 'gpus'),
      text(row, 'as_of'),
      sourceId(db, row),
      text(row, 'confidence'),
      batchId,
    );
  }
}

export function fillCompanies(db: WritableDb, folder: string, batchId: string): void {
  fillCompanyRows(db, folder, batchId);
  fillFacts(db, folder, batchId);
  fillIdentity(db, folder, batchId);
}
