import { shippedModels } from '../../analysis/asicModels.ts';
import { chooseFigure, removeFigure, saveFigure, setFigureAside } from '../../analysis/figures.ts';
import { duplicateRecord, removeRecord, saveRecord } from '../../analysis/records.ts';
import type { Session } from '../../session.ts';
import { recordDetail } from '../../db/repositories/recordRepository.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import type { Handlers } from '../serve.ts';

type Own = Pick<
  Handlers,
  | 'record.read'
  | 'record.save'
  | 'record.duplicate'
  | 'record.remove'
  | 'fleet.models'
  | 'figure.save'
  | 'figure.choose'
  | 'figure.setAside'
  | 'figure.remove'
>;

export function recordHandlers(session: Session): Own {
  const author = (): string | null => {
    const name = session.user.settings.author.trim();
    return name === '' ? null : name;
  };
  return {
    'record.read': ({ kind, id }) => {
      const found = recordDetail(session.open().db, kind, id);
      if (!found) throw new UserFacingError('record.unknown', { id });
      return found;
    },
    'record.save': (edit) => saveRecord(session.openForChange().db, edit, session.now(), author()),
    'record.duplicate': ({ kind, id }) =>
      duplicateRecord(session.openForChange().db, kind, id, session.now()),
    'record.remove': ({ kind, id }) => removeRecord(session.openForChange().db, kind, id, session.now()),
    'fleet.models': () => shippedModels(session.host.resourcesFolder),
    'figure.save': (edit) =>
      saveFigure(session.openForChange().db, edit, { enteredBy: author(), now: session.now() }),
    'figure.choose': ({ id }) => chooseFigure(session.openForChange().db, id, session.now()),
    'figure.setAside': ({ id }) => setFigureAside(session.openForChange().db, id, session.now()),
    'figure.remove': ({ id }) => removeFigure(session.openForChange().db, id, session.now()),
  };
}
