import { readGrid, writeGrid } from '../../analysis/gridEdit.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

export function gridHandlers(session: Session): Pick<Handlers, 'grid.read' | 'grid.write'> {
  return {
    'grid.read': (subject) => readGrid(session.open().db, subject),
    'grid.write': (write) => {
      const author = session.user.settings.author.trim();
      const how = { enteredBy: author === '' ? null : author, now: session.now() };
      return writeGrid(session.openForChange().db, write, how);
    },
  };
}
