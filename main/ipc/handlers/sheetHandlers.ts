import type { ProposedSheet } from '../../../shared/domain/sheetProposals.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { acceptProposals } from '../../analysis/proposals/acceptProposals.ts';
import {
  compareExport,
  listProposals,
  summaryOf,
  type Compared,
} from '../../analysis/proposals/compareExport.ts';
import type { WritableDb } from '../../db/access.ts';
import type { EditedExport } from '../../exchange/sheet/readSheets.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

type Own = Pick<Handlers, 'sheet.proposals' | 'sheet.accept'>;

/** Where an export lies that was opened, until another is. */
export interface SheetDesk {
  readonly open: (name: string, edited: EditedExport) => ProposedSheet;
  readonly handlers: Own;
}

interface Known {
  readonly db: WritableDb;
  readonly changes: unknown;
  readonly edited: EditedExport;
  readonly compared: Compared;
}

export function sheetDesk(session: Session): SheetDesk {
  let file: { readonly name: string; readonly edited: EditedExport } | undefined;
  let known: Known | undefined;

  const opened = () => {
    if (!file) throw new UserFacingError('sheet.none');
    return file;
  };
  /** The comparison with the portfolio as it is now. */
  const compared = (): Compared => {
    const { edited } = opened();
    const { db } = session.open();
    const changes = db.prepare('SELECT total_changes()').pluck().get();
    // Every file counts its changes from 0, so the count alone does not tell two portfolios apart.
    if (known?.db === db && known.changes === changes && known.edited === edited) return known.compared;
    const author = session.user.settings.author.trim();
    const entering = { enteredBy: author === '' ? null : author, now: session.now() };
    known = { db, changes, edited, compared: compareExport(db, edited, entering) };
    return known.compared;
  };
  return {
    open: (name, edited) => {
      file = { name, edited };
      return summaryOf(name, edited, compared());
    },
    handlers: {
      'sheet.proposals': (asked) => {
        const found = compared();
        const { name, edited } = opened();
        return { sheet: summaryOf(name, edited, found), proposals: listProposals(found, asked) };
      },
      'sheet.accept': ({ choice, state }) => {
        const { db } = session.openForChange();
        const how = { ...choice, state, fileName: opened().name, now: session.now() };
        return acceptProposals(db, compared(), how);
      },
    },
  };
}
