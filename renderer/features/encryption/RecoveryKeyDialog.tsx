import { useEffect, useRef, type ReactElement } from 'react';
import { keyLines } from '../../../shared/briefing/recoverySheet.ts';
import type { Encrypted } from '../../../shared/domain/encryption.ts';
import { encryptionText } from '../../../shared/text/encryptionText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { saveRecoverySheet } from '../../flows/encryption.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';

/** The key of a newly encrypted file, shown once, with the way to its sheet. */
export function RecoveryKeyDialog({ made }: { readonly made: Encrypted }): ReactElement {
  const { language } = useText();
  const t = encryptionText[language];
  const { path, recoveryKey, backups } = made;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="recovery"
      aria-labelledby="recovery-title"
      onClose={() => useApp.getState().set({ keyToKeep: null })}
    >
      <h2 id="recovery-title">{t.keyTitle}</h2>
      <p className="note path">
        {fill(t.done, { path })}{' '}
        {backups === 0 ? '' : backups === 1 ? t.doneBackupsOne : fill(t.doneBackups, { count: backups })}
      </p>
      <p>{t.keySays}</p>
      <ol className="key" aria-label={t.key}>
        {keyLines(recoveryKey).map((line) => (
          <li key={line}>
            <code>{line}</code>
          </li>
        ))}
      </ol>
      <div className="actions">
        <button type="button" className="btn" onClick={() => void saveRecoverySheet(made)}>
          {t.saveSheet}
        </button>
        <button type="button" className="btn primary" onClick={() => dialog.current?.close()}>
          {t.keyKept}
        </button>
      </div>
    </dialog>
  );
}
