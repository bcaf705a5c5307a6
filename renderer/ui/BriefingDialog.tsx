import { useEffect, useRef, useState, type ReactElement } from 'react';
import { fill } from '../../shared/text/screenText.ts';
import { printBriefing } from '../flows/printBriefing.ts';
import { useApp } from '../store/appStore.ts';
import { useText } from './useText.ts';

interface Props {
  readonly onClose: () => void;
  /** Count of assumptions not yet accepted; null where several sites are summed. */
  readonly assumptions: number | null;
}

/** Language, author and disclosures of a briefing. Only a complete one can be issued; any can be saved as a draft. */
export function BriefingDialog({ onClose, assumptions }: Props): ReactElement {
  const { language, text } = useText();
  const settings = useApp((state) => state.settings);
  const [paper, setPaper] = useState(language);
  const [author, setAuthor] = useState(settings.author);
  const [disclosures, setDisclosures] = useState('');
  const [isPrinting, setIsPrinting] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const isComplete = author.trim() !== '' && disclosures.trim() !== '';
  const print = async (issue: boolean) => {
    setIsPrinting(true);
    const isWritten = await printBriefing({ language: paper, author, disclosures, issue });
    setIsPrinting(false);
    if (isWritten) onClose();
  };
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="briefing-title">
      <h2 id="briefing-title">{text.briefingTitle}</h2>
      <label>
        {text.language}
        <select value={paper} onChange={(event) => setPaper(event.target.value === 'de' ? 'de' : 'en')}>
          <option value="de">Deutsch</option>
          <option value="en">English</option>
        </select>
      </label>
      <label>
        {text.author}
        <input value={author} onChange={(event) => setAuthor(event.target.value)} />
      </label>
      <label>
        {text.disclosures}
        <textarea rows={4} value={disclosures} onChange={(event) => setDisclosures(event.target.value)} />
      </label>
      <p className="note">{isComplete ? text.issueHint : text.disclosuresHint}</p>
      <div className="actions">
        <button type="button" className="btn quiet" onClick={() => dialog.current?.close()}>
          {text.cancel}
        </button>
        <button type="button" className="btn" disabled={isPrinting} onClick={() => void print(false)}>
          {isPrinting ? text.preparing : text.saveDraft}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={isPrinting || !isComplete}
          title={isComplete ? undefined : text.disclosuresHint}
          onClick={() => void print(true)}
        >
          {assumptions === null ? text.issueCompany : fill(text.issue, { count: assumptions })}
        </button>
      </div>
    </dialog>
  );
}
