import { useState, type ReactElement } from 'react';
import type { HistoryStep } from '../../../shared/domain/portfolio.ts';
import { importText } from '../../../shared/text/importText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { stepText } from '../../../shared/text/stepText.ts';
import { undoText } from '../../../shared/text/undoText.ts';
import { standingOf, undoImport } from '../../flows/importTable.ts';
import { show } from '../../flows/navigation.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';

/** What was imported, and the ways on. */
export function DoneStep({
  sentence,
  step,
  onAgain,
}: {
  /** What is in the portfolio now. */
  readonly sentence: string;
  readonly step: HistoryStep;
  readonly onAgain: () => void;
}): ReactElement {
  const { language } = useText();
  const t = importText[language];
  const standing = standingOf(
    step,
    useApp((state) => state.history),
  );
  // A second press before the answer would take back the change before the import.
  const [isBusy, setBusy] = useState(false);
  const takeBack = async (): Promise<void> => {
    if (isBusy || standing.state !== 'newest') return;
    setBusy(true);
    await undoImport(step);
    setBusy(false);
  };
  return (
    <div className="pad">
      <p role="status">{standing.state === 'undone' ? t.undone : sentence}</p>
      <div className="import-ways">
        <button type="button" className="btn primary" onClick={() => void show({ name: 'sites' })}>
          {t.toSites}
        </button>
        <button type="button" className="btn" onClick={() => void show({ name: 'portfolio' })}>
          {t.toPortfolio}
        </button>
        <button type="button" className="btn" onClick={onAgain}>
          {t.importAgain}
        </button>
        <button
          type="button"
          className="btn"
          // It keeps the focus, so that the reason is read out and Ctrl+Z is still heard.
          aria-disabled={isBusy || standing.state !== 'newest'}
          aria-describedby={standing.state === 'covered' ? 'import-covered' : undefined}
          onClick={() => void takeBack()}
        >
          {t.undo}
        </button>
        {standing.state === 'covered' ? (
          <small id="import-covered">
            {fill(undoText[language].laterFirst, { step: stepText(standing.by, language) })}
          </small>
        ) : null}
      </div>
    </div>
  );
}
