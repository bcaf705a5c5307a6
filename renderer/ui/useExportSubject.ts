import { useApp } from '../store/appStore.ts';

/** Whom a table or chart on screen is about, for the name of its file; empty where it is about all. */
export function useExportSubject(): string {
  const screen = useApp((state) => state.screen.name);
  const site = useApp((state) => state.site?.row.name);
  const company = useApp((state) => state.company?.row.name);
  if (screen === 'site') return site ?? '';
  return screen === 'company' ? (company ?? '') : '';
}
