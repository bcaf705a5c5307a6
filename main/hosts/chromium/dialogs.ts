import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, parse } from 'node:path';
import { promisify } from 'node:util';
import type { FileKind } from '../host.ts';

const run = promisify(execFile);

interface Question {
  readonly save: boolean;
  /** Full path that is proposed; the folder only where an existing file is asked for. */
  readonly proposal: string;
  readonly kind: FileKind | 'table';
}
type Answer = string | null | undefined;
type Program = readonly [name: string, ...args: string[]];

/** What can be read as a table, whatever its ending. */
const tableEndings = ['csv', 'xlsx', 'tsv', 'txt'];

const endings: Readonly<Record<FileKind, string>> = {
  portfolio: 'umbau',
  pdf: 'pdf',
  xlsx: 'xlsx',
  csv: 'csv',
  json: 'json',
  svg: 'svg',
  png: 'png',
  folder: '*',
  any: '*',
};

/** What a question accepts: a portfolio is opened from its file or from its exported document. */
function endingsOf({ save, kind }: Question): readonly string[] {
  if (kind === 'table') return tableEndings;
  return kind === 'portfolio' && !save ? [endings.portfolio, endings.json] : [endings[kind]];
}

function patterns(question: Question): string[] {
  return endingsOf(question).map((ending) => (ending === '*' ? '*' : `*.${ending}`));
}

/** Tries a program of the system; undefined where it is not there, null where the analyst cancelled. */
async function answerOf([name, ...args]: Program): Promise<Answer> {
  try {
    const { stdout } = await run(name, args, { encoding: 'utf8' });
    const path = stdout.replace(/\r?\n$/, '');
    return path === '' ? null : path;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? undefined : null;
  }
}

/** AppleScript's own quoting: only backslash and quotation mark are special. */
const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

function macTypes(question: Question): string {
  if (question.kind === 'any') return '';
  const endingNames = endingsOf(question).map(quoted);
  return ` of type {${endingNames.join(', ')}}`;
}

function macPrograms(question: Question): Program[] {
  const { save, proposal } = question;
  const { dir, base } = parse(proposal);
  const script = save
    ? `POSIX path of (choose file name default location POSIX file ${quoted(dir)} default name ${quoted(base)})`
    : `POSIX path of (choose file${macTypes(question)})`;
  return [['osascript', '-e', script]];
}

function windowsPrograms(question: Question): Program[] {
  const { save, proposal } = question;
  const pattern = patterns(question).join(';');
  const { dir, base } = parse(proposal);
  const single = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const script = [
    '[Console]::OutputEncoding = [Text.Encoding]::UTF8',
    'Add-Type -AssemblyName System.Windows.Forms',
    `$d = New-Object System.Windows.Forms.${save ? 'SaveFileDialog' : 'OpenFileDialog'}`,
    `$d.Filter = ${single(`${pattern}|${pattern}`)}`,
    `$d.InitialDirectory = ${single(dir)}`,
    ...(save ? [`$d.FileName = ${single(base)}`] : []),
    // Without an owner on top the dialog can open behind the browser's window.
    "if ($d.ShowDialog((New-Object System.Windows.Forms.Form -Property @{TopMost = $true})) -eq 'OK') { [Console]::Write($d.FileName) }",
  ].join('; ');
  return [['powershell', '-NoProfile', '-STA', '-Command', script]];
}

function linuxPrograms(question: Question): Program[] {
  const { save, proposal } = question;
  const pattern = patterns(question).join(' ');
  return [
    [
      'zenity',
      '--file-selection',
      ...(save ? ['--save', '--confirm-overwrite'] : []),
      `--filename=${proposal}`,
      `--file-filter=${pattern} | ${pattern}`,
    ],
    ['kdialog', save ? '--getsavefilename' : '--getopenfilename', proposal, pattern],
  ];
}

/** The programs that can ask on this system, in the order in which they are tried. */
export function dialogPrograms(platform: NodeJS.Platform, question: Question): Program[] {
  if (platform === 'darwin') return macPrograms(question);
  return platform === 'win32' ? windowsPrograms(question) : linuxPrograms(question);
}

async function ask(question: Question): Promise<Answer> {
  for (const program of dialogPrograms(process.platform, question)) {
    const answer = await answerOf(program);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function documentsFolder(): string {
  const documents = join(homedir(), 'Documents');
  return existsSync(documents) ? documents : homedir();
}

/** Without any dialog of the system a file goes to an own folder, under a name that is free; the page names the path. */
export function freePlace(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const { name: stem, ext } = parse(name);
  let path = join(folder, name);
  for (let count = 2; existsSync(path); count += 1) path = join(folder, `${stem} ${count}${ext}`);
  return path;
}

/** Tests answer in place of a person. */
export async function chooseFileToOpen(
  kind: 'portfolio' | 'table' | 'any' = 'portfolio',
): Promise<string | null> {
  const prepared = process.env['UMBAU_DIALOG_OPEN'];
  if (prepared !== undefined) return prepared;
  return (await ask({ save: false, proposal: join(documentsFolder(), '/'), kind })) ?? null;
}

export async function chooseFileToSave(name: string, kind: FileKind): Promise<string | null> {
  const prepared = process.env['UMBAU_DIALOG_SAVE'];
  if (prepared !== undefined) return join(prepared, name);
  const chosen = await ask({ save: true, proposal: join(documentsFolder(), name), kind });
  if (chosen === undefined) return freePlace(join(documentsFolder(), 'Umbau'), name);
  return chosen === null || kind === 'folder' || kind === 'any' || parse(chosen).ext !== ''
    ? chosen
    : `${chosen}.${endings[kind]}`;
}
