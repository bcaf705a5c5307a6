import type { WritableDb } from '../access.ts';

/**
 * Files attached to figures, contracts and sources; where in a document a value was read, when the document appeared, and
 * who entered a record. Bytes stand in a table of their own, once for each SHA-256, so that no list of attachments reads
 * them and the change log never copies them.
 */
export const version = 70;

const schema = `
CREATE TABLE attached_content (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64), bytes BLOB NOT NULL
) STRICT;
CREATE TABLE attachment (
  id TEXT PRIMARY KEY, figure_id TEXT REFERENCES figure (id) ON DELETE CASCADE,
  contract_id TEXT REFERENCES contract (id) ON DELETE CASCADE,
  source_id INTEGER REFERENCES source (id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL REFERENCES attached_content (sha256), file_name TEXT NOT NULL, media_type TEXT NOT NULL,
  byte_count INTEGER NOT NULL CHECK (byte_count > 0), entered_by TEXT, entered_at TEXT NOT NULL,
  CHECK ((figure_id IS NOT NULL) + (contract_id IS NOT NULL) + (source_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX attachment_of_figure ON attachment (figure_id) WHERE figure_id IS NOT NULL;
CREATE INDEX attachment_of_contract ON attachment (contract_id) WHERE contract_id IS NOT NULL;
CREATE INDEX attachment_of_source ON attachment (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX attachment_of_content ON attachment (sha256);
ALTER TABLE source ADD COLUMN published_on TEXT;
`;

const cited = ['figure', 'site', 'contract', 'debt_instrument', 'identity_period'] as const;
const withoutAuthor = ['site', 'contract', 'debt_instrument', 'identity_period'] as const;

export function up(db: WritableDb): void {
  db.exec(schema);
  for (const table of cited) db.exec(`ALTER TABLE ${table} ADD COLUMN source_page TEXT`);
  for (const table of withoutAuthor) db.exec(`ALTER TABLE ${table} ADD COLUMN entered_by TEXT`);
}
