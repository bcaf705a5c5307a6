import { useEffect } from 'react';
import { useApp } from '../store/appStore.ts';

/** Whether a key press belongs to a field that is being typed in. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

/** A key of one letter, never while typing; the analyst can switch all of them off (WCAG 2.1.4). */
export function useLetterKey(letter: string, act: (event: KeyboardEvent) => void): void {
  const isOn = useApp((state) => state.settings.letterKeys);
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const isPlain = !event.metaKey && !event.ctrlKey && !event.altKey;
      const isModal = document.querySelector('dialog[open]') !== null;
      if (isPlain && !isModal && event.key.toLowerCase() === letter && !isTyping(event.target)) act(event);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [letter, act, isOn]);
}
