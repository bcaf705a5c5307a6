import { UserFacingError } from '../../shared/ipc/result.ts';
import { errorSentence } from '../../shared/text/errorSentence.ts';

export function systemLanguage(): 'de' | 'en' {
  const locale = process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '';
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en';
}

/** Runs a command; whatever goes wrong ends in one sentence on stderr and an exit code other than 0. */
export async function runCommand(
  name: string,
  command: ((args: readonly string[]) => Promise<void>) | undefined,
  args: readonly string[],
): Promise<number> {
  try {
    if (!command) throw new UserFacingError('cli.usage', { problem: name });
    await command(args);
    return 0;
  } catch (error) {
    const known = error instanceof UserFacingError ? error : new UserFacingError('ipc.unexpected');
    process.stderr.write(`${errorSentence(systemLanguage(), known.code, known.values)}\n`);
    if (!(error instanceof UserFacingError) && process.env['UMBAU_DEBUG']) console.error(error);
    return 1;
  }
}
