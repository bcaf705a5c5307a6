import type { ReactElement } from 'react';
import { fill } from '../../shared/text/screenText.ts';
import { faultText } from '../../shared/text/faultText.ts';
import { show } from '../flows/navigation.ts';
import { useApp } from '../store/appStore.ts';
import { useText } from '../ui/useText.ts';

/** How many faults are open; nothing until the whole portfolio is checked. */
export function FaultCount(): ReactElement | null {
  const { language } = useText();
  const health = useApp((state) => state.health);
  if (!health || health.state === 'checking') return null;
  const text = faultText[language];
  const count = health.faults.filter(({ isDismissed }) => !isDismissed).length;
  const words = count === 1 ? text.statusOne : fill(text.status, { count });
  return (
    <button
      type="button"
      className="fault-count"
      title={text.statusLabel}
      onClick={() => void show({ name: 'health' })}
    >
      {words} <kbd aria-hidden="true">F8</kbd>
    </button>
  );
}
