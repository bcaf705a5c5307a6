import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { flushSync } from 'react-dom';
import {
  fieldInRow,
  gridFields,
  isFixed,
  type GridRow,
  type GridSubject,
} from '../../../shared/domain/gridEdit.ts';
import type { RecordField, RecordValues } from '../../../shared/domain/records.ts';
import { blockOf } from '../../../shared/exchange/grid/planPaste.ts';
import { entryText as typedText } from '../../../shared/exchange/readEntry.ts';
import { gridColumnLabel, gridKindWord, gridText } from '../../../shared/text/gridText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { readGrid, writeGrid } from '../../flows/editGrid.ts';
import { useApp } from '../../store/appStore.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { useText } from '../../ui/useText.ts';
import type { Way } from './CellEditor.tsx';
import { useGridColumns, type Editing } from './gridColumns.tsx';
import { PasteDialog, type PastedBlock } from './PasteDialog.tsx';

const noSource = { title: null, url: null };
const blank: GridRow = { id: '', values: {}, unit: null };

/** The rows as they are stored; read again after every step, also one that was undone. */
function useRows(subject: GridSubject): readonly GridRow[] | undefined {
  const [rows, setRows] = useState<readonly GridRow[]>();
  useEffect(() => {
    let isCurrent = true;
    const read = (): void =>
      void readGrid(subject).then((found) => (isCurrent && found ? setRows(found) : undefined));
    read();
    const unsubscribe = useApp.subscribe((state, before) => {
      if (state.history !== before.history) read();
    });
    return () => {
      isCurrent = false;
      unsubscribe();
    };
  }, [subject]);
  return rows;
}

const steps: Readonly<Record<Way, readonly [rows: number, columns: number]>> = {
  stay: [0, 0],
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
};

/** Puts the focus on the cell that a way leads to. */
function focusCell(grid: HTMLElement | null, row: number, column: number, way: Way): void {
  const [down, right] = steps[way];
  const at = (place: number) => grid?.querySelector<HTMLTableRowElement>(`tr[data-index="${place}"]`);
  const cells = (at(row + down) ?? at(row))?.cells;
  (cells?.[column + right] ?? cells?.[column])?.focus();
}

function firstTyped(event: KeyboardEvent, stored: string): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === 'F2' || event.key === 'Enter') return stored;
  return event.key.length === 1 && event.key !== ' ' ? event.key : undefined;
}

/** P24 A list whose cells are edited in place, with a last row for what is new and a preview of what is pasted. */
export function EditGrid({ subject: given }: { readonly subject: GridSubject }): ReactElement {
  const { language } = useText();
  const text = gridText[language];
  const { kind, companyId, siteId } = given;
  const subject = useMemo(() => ({ kind, companyId, siteId }), [kind, companyId, siteId]);
  const fields = useMemo(() => gridFields(subject), [subject]);
  const stored = useRows(subject);
  const [draft, setDraft] = useState<RecordValues>({});
  const [editing, setEditing] = useState<Editing | null>(null);
  const [message, setMessage] = useState('');
  const [pasted, setPasted] = useState<PastedBlock | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => [...(stored ?? []), { ...blank, values: draft }], [stored, draft]);

  const rowIndex = useCallback((row: GridRow) => rows.findIndex(({ id }) => id === row.id), [rows]);
  const leave = useCallback(
    (row: GridRow, key: string, way: Way) => {
      // Drawn at once: the next key may come before the next frame, and must find the cell.
      flushSync(() => setEditing(null));
      focusCell(
        place.current,
        rowIndex(row),
        fields.findIndex((field) => field.key === key),
        way,
      );
    },
    [fields, rowIndex],
  );
  const store = useCallback(
    async (row: GridRow, key: string, value: string | number | null, way: Way): Promise<void> => {
      leave(row, key, way);
      setMessage('');
      if ((row.values[key] ?? null) === value) return;
      if (row.id !== '') {
        await writeGrid({ subject, rows: [{ id: row.id, values: { [key]: value } }], source: noSource });
        return;
      }
      const values = { ...row.values, [key]: value };
      const lacking = fields.filter((field) => field.isRequired === true && values[field.key] == null);
      setDraft(values);
      if (lacking.length > 0) {
        const columns = lacking.map((field) => gridColumnLabel(field.key, language)).join(', ');
        setMessage(fill(text.newRowNeeds, { columns }));
        return;
      }
      const known = Object.fromEntries(Object.entries(values).filter(([, one]) => one !== null));
      if (await writeGrid({ subject, rows: [{ id: null, values: known }], source: noSource })) setDraft({});
    },
    [fields, language, leave, subject, text],
  );
  const begin = (row: GridRow, field: RecordField, typed: string): void => {
    if (isFixed(subject, field.key, row.id === '')) setMessage(text.fixed);
    else setEditing({ rowId: row.id, key: field.key, typed });
  };
  const inRow = (row: GridRow, key: string): RecordField | undefined => {
    const field = fields.find((one) => one.key === key);
    return field && fieldInRow(subject, field, row);
  };
  const columns = useGridColumns({ subject, fields, editing, store, leave });
  if (!stored) return <p className="pad" role="status" />;
  const what = gridKindWord(kind, language);
  return (
    <div className="grid-edit" ref={place}>
      <DataTable
        label={fill(text.grid, { what })}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onCellOpen={(row, key) => {
          const field = inRow(row, key);
          if (field) begin(row, field, typedText(field, row.values[key] ?? null, language));
        }}
        onCellKey={(event, row, key) => {
          const field = inRow(row, key);
          if (!field) return false;
          if (event.key === 'Delete' && !isFixed(subject, key, row.id === '')) {
            if (field.isRequired === true)
              setMessage(fill(text.newRowNeeds, { columns: gridColumnLabel(key, language) }));
            else void store(row, key, null, 'stay');
            return true;
          }
          const typed = firstTyped(event, typedText(field, row.values[key] ?? null, language));
          if (typed === undefined) return false;
          event.preventDefault();
          begin(row, field, typed);
          return true;
        }}
        onCellPaste={(event, row, key) => {
          const block = blockOf(event.clipboardData.getData('text/plain'));
          if (block.length === 0 || editing) return;
          event.preventDefault();
          const column = fields.findIndex((field) => field.key === key);
          setPasted({ block, start: { row: rowIndex(row), column } });
        }}
      />
      <p className="grid-message" role="status">
        {message}
      </p>
      {pasted ? (
        <PasteDialog
          subject={subject}
          fields={fields}
          rows={stored}
          pasted={pasted}
          onClose={() => {
            flushSync(() => setPasted(null));
            const { row, column } = pasted.start;
            focusCell(place.current, row, column, 'stay');
          }}
        />
      ) : null}
    </div>
  );
}
