import type {
  ImportPlan,
  ImportPreview,
  Outcome,
  RowChoice,
  SavedImport,
} from '../../shared/domain/tableImport.ts';
import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import { useApp } from '../store/appStore.ts';
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
