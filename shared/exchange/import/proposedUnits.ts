import type { ImportColumn } from '../../domain/tableImport.ts';
import { columnUnits } from './columnUnits.ts';
import type { ImportTarget } from './profiles.ts';
import type { RawCell } from './rawTable.ts';
import { readCell } from './readCell.ts';

/** A unit in which a number would be usual, and what it would be. */
export interface ProposedUnit {
  readonly unit: string;
  readonly value: number;
}

/** Units that make a usual number of an unusual or impossible one; none where the cell names its own unit. */
export function proposedUnits(cell: RawCell, target: ImportTarget, column: ImportColumn): ProposedUnit[] {
  const choices = Object.keys(columnUnits[target.field.unit ?? ''] ?? {});
  if (column.unit === null || choices.length < 2) return [];
  const now = readCell(cell, target, column);
  const isAsked = now.kind === 'value' ? now.isUnusual : now.fault === 'outOfBounds';
  if (!isAsked) return [];
  return choices.flatMap((unit) => {
    if (unit === column.unit) return [];
    const reading = readCell(cell, target, { ...column, unit });
    const isUsual = reading.kind === 'value' && !reading.isUnusual && typeof reading.value === 'number';
    return isUsual ? [{ unit, value: Number(reading.value) }] : [];
  });
}
