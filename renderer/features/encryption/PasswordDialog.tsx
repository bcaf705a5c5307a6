import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { strengthOf } from '../../../shared/domain/encryption.ts';
import { encryptionText, strengthText } from '../../../shared/text/encryptionText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { encrypt, type PasswordPurpose } from '../../flows/encryption.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';

/** A new password, typed twice; how long it is, and what that is worth. */
export function PasswordDialog({ purpose }: { readonly purpose: PasswordPurpose }): ReactElement {
  const { language } = useText();
  const t = encryptionText[language];
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const isSame = password === again;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isSame || password === '') return;
    setIsBusy(true);
    if (await encrypt(purpose, password)) dialog.current?.close();
    else setIsBusy(false);
  };
  const title = { on: t.titleOn, change: t.titleChange, copy: t.titleCopy }[purpose];
  const strength = fill(strengthText(strengthOf(password), language), { length: [...password].length });
  return (
    <dialog
      ref={dialog}
      className="secret"
      aria-labelledby="password-title"
      onClose={() => useApp.getState().set({ passwordFor: null })}
    >
      <form onSubmit={(event) => void save(event)}>
        <h2 id="password-title">{title}</h2>
        <p className="note">{purpose === 'copy' ? t.saysCopy : t.saysOn}</p>
        <label>
          {t.password}
          <input
            type="password"
            value={password}
            autoComplete="new-password"
            aria-describedby="password-strength"
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <p className="note" id="password-strength" aria-live="polite">
          {strength === '' ? t.hint : strength}
        </p>
        <label>
          {t.again}
          <input
            type="password"
            value={again}
            autoComplete="new-password"
            aria-describedby={isSame || again === '' ? undefined : 'password-different'}
            onChange={(event) => setAgain(event.target.value)}
          />
        </label>
        {isSame || again === '' ? null : (
          <p className="refused" id="password-different" role="status">
            {t.different}
          </p>
        )}
        <div className="actions">
          <button type="button" className="btn quiet" onClick={() => dialog.current?.close()}>
            {t.cancel}
          </button>
          <button type="submit" className="btn primary" disabled={isBusy || !isSame || password === ''}>
            {isBusy ? t.working : purpose === 'copy' ? t.save : t.encrypt}
          </button>
        </div>
      </form>
    </dialog>
  );
}
