import { calls, type Channel, type Request, type Response } from '../../shared/ipc/calls.ts';
import { fail, ok, UserFacingError, type Result } from '../../shared/ipc/result.ts';

export type Handler<C extends Channel> = (request: Request<C>) => Response<C> | Promise<Response<C>>;
export type Handlers = { readonly [C in Channel]: Handler<C> };

/** What a host hands in with a call: whether the sender is the application's own page. */
export interface Sender {
  readonly trusted: boolean;
}

export interface ServeOptions {
  /** Responses are checked too in tests and development. */
  readonly checkResponses: boolean;
  /** Turns what a disk or database refuses into an error that has a sentence; anything else stays what it is. */
  readonly explain: (error: unknown) => unknown;
  readonly logUnexpected: (channel: string, error: unknown) => void;
}

export type Door = (channel: string, sender: Sender, raw: unknown) => Promise<Result<unknown>>;

function isChannel(name: string): name is Channel {
  return Object.hasOwn(calls, name);
}

/** The one guarded door of every host: sender, request schema, handler, answer as data. */
export function serve(handlers: Handlers, options: ServeOptions): Door {
  return async (channel, sender, raw) => {
    if (!sender.trusted) return fail('ipc.untrustedSender');
    if (!isChannel(channel)) return fail('ipc.invalidRequest');
    const request = calls[channel].request.safeParse(raw);
    if (!request.success) return fail('ipc.invalidRequest');
    try {
      // The schema above is this handler's request type.
      const value = await (handlers[channel] as (request: unknown) => unknown)(request.data);
      if (options.checkResponses && !calls[channel].response.safeParse(value).success) {
        options.logUnexpected(channel, calls[channel].response.safeParse(value).error);
        return fail('ipc.invalidResponse');
      }
      return ok(value);
    } catch (thrown) {
      const error = options.explain(thrown);
      if (error instanceof UserFacingError) return fail(error.code, error.values);
      options.logUnexpected(channel, error);
      return fail('ipc.unexpected');
    }
  };
}
