import { useMemo, type ReactElement } from 'react';
import type { GridRow, GridSubject } from '../../../shared/domain/gridEdit.ts';
import { writtenCells, type PastedCell, type PastePlan } from '../../../shared/exchange/grid/planPaste.ts';
import { gridColumnLabel, gridText, gridValueText, pastedResult } from '../../../shared/text/gridText.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { Column } from '../../ui/tableColumns.ts';
import { useText } from '../../ui/useText.ts';
import { rowName } from './gridColumns.tsx';

/** Every cell of a pasted block: its reading, what it replaces, and what becomes of it. */
export function PastedCells({
  subject,
  rows,
  plan,
}: {
  readonly subject: GridSubject;
  readonly rows: readonly GridRow[];
  readonly plan: PastePlan;
}): ReactElement {
  const { language, text: screen } = useText();
  const columns = useMemo((): readonly Column<PastedCell>[] => {
    const text = gridText[language];
    const written = new Set(writtenCells(plan));
    const value = ({ field }: PastedCell, of: string | number | null): string =>
      of === null ? screen.missing : gridValueText(field, of, language, true);
    const nameOf = (cell: PastedCell): string => {
      const row = rows[cell.row];
      return row ? rowName(subject, row, language) : `${text.newRow} ${cell.row - rows.length + 1}`;
    };
    const result = (cell: PastedCell): string =>
      pastedResult(cell, plan.lacking.get(cell.row), written.has(cell), language);
    return [
      { id: 'row', head: text.row, cell: nameOf },
      { id: 'column', head: text.column, cell: ({ field }) => gridColumnLabel(field.key, language) },
      { id: 'text', head: text.text, numeric: true, cell: (cell) => cell.text },
      {
        id: 'read',
        head: text.read,
        numeric: true,
        cell: (cell) => <b>{cell.reading.kind === 'value' ? value(cell, cell.reading.value) : ''}</b>,
        exported: {
          unit: '',
          of: ({ reading }) => (reading.kind === 'value' ? reading.value : null),
        },
      },
      {
        id: 'replaces',
        head: text.replaces,
        numeric: true,
        cell: (cell) => (cell.row < rows.length ? value(cell, cell.before) : ''),
      },
      {
        id: 'result',
        head: text.result,
        cell: (cell) => (
          <span className={`grid-result ${written.has(cell) ? '' : cell.outcome}`}>{result(cell)}</span>
        ),
        exported: { unit: '', of: result },
      },
    ];
  }, [subject, rows, plan, language, screen]);
  return (
    <DataTable
      label={gridText[language].pasted}
      columns={columns}
      rows={plan.cells}
      rowKey={({ row, field }) => `${row} ${field.key}`}
    />
  );
}
