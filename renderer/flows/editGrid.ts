import type { GridRow, GridSubject, GridWrite } from '../../shared/domain/gridEdit.ts';
import { finishStep } from './editInput.ts';
import { ask } from './navigation.ts';

export async function readGrid(subject: GridSubject): Promise<readonly GridRow[] | undefined> {
  return ask('grid.read', subject);
}

/** @returns whether all of it was stored */
export async function writeGrid(write: GridWrite): Promise<boolean> {
  const step = await ask('grid.write', write);
  if (step) await finishStep(step, '');
  return step !== undefined;
}
