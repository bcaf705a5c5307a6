import { useId, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';

export interface MenuItem {
  readonly label: string;
  readonly act: () => void;
}

interface Props {
  /** Its name for readers, where what it shows is a sign. */
  readonly label?: string;
  readonly className: string;
  readonly items: readonly MenuItem[];
  readonly children: ReactNode;
}

type Place = 'first' | 'last';

/** The item that a key goes to; undefined where the key is none of the menu's. */
function target(key: string, current: number, labels: readonly string[]): number | undefined {
  const count = labels.length;
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return (current - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key.length !== 1) return undefined;
  // A letter goes to the next item that begins with it, round the end.
  const order = labels.map((_label, step) => (current + 1 + step) % count);
  return order.find((index) => labels[index]?.toLowerCase().startsWith(key.toLowerCase()));
}

/** A button with a menu by the usual keys: Enter, Space or an arrow opens, Escape gives the focus back. */
export function MenuButton({ label, className, items, children }: Props): ReactElement {
  const [opensAt, setOpensAt] = useState<Place | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => setOpensAt(null);
  const closeToButton = () => {
    close();
    button.current?.focus();
  };
  const show = (menu: HTMLUListElement | null) => {
    if (!menu || menu.matches(':popover-open')) return;
    // In the top layer nothing that scrolls cuts the menu off.
    menu.showPopover();
    const entries = menu.querySelectorAll<HTMLElement>('[role=menuitem]');
    entries[opensAt === 'last' ? entries.length - 1 : 0]?.focus();
  };
  const onButtonKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    setOpensAt(event.key === 'ArrowDown' ? 'first' : 'last');
  };
  const onMenuKey = (event: KeyboardEvent<HTMLUListElement>) => {
    const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    // Letters belong to the menu while it is open, not to the screen.
    if (isPlain) event.stopPropagation();
    if (event.key === 'Tab') {
      close();
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      closeToButton();
      return;
    }
    const current = entries.findIndex((entry) => entry === document.activeElement);
    const next = isPlain
      ? target(
          event.key,
          current,
          items.map((item) => item.label),
        )
      : undefined;
    if (next === undefined) return;
    event.preventDefault();
    entries[next]?.focus();
  };
  return (
    <span
      className="menu-box"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <button
        ref={button}
        id={`${id}button`}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={opensAt !== null}
        aria-controls={opensAt === null ? undefined : id}
        onKeyDown={onButtonKey}
        onClick={() => setOpensAt((before) => (before === null ? 'first' : null))}
      >
        {children}
      </button>
      {opensAt === null ? null : (
        <ul
          ref={show}
          id={id}
          role="menu"
          aria-labelledby={`${id}button`}
          popover="manual"
          className="menu"
          onKeyDown={onMenuKey}
        >
          {items.map((item) => (
            <li key={item.label} role="none">
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                onClick={() => {
                  closeToButton();
                  item.act();
                }}
              >
                {item.label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}

/** The three points that stand for "more" where a word has no room. */
export function MoreSign(): ReactElement {
  return (
    <svg viewBox="0 0 12 4" width="12" height="4" aria-hidden="true">
      <path d="M1 1h2v2H1zM5 1h2v2H5zM9 1h2v2H9z" fill="currentColor" />
    </svg>
  );
}
