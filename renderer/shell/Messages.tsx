import type { ReactElement } from 'react';
import { errorSentence } from '../../shared/text/errorSentence.ts';
import { undo } from '../flows/editInput.ts';
import { useApp } from '../store/appStore.ts';
import { useText } from '../ui/useText.ts';
import { commandKey } from './commandKey.ts';

export function Messages(): ReactElement {
  const { language, text } = useText();
  const error = useApp((state) => state.error);
  const toast = useApp((state) => state.toast);
  const set = useApp((state) => state.set);
  return (
    <>
      {error ? (
        <div className="error" role="alert">
          <b>{text.errorTitle}</b>
          <p>{errorSentence(language, error.code, error.values)}</p>
          <button type="button" className="btn" onClick={() => set({ error: null })}>
            {text.ok}
          </button>
        </div>
      ) : null}
      {toast ? (
        <div className="toast" role="status">
          <span>{toast.text}</span>
          {toast.isEdit ? (
            <button type="button" className="btn quiet" onClick={() => void undo()}>
              {text.undo} <kbd>{`${commandKey}Z`}</kbd>
            </button>
          ) : null}
          <button type="button" className="btn quiet" onClick={() => set({ toast: null })}>
            {text.close}
          </button>
        </div>
      ) : null}
    </>
  );
}
