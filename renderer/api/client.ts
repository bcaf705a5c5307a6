import type { Channel, Request, Response } from '../../shared/ipc/calls.ts';
import type { Result } from '../../shared/ipc/result.ts';

/** What preload or Chromium host put on the page: one method a channel. */
type Bridge = { readonly [C in Channel]: (request: Request<C>) => Promise<Result<Response<C>>> };

function bridge(): Bridge {
  // The host puts this object on the page before any script runs.
  return (window as unknown as { umbau: Bridge }).umbau;
}

/** One typed call to main; failures are data. */
export function call<C extends Channel>(channel: C, request: Request<C>): Promise<Result<Response<C>>> {
  return bridge()[channel](request);
}
