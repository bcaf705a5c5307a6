import { useMemo, useState, type ReactElement } from 'react';
import { heatMapChart } from '../../../shared/charts/heatMapChart.ts';
import type { SiteFigures } from '../../../shared/engine/analysis/siteAnalysis.ts';
import type { SiteGrid } from '../../../shared/engine/risk/riskGrid.ts';
import { gridAxis } from '../../../shared/engine/risk/sensitivity.ts';
import type { SiteSwings } from '../../../shared/engine/risk/tornado.ts';
import { riskText } from '../../../shared/text/riskText.ts';
import { withStaleNote } from '../../../shared/text/stalenessText.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { loadGrid } from '../../flows/loadRisk.ts';
import { useApp } from '../../store/appStore.ts';
import { useRisk } from '../../store/riskStore.ts';
import { useClock } from '../../ui/useClock.ts';
import { useText } from '../../ui/useText.ts';
import { InputChoice } from './InputChoice.tsx';
import { movableInputs, type MovableInput } from './movableInputs.ts';
import { QuantityInput } from './QuantityInput.tsx';
import { useResult } from './useResult.ts';

/** An axis being chosen; an end is null while it cannot be read. */
interface ChosenAxis {
  readonly input: MovableInput;
  readonly low: number | null;
  readonly high: number | null;
}

function AxisChoice({
  label,
  axis,
  inputs,
  onChange,
}: {
  readonly label: string;
  readonly axis: ChosenAxis;
  readonly inputs: readonly MovableInput[];
  readonly onChange: (axis: ChosenAxis) => void;
}): ReactElement {
  const { language } = useText();
  const t = riskText[language];
  const { input } = axis;
  return (
    <div className="risk-question" role="group" aria-label={label}>
      <InputChoice
        label={label}
        inputs={inputs}
        value={input.key}
        onChoose={(chosen) => {
          if (chosen) onChange({ input: chosen, low: chosen.low, high: chosen.high });
        }}
      />
      <QuantityInput
        key={`${input.key} from`}
        label={t.from}
        input={input}
        value={input.low}
        onRead={(low) => onChange({ ...axis, low })}
      />
      <QuantityInput
        key={`${input.key} to`}
        label={t.to}
        input={input}
        value={input.high}
        onRead={(high) => onChange({ ...axis, high })}
      />
    </div>
  );
}

/** What is wrong with the axes; null where they can be computed. */
function problemOf(x: ChosenAxis, y: ChosenAxis, t: { sameAxes: string; badRange: string }): string | null {
  if (x.input.key === y.input.key) return t.sameAxes;
  const isGood = [x, y].every(({ low, high }) => low !== null && high !== null && low < high);
  return isGood ? null : t.badRange;
}

function AxesForm({
  grid,
  inputs,
}: {
  readonly grid: SiteGrid;
  readonly inputs: readonly MovableInput[];
}): ReactElement | null {
  const { language } = useText();
  const t = riskText[language];
  const evidence = useApp((state) => state.evidence);
  const chosen = (key: string): ChosenAxis | null => {
    const input = inputs.find((one) => one.key === key);
    return input ? { input, low: input.low, high: input.high } : null;
  };
  const [x, setX] = useState(() => chosen(grid.x.key));
  const [y, setY] = useState(() => chosen(grid.y.key));
  if (!x || !y) return null;
  const problem = problemOf(x, y, t);
  const compute = (): void => {
    if (problem !== null || !evidence) return;
    const axis = ({ input, low, high }: ChosenAxis, side: 'x' | 'y') =>
      gridAxis({ ...input, low: low ?? input.low, high: high ?? input.high }, side);
    void loadGrid(evidence, axis(x, 'x'), axis(y, 'y'));
  };
  return (
    <form
      className="risk-form"
      onSubmit={(event) => {
        event.preventDefault();
        compute();
      }}
    >
      <AxisChoice label={t.axisX} axis={x} inputs={inputs} onChange={setX} />
      <AxisChoice label={t.axisY} axis={y} inputs={inputs} onChange={setY} />
      <button type="submit" className="btn" aria-disabled={problem !== null}>
        {t.compute}
      </button>
      <span className="neg" role="status">
        {problem ?? ''}
      </span>
    </form>
  );
}

function Map({
  analysis,
  swings,
  grid,
}: {
  readonly analysis: SiteFigures;
  readonly swings: SiteSwings;
  readonly grid: SiteGrid;
}): ReactElement {
  const { language, text } = useText();
  const clock = useClock();
  const result = useResult(swings);
  const inputs = useMemo(() => movableInputs(analysis, swings, language), [analysis, swings, language]);
  const spec = useMemo(
    () => heatMapChart(grid, result, language, text.missing),
    [grid, result, language, text.missing],
  );
  return (
    <>
      {spec ? (
        <ChartFrame spec={withStaleNote(spec, analysis.inputs, clock, language)} />
      ) : (
        <p className="pad" role="status">
          {text.notComputable}
        </p>
      )}
      <AxesForm grid={grid} inputs={inputs} />
    </>
  );
}

/** P33 Where the answer turns: two inputs against each other. */
export function HeatMapPanel({
  analysis,
  swings,
}: {
  readonly analysis: SiteFigures;
  readonly swings: SiteSwings | null;
}): ReactElement {
  const { language, text } = useText();
  const grid = useRisk((state) => state.grid);
  return (
    <section className="risk-panel" aria-label={riskText[language].gridTitle}>
      {grid && swings ? (
        <Map analysis={analysis} swings={swings} grid={grid} />
      ) : (
        <p className="pad" role="status">
          {text.computing}
        </p>
      )}
    </section>
  );
}
