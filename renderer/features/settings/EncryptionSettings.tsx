import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { z } from 'zod';
import type { EncryptionState } from '../../../shared/domain/encryption.ts';
import { encryptionText } from '../../../shared/text/encryptionText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { askForPassword, lock, removePassword } from '../../flows/encryption.ts';
import { ask } from '../../flows/navigation.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';

const lockChoices = [0, 5, 15, 30, 60] as const;

type Known = z.infer<typeof EncryptionState>;

function RemoveDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { language } = useText();
  const t = encryptionText[language];
  const [isBusy, setIsBusy] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const remove = async () => {
    setIsBusy(true);
    await removePassword();
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} aria-labelledby="remove-title" onClose={onClose}>
      <h2 id="remove-title">{t.titleOff}</h2>
      <p className="note">{t.saysOff}</p>
      <div className="actions">
        <button type="button" className="btn quiet" onClick={() => dialog.current?.close()}>
          {t.cancel}
        </button>
        <button type="button" className="btn primary" disabled={isBusy} onClick={() => void remove()}>
          {isBusy ? t.working : t.remove}
        </button>
      </div>
    </dialog>
  );
}

function LockChoice({ onChange }: { readonly onChange: (minutes: number) => void }): ReactElement {
  const { language } = useText();
  const t = encryptionText[language];
  const minutes = useApp((state) => state.settings.lockAfterMinutes);
  return (
    <label>
      {t.lockAfter}
      <select value={minutes} onChange={(event) => onChange(Number(event.target.value))}>
        {lockChoices.map((choice) => (
          <option key={choice} value={choice}>
            {choice === 0 ? t.never : fill(t.minutes, { count: choice })}
          </option>
        ))}
      </select>
    </label>
  );
}

/** P34 Password of the open portfolio: on, off, another one; and the lock, which means something only then. */
export function EncryptionSettings({
  onLockAfter,
}: {
  readonly onLockAfter: (minutes: number) => void;
}): ReactElement {
  const { language } = useText();
  const t = encryptionText[language];
  const [known, setKnown] = useState<Known | null>(null);
  const [removes, setRemoves] = useState(false);
  useEffect(() => {
    const load = () => void ask('encryption.state', {}).then((state) => setKnown(state ?? null));
    load();
    // A dialog that closes may have changed it.
    return useApp.subscribe((state, before) => {
      if (before.passwordFor !== state.passwordFor) load();
    });
  }, []);
  if (!known) return <></>;
  const { isEncrypted, plainBackups } = known;
  const closed = () => {
    setRemoves(false);
    void ask('encryption.state', {}).then((state) => setKnown(state ?? null));
  };
  return (
    <section className="form ages" aria-label={t.heading}>
      <h2>{t.heading}</h2>
      <p className="note">{isEncrypted ? t.encrypted : t.plain}</p>
      {isEncrypted && plainBackups > 0 ? (
        <p className="note">
          {plainBackups === 1 ? t.plainBackupsOne : fill(t.plainBackups, { count: plainBackups })}
        </p>
      ) : null}
      <div className="acts">
        <button type="button" className="btn" onClick={() => askForPassword(isEncrypted ? 'change' : 'on')}>
          {isEncrypted ? t.change : t.switchOn}
        </button>
        {isEncrypted ? (
          <>
            <button type="button" className="btn" onClick={() => setRemoves(true)}>
              {t.switchOff}
            </button>
            <button type="button" className="btn" onClick={() => void lock()}>
              {t.lockNow}
            </button>
          </>
        ) : null}
      </div>
      {isEncrypted ? <LockChoice onChange={onLockAfter} /> : null}
      {removes ? <RemoveDialog onClose={closed} /> : null}
    </section>
  );
}
