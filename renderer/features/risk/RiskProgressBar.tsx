import { useEffect, type ReactElement } from 'react';
import { riskText } from '../../../shared/text/riskText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { loadSensitivity, stopRisk } from '../../flows/loadRisk.ts';
import { useRisk, type RunningRisk } from '../../store/riskStore.ts';
import { useText } from '../../ui/useText.ts';

const words = {
  swings: 'computing',
  flips: 'computingFlips',
  grid: 'computingGrid',
  breakEven: 'computingBreakEven',
  curve: 'computingCurve',
} as const satisfies Record<RunningRisk['about'], string>;

/** What is being computed and how far it has come; Esc stops it. */
export function RiskProgressBar(): ReactElement | null {
  const { language, text } = useText();
  const t = riskText[language];
  const running = useRisk((state) => state.running);
  const isStopped = useRisk((state) => state.isStopped);
  const evidence = useRisk((state) => state.evidence);
  const newest = running.at(-1);
  const isRunning = newest !== undefined;
  useEffect(() => {
    if (!isRunning) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) stopRisk();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isRunning]);
  if (!newest)
    return isStopped ? (
      <div className="risk-progress">
        <p role="status">{t.stopped}</p>
        <button
          type="button"
          className="btn"
          onClick={() => {
            if (evidence) void loadSensitivity(evidence);
          }}
        >
          {t.again}
        </button>
      </div>
    ) : null;
  const { done, all } = newest.progress ?? { done: 0, all: 1 };
  const label = fill(t[words[newest.about]], { done, all: newest.progress ? all : '…' });
  return (
    <div className="risk-progress">
      <p>{label}</p>
      <progress value={done} max={all} aria-label={label} />
      <button type="button" className="btn" onClick={stopRisk}>
        {text.cancel} <kbd>Esc</kbd>
      </button>
    </div>
  );
}
