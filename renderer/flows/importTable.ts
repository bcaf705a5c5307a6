import type {
  ImportPlan,
  ImportPreview,
  Outcome,
  RowChoice,
  SavedImport,
} from '../../shared/domain/tableImport.ts';
import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import { useApp } from '../store/appStore.ts';
import { undo } from './editInput.ts';
import { ask, followLists, refresh } from './navigation.ts';

/** As many rows as anybody looks at; the counts are of all. */
export const shownRows = 500;

export async function previewImport(
  plan: ImportPlan,
  only: Outcome | null,
  limit: number = shownRows,
): Promise<ImportPreview | undefined> {
  return (await ask('import.preview', { plan, only, offset: 0, limit })) ?? undefined;
}

/** @returns the step, or undefined where it was cancelled or refused */
export async function runImport(
  plan: ImportPlan,
  choices: readonly RowChoice[],
): Promise<HistoryStep | undefined> {
  const step = await ask('import.run', { plan, choices: [...choices] });
  if (!step) return undefined;
  await followLists();
  await refresh();
  return step;
}

/** Where an import stands in the history: what covers it has to be undone before it. */
type ImportStanding =
  | { readonly state: 'newest' | 'undone' }
  | { readonly state: 'covered'; readonly by: HistoryStep };

/** Numbers of steps that an undo took off the list are given again; with its time a step is one of a kind. */
function isSame(a: HistoryStep, b: HistoryStep): boolean {
  return a.id === b.id && a.createdAt === b.createdAt;
}

export function standingOf(step: HistoryStep, history: readonly HistoryStep[]): ImportStanding {
  const newest = history.find(({ undone }) => !undone);
  // A list without any step was not read: after an import there is one.
  if (history.length === 0 || (newest && isSame(newest, step))) return { state: 'newest' };
  const kept = history.find((other) => isSame(other, step));
  // A change after an undo ends the redo list, and the import leaves the history with it.
  return newest && kept && !kept.undone ? { state: 'covered', by: newest } : { state: 'undone' };
}

/** Takes back this import and nothing else: the list on screen may be older than the last change. */
export async function undoImport(step: HistoryStep): Promise<void> {
  const history = await ask('history.list', {});
  if (!history) return;
  useApp.getState().set({ history });
  if (standingOf(step, history).state === 'newest') await undo();
}

export async function saveRejects(plan: ImportPlan): Promise<void> {
  const saved = await ask('import.saveRejects', { plan });
  if (saved) useApp.getState().set({ toast: { text: saved.path, isEdit: false } });
}

/** Keeps a mapping under a name. */
export async function keepImport(
  name: string,
  heads: readonly string[],
  plan: ImportPlan,
): Promise<readonly SavedImport[] | undefined> {
  const columns = heads.map((head, index) => ({
    head,
    target: plan.columns[index]?.target ?? null,
    unit: plan.columns[index]?.unit ?? null,
  }));
  return ask('import.keep', { name, profile: plan.profile, columns });
}
