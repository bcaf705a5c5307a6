import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';

interface Props {
  readonly title: string;
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
  readonly submitLabel?: string;
  readonly children: ReactNode;
}

/** A form over the screen: Enter stores, Escape leaves everything as it was. */
export function EntryDialog({ title, isBusy, onSubmit, submitLabel, children }: Props): ReactElement {
  const { text } = useText();
  const set = useApp((state) => state.set);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="entry" aria-labelledby="entry-title" onClose={() => set({ entry: null })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <h2 id="entry-title">{title}</h2>
        <div className="entry-fields">{children}</div>
        <div className="actions">
          <button type="button" className="btn quiet" onClick={() => dialog.current?.close()}>
            {text.cancel}
          </button>
          <button type="submit" className="btn primary" disabled={isBusy}>
            {submitLabel ?? text.store}
          </button>
        </div>
      </form>
    </dialog>
  );
}
