import { useState, type ReactElement } from 'react';
import type { FailedDraws, MonteCarloResult } from '../../../../shared/engine/montecarlo/monteCarloResult.ts';
import { formatNumber } from '../../../../shared/format/number.ts';
import { monteCarloText } from '../../../../shared/text/monteCarloText.ts';
import { driverName } from '../../../../shared/text/monteCarloWords.ts';
import { fill } from '../../../../shared/text/screenText.ts';
import { openDraw } from '../../../flows/runMonteCarlo.ts';
import { useMonteCarlo } from '../../../store/monteCarloStore.ts';
import { useText } from '../../../ui/useText.ts';
import { NumberField } from './NumberField.tsx';
import { usePlanNames } from './usePlanNames.ts';

/** R7.2n Failed draws by what broke them; the first of each can be opened. */
function Failed({ failed }: { readonly failed: readonly FailedDraws[] }): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const nameOf = usePlanNames();
  const what = ({ driver, plan }: FailedDraws): string => {
    if (driver) return driverName(driver, language);
    return plan ? fill(t.failedPlan, { plan: nameOf(plan) }) : '';
  };
  return (
    <div className="findings">
      <h3>{t.failed}</h3>
      <ul>
        {failed.map((group) => (
          <li key={what(group)}>
            {fill(t.failedBy, { count: formatNumber(group.count, language), what: what(group) })}{' '}
            {group.paths.slice(0, 5).map((path) => (
              <button key={path} type="button" className="link" onClick={() => void openDraw(path)}>
                {fill(t.drawTitle, { path: String(path) })}
              </button>
            ))}
          </li>
        ))}
      </ul>
      <p className="note">{t.failedNote}</p>
    </div>
  );
}

/** P36 Any draw opens by its number. */
export function OpenDraw({ result }: { readonly result: MonteCarloResult }): ReactElement | null {
  const { language } = useText();
  const t = monteCarloText[language];
  const canOpen = useMonteCarlo((state) => Boolean(state.run?.started));
  const [path, setPath] = useState<number | null>(0);
  const isGood = path !== null && Number.isInteger(path) && path >= 0 && path < result.paths;
  return (
    <>
      {result.failed.length > 0 ? <Failed failed={result.failed} /> : null}
      {canOpen ? (
        <form
          className="risk-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (isGood && path !== null) void openDraw(path);
          }}
        >
          <NumberField label={t.drawNumber} isShown value={0} isWrong={!isGood} onRead={setPath} />
          <button type="submit" className="btn" aria-disabled={!isGood}>
            {t.openDraw}
          </button>
        </form>
      ) : null}
    </>
  );
}
