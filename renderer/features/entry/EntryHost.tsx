import type { ReactElement } from 'react';
import { useApp } from '../../store/appStore.ts';
import { FigureDialog } from './FigureDialog.tsx';
import { RecordDialog } from './RecordDialog.tsx';

/** The form that is open, if one is. */
export function EntryHost(): ReactElement | null {
  const entry = useApp((state) => state.entry);
  if (!entry) return null;
  return entry.what === 'record' ? <RecordDialog entry={entry} /> : <FigureDialog entry={entry} />;
}
