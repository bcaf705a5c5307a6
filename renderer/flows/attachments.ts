import type { AttachmentOwner, Provenance } from '../../shared/domain/attachment.ts';
import { attachmentText } from '../../shared/text/attachmentText.ts';
import { fill } from '../../shared/text/screenText.ts';
import { useApp } from '../store/appStore.ts';
import { ask } from './ask.ts';
import { finishStep } from './editInput.ts';

/** @returns null where no record holds the number */
export async function loadProvenance(id: string, siteId: string | null): Promise<Provenance | null> {
  return (await ask('provenance.read', { id, siteId })) ?? null;
}

/** Lets the analyst choose a file and attaches it; nothing happens where the choice is cancelled. */
export async function attachFile(owner: AttachmentOwner): Promise<void> {
  await finishStep((await ask('attachment.add', owner)) ?? undefined, '');
}

export async function saveAttachment(id: string): Promise<void> {
  const saved = await ask('attachment.save', { id });
  const { set, settings } = useApp.getState();
  if (!saved) return;
  const text = fill(attachmentText[settings.language].savedFile, { path: saved.path });
  set({ toast: { text, isEdit: false } });
}

export async function removeAttachment(id: string): Promise<void> {
  await finishStep(await ask('attachment.remove', { id }), '');
}
