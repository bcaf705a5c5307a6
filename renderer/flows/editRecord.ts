import type { FigureEdit, RecordEdit, RecordKind } from '../../shared/domain/records.ts';
import { useApp, type Entry } from '../store/appStore.ts';
import { finishStep } from './editInput.ts';
import { ask, show } from './navigation.ts';

/** Opens the form of a record or a figure. */
export function openEntry(entry: Entry): void {
  useApp.getState().set({ entry, drawer: null });
}

/** @returns whether it was stored */
export async function saveRecord(edit: RecordEdit): Promise<boolean> {
  const saved = await ask('record.save', edit);
  if (!saved) return false;
  await finishStep(saved.step, '');
  if (edit.id === null && (edit.kind === 'company' || edit.kind === 'site'))
    await show({ name: edit.kind, id: saved.id });
  return true;
}

export async function duplicateRecord(kind: RecordKind, id: string): Promise<void> {
  const saved = await ask('record.duplicate', { kind, id });
  if (saved) await finishStep(saved.step, '');
}

export async function removeRecord(kind: RecordKind, id: string): Promise<void> {
  const step = await ask('record.remove', { kind, id });
  if (step) await finishStep(step, '');
}

/** @returns whether it was stored */
export async function saveFigure(edit: FigureEdit): Promise<boolean> {
  const saved = await ask('figure.save', edit);
  if (saved) await finishStep(saved.step, '');
  return saved !== undefined;
}

export async function chooseFigure(id: string): Promise<void> {
  const step = await ask('figure.choose', { id });
  useApp.getState().set({ drawer: null });
  if (step) await finishStep(step, '');
}

export async function setFigureAside(id: string): Promise<void> {
  const step = await ask('figure.setAside', { id });
  if (step) await finishStep(step, '');
}

export async function removeFigure(id: string): Promise<void> {
  const step = await ask('figure.remove', { id });
  useApp.getState().set({ drawer: null });
  if (step) await finishStep(step, '');
}
