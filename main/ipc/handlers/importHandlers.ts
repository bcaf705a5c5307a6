import { basename } from 'node:path';
import type { ImportedFile, ImportPlan } from '../../../shared/domain/tableImport.ts';
import { csvFile } from '../../../shared/exchange/exportTable.ts';
import { frameTable, type FramedTable } from '../../../shared/exchange/import/frameTable.ts';
import { proposePlan } from '../../../shared/exchange/import/proposePlan.ts';
import type { RawTable } from '../../../shared/exchange/import/rawTable.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { importText } from '../../../shared/text/importText.ts';
import {
  examine,
  importRows,
  previewRows,
  rejectTable,
  type ExaminedTable,
} from '../../analysis/import/importRun.ts';
import type { WritableDb } from '../../db/access.ts';
import type { Session } from '../../session.ts';
import { pastedTable } from '../../exchange/import/openTable.ts';
import { inTurns, type Turns } from '../../exchange/import/unblocked.ts';
import { openFile } from '../../exchange/sheet/openExport.ts';
import { writeWhole } from '../../exchange/writeWhole.ts';
import type { Handlers } from '../serve.ts';
import { sheetDesk, type SheetDesk } from './sheetHandlers.ts';

type Own = Pick<
  Handlers,
  | 'import.open'
  | 'import.preview'
  | 'import.saveRejects'
  | 'import.run'
  | 'import.progress'
  | 'import.cancel'
  | 'import.keep'
>;

interface OpenFile {
  readonly name: string;
  readonly table: FramedTable;
}

/** What is under way, seen by the page between its questions. */
interface Work {
  readonly phase: 'idle' | 'reading' | 'writing';
  readonly done: number;
  readonly of: number;
}

const idle: Work = { phase: 'idle', done: 0, of: 0 };

export function importHandlers(session: Session): Own & SheetDesk['handlers'] {
  const sheets = sheetDesk(session);
  let file: OpenFile | undefined;
  let known: { readonly db: WritableDb; readonly key: string; readonly table: ExaminedTable } | undefined;
  let work: Work = idle;
  let runs = 0;

  /** Turns that tell how far they are; a cancel or a later question ends them. */
  const turns = (phase: 'reading' | 'writing', of: number): Turns => {
    runs += 1;
    const own = runs;
    work = { phase, done: 0, of };
    return inTurns(
      (done) => {
        if (own === runs) work = { phase, done, of };
      },
      () => own !== runs,
    );
  };
  const reader = () => {
    const { language, author } = session.user.settings;
    return { language, enteredBy: author.trim() === '' ? null : author.trim() };
  };
  const opened = (): OpenFile => {
    if (!file) throw new UserFacingError('import.noFile');
    return file;
  };
  /** The table by this plan; what was examined stays known until the plan, the language or the portfolio changes. */
  const examined = async (plan: ImportPlan): Promise<ExaminedTable | undefined> => {
    const { table } = opened();
    const { db } = session.open();
    const state = db.prepare('SELECT total_changes()').pluck().get();
    const key = JSON.stringify([plan, reader(), state]);
    // Every file counts its changes from 0, so the count alone does not tell two portfolios apart.
    if (known?.db === db && known.key === key && known.table.table === table) return known.table;
    const found = await examine(db, { table, plan }, reader(), turns('reading', table.rows.length));
    if (found) [known, work] = [{ db, key, table: found }, idle];
    return found;
  };
  const describe = (name: string, raw: RawTable, table: FramedTable): ImportedFile => {
    const saved = session.user.savedImports;
    const { format, encoding, delimiter, sheet, notes } = raw;
    const about = {
      name,
      format,
      encoding,
      delimiter,
      sheet,
      notes: [...notes],
      rowCount: table.rows.length,
    };
    return { ...about, heads: [...table.heads], plan: proposePlan(table.heads, saved), saved: [...saved] };
  };

  return {
    ...sheets.handlers,
    'import.open': async ({ text }) => {
      const path = text === null ? await session.host.chooseFileToOpen('table') : null;
      if (text === null && path === null) return null;
      const found = path === null ? null : await openFile(path);
      if (path !== null && found?.kind === 'export') return sheets.open(basename(path), found.edited);
      const raw = found?.kind === 'table' ? found.table : await pastedTable(text ?? '');
      const name = path === null ? '' : basename(path);
      const table = frameTable(raw);
      [file, known] = [{ name, table }, undefined];
      return describe(name, raw, table);
    },
    'import.preview': async ({ plan, only, offset, limit }) => {
      const found = await examined(plan);
      if (!found) return null;
      const { language } = reader();
      return {
        counts: found.examined.counts,
        columns: [...found.resolved.readings],
        problems: [...found.problems],
        rows: previewRows(found, { only, offset, limit }, language),
      };
    },
    'import.saveRejects': async ({ plan }) => {
      const found = await examined(plan);
      if (!found) return null;
      const { language } = reader();
      const path = await session.host.chooseFileToSave(`${importText[language].rejectsFile}.csv`, 'csv');
      if (path === null) return null;
      const bytes = Buffer.from(csvFile(rejectTable(found, language)), 'utf8');
      writeWhole(path, bytes);
      return { path, bytes: bytes.byteLength };
    },
    'import.run': async ({ plan, choices }) => {
      const found = await examined(plan);
      if (!found) return null;
      const { db } = session.openForChange();
      const release = session.hold();
      try {
        const how = { choices, fileName: opened().name, now: session.now() };
        const { language } = reader();
        const step = await importRows(db, found, how, (of) => turns('writing', of), language);
        return step ?? null;
      } finally {
        release();
        // What was examined was examined against the portfolio as it was before.
        [known, work] = [undefined, idle];
      }
    },
    'import.progress': () => work,
    'import.cancel': () => {
      runs += 1;
      work = idle;
      return {};
    },
    'import.keep': (saved) => [...session.user.keepImport(saved)],
  };
}
