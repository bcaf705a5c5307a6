import type { ReactElement } from 'react';
import { useApp } from '../../store/appStore.ts';
import { PasswordDialog } from './PasswordDialog.tsx';
import { RecoveryKeyDialog } from './RecoveryKeyDialog.tsx';
import { UnlockDialog } from './UnlockDialog.tsx';

/** The questions about passwords and keys; at most one of each is open. */
export function EncryptionDialogs(): ReactElement {
  const unlocking = useApp((state) => state.unlocking);
  const passwordFor = useApp((state) => state.passwordFor);
  const keyToKeep = useApp((state) => state.keyToKeep);
  return (
    <>
      {passwordFor ? <PasswordDialog purpose={passwordFor} /> : null}
      {keyToKeep ? <RecoveryKeyDialog made={keyToKeep} /> : null}
      {unlocking ? <UnlockDialog key={unlocking.path} file={unlocking} /> : null}
    </>
  );
}
