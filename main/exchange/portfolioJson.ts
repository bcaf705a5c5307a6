import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import {
  portfolioFormat,
  type StoredPortfolio,
  type StoredTable,
} from '../../shared/exchange/portfolioDocument.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { newestSchema } from '../db/openDatabase.ts';

/** A larger document would be read into memory as a whole. */
export const mostJsonBytes = 200_000_000;

const Cell = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.strictObject({ real: z.enum(['Infinity', '-Infinity', '-0']) }),
  z.strictObject({ integer: z.string().regex(/^-?\d{1,19}$/) }),
  z.strictObject({ base64: z.base64() }),
]);
const Table = z
  .strictObject({ name: z.string(), columns: z.array(z.string()), rows: z.array(z.array(Cell)) })
  .refine(({ columns, rows }) => rows.every((row) => row.length === columns.length));
const Document = z.strictObject({
  format: z.literal(portfolioFormat),
  appVersion: z.string(),
  exportedAt: z.string(),
  sha256: z.string(),
  schemaVersion: z.number().int().positive(),
  tables: z.array(Table),
});
/** Of a newer version nothing is known but that it is one. */
const AnyVersion = z.looseObject({
  format: z.string().startsWith('umbau-portfolio-'),
  schemaVersion: z.number(),
});

/** SHA-256 over schema version and tables as compact JSON, so that it holds whatever the spaces between. */
function hashOfContent({ schemaVersion, tables }: StoredPortfolio): string {
  const hash = createHash('sha256').update(JSON.stringify(schemaVersion));
  for (const { name, columns, rows } of tables) hash.update(JSON.stringify({ name, columns, rows }));
  return hash.digest('hex');
}

function tableJson({ name, columns, rows }: StoredTable): string {
  const lines = rows.map((row) => `   ${JSON.stringify(row)}`);
  const body = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `  {"name":${JSON.stringify(name)},"columns":${JSON.stringify(columns)},"rows":${body}}`;
}

/** One document: a line a row, so that two exports can be compared line by line. */
export function portfolioJson(
  stored: StoredPortfolio,
  { appVersion, exportedAt }: { readonly appVersion: string; readonly exportedAt: string },
): string {
  const head = {
    format: portfolioFormat,
    appVersion,
    exportedAt,
    sha256: hashOfContent(stored),
    schemaVersion: stored.schemaVersion,
  };
  const opening = JSON.stringify(head).slice(0, -1);
  return `${opening},"tables":[\n${stored.tables.map(tableJson).join(',\n')}\n]}\n`;
}

function parsed(path: string): unknown {
  if (statSync(path).size > mostJsonBytes) throw new UserFacingError('exchange.jsonTooLarge', { path });
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new UserFacingError('exchange.damagedJson', { path });
  }
}

/** Reads a document back: of this format, of a known schema, and as it was written. */
export function readPortfolioJson(path: string): StoredPortfolio {
  const raw = parsed(path);
  const any = AnyVersion.safeParse(raw);
  if (!any.success) throw new UserFacingError('exchange.notPortfolioJson', { path });
  const [found, known] = [any.data.schemaVersion, newestSchema()];
  if (found > known)
    throw new UserFacingError('db.fromFuture', { path, found: String(found), known: String(known) });
  const document = Document.safeParse(raw);
  if (!document.success) throw new UserFacingError('exchange.damagedJson', { path });
  if (hashOfContent(document.data) !== document.data.sha256)
    throw new UserFacingError('exchange.changedJson', { path });
  return document.data;
}
