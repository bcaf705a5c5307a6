import { mergeSources, removeSource, saveSource, sourceDetail } from '../../analysis/sources.ts';
import { listSources } from '../../db/repositories/sourceRepository.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

type Own = Pick<Handlers, 'source.list' | 'source.read' | 'source.save' | 'source.merge' | 'source.remove'>;

export function sourceHandlers(session: Session): Own {
  return {
    'source.list': () => listSources(session.open().db),
    'source.read': ({ id }) => sourceDetail(session.open().db, id),
    'source.save': (edit) => saveSource(session.openForChange().db, edit, session.now()),
    'source.merge': ({ from, into }) => mergeSources(session.openForChange().db, from, into, session.now()),
    'source.remove': ({ id }) => removeSource(session.openForChange().db, id, session.now()),
  };
}
