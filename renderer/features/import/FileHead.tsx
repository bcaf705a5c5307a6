import type { ReactElement } from 'react';
import type { ImportedFile, ImportPlan } from '../../../shared/domain/tableImport.ts';
import { countedText, delimiterWord, fileNoteText, importText } from '../../../shared/text/importText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { useText } from '../../ui/useText.ts';

/** What was opened, and how it was found to be written. */
export function FileHead({
  file,
  plan,
}: {
  readonly file: ImportedFile;
  readonly plan: ImportPlan | null;
}): ReactElement {
  const { language } = useText();
  const t = importText[language];
  const mapped = plan?.columns.filter(({ target }) => target !== null).length;
  const told = [
    file.sheet === null ? null : fill(t.sheet, { name: file.sheet }),
    countedText('rows', file.rowCount, language),
    mapped === undefined ? null : countedText('mapped', mapped, language),
    file.encoding,
    file.delimiter === null ? null : fill(t.delimiter, { name: delimiterWord(file.delimiter, language) }),
    ...file.notes.map((note) => fileNoteText(note, language)),
  ];
  return (
    <div className="head">
      <h1>{file.name === '' ? t.pasted : file.name}</h1>
      <span className="sub">{told.filter((part) => part !== null).join(' · ')}</span>
    </div>
  );
}
