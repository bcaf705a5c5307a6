import type { AttachedDocument } from '../../../shared/domain/attachment.ts';
import type { ReadableDb } from '../access.ts';
import { toAttachment, type AttachmentRow } from './attachmentRepository.ts';

/** Figures of a subject, and the contracts of a company where it is one. */
const ofFigures = `SELECT attachment.*, figure.field AS subject FROM figure
  JOIN attachment ON attachment.figure_id = figure.id WHERE subject_kind = @kind AND subject_id = @id`;
const ofContracts = `SELECT attachment.*, contract.counterparty AS subject FROM contract
  JOIN attachment ON attachment.contract_id = contract.id WHERE contract.company_id = @id`;

function ofSources(cited: string): string {
  return `SELECT attachment.*, source.title AS subject FROM attachment
    JOIN source ON source.id = attachment.source_id WHERE source.id IN (${cited})`;
}

const figureSources = 'SELECT source_id FROM figure WHERE subject_kind = @kind AND subject_id = @id';

function documents(db: ReadableDb, parts: readonly string[], kind: string, id: string): AttachedDocument[] {
  const rows = db
    .prepare(`SELECT * FROM (${parts.join(' UNION ALL ')}) ORDER BY file_name, id`)
    .all({ kind, id }) as (AttachmentRow & { subject: string })[];
  return rows.map((row) => ({ ...toAttachment(row), subject: row.subject }));
}

/** Files attached to the figures of a site and to what they cite. */
export function documentsOfSite(db: ReadableDb, id: string): AttachedDocument[] {
  return documents(db, [ofFigures, ofSources(figureSources)], 'site', id);
}

/** Files attached to the own figures and the contracts of a company, and to what they cite. */
export function documentsOfCompany(db: ReadableDb, id: string): AttachedDocument[] {
  const cited = `${figureSources}
    UNION SELECT source_id FROM contract WHERE company_id = @id
    UNION SELECT source_id FROM debt_instrument WHERE company_id = @id`;
  return documents(db, [ofFigures, ofContracts, ofSources(cited)], 'company', id);
}
