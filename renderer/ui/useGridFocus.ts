import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

interface Place {
  readonly row: number;
  readonly column: number;
}

interface Options {
  readonly rowCount: number;
  /** Brings a row into the page that is not drawn yet. */
  readonly reveal: (row: number) => void;
}

export interface GridFocus {
  readonly place: Place;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** @returns the row that the focus came to */
  readonly onFocus: (event: { target: EventTarget }) => number | undefined;
}

const pageRows = 10;

function placeOf(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
  const row = Number(cell?.closest('tr')?.dataset['index'] ?? Number.NaN);
  return cell && Number.isInteger(row) ? { row, column: cell.cellIndex } : undefined;
}

/** What takes the focus in a cell: the one control in it, else the cell. */
function focusable(cell: Element | null | undefined): HTMLElement | undefined {
  const control = cell?.querySelector<HTMLElement>('button, a[href]') ?? cell;
  return control instanceof HTMLElement ? control : undefined;
}

/** Columns that this width does not show are stepped over. */
function visibleColumn(row: HTMLTableRowElement, from: number, step: number): number {
  let column = from;
  while (row.cells[column] && row.cells[column]?.offsetParent === null) column += step || 1;
  return row.cells[column] ? column : from;
}

function moved(event: KeyboardEvent, place: Place, { rowCount }: Options): Place | undefined {
  const row = (event.target as Element).closest('tr');
  if (!row) return undefined;
  const last = row.cells.length - 1;
  const far = event.ctrlKey || event.metaKey;
  const to = (rowIndex: number, column = place.column): Place => ({
    row: Math.max(0, Math.min(rowCount - 1, rowIndex)),
    column: Math.max(0, Math.min(last, column)),
  });
  switch (event.key) {
    case 'ArrowDown':
      return to(far ? rowCount - 1 : place.row + 1);
    case 'ArrowUp':
      return to(far ? 0 : place.row - 1);
    case 'ArrowRight':
      return to(place.row, visibleColumn(row, Math.min(last, place.column + 1), 1));
    case 'ArrowLeft':
      return to(place.row, visibleColumn(row, Math.max(0, place.column - 1), -1));
    case 'PageDown':
      return to(place.row + pageRows);
    case 'PageUp':
      return to(place.row - pageRows);
    case 'Home':
      return far ? to(0, 0) : to(place.row, 0);
    case 'End':
      return far ? to(rowCount - 1, last) : to(place.row, visibleColumn(row, last, -1));
    default:
      return undefined;
  }
}

/** One cell of the grid is in the tab order; the arrow keys move it, also to rows that are not drawn yet. */
export function useGridFocus(body: RefObject<HTMLElement | null>, options: Options): GridFocus {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const wanted = useRef<Place | null>(null);
  const cellAt = ({ row, column }: Place) =>
    body.current?.querySelector<HTMLTableRowElement>(`tr[data-index="${row}"]`)?.cells[column];

  // After every drawing: a virtual row may have appeared just now.
  useEffect(() => {
    const current = focusable(cellAt(place));
    for (const control of body.current?.querySelectorAll<HTMLElement>('button, a[href], [tabindex]') ?? [])
      control.tabIndex = control === current ? 0 : -1;
    if (current) current.tabIndex = 0;
    const target = wanted.current && focusable(cellAt(wanted.current));
    if (!target) return;
    wanted.current = null;
    target.focus({ preventScroll: false });
  });

  return {
    place,
    onFocus: ({ target }) => {
      const found = placeOf(target);
      if (found && (found.row !== place.row || found.column !== place.column)) setPlace(found);
      return found?.row;
    },
    onKeyDown: (event) => {
      const from = placeOf(event.target);
      const target = from && moved(event, from, options);
      if (!target) return;
      event.preventDefault();
      wanted.current = target;
      options.reveal(target.row);
      setPlace({ ...target });
    },
  };
}
