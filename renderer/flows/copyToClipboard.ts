import { exportText } from '../../shared/text/exportText.ts';
import { tabText, type ExportTable } from '../../shared/exchange/exportTable.ts';
import { fill } from '../../shared/text/screenText.ts';
import { useApp } from '../store/appStore.ts';

/** Writes to the clipboard and says what lies there now; a refusal is said too. */
async function copy(write: () => Promise<void>, said: string): Promise<void> {
  const { set } = useApp.getState();
  try {
    await write();
  } catch {
    set({ error: { code: 'clipboard.refused' } });
    return;
  }
  set({ toast: { text: said, isEdit: false } });
}

export async function copyTable(table: ExportTable, purpose: 'reading' | 'spreadsheet'): Promise<void> {
  const { language } = useApp.getState().settings;
  const said = fill(exportText[language].tableCopied, { count: table.rows.length });
  await copy(() => navigator.clipboard.writeText(tabText(table, language, purpose)), said);
}

/** One row without heads, to be set under others. */
export async function copyRow(table: ExportTable): Promise<void> {
  const { language } = useApp.getState().settings;
  const row = tabText(table, language, 'reading').split('\n').at(-1) ?? '';
  await copy(() => navigator.clipboard.writeText(row), exportText[language].rowCopied);
}

export async function copyPicture(png: () => Promise<Blob>): Promise<void> {
  const { language } = useApp.getState().settings;
  // The clipboard takes the promise: what the key press allowed must not be over before the picture is drawn.
  await copy(
    () => navigator.clipboard.write([new ClipboardItem({ 'image/png': png() })]),
    exportText[language].pictureCopied,
  );
}
