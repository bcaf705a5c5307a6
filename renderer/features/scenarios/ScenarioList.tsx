import { useState, type ReactElement } from 'react';
import { baseScenario, scenarioName } from '../../../shared/scenarios/scenarioNames.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { createScenario } from '../../flows/scenarios.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';
import { ScenarioView } from './ScenarioView.tsx';

/** The ready scenarios and the analyst's own at the left, the chosen one beside them. */
export function ScenarioList(): ReactElement {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const scenarios = useApp((state) => state.scenarios);
  const activeId = useApp((state) => state.portfolio?.scenario.id) ?? baseScenario.id;
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = scenarios.find(({ id }) => id === (chosen ?? activeId)) ?? scenarios[0];
  const create = async () => {
    const own = scenarios.filter(({ isReady }) => !isReady).length;
    const id = await createScenario('create', {
      name: fill(t.newName, { count: own + 1 }),
      note: '',
      source: '',
      isLocked: false,
      parentId: null,
      changes: [],
      shocks: [],
    });
    if (id !== undefined) setChosen(id);
  };
  return (
    <div className="scenario-columns">
      <div className="scenario-nav">
        <ul aria-label={t.scenarios}>
          {scenarios.map((scenario) => {
            const marks = [
              scenario.id === activeId ? t.active : '',
              scenario.isReady ? t.ready : t.own,
              scenario.isLocked && !scenario.isReady ? t.locked : '',
            ].filter((mark) => mark !== '');
            return (
              <li key={scenario.id}>
                <button
                  type="button"
                  aria-current={scenario.id === shown?.id ? 'true' : undefined}
                  onClick={() => setChosen(scenario.id)}
                >
                  <span>{scenarioName(scenario, language)}</span>
                  <span className="t">{marks.join(' · ')}</span>
                </button>
              </li>
            );
          })}
        </ul>
        <button type="button" className="btn primary" onClick={() => void create()}>
          {t.create}
        </button>
      </div>
      {shown ? (
        <ScenarioView key={shown.id} scenario={shown} isActive={shown.id === activeId} onSelect={setChosen} />
      ) : null}
    </div>
  );
}
