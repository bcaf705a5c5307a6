import { beforeEach, expect, test } from 'vitest';
import type { Fault } from '../../shared/domain/fault.ts';
import type { HistoryStep, PortfolioInfo } from '../../shared/domain/portfolio.ts';
import type { SiteRow } from '../../shared/domain/site.ts';
import type { Request } from '../../shared/ipc/calls.ts';
import { useApp } from '../store/appStore.ts';
import { checkAgain, recheck } from './checkHealth.ts';
import { answerWith } from './testing/answers.ts';

type Asked = Request<'health.part'>;

/** What is asked for and not answered yet. */
let waiting: { readonly asked: Asked; readonly answer: (faults: Fault[]) => void }[] = [];

/** What main would answer now: one fault for each site, named by how often it was edited. */
const edits = new Map<string, number>();

function fault(siteId: string): Fault {
  return {
    id: `f-${siteId}`,
    code: 'criticalAboveGrid',
    detail: String(edits.get(siteId) ?? 0),
    values: {},
    mends: [],
    fix: null,
    blockedMw: null,
    subject: { kind: 'site', id: siteId, name: siteId, companyName: '' },
    effectSiteId: siteId,
    hash: 'x'.repeat(64),
    isDismissed: false,
  };
}

function edit(siteId: string): Promise<void> {
  edits.set(siteId, (edits.get(siteId) ?? 0) + 1);
  const step: HistoryStep = { id: 1, label: 'input.set', values: { siteId }, createdAt: '', undone: false };
  return recheck(step);
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

/** The next question of a kind that main is waited for. */
async function next(of: (asked: Asked) => boolean): Promise<() => void> {
  for (;;) {
    const index = waiting.findIndex(({ asked }) => of(asked));
    const [found] = index < 0 ? [] : waiting.splice(index, 1);
    if (!found) {
      await turn();
      continue;
    }
    // Main reads when it is asked; its answer may take long.
    const faults = found.asked.kind === 'sites' ? found.asked.ids.map(fault) : [];
    return () => found.answer(faults);
  }
}

async function answerAll(): Promise<void> {
  for (let quiet = 0; quiet < 3;) {
    const open = waiting.splice(0);
    quiet = open.length === 0 ? quiet + 1 : 0;
    for (const { asked, answer } of open) answer(asked.kind === 'sites' ? asked.ids.map(fault) : []);
    await turn();
  }
}

const shown = () => useApp.getState().health?.faults.map(({ id, detail }) => `${id} ${detail}`);

beforeEach(async () => {
  waiting = [];
  edits.clear();
  answerWith({
    'health.part': (asked) => new Promise((answer) => void waiting.push({ asked, answer })),
  });
  useApp.getState().set({
    portfolio: { id: 'p' } as PortfolioInfo,
    sites: [{ id: 'a' }, { id: 'b' }] as SiteRow[],
    health: null,
  });
  void checkAgain();
  await answerAll();
  expect(shown()).toEqual(['f-a 0', 'f-b 0']);
});

test('an edit while everything is checked again has everything checked once more', async () => {
  edits.set('b', 1);
  void checkAgain();
  (await next(({ kind }) => kind === 'market'))();
  void edit('a');
  await answerAll();
  expect(shown()).toEqual(['f-a 1', 'f-b 1']);
});

test('an edit after a check of everything that failed has it made again', async () => {
  edits.set('b', 1);
  answerWith({});
  await checkAgain();
  answerWith({ 'health.part': (asked) => new Promise((answer) => void waiting.push({ asked, answer })) });
  void edit('a');
  await answerAll();
  expect(shown()).toEqual(['f-a 1', 'f-b 1']);
});

test('an edit of another site does not make the answer on the first old', async () => {
  void edit('a');
  void edit('b');
  await answerAll();
  expect(shown()?.toSorted()).toEqual(['f-a 1', 'f-b 1']);
});

test('of two edits of one site the later answer counts, whichever comes first', async () => {
  void edit('a');
  const first = await next(() => true);
  void edit('a');
  const second = await next(() => true);
  second();
  first();
  await turn();
  expect(shown()).toContain('f-a 2');
});

test('what a check of everything keeps of the effects does not rest on a site that was edited', async () => {
  const { health, set } = useApp.getState();
  const effect = { usdPerGridMw: 1, turnsVerdict: false };
  if (!health) throw new Error('nothing was checked');
  set({
    health: {
      ...health,
      effects: new Map([
        ['f-a', effect],
        ['f-b', effect],
      ]),
    },
  });
  void checkAgain();
  void edit('a');
  await answerAll();
  expect([...(useApp.getState().health?.effects.keys() ?? [])]).toEqual(['f-b']);
});
