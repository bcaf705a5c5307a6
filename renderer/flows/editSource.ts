import type { SourceEdit } from '../../shared/domain/source.ts';
import { ask } from './ask.ts';
import { finishStep } from './editInput.ts';

/** @returns whether it was stored */
export async function saveSource(edit: SourceEdit): Promise<boolean> {
  const saved = await ask('source.save', edit);
  await finishStep(saved?.step, '');
  return saved !== undefined;
}

/** @returns whether they were merged */
export async function mergeSources(from: string, into: string): Promise<boolean> {
  const step = await ask('source.merge', { from, into });
  await finishStep(step, '');
  return step !== undefined;
}

export async function removeSource(id: string): Promise<void> {
  await finishStep(await ask('source.remove', { id }), '');
}
