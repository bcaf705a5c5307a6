import { useMemo, type ReactElement } from 'react';
import { scenarioChart } from '../../../shared/charts/scenarioChart.ts';
import { scenarioName } from '../../../shared/scenarios/scenarioNames.ts';
import { scenarioFindingText } from '../../../shared/text/scenario/scenarioFindingText.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { shockText } from '../../../shared/text/scenario/shockText.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useApp, type ScenarioComparison, type ScenarioOutcome } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';
import { DifferingInputs } from './DifferingInputs.tsx';
import { ResultRows } from './ResultRows.tsx';
import { SideBySide } from './SideBySide.tsx';

/** A computed scenario under the name that a reader knows. */
export interface NamedOutcome extends ScenarioOutcome {
  readonly name: string;
}

function useNamed({ outcomes }: ScenarioComparison): readonly NamedOutcome[] {
  const { language } = useText();
  const scenarios = useApp((state) => state.scenarios);
  return useMemo(
    () =>
      outcomes.map((outcome) => {
        const scenario = scenarios.find(({ id }) => id === outcome.scenarioId);
        return { ...outcome, name: scenario ? scenarioName(scenario, language) : outcome.scenarioId };
      }),
    [outcomes, scenarios, language],
  );
}

/** The shocks of each scenario, and what of it does not reach the sites compared. */
function Happening({ outcomes }: { readonly outcomes: readonly NamedOutcome[] }): ReactElement {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const scenarios = useApp((state) => state.scenarios);
  const told = outcomes.flatMap(({ scenarioId, name, evidence, figures }) => {
    const shocks = scenarios.find(({ id }) => id === scenarioId)?.shocks ?? [];
    const missed = figures.flatMap(({ scenario }, place) =>
      (scenario?.findings ?? []).map((finding) => {
        const sentence = scenarioFindingText(finding, language);
        return figures.length === 1 ? sentence : `${evidence[place]?.siteName ?? ''}: ${sentence}`;
      }),
    );
    return shocks.length + missed.length === 0 ? [] : [{ name, shocks, missed }];
  });
  return (
    <section aria-label={t.happening}>
      <h2>{t.happening}</h2>
      {told.length === 0 ? <p className="note">{t.noShocks}</p> : null}
      <dl className="happening">
        {told.map(({ name, shocks, missed }) => (
          <div key={name}>
            <dt>{name}</dt>
            {shocks.map((shock, place) => (
              // Two equal shocks of one scenario are two.
              <dd key={`${shock.kind}${place}`}>{shockText(shock, language)}</dd>
            ))}
            {missed.map((sentence) => (
              <dd key={sentence} className="note">
                {sentence}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** P12 Results, chart, inputs and result rows of the scenarios computed so far. */
export function ComparedScenarios({ run }: { readonly run: ScenarioComparison }): ReactElement {
  const { language } = useText();
  const outcomes = useNamed(run);
  const spec = useMemo(
    () =>
      scenarioChart(
        outcomes.map(({ name, figures, sums }) => ({ name, figures: figures[0], sums })),
        language,
      ),
    [outcomes, language],
  );
  return (
    <>
      <SideBySide outcomes={outcomes} />
      {spec ? <ChartFrame spec={spec} /> : null}
      <Happening outcomes={outcomes} />
      <DifferingInputs outcomes={outcomes} />
      <ResultRows outcomes={outcomes} />
    </>
  );
}
