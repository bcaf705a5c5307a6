import { openPortfolio, saveCopy, show } from '../flows/navigation.ts';
import { useApp } from '../store/appStore.ts';
import { isTyping } from '../ui/useLetterKey.ts';
import { laterActions } from './laterActions.ts';
import { places } from './places.ts';

const areas = ['.bar', '.nav', '.main', '.side', '.drawer', '.status'] as const;

/** F6 goes from area to area in reading order; areas that are not there are stepped over. */
function focusNextArea(backwards: boolean): void {
  const present = areas.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? []);
  // The innermost counts: a side panel lies inside the work area.
  const current = present.findLastIndex((area) => area.contains(document.activeElement));
  const next = present.at((current + (backwards ? -1 : 1)) % present.length);
  const first = next?.querySelector<HTMLElement>(
    '[tabindex="0"], button:not([tabindex="-1"]), input, select',
  );
  (first ?? next)?.focus();
}

/** Opens the origin of the number that has the focus. */
function tellSource(): void {
  const focused = document.activeElement;
  const number = focused?.matches('.figure-button') ? focused : focused?.querySelector('.figure-button');
  if (number instanceof HTMLElement) number.click();
}

function focusFilter(): void {
  document.getElementById('filter')?.focus();
}

/** A new row of what the screen lists: a company, or on a company's screen a site. */
function newRow(): void {
  const { screen } = useApp.getState();
  const companyId = screen.name === 'company' ? screen.id : null;
  const kind = companyId === null ? 'company' : 'site';
  void laterActions().then(({ openEntry }) =>
    openEntry({ what: 'record', kind, id: null, companyId, siteId: null }),
  );
}

function commandOf(event: KeyboardEvent, search: () => void): (() => void) | undefined {
  const key = event.key.toLowerCase();
  const place = places[Number(event.key) - 1];
  if (place) return () => void show({ name: place });
  if (key === ',') return () => void show({ name: 'settings' });
  if (key === 'k') return search;
  if (key === 'f') return focusFilter;
  if (key === 'e') return tellSource;
  if (key === 'n' && useApp.getState().portfolio) return newRow;
  if (key === 'o') return () => void openPortfolio('file');
  if (key === 's' && event.shiftKey && useApp.getState().portfolio) return () => void saveCopy();
  if (isTyping(event.target)) return undefined;
  if (key === 'y' || (key === 'z' && event.shiftKey))
    return () => void laterActions().then(({ redo }) => redo());
  return key === 'z' ? () => void laterActions().then(({ undo }) => undo()) : undefined;
}

/** The keys of interface.md section 6 that work everywhere. */
export function shellKeys(search: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (document.querySelector('dialog[open]')) return;
    const isCommand = event.metaKey || event.ctrlKey;
    const act =
      event.key === 'F6'
        ? () => focusNextArea(event.shiftKey)
        : event.key === 'F8'
          ? () => void laterActions().then(({ showNextFault }) => showNextFault(event.shiftKey))
          : isCommand
            ? commandOf(event, search)
            : event.key === '/' && !isTyping(event.target)
              ? focusFilter
              : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };
}
