import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useText } from '../ui/useText.ts';
import type { z } from 'zod';
import type { RecentFile } from '../../shared/domain/portfolio.ts';
import { ask } from '../flows/ask.ts';
import type { Command } from './commands.ts';

/** The field takes keys at once; what it searches is large and comes after it. */
const loadSearch = () => import('./palette/search.ts');
type Search = Awaited<ReturnType<typeof loadSearch>>['search'];

/** P45 One field that finds companies, sites, inputs, formulas, files and commands in both languages. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { text } = useText();
  const [typed, setTyped] = useState('');
  const [current, setCurrent] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [recent, setRecent] = useState<readonly z.infer<typeof RecentFile>[]>([]);
  useEffect(() => void ask('portfolio.recent', {}).then((files) => setRecent(files ?? [])), []);
  const [search, setSearch] = useState<{ readonly of: Search } | null>(null);
  useEffect(() => void loadSearch().then((loaded) => setSearch({ of: loaded.search })), []);
  const found = search?.of(typed, recent) ?? [];
  const choose = (command: Command | undefined) => {
    if (!command) return;
    dialog.current?.close();
    command.act();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) setCurrent((before) => (before + step + found.length) % found.length);
    else if (event.key === 'Enter')
      void loadSearch().then((loaded) => choose(loaded.search(typed, recent)[current]));
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={dialog} className="palette" aria-label={text.palette} onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[current] ? `palette-${current}` : undefined}
        aria-label={text.palette}
        placeholder={text.palette}
        value={typed}
        onKeyDown={onKey}
        onChange={(event) => {
          setTyped(event.target.value);
          setCurrent(0);
        }}
      />
      <ul id="palette-list" role="listbox" aria-label={text.palette}>
        {found.map((command, index) => (
          <li
            key={command.id}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === current}
            onMouseMove={() => setCurrent(index)}
            onClick={() => choose(command)}
          >
            <span>{command.label}</span>
            <span className="t">{command.note}</span>
            {command.key === null ? null : <kbd>{command.key}</kbd>}
          </li>
        ))}
      </ul>
      {search && found.length === 0 ? <p className="note">{text.noHit}</p> : null}
    </dialog>
  );
}
