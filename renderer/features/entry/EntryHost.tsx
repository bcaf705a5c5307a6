import type { ReactElement } from 'react';
import { useApp } from '../../store/appStore.ts';
import { FigureDialog } from './FigureDialog.tsx';
import { MergeDialog } from '../sources/MergeDialog.tsx';
import { SourceDialog } from '../sources/SourceDialog.tsx';
import { RecordDialog } from './RecordDialog.tsx';

/** The form that is open, if one is. */
export function EntryHost(): ReactElement | null {
  const entry = useApp((state) => state.entry);
  if (!entry) return null;
  switch (entry.what) {
    case 'record':
      return <RecordDialog entry={entry} />;
    case 'figure':
      return <FigureDialog entry={entry} />;
    case 'source':
      return <SourceDialog source={entry.source} />;
    case 'merge':
      return <MergeDialog source={entry.source} />;
  }
}
