import type { Channel, Request, Response } from '../../shared/ipc/calls.ts';
import { call } from '../api/client.ts';
import { useApp } from '../store/appStore.ts';

/** Asks for what opens a file; whether it was given. */
async function unlocked(path: string): Promise<boolean> {
  const { set } = useApp.getState();
  const isOpen = await new Promise<boolean>((done) => set({ unlocking: { path, done } }));
  set({ unlocking: null });
  return isOpen;
}

/** A call whose failure is shown; undefined then. An encrypted file is asked for its password, and the call repeated. */
export async function ask<C extends Channel>(
  channel: C,
  request: Request<C>,
): Promise<Response<C> | undefined> {
  const result = await call(channel, request);
  if (result.ok) return result.value;
  const { code, values } = result.error;
  if (code === 'db.encrypted' && values?.['path'] !== undefined)
    return (await unlocked(values['path'])) ? ask(channel, request) : undefined;
  useApp.getState().set({ error: result.error });
  return undefined;
}
