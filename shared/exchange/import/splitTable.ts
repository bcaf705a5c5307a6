import { UserFacingError } from '../../ipc/result.ts';
import { delimiters, mostColumns, mostRows, type Delimiter } from './rawTable.ts';

/** A row, the line it begins in, and whether its last quotation mark was never closed. */
export interface SplitRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly isOpen: boolean;
}

/** Reads one quoted field from its opening mark; a doubled mark inside is one mark. */
function quoted(
  text: string,
  from: number,
): { readonly cell: string; readonly end: number; isOpen: boolean } {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1) return { cell: cell + text.slice(at), end: text.length, isOpen: true };
    cell += text.slice(at, close);
    if (text[close + 1] !== '"') return { cell, end: close + 1, isOpen: false };
    cell += '"';
    at = close + 2;
  }
}

function plainEnd(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === delimiter || sign === '\n' || sign === '\r') return at;
  }
  return text.length;
}

/** Rows of a delimited text by RFC 4180, with any line ending; a quotation mark inside a field is a letter. */
export function* splitRows(text: string, delimiter: Delimiter): Generator<SplitRow> {
  let at = 0;
  let line = 1;
  let breaks = 0;
  let cells: string[] = [];
  let isOpen = false;
  while (at < text.length) {
    let end: number;
    if (text[at] === '"') {
      const field = quoted(text, at);
      end = plainEnd(text, field.end, delimiter);
      cells.push(field.cell + text.slice(field.end, end));
      breaks += field.cell.match(/\r\n?|\n/g)?.length ?? 0;
      isOpen ||= field.isOpen;
    } else {
      end = plainEnd(text, at, delimiter);
      cells.push(text.slice(at, end));
    }
    if (cells.length > mostColumns)
      throw new UserFacingError('import.tooManyColumns', { most: String(mostColumns) });
    if (text[end] === delimiter) {
      at = end + 1;
      // A line that ends in a delimiter ends in an empty field.
      if (at >= text.length || text[at] === '\n' || text[at] === '\r') cells.push('');
      else continue;
      end = at;
    }
    yield { line, cells, isOpen };
    line += 1 + breaks;
    breaks = 0;
    cells = [];
    isOpen = false;
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
}

const looked = 50;

/** The delimiter that splits the first lines into equally many fields, and more than one; a semicolon wins a draw. */
export function findDelimiter(text: string): Delimiter {
  const score = (delimiter: Delimiter): number => {
    const widths: number[] = [];
    try {
      for (const { cells } of splitRows(text.slice(0, 65_536), delimiter)) {
        if (cells.length > 1 || cells[0]?.trim() !== '') widths.push(cells.length);
        if (widths.length >= looked) break;
      }
    } catch (error) {
      if (error instanceof UserFacingError) return mostColumns + 1;
      throw error;
    }
    const [first = 1] = widths;
    if (first < 2) return 0;
    // A comma inside numbers splits unevenly; a real delimiter gives every line the width of the first.
    return (first * widths.filter((width) => width === first).length) / widths.length ** 0.99;
  };
  const scored = delimiters.map((delimiter) => ({ delimiter, points: score(delimiter) }));
  const best = scored.reduce((a, b) => (b.points > a.points * 1.0001 ? b : a));
  return best.delimiter;
}

/** Rows that hold something, each with its line. */
export interface KeptRows {
  readonly rows: (readonly string[])[];
  readonly numbers: number[];
}

/** Adds rows of a text to a list; a count beyond the limit is refused before memory is. */
export function keepRow({ rows, numbers }: KeptRows, { line, cells }: SplitRow): void {
  if (cells.every((cell) => cell.trim() === '')) return;
  if (rows.length >= mostRows) throw new UserFacingError('import.tooManyRows', { most: String(mostRows) });
  rows.push(cells);
  numbers.push(line);
}
