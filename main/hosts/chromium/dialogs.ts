import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, parse } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Tries a program of the system; undefined where it is not there, null where the analyst cancelled. */
async function answerOf(program: string, args: readonly string[]): Promise<string | null | undefined> {
  try {
    const { stdout } = await run(program, [...args]);
    const path = stdout.trim();
    return path === '' ? null : path;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? undefined : null;
  }
}

async function systemDialog(kind: 'open' | 'save', name: string): Promise<string | null | undefined> {
  if (process.platform === 'darwin') {
    const script =
      kind === 'open'
        ? 'POSIX path of (choose file)'
        : `POSIX path of (choose file name default name ${JSON.stringify(name)})`;
    return answerOf('osascript', ['-e', script]);
  }
  if (process.platform === 'win32') {
    const dialog = kind === 'open' ? 'OpenFileDialog' : 'SaveFileDialog';
    const script = `Add-Type -AssemblyName System.Windows.Forms; $d = New-Object System.Windows.Forms.${dialog}; $d.FileName = '${name.replaceAll("'", '')}'; if ($d.ShowDialog() -eq 'OK') { $d.FileName }`;
    return answerOf('powershell', ['-NoProfile', '-STA', '-Command', script]);
  }
  return answerOf(
    'zenity',
    kind === 'open'
      ? ['--file-selection']
      : ['--file-selection', '--save', '--confirm-overwrite', `--filename=${name}`],
  );
}

/** Without any dialog of the system a file goes to an own folder, under a name that is free. */
function freePlace(name: string): string {
  const folder = join(homedir(), 'Umbau');
  mkdirSync(folder, { recursive: true });
  const { name: stem, ext } = parse(name);
  let path = join(folder, name);
  for (let count = 2; existsSync(path); count += 1) path = join(folder, `${stem} ${count}${ext}`);
  return path;
}

/** Tests answer in place of a person. */
export async function chooseFileToOpen(): Promise<string | null> {
  return process.env['UMBAU_DIALOG_OPEN'] ?? (await systemDialog('open', '')) ?? null;
}

export async function chooseFileToSave(name: string): Promise<string | null> {
  const prepared = process.env['UMBAU_DIALOG_SAVE'];
  if (prepared !== undefined) return join(prepared, name);
  const chosen = await systemDialog('save', name);
  return chosen === undefined ? freePlace(name) : chosen;
}
