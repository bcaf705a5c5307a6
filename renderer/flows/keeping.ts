import { exportText } from '../../shared/text/exportText.ts';
import { filesLeftOutText } from '../../shared/text/attachmentText.ts';
import { keepingText } from '../../shared/text/keepingText.ts';
import { fill } from '../../shared/text/screenText.ts';
import { useApp } from '../store/appStore.ts';
import { ask } from './ask.ts';
import { takePortfolio } from './navigation.ts';

function tell(text: string): void {
  useApp.getState().set({ toast: { text, isEdit: false } });
}

const language = () => useApp.getState().settings.language;
const words = () => keepingText[language()];

export async function backUpNow(): Promise<void> {
  const written = await ask('backup.write', { reason: 'byHand' });
  if (!written) return;
  tell(written.path === null ? words().nothingChanged : fill(words().backedUp, { path: written.path }));
}

/** @returns whether the backup now is the open portfolio */
export async function restoreBackup(path: string | null, id: string): Promise<boolean> {
  const opened = await ask('backup.restore', { path, id });
  if (!opened) return false;
  await takePortfolio(opened);
  tell(words().restored);
  return true;
}

const askedFor = new Set<string>();
const msPerMinute = 60_000;

/** Once a day for each file, and never while the first screen is still on its way. */
export function backUpDaily(): void {
  setInterval(() => {
    const { portfolio } = useApp.getState();
    if (!portfolio) return;
    const day = `${portfolio.path} ${new Date().toISOString().slice(0, 10)}`;
    if (askedFor.has(day)) return;
    askedFor.add(day);
    void ask('backup.write', { reason: 'daily' });
  }, msPerMinute);
}

export async function exportWhole(form: 'json' | 'csv' | 'xlsx'): Promise<void> {
  tell(exportText[useApp.getState().settings.language].preparing);
  const saved = await ask('portfolio.export', { form });
  if (saved) tell(fill(words().saved, { path: saved.path }));
  else useApp.getState().set({ toast: null });
}

export function askForCleanCopy(): void {
  useApp.getState().set({ asksCleanCopy: true });
}

/** @returns whether a copy was saved; a cancelled dialog leaves the question open */
export async function saveCleanCopy(withoutBriefings: boolean): Promise<boolean> {
  const saved = await ask('portfolio.cleanCopy', { withoutBriefings });
  if (saved)
    tell(
      [`${words().savedClean}: ${saved.path}`, filesLeftOutText(saved.filesLeftOut, language())]
        .filter((part) => part !== '')
        .join(' · '),
    );
  return Boolean(saved);
}
