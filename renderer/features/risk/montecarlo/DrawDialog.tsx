import { useEffect, useRef, type ReactElement } from 'react';
import type { Driver } from '../../../../shared/engine/montecarlo/drivers.ts';
import type { OpenedDraw } from '../../../../shared/engine/montecarlo/openDraw.ts';
import { formatNumber } from '../../../../shared/format/number.ts';
import { monteCarloText } from '../../../../shared/text/monteCarloText.ts';
import { driverName, driverUnit, millions } from '../../../../shared/text/monteCarloWords.ts';
import { fill } from '../../../../shared/text/screenText.ts';
import { saveDraw } from '../../../flows/saveDraw.ts';
import { useMonteCarlo } from '../../../store/monteCarloStore.ts';
import type { DrawOfRun } from '../../../workers/monteCarlo.ts';
import { useText } from '../../../ui/useText.ts';
import { usePlanNames } from './usePlanNames.ts';

interface Drawn {
  readonly driver: Driver;
  readonly values: readonly number[];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** What was drawn month by month: its first, mean and last value. */
function PathsTable({ draw }: { readonly draw: OpenedDraw }): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const rows: readonly Drawn[] = [
    { driver: 'btcPrice', values: draw.btcPriceUsd },
    { driver: 'networkHashrate', values: draw.hashrateEhS },
    { driver: 'feeShare', values: draw.feeShare },
    { driver: 'powerPrice', values: draw.powerFactor },
    { driver: 'gpuPrice', values: draw.gpuFactor },
  ];
  return (
    <table className="compared" aria-label={t.drawnValues}>
      <thead>
        <tr>
          <th scope="col">{t.drawnValues}</th>
          {[t.startValue, t.meanValue, t.endValue].map((head) => (
            <th key={head} scope="col" className="n">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ driver, values }) => {
          const { unit, scale } = driverUnit(driver, language);
          const number = (value: number): string => formatNumber(value * scale, language, 1);
          return (
            <tr key={driver}>
              <th scope="row">
                {driverName(driver, language)} <small>{unit}</small>
              </th>
              {[values[0] ?? 0, mean(values), values.at(-1) ?? 0].map((value, at) => (
                <td key={[t.startValue, t.meanValue, t.endValue][at]} className="n">
                  {number(value)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function OnceTable({ draw }: { readonly draw: OpenedDraw }): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const gone = draw.tenantDefaultMonth;
  return (
    <table className="compared" aria-label={t.ofRanges}>
      <tbody>
        {(['marketRent', 'utilisation', 'buildCost', 'delay'] as const).map((driver) => {
          const { unit, scale } = driverUnit(driver, language);
          return (
            <tr key={driver}>
              <th scope="row">
                {driverName(driver, language)} <small>{unit}</small>
              </th>
              <td className="n">
                {formatNumber(draw.ranges[driver] * scale, language, driver === 'delay' ? 0 : 1)}
              </td>
            </tr>
          );
        })}
        <tr>
          <th scope="row">{driverName('tenantDefault', language)}</th>
          <td className="n">{gone === null ? t.tenantStays : fill(t.tenantGone, { month: gone })}</td>
        </tr>
      </tbody>
    </table>
  );
}

function PlansOfDraw({ draw }: { readonly draw: OpenedDraw }): ReactElement {
  const { language, text } = useText();
  const t = monteCarloText[language];
  const nameOf = usePlanNames();
  return (
    <table className="compared" aria-label={t.tableTitle}>
      <thead>
        <tr>
          <th scope="col">{t.strategy}</th>
          <th scope="col" className="n">
            {t.npvRun}
            <small>{t.unitM}</small>
          </th>
          <th scope="col" className="n">
            {t.npvEngine}
            <small>{t.unitM}</small>
          </th>
        </tr>
      </thead>
      <tbody>
        {draw.plans.map(({ plan, npvUsd, engineNpvUsd }) => (
          <tr key={nameOf(plan)}>
            <th scope="row">{nameOf(plan)}</th>
            <td className="n">{Number.isFinite(npvUsd) ? millions(npvUsd, language) : text.missing}</td>
            <td className="n">{engineNpvUsd === null ? text.missing : millions(engineNpvUsd, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** P36 One draw as a full case: what was drawn, and what the engine makes of it. */
export function DrawDialog({ draw }: { readonly draw: DrawOfRun }): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const dialog = useRef<HTMLDialogElement>(null);
  const set = useMonteCarlo((state) => state.set);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="mc-draw" onClose={() => set({ draw: null })} aria-labelledby="draw-title">
      <h2 id="draw-title">{fill(t.drawTitle, { path: String(draw.path) })}</h2>
      <p className="note">{t.drawLead}</p>
      <div className="mc-draw-tables" role="region" aria-label={t.drawnValues} tabIndex={0}>
        <PathsTable draw={draw} />
        <OnceTable draw={draw} />
        <PlansOfDraw draw={draw} />
      </div>
      {draw.isSameAsRun === null ? null : (
        <p className={draw.isSameAsRun ? 'note' : 'neg'} role="status">
          {draw.isSameAsRun ? t.sameBits : t.otherBits}
        </p>
      )}
      <div className="actions">
        <button type="button" className="btn" onClick={() => void saveDraw(draw)}>
          {t.saveCase}
        </button>
        <button type="button" className="btn primary" onClick={() => dialog.current?.close()}>
          {t.close}
        </button>
      </div>
    </dialog>
  );
}
