import type { Moment, Span } from '../../../shared/domain/portfolioChanges.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { portfolioChanges } from '../../analysis/portfolioChanges/changedItems.ts';
import { stateAt, type State } from '../../analysis/portfolioChanges/states.ts';
import { siteEvidence } from '../../analysis/siteView.ts';
import { backupsOf } from '../../backups/backupPlace.ts';
import { metaValue } from '../../db/repositories/evidenceRepository.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

type Own = Pick<Handlers, 'changes.moments' | 'changes.chooseFile' | 'changes.between' | 'changes.site'>;

/** More than anybody reads; the command line writes all. */
const mostItems = 20_000;

export function changesHandlers(session: Session): Own {
  const backups = () => {
    const { db, path } = session.open();
    return backupsOf(session.host.userDataFolder, metaValue(db, 'portfolio_id'), path);
  };
  const pathOf = (moment: Extract<Moment, { kind: 'backup' | 'file' }>): string => {
    if (moment.kind === 'file') return moment.path;
    const backup = backups().find(({ id }) => id === moment.id);
    if (!backup) throw new UserFacingError('backup.unknown');
    return backup.path;
  };
  /** A change that is only half in the file is no state of it. */
  const between = <T>({ from, to }: Span, read: (earlier: State, later: State) => T): T => {
    const { db } = session.openForCopy();
    const earlier = stateAt(db, from, pathOf);
    try {
      const later = stateAt(db, to, pathOf);
      try {
        return read(earlier, later);
      } finally {
        later.close();
      }
    } finally {
      earlier.close();
    }
  };
  return {
    'changes.moments': () => ({
      openings: [...session.user.openings(session.open().path)],
      backups: backups().flatMap(({ id, writtenAt, reason, inside }) =>
        inside === null ? [] : [{ id, writtenAt, reason }],
      ),
    }),
    'changes.chooseFile': async () => {
      const path = await session.host.chooseFileToOpen();
      return path === null ? null : { path };
    },
    'changes.between': (span) =>
      between(span, (earlier, later) => {
        const { items, ...rest } = portfolioChanges(earlier, later);
        return { items: items.slice(0, mostItems), ...rest };
      }),
    'changes.site': ({ span, siteId }) =>
      between(
        span,
        (earlier, later) =>
          // The engine's type is read-only; the schema's is not. The data are the same.
          structuredClone({
            before: siteEvidence(earlier.db, siteId),
            after: siteEvidence(later.db, siteId),
          }) as never,
      ),
  };
}
