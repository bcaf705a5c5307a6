import { useState, type ReactElement } from 'react';
import type { ProposedSheet } from '../../../shared/domain/sheetProposals.ts';
import type { ImportedFile } from '../../../shared/domain/tableImport.ts';
import { importText } from '../../../shared/text/importText.ts';
import { ask } from '../../flows/navigation.ts';
import { useText } from '../../ui/useText.ts';

/** Where the table comes from: a file, or what was copied. */
export function FileStep({
  onOpen,
  onSheet,
}: {
  readonly onOpen: (file: ImportedFile) => void;
  readonly onSheet: (sheet: ProposedSheet) => void;
}): ReactElement {
  const { language } = useText();
  const t = importText[language];
  const [text, setText] = useState('');
  const [isReading, setReading] = useState(false);
  const open = async (pasted: string | null): Promise<void> => {
    setReading(true);
    const file = await ask('import.open', { text: pasted });
    setReading(false);
    if (!file) return;
    if ('exportedAt' in file) onSheet(file);
    else onOpen(file);
  };
  return (
    <div className="pad import-file">
      <p>{t.fileHelp}</p>
      <p>
        <button type="button" className="btn primary" disabled={isReading} onClick={() => void open(null)}>
          {t.chooseFile}
        </button>{' '}
        <span role="status">{isReading ? t.reading : ''}</span>
      </p>
      <label htmlFor="import-paste">{t.paste}</label>
      <textarea
        id="import-paste"
        rows={12}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p>
        <button
          type="button"
          className="btn"
          disabled={isReading || text.trim() === ''}
          onClick={() => void open(text)}
        >
          {t.readPasted}
        </button>
      </p>
    </div>
  );
}
