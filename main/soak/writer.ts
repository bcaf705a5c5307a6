import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { once } from 'node:events';
import { createApplication } from '../application.ts';
import type { Host } from '../hosts/host.ts';
import { seededChoice } from './seeded.ts';

/*
 * Edits, imports, takes back and backs up through the real door, without end, and reports each act only after it was
 * answered: whoever started this kills it.
 */

const [folder = '', resources = '', seed = '1'] = process.argv.slice(2);
const pick = seededChoice(Number(seed));
const trusted = { trusted: true };

const host: Host = {
  name: 'chromium',
  platform: 'linux',
  locale: 'en-US',
  userDataFolder: join(folder, 'user'),
  resourcesFolder: resources,
  chooseFileToOpen: async () => null,
  chooseFileToSave: async (name) => join(folder, `copy-${name}`),
  showFolder: async () => undefined,
  printBriefing: async () => new Uint8Array(),
};

function say(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const application = await createApplication(host);

async function call<T>(channel: string, request: unknown): Promise<T | undefined> {
  const answer = await application.door(channel, trusted, request);
  return answer.ok ? (answer.value as T) : undefined;
}

interface Step {
  readonly id: number;
}

const noSource = { title: null, url: null };
const made: string[] = [];

async function newSite(): Promise<Step | undefined> {
  const edit = {
    kind: 'site',
    id: null,
    companyId: 'c1',
    siteId: null,
    values: { name: `Site ${pick(1e6)}` },
    source: noSource,
  };
  const saved = await call<{ step: Step; id: string }>('record.save', edit);
  if (saved) made.push(saved.id);
  return saved?.step;
}

async function newFigure(): Promise<Step | undefined> {
  const edit = {
    id: null,
    subjectKind: 'site',
    subjectId: 's1',
    field: 'contracted_mw',
    value: pick(500),
    unit: 'MW',
    basis: null,
    asOf: '2026-11',
    note: 'x'.repeat(pick(3000)),
    confidence: 'high',
    source: { title: `Document ${pick(50)}`, url: null },
    replacesOthers: pick(2) === 0,
  };
  return (await call<{ step: Step }>('figure.save', edit))?.step;
}

async function importSites(): Promise<Step | undefined> {
  const rows = Array.from({ length: 60 + pick(200) }, () => `Made-up Mining,Hall ${pick(1e6)},${pick(900)}`);
  const text = ['company,site,contracted MW', ...rows].join('\n');
  const file = await call<{ plan: object }>('import.open', { text });
  const plan = { ...file?.plan, profile: 'sites' };
  return await call<Step>('import.run', { plan, choices: [] });
}

const input = async () =>
  await call<Step>('input.set', { siteId: 's1', key: 'btcPriceUsd', value: 1 + pick(1e6), note: null });

/** An act by its name: the step that it answered, or the file that it wrote. */
const acts: readonly (readonly [weight: number, name: string, act: () => Promise<unknown>])[] = [
  [40, 'made', input],
  [8, 'made', newSite],
  [12, 'made', newFigure],
  [8, 'made', importSites],
  [4, 'made', async () => await call('record.remove', { kind: 'site', id: made.pop() ?? 'none' })],
  [12, 'undone', async () => await call('history.undo', {})],
  [6, 'redone', async () => await call('history.redo', {})],
  [7, 'file', async () => await call('backup.write', { reason: 'byHand' })],
  [3, 'file', async () => await call('portfolio.saveCopy', {})],
];
const total = acts.reduce((sum, [weight]) => sum + weight, 0);

function chosen(): (typeof acts)[number] {
  let place = pick(total);
  const found = acts.find(([weight]) => {
    place -= weight;
    return place < 0;
  });
  if (!found) throw new Error('the weights do not add up');
  return found;
}

say({ ready: true });
// Started ahead of its turn: the file may still be another one's.
await once(process.stdin, 'data');
await application.openFile(join(folder, 'a.umbau'));
/** The whole state, as what differs from the start of the history. */
const net = async (): Promise<string> => {
  const changes = await call('changes.between', { from: { kind: 'start' }, to: { kind: 'now' } });
  return createHash('sha256').update(JSON.stringify(changes)).digest('hex');
};
for (;;) {
  const [, name, act] = chosen();
  say({ begin: name });
  const answer = await act();
  if (answer === undefined) continue;
  if (name === 'file') say({ file: (answer as { path: string | null }).path });
  else say({ act: name, step: (answer as Step).id });
  say({ net: await net() });
}
