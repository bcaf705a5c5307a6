import type { DifficultyPoint } from '../engine/analysis/difficultyChoice.ts';
import type { Language } from '../format/number.ts';
import { readQuantity } from './readQuantity.ts';

/** A table as it was read, or the first row that cannot be. */
export type DifficultyTableReading =
  | { readonly kind: 'read'; readonly points: readonly DifficultyPoint[] }
  | { readonly kind: 'wrongRow'; readonly row: number; readonly text: string }
  | { readonly kind: 'twice'; readonly month: string }
  | { readonly kind: 'noRow' };

const highestEhS = 1_000_000;

function readRow(text: string, language: Language): DifficultyPoint | undefined {
  const [, month = '', rest = ''] = /^(\d{4}-(?:0[1-9]|1[0-2]))[\s;:,]+(.+)$/.exec(text) ?? [];
  const reading = readQuantity(rest, 'EH/s', language);
  const isOne = reading.kind === 'read' && reading.value >= 1 && reading.value <= highestEhS;
  return isOne ? { month, hashrateEhS: reading.value } : undefined;
}

/**
 * R2.5a Reads an analyst's table, one row a line: a month "2027-06" and the network's hash rate in the notation of the
 * language. An ambiguous number is no row: nothing is guessed.
 * @example readDifficultyTable('2027-06 1,100', 'en') // → { kind: 'read', points: [{ month: '2027-06', … 1100 }] }
 */
export function readDifficultyTable(text: string, language: Language): DifficultyTableReading {
  const points: DifficultyPoint[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const row = line.trim();
    if (row === '') continue;
    const point = readRow(row, language);
    if (!point) return { kind: 'wrongRow', row: index + 1, text: row };
    if (points.some(({ month }) => month === point.month)) return { kind: 'twice', month: point.month };
    points.push(point);
  }
  if (points.length === 0) return { kind: 'noRow' };
  return { kind: 'read', points: points.toSorted((a, b) => a.month.localeCompare(b.month)) };
}
