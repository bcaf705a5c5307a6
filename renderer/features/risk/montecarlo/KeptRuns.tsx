import { useState, type ReactElement } from 'react';
import type { KeptRun, KeptRunDetail } from '../../../../shared/domain/monteCarlo.ts';
import type { MonteCarloResult } from '../../../../shared/engine/montecarlo/monteCarloResult.ts';
import { formatDate, formatNumber } from '../../../../shared/format/number.ts';
import { monteCarloText } from '../../../../shared/text/monteCarloText.ts';
import { millions, moneyWords } from '../../../../shared/text/monteCarloWords.ts';
import { fill } from '../../../../shared/text/screenText.ts';
import { compareKept, keepRun, removeKept, showKept } from '../../../flows/runMonteCarlo.ts';
import { useMonteCarlo } from '../../../store/monteCarloStore.ts';
import { useText } from '../../../ui/useText.ts';
import { usePlanNames } from './usePlanNames.ts';

function useRunName(): (run: KeptRun) => string {
  const { language } = useText();
  return ({ name, createdAt }) =>
    name === ''
      ? fill(monteCarloText[language].unnamed, { date: formatDate(createdAt.slice(0, 10), language) })
      : name;
}

function medianOf(result: MonteCarloResult, key: string): number | undefined {
  const found = result.plans.find(({ plan }) => (plan.kind === 'strategy' ? plan.strategy : plan.id) === key);
  return found?.npvUsd.percentiles.find(({ exceededWith }) => exceededWith === 0.5)?.value;
}

/** P36 Two runs side by side: the middle NPV of every strategy. */
function Compared({
  shown,
  other,
}: {
  readonly shown: MonteCarloResult;
  readonly other: KeptRunDetail;
}): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const nameOf = usePlanNames();
  const nameOfRun = useRunName();
  return (
    <div className="table-scroll" role="region" aria-label={t.compareWith} tabIndex={0}>
      <table className="compared" aria-label={t.compareWith}>
        <thead>
          <tr>
            <th scope="col">
              {t.strategy} <small>P50, {t.unitM}</small>
            </th>
            <th scope="col" className="n">
              {t.showRun}
            </th>
            <th scope="col" className="n">
              {nameOfRun(other)}
            </th>
            <th scope="col" className="n">
              {t.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.plans.map(({ plan }) => {
            const key = plan.kind === 'strategy' ? plan.strategy : plan.id;
            const [a, b] = [medianOf(shown, key), medianOf(other.result, key)];
            return (
              <tr key={key}>
                <th scope="row">{nameOf(plan)}</th>
                <td className="n">{a === undefined ? '–' : millions(a, language)}</td>
                <td className="n">{b === undefined ? '–' : millions(b, language)}</td>
                <td className="n">
                  {a === undefined || b === undefined ? '–' : moneyWords(a - b, language)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function KeptRow({ run }: { readonly run: KeptRun }): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const nameOfRun = useRunName();
  const shown = useMonteCarlo((state) => state.run);
  const compared = useMonteCarlo((state) => state.compared);
  const isCompared = compared?.id === run.id;
  const name = nameOfRun(run);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{formatDate(run.createdAt.slice(0, 10), language)}</td>
      <td className="n">{formatNumber(run.paths, language)}</td>
      <td className="n">{String(run.seed)}</td>
      <td>{run.engineVersion}</td>
      <td>{shown ? (shown.evidence.dataHash === run.dataHash ? t.sameData : t.otherData) : ''}</td>
      <td>
        <button
          type="button"
          className="btn"
          aria-label={`${t.showRun}: ${name}`}
          onClick={() => void showKept(run.id)}
        >
          {t.showRun}
        </button>{' '}
        <button
          type="button"
          className="btn"
          aria-pressed={isCompared}
          aria-label={`${t.compare}: ${name}`}
          onClick={() => void compareKept(isCompared ? null : run.id)}
        >
          {t.compare}
        </button>{' '}
        <button
          type="button"
          className="btn quiet"
          aria-label={`${t.remove}: ${name}`}
          onClick={() => void removeKept(run.id)}
        >
          {t.remove}
        </button>
      </td>
    </tr>
  );
}

/** P14, P36 Runs that are kept in the portfolio: shown with the digits they had, compared, removed. */
export function KeptRuns(): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const kept = useMonteCarlo((state) => state.kept);
  const run = useMonteCarlo((state) => state.run);
  const compared = useMonteCarlo((state) => state.compared);
  const [name, setName] = useState('');
  const isKept = kept.some(({ npvSha256 }) => npvSha256 === run?.npvSha256);
  return (
    <>
      <div className="strip">
        <h3>{t.keptTitle}</h3>
      </div>
      {run?.state === 'whole' && !isKept ? (
        <form
          className="risk-form"
          onSubmit={(event) => {
            event.preventDefault();
            void keepRun(name);
            setName('');
          }}
        >
          <label className="inline">
            {t.keepName}{' '}
            <span className="field">
              <input value={name} maxLength={200} onChange={({ target }) => setName(target.value)} />
            </span>
          </label>
          <button type="submit" className="btn">
            {t.keep}
          </button>
        </form>
      ) : null}
      {kept.length === 0 ? (
        <p className="note pad-note">{t.none}</p>
      ) : (
        <div className="table-scroll" role="region" aria-label={t.keptTitle} tabIndex={0}>
          <table aria-label={t.keptTitle}>
            <thead>
              <tr>
                {[t.kept, t.keptAt].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
                {[t.paths, t.seed].map((head) => (
                  <th key={head} scope="col" className="n">
                    {head}
                  </th>
                ))}
                <th scope="col">{t.model}</th>
                <th scope="col">{t.data}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {kept.map((one) => (
                <KeptRow key={one.id} run={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {compared && run?.result ? <Compared shown={run.result} other={compared} /> : null}
    </>
  );
}
