import type { RawCell } from './rawTable.ts';

/** What a column's own cells say of its decimal sign. */
export interface NotationEvidence {
  /** Cells that only one notation explains, by row; both lists filled is a contradiction. */
  readonly comma: readonly number[];
  readonly point: readonly number[];
  /** Cells that both notations explain, with different values. */
  readonly open: number;
}

const digits = /^[^\d]*?(\d[\d.,'\u2019\u00a0\u202f ]*)/;
const grouped: Readonly<Record<string, RegExp>> = {
  '.': /^\d{1,3}(\.\d{3})+(,\d+)?$/,
  ',': /^\d{1,3}(,\d{3})+(\.\d+)?$/,
};

/** What one cell says: nothing where both notations give one value, or none gives any. */
export function cellNotation(cell: RawCell): 'comma' | 'point' | 'open' | undefined {
  if (typeof cell === 'number' || !/[.,]/.test(cell)) return undefined;
  const number = digits.exec(cell)?.[1] ?? '';
  const bare = number.replaceAll(/['\u2019\u00a0\u202f ]/g, '').replace(/[.,]$/, '');
  // One separator before exactly three digits is the only shape with two readings.
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(bare)) return 'open';
  if (/^\d+,\d+$/.test(bare)) return 'comma';
  if (/^\d+\.\d+$/.test(bare)) return 'point';
  if (grouped['.']?.test(bare) === true) return 'comma';
  return grouped[',']?.test(bare) === true ? 'point' : undefined;
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
