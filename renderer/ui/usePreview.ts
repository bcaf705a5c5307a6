import { useState } from 'react';

export interface Preview<Row> {
  readonly shown: Row | null;
  readonly close: () => void;
  /** The space bar opens the panel for a row and closes it again. */
  readonly onPreview: (row: Row) => void;
  /** An open panel follows the focus. */
  readonly onCurrent: (row: Row) => void;
}

export function usePreview<Row extends { readonly id: string }>(): Preview<Row> {
  const [shown, setShown] = useState<Row | null>(null);
  return {
    shown,
    close: () => setShown(null),
    onPreview: (row) => setShown((before) => (before?.id === row.id ? null : row)),
    onCurrent: (row) => setShown((before) => (before === null ? null : row)),
  };
}
