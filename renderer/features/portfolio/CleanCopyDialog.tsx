import { useEffect, useRef, useState, type ReactElement } from 'react';
import { keepingText } from '../../../shared/text/keepingText.ts';
import { saveCleanCopy } from '../../flows/keeping.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';

/** What a clean copy leaves out, and the one thing that is the analyst's choice. */
export function CleanCopyDialog(): ReactElement {
  const { language } = useText();
  const text = keepingText[language];
  const [withoutBriefings, setWithoutBriefings] = useState(true);
  const [isSaving, setIsSaving] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const save = async () => {
    setIsSaving(true);
    if (await saveCleanCopy(withoutBriefings)) dialog.current?.close();
    else setIsSaving(false);
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="clean-title"
      onClose={() => useApp.getState().set({ asksCleanCopy: false })}
    >
      <h2 id="clean-title">{text.cleanTitle}</h2>
      <p className="note">{text.cleanSays}</p>
      <label className="check">
        <input
          type="checkbox"
          checked={withoutBriefings}
          aria-describedby="clean-briefings"
          onChange={(event) => setWithoutBriefings(event.target.checked)}
        />
        {text.cleanBriefings}
      </label>
      <p className="note" id="clean-briefings">
        {text.cleanBriefingsHint}
      </p>
      <div className="actions">
        <button type="button" className="btn quiet" onClick={() => dialog.current?.close()}>
          {text.cancel}
        </button>
        <button type="button" className="btn primary" disabled={isSaving} onClick={() => void save()}>
          {text.cleanSave}
        </button>
      </div>
    </dialog>
  );
}
