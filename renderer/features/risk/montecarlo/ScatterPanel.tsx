import { useMemo, type ReactElement } from 'react';
import { scatterChart } from '../../../../shared/charts/monteCarloCharts.ts';
import { drivers } from '../../../../shared/engine/montecarlo/drivers.ts';
import type { ScatterFigure } from '../../../../shared/ipc/monteCarloProtocol.ts';
import { monteCarloText } from '../../../../shared/text/monteCarloText.ts';
import { driverName } from '../../../../shared/text/monteCarloWords.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { drawScatter } from '../../../flows/runMonteCarlo.ts';
import { useMonteCarlo } from '../../../store/monteCarloStore.ts';
import { useText } from '../../../ui/useText.ts';

const figures: readonly ScatterFigure[] = ['gain', ...drivers];

function isFigure(text: string): text is ScatterFigure {
  return figures.some((figure) => figure === text);
}

function Choice({
  label,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly value: ScatterFigure;
  readonly onChoose: (figure: ScatterFigure) => void;
}): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const hasGain = useMonteCarlo((state) => state.run?.result?.gain !== null);
  return (
    <label className="inline">
      {label}{' '}
      <select
        value={value}
        onChange={({ target }) => {
          if (isFigure(target.value)) onChoose(target.value);
        }}
      >
        {figures
          .filter((figure) => figure !== 'gain' || hasGain)
          .map((figure) => (
            <option key={figure} value={figure}>
              {figure === 'gain' ? t.gain : driverName(figure, language)}
            </option>
          ))}
      </select>
    </label>
  );
}

/** P15 What a correlation means: two figures of the same draws. */
export function ScatterPanel(): ReactElement | null {
  const { language } = useText();
  const t = monteCarloText[language];
  const { x, y } = useMonteCarlo((state) => state.scatterFigures);
  const scatter = useMonteCarlo((state) => state.scatter);
  const spec = useMemo(() => (scatter ? scatterChart(scatter, language) : undefined), [scatter, language]);
  if (!spec) return null;
  return (
    <section className="risk-panel" aria-label={t.scatterTitle}>
      <div className="strip">
        <Choice label={t.horizontal} value={x} onChoose={(figure) => void drawScatter(figure, y)} />
        <Choice label={t.vertical} value={y} onChoose={(figure) => void drawScatter(x, figure)} />
      </div>
      <ChartFrame spec={spec} />
    </section>
  );
}
