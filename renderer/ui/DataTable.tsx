import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import { copyRow } from '../flows/copyToClipboard.ts';
import { basisText } from '../../shared/text/basisText.ts';
import { fill } from '../../shared/text/screenText.ts';
import { TableMenu } from './TableMenu.tsx';
import { cellClass, exportTable, mixedBases, sortedRows, type Column, type Sorting } from './tableColumns.ts';
import { useText } from './useText.ts';
import { useGridFocus } from './useGridFocus.ts';

interface Props<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly onPreview?: (row: Row) => void;
  /** A key in a cell, before the table takes it; true where it was meant for the cell. */
  readonly onCellKey?: (event: KeyboardEvent<HTMLElement>, row: Row, columnId: string) => boolean;
  readonly onCellOpen?: (row: Row, columnId: string) => void;
  readonly onCellPaste?: (event: ClipboardEvent<HTMLElement>, row: Row, columnId: string) => void;
  /** The row that the focus came to. */
  readonly onCurrent?: (row: Row) => void;
  /** Escape. */
  readonly onLeave?: () => void;
  readonly isBest?: (row: Row) => boolean;
  readonly footer?: ReactNode;
}

/** Shorter tables are drawn whole; longer ones only where they are looked at. */
const drawnWhole = 150;
const rowHeightPx = 29;

function Head<Row>({
  column,
  bases,
  sorting,
  onSort,
  menu,
}: {
  readonly column: Column<Row>;
  /** What the column mixes; it is not sorted then, and says why. */
  readonly bases: readonly string[];
  readonly sorting: Sorting | null;
  readonly onSort: () => void;
  readonly menu: ReactNode;
}): ReactElement {
  const { language } = useText();
  const isMixed = bases.length > 0;
  const isSorted = sorting?.id === column.id && !isMixed;
  const direction = isSorted ? (sorting.descending ? 'descending' : 'ascending') : undefined;
  const label = (
    <>
      {column.head}
      {isSorted ? <span aria-hidden="true"> {sorting.descending ? '↓' : '↑'}</span> : null}
    </>
  );
  return (
    <th scope="col" aria-sort={direction} className={cellClass(column)}>
      {column.sortBy ? (
        <button
          type="button"
          className="sort"
          onClick={isMixed ? undefined : onSort}
          {...(isMixed && {
            'aria-disabled': true,
            title: fill(basisText[language].mixed, { bases: bases.join(', ') }),
          })}
        >
          {label}
        </button>
      ) : (
        label
      )}
      {menu}
      {column.unit === undefined ? null : <small>{column.unit}</small>}
    </th>
  );
}

function Cells<Row>({
  row,
  columns,
}: {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
}): ReactElement {
  return (
    <>
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.id} scope="row" tabIndex={-1} className={cellClass(column)}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.id} tabIndex={-1} className={cellClass(column)}>
            {column.cell(row)}
          </td>
        ),
      )}
    </>
  );
}

/** Keeps the place of rows that are not drawn. */
function Gap({ height }: { readonly height: number }): ReactElement | null {
  return height > 0 ? <tr aria-hidden="true" className="gap" style={{ height }} /> : null;
}

/** The rows to draw, and how much stands above and below them. */
function useDrawnRows(count: number, scroll: RefObject<HTMLDivElement | null>) {
  const isVirtual = count > drawnWhole;
  // The library tells of scrolling through one object; nothing here is memoised on it.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: isVirtual ? count : 0,
    // A table that is drawn whole is not measured either.
    enabled: isVirtual,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeightPx,
    overscan: 12,
    // A first drawing before the page is measured shows something.
    initialRect: { width: 1000, height: 700 },
  });
  const items = virtualizer.getVirtualItems();
  const indexes = isVirtual
    ? items.map(({ index }) => index)
    : Array.from({ length: count }, (_, index) => index);
  return {
    isVirtual,
    indexes,
    above: items[0]?.start ?? 0,
    below: isVirtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0,
    measure: isVirtual ? virtualizer.measureElement : undefined,
    reveal: (index: number) => {
      if (isVirtual) virtualizer.scrollToIndex(index, { align: 'auto' });
    },
  };
}

/** The column of a cell or of what stands in it. */
function columnOf<Row>(columns: readonly Column<Row>[], target: EventTarget): string | undefined {
  const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
  return cell ? columns[cell.cellIndex]?.id : undefined;
}

/** Marked text is what the analyst wants to copy then. */
function hasSelection(): boolean {
  return (getSelection()?.toString() ?? '') !== '';
}

/** A grid that sorts, is walked cell by cell, opened by Enter, previewed by the space bar; ten thousand rows scroll. */
export function DataTable<Row>(props: Props<Row>): ReactElement {
  const { columns, rows, rowKey, onOpen, onPreview } = props;
  const { text } = useText();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const shown = useMemo(() => sortedRows(rows, columns, sorting), [rows, columns, sorting]);
  const drawn = useDrawnRows(shown.length, scroll);
  const focus = useGridFocus(body, { rowCount: shown.length, reveal: drawn.reveal });
  const sort = (column: Column<Row>) =>
    setSorting((before) => ({
      id: column.id,
      descending: before?.id === column.id ? !before.descending : (column.numeric ?? false),
    }));
  const onRowKey = (event: KeyboardEvent<HTMLTableRowElement>, row: Row) => {
    const column = columnOf(columns, event.target);
    if (column !== undefined && props.onCellKey?.(event, row, column)) {
      event.stopPropagation();
      return;
    }
    const isOnControl = event.target instanceof Element && event.target.matches('button, a[href]');
    if (event.key === 'Enter' && onOpen && !isOnControl) onOpen(row);
    if (event.key === 'Escape') props.onLeave?.();
    if (event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey) && !hasSelection()) {
      event.preventDefault();
      void copyRow(exportTable([row], columns));
    }
    if (event.key === ' ' && onPreview) {
      event.preventDefault();
      const focused = event.currentTarget;
      onPreview(row);
      // The panel takes room: rows wrap anew, and the one looked at must stay in view.
      requestAnimationFrame(() => focused.scrollIntoView({ block: 'nearest' }));
    }
  };
  return (
    <div className="table-scroll" role="region" aria-label={props.label} tabIndex={-1} ref={scroll}>
      <table
        role="grid"
        aria-label={props.label}
        aria-rowcount={shown.length + (props.footer === undefined ? 1 : 2)}
        className={drawn.isVirtual ? 'virtual' : undefined}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column, index) => (
              <Head
                key={column.id}
                column={column}
                bases={mixedBases(rows, column)}
                sorting={sorting}
                onSort={() => sort(column)}
                menu={
                  index === 0 ? (
                    <TableMenu name={props.label} table={() => exportTable(shown, columns)} />
                  ) : null
                }
              />
            ))}
          </tr>
        </thead>
        <tbody
          ref={body}
          onKeyDown={focus.onKeyDown}
          onFocus={(event) => {
            const index = focus.onFocus(event);
            const row = index === undefined ? undefined : shown[index];
            if (row !== undefined) props.onCurrent?.(row);
          }}
        >
          {shown.length === 0 ? (
            <tr>
              <td colSpan={columns.length} className="muted">
                {text.noRows}
              </td>
            </tr>
          ) : null}
          <Gap height={drawn.above} />
          {drawn.indexes.map((index) => {
            const row = shown[index];
            if (row === undefined) return null;
            const marks = [props.isBest?.(row) ? 'best' : '', index === focus.place.row ? 'sel' : ''];
            return (
              <tr
                key={rowKey(row)}
                ref={drawn.measure}
                data-index={index}
                aria-rowindex={index + 2}
                className={marks.join(' ').trim()}
                onDoubleClick={(event) => {
                  const column = columnOf(columns, event.target);
                  if (column !== undefined) props.onCellOpen?.(row, column);
                  onOpen?.(row);
                }}
                onKeyDown={(event) => onRowKey(event, row)}
                onPaste={(event) => {
                  const column = columnOf(columns, event.target);
                  if (column !== undefined) props.onCellPaste?.(event, row, column);
                }}
              >
                <Cells row={row} columns={columns} />
              </tr>
            );
          })}
          <Gap height={drawn.below} />
        </tbody>
        {props.footer === undefined ? null : <tfoot>{props.footer}</tfoot>}
      </table>
    </div>
  );
}
