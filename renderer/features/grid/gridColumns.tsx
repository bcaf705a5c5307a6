import { useMemo } from 'react';
import {
  fieldInRow,
  isFixed,
  usualRange,
  type GridRow,
  type GridSubject,
} from '../../../shared/domain/gridEdit.ts';
import type { RecordField } from '../../../shared/domain/records.ts';
import { gridColumnLabel, gridText, gridUnit, gridValueText } from '../../../shared/text/gridText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import type { Column } from '../../ui/tableColumns.ts';
import { useText } from '../../ui/useText.ts';
import { CellEditor, type Way } from './CellEditor.tsx';

/** The cell that is typed in, and what it begins with. */
export interface Editing {
  readonly rowId: string;
  readonly key: string;
  readonly typed: string;
}

interface Wiring {
  readonly subject: GridSubject;
  readonly fields: readonly RecordField[];
  readonly editing: Editing | null;
  readonly store: (row: GridRow, key: string, value: string | number | null, way: Way) => Promise<void>;
  readonly leave: (row: GridRow, key: string, way: Way) => void;
}

export function rowName(subject: GridSubject, row: GridRow, language: 'de' | 'en'): string {
  if (row.id === '') return gridText[language].newRow;
  const [field] = ['field', 'name', 'counterparty', 'instrument', 'period', 'model'].filter(
    (key) => row.values[key] != null,
  );
  const value = row.values[field ?? ''] ?? '';
  const isFigure = subject.kind === 'figure';
  return isFigure ? gridValueText({ key: 'field', type: 'choice' }, value, language, false) : String(value);
}

/** The columns of an editable list; the one cell that is typed in is a field. */
export function useGridColumns({
  subject,
  fields,
  editing,
  store,
  leave,
}: Wiring): readonly Column<GridRow>[] {
  const { language, text } = useText();
  return useMemo(
    () =>
      fields.map((column): Column<GridRow> => {
        const { key } = column;
        const label = gridColumnLabel(key, language);
        const shown = (row: GridRow): string => {
          const field = fieldInRow(subject, column, row);
          return gridValueText(field, row.values[key] ?? null, language, subject.kind === 'figure');
        };
        return {
          id: key,
          head: `${label}${column.isRequired === true ? ' *' : ''}`,
          unit: gridUnit(column, language),
          numeric: column.type === 'number',
          exported: { unit: gridUnit(column, language), of: (row) => row.values[key] ?? null },
          cell: (row) => {
            if (editing?.rowId === row.id && editing.key === key)
              return (
                <CellEditor
                  field={fieldInRow(subject, column, row)}
                  usual={usualRange(fieldInRow(subject, column, row))}
                  label={fill(gridText[language].cell, {
                    column: label,
                    row: rowName(subject, row, language),
                  })}
                  typed={editing.typed}
                  onStore={(value, way) => void store(row, key, value, way)}
                  onCancel={() => leave(row, key, 'stay')}
                />
              );
            const value = shown(row);
            if (value !== '')
              return <span className={column.type === 'number' ? undefined : 'grid-text'}>{value}</span>;
            if (row.id === '')
              return <span className="muted">{key === fields[0]?.key ? gridText[language].newRow : ''}</span>;
            return isFixed(subject, key, false) ? '' : <span className="miss">{text.missing}</span>;
          },
        };
      }),
    [language, text, subject, fields, editing, store, leave],
  );
}
