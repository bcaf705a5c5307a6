import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { ProposalChoice } from '../../shared/domain/sheetProposals.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { proposalNoteText } from '../../shared/text/proposalNoteText.ts';
import { acceptProposals } from '../analysis/proposals/acceptProposals.ts';
import { compareExport, type Compared } from '../analysis/proposals/compareExport.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { openFile } from '../exchange/sheet/openExport.ts';
import { requiredOption, textOption, type Options } from './options.ts';
import { systemLanguage } from './runCommand.ts';

/** Which proposals `--accept` means; undefined where nothing is to be written. */
function choiceOf(accept: string | undefined, { drafts }: Compared): ProposalChoice | undefined {
  if (accept === undefined) return undefined;
  if (accept === 'all' || accept === 'safe') return { start: accept, except: [] };
  const ids = accept.split(',');
  const unknown = ids.find((id) => !drafts.some(({ proposal, write }) => proposal.id === id && write));
  if (unknown !== undefined) throw new UserFacingError('cli.usage', { problem: `--accept ${unknown}` });
  return { start: 'none', except: ids };
}

/** P47 Says what an edited export proposes for its portfolio, and writes what is accepted as one step. */
export async function importSheet(file: string, options: Options): Promise<void> {
  const into = requiredOption(options, 'into');
  const accept = textOption(options, 'accept');
  if (options.values['proposals'] !== true && accept === undefined)
    throw new UserFacingError('cli.usage', { problem: '--proposals' });
  if (!existsSync(file)) throw new UserFacingError('file.notFound', { path: file });
  if (!existsSync(into)) throw new UserFacingError('db.notFound', { path: into });
  const opened = await openFile(file);
  if (opened.kind !== 'export') throw new UserFacingError('sheet.notExported', { path: file });
  const db = openDatabase(into);
  try {
    const now = new Date().toISOString();
    const compared = compareExport(db, opened.edited, { enteredBy: null, now });
    const choice = choiceOf(accept, compared);
    const how = { state: compared.state, fileName: basename(file), now };
    const step = choice && acceptProposals(db, compared, { ...choice, ...how });
    const language = systemLanguage();
    const report = {
      format: 'umbau-proposals-1',
      file: basename(file),
      exportedAt: opened.edited.asExported.exportedAt,
      accepted: step === undefined ? 0 : Number(step.values['count']),
      counts: compared.counts,
      leftAside: compared.notes.map((note) => proposalNoteText(note, language)),
      proposals: compared.drafts.map(({ proposal: { notes, ...proposal } }) => ({
        ...proposal,
        notes: notes.map((note) => proposalNoteText(note, language)),
      })),
    };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } finally {
    db.close();
  }
}
