import { screenText } from '../../shared/text/screenText.ts';
import { stepText } from '../../shared/text/stepText.ts';
import type { DifficultyChoiceBody } from '../../shared/domain/difficulty.ts';
import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import { useApp } from '../store/appStore.ts';
import { recheck } from './checkHealth.ts';
import { ask, followLists, refresh } from './navigation.ts';

/** Tells what was done and reads again what it can change. */
export async function finishStep(step: HistoryStep | undefined, prefix: string): Promise<void> {
  if (!step) return;
  const { set, settings } = useApp.getState();
  set({ toast: { text: `${prefix}${stepText(step, settings.language)}`, isEdit: prefix === '' } });
  // What was entered or deleted stands in the lists, and a screen whose subject is gone gives way.
  if (/^(record|figure|import)\./.test(step.label)) await followLists();
  await refresh();
  void recheck(step);
}

export async function setInput(siteId: string, key: string, value: number): Promise<void> {
  await finishStep(await ask('input.set', { siteId, key, value, note: null }), '');
}

export async function clearInput(siteId: string, key: string): Promise<void> {
  await finishStep(await ask('input.clear', { siteId, key }), '');
}

/** R2.5a Chooses the difficulty rule of a site; null is the responsive one. */
export async function setDifficulty(siteId: string, choice: DifficultyChoiceBody | null): Promise<void> {
  await finishStep(await ask('market.setDifficulty', { siteId, choice }), '');
}

export async function undo(): Promise<void> {
  const text = screenText[useApp.getState().settings.language];
  await finishStep(await ask('history.undo', {}), `${text.undone}: `);
}

export async function redo(): Promise<void> {
  const text = screenText[useApp.getState().settings.language];
  await finishStep(await ask('history.redo', {}), `${text.redone}: `);
}
