import { copyPlan, createPlan, removePlan, savePlan, type Entry } from '../../analysis/ownPlans.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

type Own = Pick<Handlers, 'plan.create' | 'plan.save' | 'plan.remove' | 'plan.copy'>;

export function planHandlers(session: Session): Own {
  const entry = (): Entry => {
    const author = session.user.settings.author.trim();
    return { enteredBy: author === '' ? null : author, now: session.now() };
  };
  return {
    'plan.create': ({ siteId, plan }) => createPlan(session.openForChange().db, siteId, plan, entry()),
    'plan.save': ({ siteId, id, plan }) => savePlan(session.openForChange().db, siteId, id, plan, entry()),
    'plan.remove': ({ siteId, id }) => removePlan(session.openForChange().db, siteId, id, session.now()),
    'plan.copy': ({ siteId, id, toSiteId }) =>
      copyPlan(session.openForChange().db, { siteId, id }, toSiteId, entry()),
  };
}
