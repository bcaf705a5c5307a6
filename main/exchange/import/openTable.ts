import { readFileSync, statSync } from 'node:fs';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { mostBytes, type FileNote, type RawTable } from '../../../shared/exchange/import/rawTable.ts';
import {
  findDelimiter,
  keepRow,
  splitRows,
  type KeptRows,
} from '../../../shared/exchange/import/splitTable.ts';
import { checkText, decodeText } from './decodeText.ts';
import { inTurns } from './unblocked.ts';

async function textTable(
  text: string,
  about: Pick<RawTable, 'encoding'>,
  hadMark: boolean,
): Promise<RawTable> {
  const delimiter = findDelimiter(text);
  const kept: KeptRows = { rows: [], numbers: [] };
  const notes = new Set<FileNote>(hadMark ? ['bom'] : []);
  const turns = inTurns();
  for (const row of splitRows(text, delimiter)) {
    keepRow(kept, row);
    if (row.isOpen) notes.add('unclosedQuote');
    if (kept.rows.length % 256 === 0) await turns.next(kept.rows.length);
  }
  const widths = new Set(kept.rows.map((row) => row.length));
  if (widths.size > 1) notes.add('raggedRows');
  return { format: 'text', ...about, delimiter, sheet: null, ...kept, notes: [...notes] };
}

/** A pasted block. */
export async function pastedTable(text: string): Promise<RawTable> {
  return textTable(checkText(text), { encoding: null }, false);
}

export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

function inMegabytes(bytes: number): string {
  return String(Math.ceil(bytes / 1024 / 1024));
}

/** The content of a file that is not too large to be read. */
export function bytesOfFile(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > mostBytes)
      throw new UserFacingError('import.tooLarge', { size: inMegabytes(size), most: inMegabytes(mostBytes) });
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UserFacingError) throw error;
    throw new UserFacingError('file.notFound', { path });
  }
}

/** Reads a file by its content, whatever its name says. */
export async function tableOfFile(path: string): Promise<RawTable> {
  const bytes = bytesOfFile(path);
  if (isArchive(bytes)) {
    // The reader is large and seldom needed: it is loaded when a workbook is.
    const { loadWorkbook, tableOfWorkbook } = await import('./readWorkbook.ts');
    return tableOfWorkbook(await loadWorkbook(bytes));
  }
  return tableOfText(bytes);
}

/** A delimited text, its encoding found first. */
export async function tableOfText(bytes: Uint8Array): Promise<RawTable> {
  const { text, encoding, hadMark } = decodeText(bytes);
  return textTable(text, { encoding }, hadMark);
}
