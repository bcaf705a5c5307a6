import type { ReactElement } from 'react';
import type { ErrorCode } from '../../shared/ipc/errorCodes.ts';
import { errorSentence } from '../../shared/text/errorSentence.ts';
import { keepingText } from '../../shared/text/keepingText.ts';
import { undo } from '../flows/editInput.ts';
import { show } from '../flows/navigation.ts';
import { useApp } from '../store/appStore.ts';
import { useText } from '../ui/useText.ts';
import { commandKey } from './commandKey.ts';

/** A file that cannot be opened may have backups that can. */
const hasBackups: ReadonlySet<ErrorCode> = new Set([
  'db.damaged',
  'db.notAPortfolio',
  'db.notFound',
  'db.fromFuture',
  'db.upgradeFailed',
]);

export function Messages(): ReactElement {
  const { language, text } = useText();
  const error = useApp((state) => state.error);
  const toast = useApp((state) => state.toast);
  const set = useApp((state) => state.set);
  const showBackups = (path = '') => {
    set({ error: null });
    void show({ name: 'backups', path });
  };
  return (
    <>
      {error ? (
        <div className="error" role="alert">
          <b>{text.errorTitle}</b>
          <p>{errorSentence(language, error.code, error.values)}</p>
          <span className="ways">
            <button type="button" className="btn" onClick={() => set({ error: null })}>
              {text.ok}
            </button>
            {hasBackups.has(error.code) && error.values?.['path'] !== undefined ? (
              <button type="button" className="btn quiet" onClick={() => showBackups(error.values?.['path'])}>
                {keepingText[language].showBackups}
              </button>
            ) : null}
          </span>
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
