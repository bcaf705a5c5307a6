import { observedMonths } from '../../analysis/observedMonths.ts';
import { keepRun, removeRun } from '../../analysis/keptRuns.ts';
import { keptRun, keptRunOfData, keptRuns } from '../../db/repositories/monteCarloRepository.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

type Own = Pick<
  Handlers,
  | 'monteCarlo.list'
  | 'monteCarlo.read'
  | 'monteCarlo.ofData'
  | 'monteCarlo.months'
  | 'monteCarlo.keep'
  | 'monteCarlo.remove'
>;

export function monteCarloHandlers(session: Session): Own {
  return {
    'monteCarlo.list': ({ siteId }) => keptRuns(session.open().db, siteId),
    'monteCarlo.read': ({ id }) => keptRun(session.open().db, id),
    'monteCarlo.ofData': ({ siteId, dataHash }) => keptRunOfData(session.open().db, siteId, dataHash),
    'monteCarlo.months': () => observedMonths(session.open().db),
    'monteCarlo.keep': (run) => {
      const author = session.user.settings.author.trim();
      const entry = { enteredBy: author === '' ? null : author, now: session.now() };
      return keepRun(session.openForChange().db, run, entry);
    },
    'monteCarlo.remove': ({ id }) => removeRun(session.openForChange().db, id, session.now()),
  };
}
