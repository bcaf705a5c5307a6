import { inputLabel } from '../../shared/text/inputLabels.ts';
import { screenText } from '../../shared/text/screenText.ts';
import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import { useApp } from '../store/appStore.ts';
import { ask, refresh } from './navigation.ts';

/** A step in words: what was done, at which site, from which value to which. */
export function stepText(step: HistoryStep): string {
  const { language } = useApp.getState().settings;
  const text = screenText[language];
  const { key = '', site = '', before = '', after = '' } = step.values;
  const change = `${before === '' ? '–' : before} → ${after === '' ? '–' : after}`;
  return `${step.label === 'input.clear' ? text.stepClear : text.stepSet}: ${inputLabel(key, language)}, ${site} (${change})`;
}

async function finish(step: HistoryStep | undefined, prefix: string): Promise<void> {
  if (!step) return;
  useApp.getState().set({ toast: { text: `${prefix}${stepText(step)}`, isEdit: prefix === '' } });
  await refresh();
}

export async function setInput(siteId: string, key: string, value: number): Promise<void> {
  await finish(await ask('input.set', { siteId, key, value, note: null }), '');
}

export async function clearInput(siteId: string, key: string): Promise<void> {
  await finish(await ask('input.clear', { siteId, key }), '');
}

export async function undo(): Promise<void> {
  const text = screenText[useApp.getState().settings.language];
  await finish(await ask('history.undo', {}), `${text.undone}: `);
}

export async function redo(): Promise<void> {
  const text = screenText[useApp.getState().settings.language];
  await finish(await ask('history.redo', {}), `${text.redone}: `);
}
