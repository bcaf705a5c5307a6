import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import {
  profileNames,
  ProfileName,
  type ImportColumn,
  type ImportPlan,
} from '../../shared/domain/tableImport.ts';
import { dateShape } from '../../shared/domain/records.ts';
import { csvFile } from '../../shared/exchange/exportTable.ts';
import { frameTable } from '../../shared/exchange/import/frameTable.ts';
import { columnUnits } from '../../shared/exchange/import/columnUnits.ts';
import { profileOf, targetOf } from '../../shared/exchange/import/profiles.ts';
import { proposeColumns, unitFor } from '../../shared/exchange/import/proposePlan.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { importNoteText } from '../../shared/text/importNoteText.ts';
import { examine, importRows, previewRows, rejectTable } from '../analysis/import/importRun.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { tableOfFile } from '../exchange/import/openTable.ts';
import { inTurns } from '../exchange/import/unblocked.ts';
import { writeWhole } from '../exchange/writeWhole.ts';
import {
  outOption,
  readNamedOptions,
  requiredOption,
  textOption,
  unlockFor,
  type Options,
} from './options.ts';
import { systemLanguage } from './runCommand.ts';

function profileOption(options: Options): ProfileName {
  const { data } = ProfileName.safeParse(requiredOption(options, 'profile'));
  if (data === undefined)
    throw new UserFacingError('cli.usage', { problem: `--profile ${profileNames.join('|')}` });
  return data;
}

function decimalOption(options: Options): 'comma' | 'point' | null {
  const decimal = textOption(options, 'decimal') ?? null;
  if (decimal !== null && decimal !== 'comma' && decimal !== 'point')
    throw new UserFacingError('cli.usage', { problem: '--decimal comma|point' });
  return decimal;
}

/** Answers as HEAD=WORD;HEAD=WORD; a head that the file does not have is a slip, and no answer. */
function answersOf(options: Options, name: string, heads: readonly string[]): ReadonlyMap<string, string> {
  const pairs = (textOption(options, name) ?? '').split(';').filter((pair) => pair.trim() !== '');
  return new Map(
    pairs.map((pair) => {
      const at = pair.lastIndexOf('=');
      const head = pair.slice(0, at).trim();
      if (at < 1 || !heads.includes(head))
        throw new UserFacingError('cli.usage', { problem: `--${name} ${pair}` });
      return [head, pair.slice(at + 1).trim()] as const;
    }),
  );
}

function unitAnswer(
  profile: ProfileName,
  target: string | null,
  unit: string | undefined,
): string | undefined {
  if (unit === undefined) return undefined;
  const own = targetOf(profileOf(profile), target)?.field.unit ?? '';
  const choices = Object.keys(columnUnits[own] ?? {});
  if (choices.includes(unit)) return unit;
  throw new UserFacingError('cli.usage', { problem: `--units …=${choices.join('|')}` });
}

function datesOption(options: Options): ImportColumn['dateOrder'] {
  const order = textOption(options, 'dates');
  if (order === undefined) return null;
  if (order === 'day-first') return 'dayFirst';
  if (order === 'month-first') return 'monthFirst';
  throw new UserFacingError('cli.usage', { problem: '--dates day-first|month-first' });
}

function columnsOf(options: Options, profile: ProfileName, heads: readonly string[]): ImportColumn[] {
  const [notation, dateOrder] = [decimalOption(options), datesOption(options)];
  const [units, targets] = [answersOf(options, 'units', heads), answersOf(options, 'columns', heads)];
  return proposeColumns(profile, heads).map((proposed, index) => {
    const head = heads[index] ?? '';
    const asked = targets.get(head);
    const known = asked === undefined ? undefined : targetOf(profileOf(profile), asked);
    if (asked !== undefined && asked !== '' && !known)
      throw new UserFacingError('cli.usage', { problem: `--columns ${head}=${asked}` });
    const column =
      asked === undefined
        ? proposed
        : { ...proposed, target: known?.key ?? null, unit: unitFor(known, head) };
    const unit = unitAnswer(profile, column.target, units.get(head)) ?? column.unit;
    return { ...column, unit, notation, dateOrder };
  });
}

function planOf(options: Options, heads: readonly string[]): ImportPlan {
  const profile = profileOption(options);
  const asOf = textOption(options, 'as-of') ?? null;
  if (asOf !== null && !dateShape.test(asOf)) throw new UserFacingError('cli.usage', { problem: '--as-of' });
  const columns = columnsOf(options, profile, heads);
  const source = { title: textOption(options, 'source') ?? null, url: null };
  return { profile, columns, company: textOption(options, 'company') ?? null, asOf, source };
}

const mostListed = 1_000;

/** P24 Imports a table into a portfolio, or says what would come of it. */
export async function importTableCommand(args: readonly string[]): Promise<void> {
  const options = readNamedOptions(
    args,
    [
      'portfolio',
      'profile',
      'file',
      'company',
      'as-of',
      'source',
      'decimal',
      'dates',
      'units',
      'columns',
      'rejects',
    ],
    ['dry-run'],
  );
  const path = requiredOption(options, 'portfolio');
  if (!existsSync(path)) throw new UserFacingError('db.notFound', { path });
  const file = requiredOption(options, 'file');
  const rejects = textOption(options, 'rejects');
  const out = rejects === undefined ? undefined : outOption({ ...options, values: { out: rejects } }, '.csv');
  profileOption(options);
  const table = frameTable(await tableOfFile(file));
  const plan = planOf(options, table.heads);
  const language = systemLanguage();
  unlockFor(options, path);
  const db = openDatabase(path);
  try {
    const found = await examine(db, { table, plan }, { language, enteredBy: null }, inTurns());
    if (!found) return;
    const isDry = options.values['dry-run'] === true;
    const how = { choices: [], fileName: basename(file), now: new Date().toISOString() };
    const takes = found.examined.counts.new + found.examined.counts.changed > 0;
    const step = isDry || !takes ? undefined : await importRows(db, found, how, () => inTurns(), language);
    if (out !== undefined) writeWhole(out, Buffer.from(csvFile(rejectTable(found, language)), 'utf8'));
    const listed = (['rejected', 'check', 'repeated'] as const).flatMap((only) =>
      previewRows(found, { only, offset: 0, limit: mostListed }, language),
    );
    const report = {
      format: 'umbau-import-1',
      file: basename(file),
      profile: plan.profile,
      imported: step === undefined ? 0 : Number(step.values['count']),
      counts: found.examined.counts,
      columns: table.heads.map((head, index) => ({
        head,
        target: found.resolved.columns[index]?.target ?? null,
        unit: found.resolved.columns[index]?.unit ?? null,
        decimal: found.resolved.columns[index]?.notation ?? null,
        state: found.resolved.readings[index]?.state,
      })),
      problems: found.problems.map((note) => importNoteText(note, language)),
      rejects: listed.map(({ row, outcome, notes }) => ({
        row,
        outcome,
        reasons: notes.map((note) => importNoteText(note, language)),
      })),
    };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } finally {
    db.close();
  }
}
