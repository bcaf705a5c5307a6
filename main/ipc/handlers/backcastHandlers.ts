import { backcastPage } from '../../analysis/backcastPage.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

export function backcastHandlers(session: Session): Pick<Handlers, 'backcast.read'> {
  return { 'backcast.read': () => backcastPage(session.open().db) };
}
