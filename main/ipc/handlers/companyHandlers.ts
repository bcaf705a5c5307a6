import { companyDetail, companyRows } from '../../analysis/companyView.ts';
import { companyRun, defaultSeed } from '../../analysis/siteView.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

export function companyHandlers(
  session: Session,
): Pick<Handlers, 'company.list' | 'company.read' | 'company.run'> {
  return {
    'company.list': () => companyRows(session.open().db),
    'company.read': ({ id }) => companyDetail(session.open().db, id),
    'company.run': ({ id }) => {
      const { db } = session.open();
      const ids = companyDetail(db, id).sites.map((site) => site.id);
      // The engine's type is read-only; the schema's is not. The data are the same.
      return structuredClone(companyRun(db, ids, { seed: defaultSeed })) as never;
    },
  };
}
