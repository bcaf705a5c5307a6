import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contentTable } from '../../shared/exchange/portfolioDocument.ts';
import {
  portfolioCsvFiles,
  portfolioWorkbook,
  type ExportOrigin,
} from '../../shared/exchange/portfolioTables.ts';
import type { Language } from '../../shared/format/number.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { appVersion } from '../appVersion.ts';
import type { WritableDb } from '../db/access.ts';
import { attachedByteCount } from '../db/repositories/attachmentRepository.ts';
import { metaValue } from '../db/repositories/evidenceRepository.ts';
import { storedPortfolio } from '../db/storedTables.ts';
import { translated } from '../db/translated.ts';
import { mostJsonBytes, portfolioJson } from './portfolioJson.ts';
import { asExportedFile, asExportedLines, asExportedWorkbookSheet } from './sheet/asExported.ts';
import { writeWhole } from './writeWhole.ts';

export type ExportForm = 'json' | 'csv' | 'xlsx';

/** Excel's sheets end here; two rows are heads and units. */
const mostRows = 1_048_576 - 2;

/** A folder of files under a name that is free: filled under another name, so that it is there whole or not at all. */
function writeFolder(target: string, files: ReadonlyMap<string, string>): number {
  if (existsSync(target)) throw new UserFacingError('portfolio.fileExists', { path: target });
  const fresh = `${target}.${randomUUID()}.part`;
  try {
    mkdirSync(fresh);
    let bytes = 0;
    for (const [name, text] of files) {
      writeFileSync(join(fresh, name), text);
      bytes += Buffer.byteLength(text);
    }
    renameSync(fresh, target);
    return bytes;
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    const known = translated(error, target);
    if (known instanceof UserFacingError && known.code === 'db.diskFull') throw known;
    throw new UserFacingError('file.notWritable', { path: target });
  }
}

/** Bytes as Base64 take four signs for three. */
const base64Growth = 4 / 3;

/** What could not be read back is not written: a document stands in for the portfolio or is none. */
function refuseTooLarge(byteCount: number, db: WritableDb): void {
  if (byteCount <= mostJsonBytes) return;
  const size = String(Math.round(attachedByteCount(db) / 1e6));
  throw new UserFacingError('exchange.tooLargeForJson', { size });
}

/** Hands the whole portfolio out: a document, a folder of CSV files, or a workbook. @returns bytes written */
export async function exportPortfolio(
  portfolio: { readonly path: string; readonly db: WritableDb },
  form: ExportForm,
  target: string,
  { language, now }: { readonly language: Language; readonly now: string },
): Promise<number> {
  if (form === 'json') refuseTooLarge(attachedByteCount(portfolio.db) * base64Growth, portfolio.db);
  const stored = storedPortfolio(portfolio.db, form === 'json' ? [] : [contentTable]);
  const origin: ExportOrigin = { fileName: basename(portfolio.path), appVersion, exportedAt: now, language };
  const about = { portfolioId: metaValue(portfolio.db, 'portfolio_id') ?? '', exportedAt: now, language };
  if (form === 'csv') {
    const lines = asExportedLines(stored, about, form);
    const files = portfolioCsvFiles(stored, origin);
    return writeFolder(target, new Map([...files, [asExportedFile, `${lines.join('\n')}\n`]]));
  }
  if (form === 'json') {
    const bytes = Buffer.from(portfolioJson(stored, origin), 'utf8');
    refuseTooLarge(bytes.byteLength, portfolio.db);
    writeWhole(target, bytes);
    return bytes.byteLength;
  }
  const long = stored.tables.find(({ rows }) => rows.length > mostRows);
  if (long) throw new UserFacingError('exchange.tooManyRows', { table: long.name });
  // The writer is large and seldom needed: it is loaded when a workbook is.
  const { workbookBytes } = await import('./writeWorkbook.ts');
  const spec = portfolioWorkbook(stored, origin);
  const lines = asExportedLines(stored, about, form);
  // Without this sheet a file can be read, but not come back: better than no file.
  const kept = lines.length > mostRows ? [] : [asExportedWorkbookSheet(lines)];
  const bytes = await workbookBytes({ ...spec, sheets: [...spec.sheets, ...kept] }, now);
  writeWhole(target, bytes);
  return bytes.byteLength;
}
