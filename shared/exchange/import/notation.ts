import type { Language } from '../../format/number.ts';
import { readNumber } from '../readNumber.ts';
import type { RawCell } from './rawTable.ts';

/** What a column's own cells say of its decimal sign. */
export interface NotationEvidence {
  /** Cells that only one notation explains, by row; both lists filled is a contradiction. */
  readonly comma: readonly number[];
  readonly point: readonly number[];
  /** Cells that both notations explain, with different values. */
  readonly open: number;
}

const digits = /^[^\d]*?([-+\u2212(]?\d[\d.,'\u2019\u00a0\u202f ]*)/;

/** What one cell says: nothing where both notations give one value, or none gives any. */
export function cellNotation(cell: RawCell): 'comma' | 'point' | 'open' | undefined {
  if (typeof cell === 'number') return undefined;
  const number = digits.exec(cell.trim())?.[1]?.trim().replace(/[.,]$/, '');
  if (number === undefined || !/[.,]/.test(number)) return undefined;
  const bare = number.replace(/^[-+\u2212(]/, '').replaceAll(/['\u2019\u00a0\u202f ]/g, '');
  // One separator before exactly three digits is the only shape with two readings.
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(bare)) return 'open';
  const fits = (language: Language): boolean => readNumber(bare, language).kind === 'read';
  const [german, english] = [fits('de'), fits('en')];
  if (german === english) return undefined;
  return german ? 'comma' : 'point';
}

const mostNamed = 5;

export function notationEvidence(cells: Iterable<RawCell>): NotationEvidence {
  const comma: number[] = [];
  const point: number[] = [];
  let open = 0;
  let row = 0;
  for (const cell of cells) {
    const says = cellNotation(cell);
    if (says === 'open') open += 1;
    else if (says === 'comma' && comma.length < mostNamed) comma.push(row);
    else if (says === 'point' && point.length < mostNamed) point.push(row);
    row += 1;
  }
  return { comma, point, open };
}
