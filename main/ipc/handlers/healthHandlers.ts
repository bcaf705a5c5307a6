import { dismissFault, reopenFault } from '../../analysis/dismissals.ts';
import { healthPart, portfolioClock } from '../../analysis/healthView.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

type Own = Pick<Handlers, 'health.part' | 'health.dismiss' | 'health.reopen'>;

export function healthHandlers(session: Session): Own {
  return {
    'health.part': ({ kind, ids }) => {
      const { db } = session.open();
      return healthPart(db, kind, ids, portfolioClock(db, session.now()));
    },
    'health.dismiss': (fault) => {
      const author = session.user.settings.author.trim();
      const { db } = session.openForChange();
      return dismissFault(db, fault, author === '' ? null : author, session.now());
    },
    'health.reopen': (fault) => reopenFault(session.openForChange().db, fault, session.now()),
  };
}
