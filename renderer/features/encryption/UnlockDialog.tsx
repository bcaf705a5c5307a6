import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import type { Secret } from '../../../shared/domain/encryption.ts';
import type { CallError } from '../../../shared/ipc/result.ts';
import { encryptionText } from '../../../shared/text/encryptionText.ts';
import { errorSentence } from '../../../shared/text/errorSentence.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { unlock } from '../../flows/encryption.ts';
import type { Unlocking } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';

/** Asks for the password or the recovery key of a file; a wrong one is said here, and nothing is lost by it. */
export function UnlockDialog({ file }: { readonly file: Unlocking }): ReactElement {
  const { language } = useText();
  const t = encryptionText[language];
  const [kind, setKind] = useState<Secret['kind']>('password');
  const [typed, setTyped] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (typed === '') return;
    setIsBusy(true);
    const refused = await unlock(file.path, { kind, text: typed });
    setIsBusy(false);
    if (refused) setError(refused);
    else file.done(true);
  };
  return (
    <dialog ref={dialog} className="secret" aria-labelledby="unlock-title" onClose={() => file.done(false)}>
      <form onSubmit={(event) => void open(event)}>
        <h2 id="unlock-title">{t.unlockTitle}</h2>
        <p className="note path">{fill(t.unlockSays, { path: file.path })}</p>
        <label>
          {t.secretOf}
          <select
            value={kind}
            onChange={(event) => {
              setKind(event.target.value === 'recoveryKey' ? 'recoveryKey' : 'password');
              setTyped('');
              setError(null);
            }}
          >
            <option value="password">{t.byPassword}</option>
            <option value="recoveryKey">{t.byRecoveryKey}</option>
          </select>
        </label>
        <label>
          {kind === 'password' ? t.password : t.key}
          <input
            type={kind === 'password' ? 'password' : 'text'}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={error ? 'unlock-error' : undefined}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        {error ? (
          <p className="refused" id="unlock-error" role="alert">
            {errorSentence(language, error.code, error.values)}
          </p>
        ) : null}
        <div className="actions">
          <button type="button" className="btn quiet" onClick={() => dialog.current?.close()}>
            {t.cancel}
          </button>
          <button type="submit" className="btn primary" disabled={isBusy || typed === ''}>
            {isBusy ? t.unlocking : t.unlock}
          </button>
        </div>
      </form>
    </dialog>
  );
}
