import { useState, type ReactElement } from 'react';
import type { ImportedFile } from '../../../shared/domain/tableImport.ts';
import { countedText, importText } from '../../../shared/text/importText.ts';
import { undo } from '../../flows/editInput.ts';
import { show } from '../../flows/navigation.ts';
import { useText } from '../../ui/useText.ts';

/** What was imported, and the ways on. */
export function DoneStep({
  file,
  count,
  onAgain,
}: {
  readonly file: ImportedFile;
  readonly count: number;
  readonly onAgain: () => void;
}): ReactElement {
  const { language } = useText();
  const t = importText[language];
  const [isUndone, setUndone] = useState(false);
  const name = file.name === '' ? t.pasted : file.name;
  return (
    <div className="pad">
      <p role="status">{isUndone ? t.undone : countedText('done', count, language, { name })}</p>
      <div className="import-ways">
        <button type="button" className="btn primary" onClick={() => void show({ name: 'sites' })}>
          {t.toSites}
        </button>
        <button type="button" className="btn" onClick={() => void show({ name: 'portfolio' })}>
          {t.toPortfolio}
        </button>
        <button type="button" className="btn" onClick={onAgain}>
          {t.importAgain}
        </button>
        <button
          type="button"
          className="btn"
          disabled={isUndone}
          onClick={() => void undo().then(() => setUndone(true))}
        >
          {t.undo}
        </button>
      </div>
    </div>
  );
}
