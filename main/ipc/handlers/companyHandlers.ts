import { companyDetail, companyRows } from '../../analysis/companyView.ts';
import type { Session } from '../../application.ts';
import type { Handlers } from '../serve.ts';

export function companyHandlers(session: Session): Pick<Handlers, 'company.list' | 'company.read'> {
  return {
    'company.list': () => companyRows(session.open().db),
    'company.read': ({ id }) => companyDetail(session.open().db, id),
  };
}
