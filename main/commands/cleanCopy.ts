import { randomUUID } from 'node:crypto';
import { writeCleanCopy } from '../db/cleanCopy.ts';
import { newFileOption, portfolioOption, readNamedOptions } from './options.ts';

/** A copy to give away: without history, names and attached files; with --without-briefings without those, too. */
export async function cleanCopyCommand(args: readonly string[]): Promise<void> {
  const options = readNamedOptions(args, ['portfolio', 'out'], ['without-briefings']);
  const out = newFileOption(options);
  const { db } = portfolioOption(options);
  try {
    const withoutBriefings = options.values['without-briefings'] === true;
    const { filesLeftOut } = writeCleanCopy(db, out, { portfolioId: randomUUID(), withoutBriefings });
    process.stdout.write(`${out}\n`);
    // Beside the path, so that a script that reads it gets the path alone.
    if (filesLeftOut > 0) process.stderr.write(`umbau: attached files left out: ${filesLeftOut}\n`);
  } finally {
    db.close();
  }
}
