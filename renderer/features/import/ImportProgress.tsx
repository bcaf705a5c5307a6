import { useEffect, useState, type ReactElement } from 'react';
import type { Response } from '../../../shared/ipc/calls.ts';
import { formatNumber } from '../../../shared/format/number.ts';
import { countedText, importText } from '../../../shared/text/importText.ts';
import { ask } from '../../flows/navigation.ts';
import { useText } from '../../ui/useText.ts';

const askedEveryMs = 200;

/** How far a long reading or writing is, with the way to stop it. */
export function ImportProgress({ isBusy }: { readonly isBusy: boolean }): ReactElement | null {
  const { language } = useText();
  const t = importText[language];
  const [work, setWork] = useState<Response<'import.progress'>>();
  useEffect(() => {
    if (!isBusy) return undefined;
    const timer = setInterval(
      () => void ask('import.progress', {}).then((found) => setWork(found)),
      askedEveryMs,
    );
    return () => {
      clearInterval(timer);
      setWork(undefined);
    };
  }, [isBusy]);
  if (!isBusy || !work || work.phase === 'idle') return null;
  const done = { done: formatNumber(work.done, language) };
  const label = countedText(work.phase === 'writing' ? 'writing' : 'examining', work.of, language, done);
  return (
    <span className="import-progress">
      <progress aria-label={label} max={Math.max(work.of, 1)} value={work.done} />
      <span>{label}</span>
      <button type="button" className="btn" onClick={() => void ask('import.cancel', {})}>
        {t.cancel}
      </button>
    </span>
  );
}
