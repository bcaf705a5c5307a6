import { useEffect, useState, type ReactElement } from 'react';
import { mostPaths } from '../../../../shared/domain/monteCarlo.ts';
import type { SiteEvidence } from '../../../../shared/engine/analysis/evidence.ts';
import type { MonteCarloSettings } from '../../../../shared/engine/montecarlo/settings.ts';
import { formatDate, formatNumber, type Language } from '../../../../shared/format/number.ts';
import { monteCarloText } from '../../../../shared/text/monteCarloText.ts';
import { fill } from '../../../../shared/text/screenText.ts';
import { redrawKept, runMonteCarlo, stopMonteCarlo } from '../../../flows/runMonteCarlo.ts';
import { useMonteCarlo, type RunOnScreen } from '../../../store/monteCarloStore.ts';
import { useText } from '../../../ui/useText.ts';
import { NumberField } from './NumberField.tsx';

/** How far the run has come, in words. */
function stateText(run: RunOnScreen, language: Language): string {
  const t = monteCarloText[language];
  const count = (value: number): string => formatNumber(value, language);
  const { state, done, settings, summarised, result, refused } = run;
  const all = count(settings.paths);
  if (state === 'running') return fill(t.progress, { done: count(done), all });
  if (state === 'crashed') return t.crashed;
  if (state === 'stopped') return fill(t.stopped, { done: count(summarised), all });
  if (refused?.refused === 'correlations')
    return fill(t.refusedCorrelations, { change: formatNumber(refused.largestChange, language, 2) });
  if (refused) return refused.refused === 'noHorizon' ? t.refusedHorizon : t.refusedPlan;
  return fill(t.whole, { paths: all, seed: settings.seed, months: result?.horizonMonths ?? 0 });
}

function useEscape(isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) stopMonteCarlo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isRunning]);
}

/** A kept run says that it is one, and can be drawn again. */
function KeptNote(): ReactElement | null {
  const { language } = useText();
  const t = monteCarloText[language];
  const shownKept = useMonteCarlo((state) => state.shownKept);
  const redrawn = useMonteCarlo((state) => state.redrawn);
  if (!shownKept) return null;
  return (
    <div className="risk-form" role="status">
      <span>{fill(t.shownKept, { date: formatDate(shownKept.createdAt.slice(0, 10), language) })}</span>
      {redrawn === null ? (
        <button type="button" className="btn" onClick={redrawKept}>
          {t.redraw}
        </button>
      ) : (
        <b>{redrawn === 'same' ? t.redrawn : t.redrawnOther}</b>
      )}
    </div>
  );
}

interface Props {
  readonly evidence: SiteEvidence;
  readonly settings: MonteCarloSettings;
}

/** Paths, seed and flow of the next run. */
function RunForm({ evidence, settings }: Props): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const run = useMonteCarlo((state) => state.run);
  const set = useMonteCarlo((state) => state.set);
  const [paths, setPaths] = useState<number | null>(settings.paths);
  const [seed, setSeed] = useState<number | null>(settings.seed);
  const arePathsGood = paths !== null && Number.isInteger(paths) && paths >= 1 && paths <= mostPaths;
  const isSeedGood = seed !== null && Number.isSafeInteger(seed) && seed >= 0;
  const problem = arePathsGood ? (isSeedGood ? '' : t.badSeed) : t.badPaths;
  const hasOwnFinancing = (evidence.ownPlans ?? []).some(({ isTaxed, loans }) => isTaxed || loans.length > 0);
  return (
    <form
      className="risk-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (problem !== '') return;
        set({ settings: { ...settings, paths: paths ?? 1, seed: seed ?? 0 } });
        runMonteCarlo(evidence);
      }}
    >
      <NumberField label={t.paths} isShown value={settings.paths} onRead={setPaths} />
      <NumberField label={t.seed} isShown value={settings.seed} onRead={setSeed} />
      {hasOwnFinancing ? (
        <label className="inline">
          {t.basis}{' '}
          <select
            value={settings.basis}
            onChange={({ target }) =>
              set({
                settings: {
                  ...settings,
                  basis: target.value === 'financed' ? 'financed' : 'unleveredPreTax',
                },
              })
            }
          >
            <option value="unleveredPreTax">{t.unleveredPreTax}</option>
            <option value="financed">{t.financed}</option>
          </select>
        </label>
      ) : null}
      <button type="submit" className="btn primary" aria-disabled={problem !== ''}>
        {run ? t.runAgain : t.run}
      </button>
      <span className="neg" role="status">
        {problem}
      </span>
    </form>
  );
}

/** The next run, and how far the one that runs has come; Esc stops it. */
export function RunBar({ evidence, settings }: Props): ReactElement {
  const { language, text } = useText();
  const t = monteCarloText[language];
  const run = useMonteCarlo((state) => state.run);
  const version = useMonteCarlo((state) => state.settingsVersion);
  const isRunning = run?.state === 'running';
  useEscape(isRunning);
  return (
    <>
      <RunForm key={version} evidence={evidence} settings={settings} />
      <div className="risk-progress mc-progress">
        {isRunning ? (
          <progress
            value={run.done}
            max={run.settings.paths}
            aria-label={fill(t.progress, { done: run.done, all: run.settings.paths })}
          />
        ) : null}
        <p role={isRunning ? undefined : 'status'}>{run ? stateText(run, language) : t.notStarted}</p>
        {isRunning && run.summarised > 0 ? (
          <p className="note">
            {fill(t.provisional, {
              done: formatNumber(run.summarised, language),
              all: formatNumber(run.settings.paths, language),
            })}
          </p>
        ) : null}
        {isRunning ? (
          <button type="button" className="btn" onClick={stopMonteCarlo}>
            {text.cancel} <kbd>Esc</kbd>
          </button>
        ) : null}
      </div>
      <KeptNote />
    </>
  );
}
