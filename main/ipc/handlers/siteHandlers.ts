import { setDifficulty } from '../../analysis/difficulty.ts';
import { clearOwnValue, setOwnValue } from '../../analysis/ownValues.ts';
import { siteDetail, siteEvidence } from '../../analysis/siteView.ts';
import type { Session } from '../../session.ts';
import { listSites } from '../../db/repositories/siteRepository.ts';
import type { Handlers } from '../serve.ts';

type Own = Pick<
  Handlers,
  'site.list' | 'site.read' | 'site.evidence' | 'input.set' | 'input.clear' | 'market.setDifficulty'
>;

export function siteHandlers(session: Session): Own {
  return {
    'site.list': () => listSites(session.open().db),
    'site.read': ({ id }) => siteDetail(session.open().db, id),
    // The engine's type is read-only; the schema's is not. The data are the same.
    'site.evidence': ({ id }) => structuredClone(siteEvidence(session.open().db, id)) as never,
    'input.set': (edit) => {
      const author = session.user.settings.author.trim();
      return setOwnValue(
        session.openForChange().db,
        { ...edit, enteredBy: author === '' ? null : author },
        session.now(),
      );
    },
    'market.setDifficulty': ({ siteId, choice }) => {
      const author = session.user.settings.author.trim();
      const entry = { enteredBy: author === '' ? null : author, now: session.now() };
      return setDifficulty(session.openForChange().db, siteId, choice, entry);
    },
    'input.clear': ({ siteId, key }) => clearOwnValue(session.openForChange().db, siteId, key, session.now()),
  };
}
