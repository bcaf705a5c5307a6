import type { ReactElement } from 'react';
import type { PreviewCell } from '../../../shared/domain/tableImport.ts';
import { importText } from '../../../shared/text/importText.ts';
import { useText } from '../../ui/useText.ts';

/** A cell as it stands in the file and, where that is not the same, as it will be stored. */
export function ReadCell({ cell }: { readonly cell: PreviewCell | undefined }): ReactElement {
  const { language } = useText();
  const missing = importText[language].missing;
  if (!cell || (cell.mark === 'missing' && cell.raw === '')) return <span className="miss">{missing}</span>;
  // The unit stands in the head.
  const read = cell.mark === 'missing' ? missing : (cell.read?.split('\u00a0')[0] ?? null);
  return (
    <span className={`import-cell ${cell.mark}`}>
      {cell.raw}
      {read === null || read === cell.raw ? null : <small> → {read}</small>}
    </span>
  );
}
