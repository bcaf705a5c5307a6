import { csvFile, type ExportTable } from '../../shared/exchange/exportTable.ts';
import type { SavedFile } from '../../shared/ipc/savedFile.ts';
import { useApp } from '../store/appStore.ts';
import { ask } from './navigation.ts';

/** Hands a file out by the host's dialog and tells where it lies. */
export async function saveFile(file: SavedFile): Promise<void> {
  const saved = await ask('file.save', file);
  if (saved) useApp.getState().set({ toast: { text: saved.path, isEdit: false } });
}

export async function saveCsv(fileName: string, table: ExportTable): Promise<void> {
  await saveFile({ kind: 'csv', fileName, text: csvFile(table) });
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).split(',')[1] ?? ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(blob);
  });
}

export async function savePng(fileName: string, png: Blob): Promise<void> {
  await saveFile({ kind: 'png', fileName, base64: await base64Of(png) });
}
