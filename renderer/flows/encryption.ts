import type { Encrypted, Secret } from '../../shared/domain/encryption.ts';
import type { CallError } from '../../shared/ipc/result.ts';
import { encryptionText } from '../../shared/text/encryptionText.ts';
import { fill } from '../../shared/text/screenText.ts';
import { call } from '../api/client.ts';
import { useApp } from '../store/appStore.ts';
import { ask } from './ask.ts';

const words = () => encryptionText[useApp.getState().settings.language];

function tell(text: string): void {
  useApp.getState().set({ toast: { text, isEdit: false } });
}

/** Why a password or key does not open a file, shown where it was typed; undefined where it does. */
export async function unlock(path: string, secret: Secret): Promise<CallError | undefined> {
  const result = await call('encryption.unlock', { path, secret });
  return result.ok ? undefined : result.error;
}

/** The backup of a list is opened, so that what is inside can be told. */
export async function unlockFile(path: string): Promise<boolean> {
  const { set } = useApp.getState();
  const isOpen = await new Promise<boolean>((done) => set({ unlocking: { path, done } }));
  set({ unlocking: null });
  return isOpen;
}

export type PasswordPurpose = 'on' | 'change' | 'copy';

export function askForPassword(passwordFor: PasswordPurpose): void {
  useApp.getState().set({ passwordFor });
}

/** @returns whether it was done; the key of the file is then shown */
export async function encrypt(purpose: PasswordPurpose, password: string): Promise<boolean> {
  const made: Encrypted | null | undefined =
    purpose === 'copy'
      ? await ask('encryption.saveCopy', { password })
      : await ask('encryption.switchOn', { password });
  if (made) useApp.getState().set({ keyToKeep: made });
  return Boolean(made);
}

export async function removePassword(): Promise<boolean> {
  const done = await ask('encryption.switchOff', {});
  if (done) tell(words().removed);
  return Boolean(done);
}

export async function saveRecoverySheet({ path, recoveryKey }: Encrypted): Promise<void> {
  const saved = await ask('encryption.saveSheet', { path, recoveryKey });
  if (saved) tell(fill(words().sheetSaved, { path: saved.path }));
}

/** What is on the page goes with it: nothing of the portfolio stays in its memory. */
export async function lock(): Promise<void> {
  if (await ask('encryption.lock', {})) location.reload();
}

const msPerMinute = 60_000;
let lastTouch = Date.now();

async function lockWhereEncrypted(): Promise<boolean> {
  const state = await call('encryption.state', {});
  const isEncrypted = state.ok && state.value.isEncrypted;
  if (isEncrypted) await lock();
  return isEncrypted;
}

/** A lock without a password would keep nobody out; that is said instead. */
export async function lockOrSayWhyNot(): Promise<void> {
  if (!(await lockWhereEncrypted())) tell(words().plain);
}

/** P34 Locks an encrypted portfolio when nobody has touched a key or the mouse for the time that the settings say. */
export function lockWhenIdle(): void {
  const touch = (): void => {
    lastTouch = Date.now();
  };
  for (const event of ['keydown', 'pointerdown', 'pointermove', 'wheel'])
    addEventListener(event, touch, { passive: true, capture: true });
  setInterval(() => {
    const { portfolio, settings } = useApp.getState();
    const limit = settings.lockAfterMinutes * msPerMinute;
    if (!portfolio || limit === 0 || Date.now() - lastTouch < limit) return;
    // One try an idle time: a refusal, as while an import runs, waits for the next.
    touch();
    void lockWhereEncrypted();
  }, msPerMinute / 4);
}
