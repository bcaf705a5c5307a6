import { useMemo, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly unit?: string;
  readonly numeric?: boolean;
  /** Leaves below 1280 px. */
  readonly optional?: boolean;
  /** What the column sorts by; null goes last in either direction. */
  readonly sortBy?: (row: Row) => number | string | null;
  readonly cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly onPreview?: (row: Row) => void;
  readonly isBest?: (row: Row) => boolean;
  readonly footer?: ReactNode;
}

interface Sorting {
  readonly id: string;
  readonly descending: boolean;
}

function compared(a: number | string | null, b: number | string | null, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
  return descending ? -order : order;
}

function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | null,
): readonly Row[] {
  const by = columns.find(({ id }) => id === sorting?.id)?.sortBy;
  if (!sorting || !by) return rows;
  return rows.toSorted((a, b) => compared(by(a), by(b), sorting.descending));
}

/** Moves focus by one row or to an end; the grid keeps one row in the tab order. */
function moveFocus(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 10,
    PageUp: -10,
    Home: -1e9,
    End: 1e9,
  };
  const step = steps[event.key];
  const rows = [...event.currentTarget.rows];
  const index = rows.findIndex((row) => row === document.activeElement);
  if (step === undefined || index < 0) return;
  event.preventDefault();
  rows[Math.min(rows.length - 1, Math.max(0, index + step))]?.focus();
}

function Head<Row>({
  column,
  sorting,
  onSort,
}: {
  readonly column: Column<Row>;
  readonly sorting: Sorting | null;
  readonly onSort: () => void;
}): ReactElement {
  const isSorted = sorting?.id === column.id;
  const direction = isSorted ? (sorting.descending ? 'descending' : 'ascending') : undefined;
  const label = (
    <>
      {column.head}
      {isSorted ? <span aria-hidden="true"> {sorting.descending ? '↓' : '↑'}</span> : null}
    </>
  );
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={[column.numeric ? 'n' : '', column.optional ? 'optional' : ''].join(' ')}
    >
      {column.sortBy ? (
        <button type="button" className="sort" onClick={onSort}>
          {label}
        </button>
      ) : (
        label
      )}
      {column.unit === undefined ? null : <small>{column.unit}</small>}
    </th>
  );
}

/** Rows that sort, can be walked by arrow keys, opened by Enter and previewed by the space bar. */
export function DataTable<Row>(props: Props<Row>): ReactElement {
  const { columns, rows, rowKey, onOpen, onPreview } = props;
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const shown = useMemo(() => sorted(rows, columns, sorting), [rows, columns, sorting]);
  const first = shown[0];
  const tabStop = shown.some((row) => rowKey(row) === current) ? current : first ? rowKey(first) : null;
  const sort = (column: Column<Row>) =>
    setSorting((before) => ({
      id: column.id,
      descending: before?.id === column.id ? !before.descending : (column.numeric ?? false),
    }));
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>, row: Row) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && onOpen) onOpen(row);
    if (event.key === ' ' && onPreview) {
      event.preventDefault();
      onPreview(row);
    }
  };
  return (
    <div className="table-scroll" role="region" aria-label={props.label} tabIndex={-1}>
      <table aria-label={props.label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sorting={sorting} onSort={() => sort(column)} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={moveFocus}>
          {shown.map((row) => {
            const key = rowKey(row);
            const className = [props.isBest?.(row) ? 'best' : '', key === current ? 'sel' : '']
              .join(' ')
              .trim();
            return (
              <tr
                key={key}
                className={className}
                tabIndex={key === tabStop ? 0 : -1}
                onFocus={() => setCurrent(key)}
                onDoubleClick={() => onOpen?.(row)}
                onKeyDown={(event) => onKey(event, row)}
              >
                {columns.map((column, index) => {
                  const cellClass = [column.numeric ? 'n' : '', column.optional ? 'optional' : '']
                    .join(' ')
                    .trim();
                  return index === 0 ? (
                    <th key={column.id} scope="row" className={cellClass}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.id} className={cellClass}>
                      {column.cell(row)}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
        {props.footer === undefined ? null : <tfoot>{props.footer}</tfoot>}
      </table>
    </div>
  );
}
