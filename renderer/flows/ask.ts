import type { Channel, Request, Response } from '../../shared/ipc/calls.ts';
import { call } from '../api/client.ts';
import { useApp } from '../store/appStore.ts';

/** A call whose failure is shown; undefined then. */
export async function ask<C extends Channel>(
  channel: C,
  request: Request<C>,
): Promise<Response<C> | undefined> {
  const result = await call(channel, request);
  if (result.ok) return result.value;
  useApp.getState().set({ error: result.error });
  return undefined;
}
