import { useState, type ReactElement } from 'react';
import type { ImportedFile, ImportPlan, SavedImport } from '../../../shared/domain/tableImport.ts';
import { importText } from '../../../shared/text/importText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { keepImport } from '../../flows/importTable.ts';
import { useText } from '../../ui/useText.ts';

/** The assignment of columns, kept under a name for files with the same heads. */
export function KeepMapping({
  file,
  plan,
  onKept,
}: {
  readonly file: ImportedFile;
  readonly plan: ImportPlan;
  readonly onKept: (saved: readonly SavedImport[]) => void;
}): ReactElement {
  const { language } = useText();
  const t = importText[language];
  const [name, setName] = useState('');
  const [kept, setKept] = useState('');
  const keep = async (): Promise<void> => {
    const saved = await keepImport(name.trim(), file.heads, plan);
    if (!saved) return;
    setKept(name.trim());
    onKept(saved);
  };
  return (
    <form
      className="import-keep"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void keep();
      }}
    >
      <span role="status">{kept === '' ? '' : fill(t.savedProfile, { name: kept })}</span>
      <input
        aria-label={t.saveAs}
        placeholder={t.saveAs}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="btn" disabled={name.trim() === ''}>
        {t.saveProfile}
      </button>
    </form>
  );
}
