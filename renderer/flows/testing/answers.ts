import type { Channel, Request, Response } from '../../../shared/ipc/calls.ts';
import type { Result } from '../../../shared/ipc/result.ts';

type Answers = {
  readonly [C in Channel]?: (request: Request<C>) => Response<C> | Promise<Response<C>>;
};

/** Main as a test has it answer: what is not named is refused, as where no file is open. */
export function answerWith(answers: Answers): void {
  const umbau = new Proxy(answers, {
    get: (_, channel: Channel) => async (request: Request<Channel>) => {
      const answer = answers[channel] as ((asked: typeof request) => unknown) | undefined;
      const refused: Result<unknown> = { ok: false, error: { code: 'portfolio.noneOpen' } };
      return answer ? { ok: true, value: await answer(request) } : refused;
    },
  });
  Object.assign(globalThis, {
    window: { umbau },
    requestIdleCallback: (act: () => void) => setTimeout(act, 0),
  });
}
