import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { scenarioOrThrow } from '../analysis/scenarioView.ts';
import type { WritableDb } from '../db/access.ts';
import { unlockWithAny } from '../db/encryption/keys.ts';
import { userVersion } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { openReadOnly } from '../db/openDatabase.ts';
import { samplePath } from '../portfolio/openPortfolio.ts';
import { resourcesFolder } from '../resourcesFolder.ts';

export interface Options {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/** How a password comes in: never as an argument, which every program of the machine can read. */
const [passwordFile, passwordStdin] = ['password-file', 'password-stdin'] as const;

/** Reads arguments; an unknown or incomplete one is a sentence, not a stack. */
export function readOptions(
  args: readonly string[],
  texts: readonly string[],
  flags: readonly string[],
): Options {
  const options = Object.fromEntries([
    ...[...texts, passwordFile].map((name) => [name, { type: 'string' as const }]),
    ...[...flags, passwordStdin].map((name) => [name, { type: 'boolean' as const }]),
  ]);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Options['values'], positionals };
  } catch (error) {
    // The parser explains itself in English and in paragraphs; the name of the argument is what helps in any language.
    const named = /'(-{1,2}[\w-]+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new UserFacingError('cli.usage', { problem: named ?? args.join(' ') });
  }
}

/** For commands that take named arguments only. */
export function readNamedOptions(
  args: readonly string[],
  texts: readonly string[],
  flags: readonly string[],
): Options {
  const options = readOptions(args, texts, flags);
  const [extra] = options.positionals;
  if (extra !== undefined) throw new UserFacingError('cli.usage', { problem: extra });
  return options;
}

export function textOption(options: Options, name: string): string | undefined {
  const value = options.values[name];
  return typeof value === 'string' ? value : undefined;
}

export function requiredOption(options: Options, name: string): string {
  const value = textOption(options, name);
  if (value === undefined || value === '') throw new UserFacingError('cli.usage', { problem: `--${name}` });
  return value;
}

export function subjectOption(options: Options): { kind: 'company' | 'site'; id: string } {
  const company = textOption(options, 'company');
  const site = textOption(options, 'site');
  if (site !== undefined && company === undefined) return { kind: 'site', id: site };
  if (company !== undefined && site === undefined) return { kind: 'company', id: company };
  throw new UserFacingError('cli.usage', { problem: '--company | --site' });
}

export function seedOption(options: Options, fallback: number): number {
  const text = textOption(options, 'seed');
  if (text === undefined) return fallback;
  const seed = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(seed))
    throw new UserFacingError('cli.usage', { problem: '--seed' });
  return seed;
}

/** A whole number from 1 on; undefined where the option is not given. */
export function wholeOption(options: Options, name: string, most: number): number | undefined {
  const text = textOption(options, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > most)
    throw new UserFacingError('cli.usage', { problem: `--${name} 1 … ${most}` });
  return value;
}

/** A day of the calendar; undefined where the option is not given. */
function dayOption(options: Options, name: string): string | undefined {
  const text = textOption(options, name);
  if (text === undefined) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().slice(0, 10) === text;
  if (!isDay) throw new UserFacingError('cli.usage', { problem: `--${name}` });
  return text;
}

/** P3 The day that ages are counted to: `--today`, else `--as-of`, else the portfolio's own, else the machine's. */
export function todayOption(options: Options, ofPortfolio: string | null): string {
  const given = dayOption(options, 'today') ?? dayOption(options, 'as-of');
  return given ?? ofPortfolio ?? new Date().toISOString().slice(0, 10);
}

/** The valuation month that `--as-of` means: the month after that day. */
export function asOfOption(options: Options): { valuationMonth?: string } {
  const text = dayOption(options, 'as-of');
  if (text === undefined) return {};
  const next = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 1));
  return { valuationMonth: next.toISOString().slice(0, 7) };
}

/** What was asked for by `--password-file` or `--password-stdin`, without the line's end; undefined where nothing was. */
function passwordOption(options: Options): string | undefined {
  const path = textOption(options, passwordFile);
  const isStdin = options.values[passwordStdin] === true;
  if (path !== undefined && isStdin)
    throw new UserFacingError('cli.usage', { problem: `--${passwordFile} | --${passwordStdin}` });
  if (path === undefined && !isStdin) return undefined;
  if (path !== undefined && !existsSync(path)) throw new UserFacingError('file.notFound', { path });
  const standardInput = 0;
  return readFileSync(path ?? standardInput, 'utf8').replace(/\r?\n$/, '');
}

/** Unlocks a file with the password or the recovery key that the options lead to; one that is plain needs none. */
export function unlockFor(options: Options, path: string): void {
  const secret = passwordOption(options);
  if (secret !== undefined && secret !== '') unlockWithAny(path, secret);
}

/** R7.3 The scenario named by --scenario, which must be known; without it the portfolio's own. */
export function scenarioOption(options: Options, db: WritableDb): { scenarioId?: string } {
  const id = textOption(options, 'scenario');
  return id === undefined ? {} : { scenarioId: scenarioOrThrow(db, id).id };
}

/** The portfolio named by --portfolio, for reading only: the command line never changes what it analyses. */
export function portfolioOption(options: Options): { path: string; db: WritableDb } {
  const name = requiredOption(options, 'portfolio');
  const path = name === 'sample' ? samplePath(resourcesFolder()) : name;
  unlockFor(options, path);
  return { path, db: openReadOnly(path) };
}

/** The command line only reads, so it cannot upgrade; tables of the back-cast would be missing in an older file. */
export function newestSchemaOnly(path: string, db: WritableDb): void {
  const [found, known] = [userVersion(db), migrations.at(-1)?.version ?? 0];
  if (found < known) throw new UserFacingError('db.olderSchema', { path, found: String(found) });
}

export function languageOption(options: Options): 'de' | 'en' {
  const language = requiredOption(options, 'lang');
  if (language !== 'de' && language !== 'en') throw new UserFacingError('cli.usage', { problem: '--lang' });
  return language;
}

/** Where a command writes a portfolio: a name that is free, since a portfolio is never replaced by a command. */
export function newFileOption(options: Options): string {
  const out = outOption(options, '.umbau');
  if (existsSync(out)) throw new UserFacingError('portfolio.fileExists', { path: out });
  return out;
}

/**
 * Where a command writes. A file of another kind is never replaced: a portfolio under the wrong name would be lost, and
 * a device is no file.
 */
export function outOption(options: Options, ending: '.pdf' | '.xlsx' | '.json' | '.csv' | '.umbau'): string {
  const out = resolve(requiredOption(options, 'out'));
  if (!out.toLowerCase().endsWith(ending))
    throw new UserFacingError('cli.usage', { problem: `--out …${ending}` });
  if (!existsSync(dirname(out)) || (existsSync(out) && !statSync(out).isFile()))
    throw new UserFacingError('file.notWritable', { path: out });
  return out;
}
