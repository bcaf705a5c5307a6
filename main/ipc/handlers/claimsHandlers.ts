import { claimsFacts } from '../../analysis/claimsView.ts';
import { siteEvidence } from '../../analysis/siteView.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

export function claimsHandlers(session: Session): Pick<Handlers, 'claims.read' | 'site.evidenceOf'> {
  return {
    'claims.read': () => claimsFacts(session.open().db),
    'site.evidenceOf': ({ ids }) => {
      const { db } = session.open();
      // The engine's type is read-only; the schema's is not. The data are the same.
      return structuredClone(ids.map((id) => siteEvidence(db, id))) as never;
    },
  };
}
