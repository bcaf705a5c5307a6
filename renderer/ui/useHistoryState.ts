import { useApp } from '../store/appStore.ts';

/** A word that changes with every step that is done, undone or done again: what was read before it may be old. */
export function useHistoryState(): string {
  return useApp(({ history }) => `${history[0]?.id} ${history.filter(({ undone }) => undone).length}`);
}
