import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { build } from 'vite';
import { portfolioChanges } from '../analysis/portfolioChanges/changedItems.ts';
import { stateAt, type State } from '../analysis/portfolioChanges/states.ts';
import { verified } from '../commands/verify.ts';
import type { WritableDb } from '../db/access.ts';
import { memoryCopy, takeBackTo } from '../db/history/pastState.ts';
import { openReadOnly } from '../db/openDatabase.ts';
import { portfolioForTest } from '../db/testing/portfolioForTest.ts';
import { seededChoice } from './seeded.ts';

/*
 * Kills a writer at random points, again and again: after each kill the file must be whole, hold everything that was
 * reported, and nothing that was half done.
 */

const root = join(import.meta.dirname, '../..');
/** A history that grows without end would make each round slower than the one before. */
const killsPerFile = 25;
const mostLines = 12;
const mostMsMore = 12;

export interface KillCounts {
  kills: number;
  /** Verified, with everything reported in it. */
  clean: number;
  /** Kills that fell into an act: it had begun and was not reported. */
  withinAct: number;
  /** Acts that were stored, though the kill came before they could be reported. */
  storedUnreported: number;
  steps: number;
  files: number;
}

interface Line {
  readonly begin?: string;
  readonly act?: 'made' | 'undone' | 'redone';
  readonly step?: number;
  readonly file?: string | null;
  /** SHA-256 of the state. */
  readonly net?: string;
}

interface Event {
  readonly act: string;
  readonly step: number;
}

/** One bundle starts in a fraction of the time that its many modules take. */
async function bundle(): Promise<string> {
  const outDir = join(root, 'out/soak');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'main/soak/writer.ts'),
      outDir,
      target: 'node24',
      rolldownOptions: { external: ['better-sqlite3'], output: { entryFileNames: 'writer.js' } },
    },
  });
  return join(outDir, 'writer.js');
}

class Writer {
  readonly child: ChildProcess;
  readonly lines: Line[] = [];
  readonly ended: Promise<unknown>;

  constructor(script: string, folder: string, seed: number) {
    this.child = spawn(process.execPath, [script, folder, join(root, 'out/app'), String(seed)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    // The end of the pipe, not of the process: what was reported before the kill may still be on its way.
    this.ended = once(this.child, 'close');
  }

  /** Lets it write, and kills it after so many lines and a moment more. */
  async killAfter(lines: number, ms: number): Promise<void> {
    const { stdout, stdin } = this.child;
    if (!stdout || !stdin) throw new Error('no pipes');
    let rest = '';
    const enough = new Promise<void>((resolve) => {
      stdout.setEncoding('utf8').on('data', (part: string) => {
        // The kill may cut the last line: it was not reported then.
        const whole = (rest + part).split('\n');
        rest = whole.pop() ?? '';
        this.lines.push(...whole.map((line) => JSON.parse(line) as Line));
        if (this.lines.length > lines) resolve();
      });
    });
    stdin.write('go\n');
    await Promise.race([enough, this.ended]);
    await after(ms);
    this.child.kill('SIGKILL');
    await this.ended;
    if (this.child.signalCode !== 'SIGKILL') throw new Error('the writer ended by itself');
  }
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** The state as the writer reports it: everything that differs from the start of the history. */
function netHash(db: WritableDb, lastEvent: number | null): string {
  const start = stateAt(db, { kind: 'start' }, () => '');
  const state: State = { db, lastEvent, close: () => undefined };
  try {
    return hashOf(portfolioChanges(start, state));
  } finally {
    start.close();
  }
}

function eventsAfter(db: WritableDb, known: number): (Event & { readonly id: number })[] {
  return db
    .prepare('SELECT id, act, step_id AS step FROM change_event WHERE id > ? ORDER BY id')
    .all(known) as (Event & { readonly id: number })[];
}

function mustBe(isTrue: boolean, what: string, seed: number): void {
  if (!isTrue) throw new Error(`${what} (seed ${seed})`);
}

interface Round {
  readonly folder: string;
  readonly seed: number;
  readonly lines: readonly Line[];
  /** Events that the file held before this writer. */
  readonly known: number;
  /** Backups that were checked already. */
  readonly whole: Set<string>;
}

/** Every file that was reported, and every backup that is listed, is whole; what was found whole is not written again. */
function checkFiles({ folder, seed, whole }: Round, reported: readonly string[]): number {
  const backups = join(folder, 'user/Backups');
  const listed = existsSync(backups)
    ? readdirSync(backups, { recursive: true })
        .map((name) => join(backups, String(name)))
        .filter((path) => path.endsWith('.umbau'))
    : [];
  // A backup may be pruned by a later one; a copy that was reported must be there.
  const copies = reported.filter((path) => !path.startsWith(backups));
  for (const path of new Set([...listed.filter((one) => !whole.has(one)), ...copies])) {
    const db = openReadOnly(path);
    mustBe(verified(db).isClean, `not whole: ${path}`, seed);
    db.close();
    whole.add(path);
  }
  return reported.length;
}

/** @returns the events that the file holds now */
function check(round: Round, counts: KillCounts): number {
  const { folder, seed, lines, known } = round;
  const db = openReadOnly(join(folder, 'a.umbau'));
  try {
    mustBe(verified(db).isClean, 'verify is not clean', seed);
    const reported = lines.flatMap(({ act, step }): Event[] => (act && step ? [{ act, step }] : []));
    const stored = eventsAfter(db, known);
    const isPrefix = reported.every(
      ({ act, step }, place) => stored[place]?.act === act && stored[place].step === step,
    );
    mustBe(isPrefix, 'a reported step is not in the file', seed);
    mustBe(stored.length <= reported.length + 1, 'more was stored than was begun', seed);
    const states = lines.filter(({ net }) => net !== undefined);
    const last = states.at(-1);
    if (last) {
      // Steps that a state was reported for; the kill may have come between a step and its state.
      const withState = lines.slice(0, lines.lastIndexOf(last)).filter(({ act }) => act !== undefined).length;
      const event = stored[withState - 1]?.id ?? known;
      const copy = memoryCopy(db);
      takeBackTo(copy, event);
      mustBe(netHash(copy, event) === last.net, 'the state is not the reported one', seed);
      copy.close();
    }
    const files = lines.flatMap(({ file }) => file ?? []);
    counts.files += checkFiles(round, files);
    counts.steps += reported.length;
    counts.storedUnreported += stored.length - reported.length;
    const begun = lines.filter(({ begin }) => begin !== undefined).length;
    counts.withinAct += lines.at(-1)?.begin !== undefined && begun > 0 ? 1 : 0;
    return stored.at(-1)?.id ?? known;
  } finally {
    db.close();
  }
}

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'umbau-soak-'));
  mkdirSync(join(folder, 'user'));
  portfolioForTest(join(folder, 'a.umbau')).close();
  return folder;
}

/** Kills a writer so many times and checks after each; throws at the first fault, with the seed that shows it. */
export async function killLoop(
  kills: number,
  seed: number,
  tell: (counts: KillCounts) => void = () => undefined,
): Promise<KillCounts> {
  const script = await bundle();
  const counts = { kills: 0, clean: 0, withinAct: 0, storedUnreported: 0, steps: 0, files: 0 };
  const pick = seededChoice(seed);
  while (counts.kills < kills) {
    const folder = freshFolder();
    const rounds = Math.min(killsPerFile, kills - counts.kills);
    const start = (round: number) => new Writer(script, folder, seed + counts.kills + round);
    // The next one starts while this one is at work, but opens the file only when it is its turn.
    let next: Writer | undefined = start(0);
    let known = 0;
    const whole = new Set<string>();
    for (let round = 0; round < rounds && next; round += 1) {
      const writer: Writer = next;
      next = round + 1 < rounds ? start(1) : undefined;
      const own = seed + counts.kills;
      await writer.killAfter(1 + pick(mostLines), pick(mostMsMore));
      counts.kills += 1;
      known = check({ folder, seed: own, lines: writer.lines, known, whole }, counts);
      counts.clean += 1;
      tell(counts);
    }
    rmSync(folder, { recursive: true });
  }
  return counts;
}
