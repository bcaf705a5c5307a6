import type { ReactElement } from 'react';
import { scenarioName } from '../../shared/scenarios/scenarioNames.ts';
import { scenarioScreenText } from '../../shared/text/scenario/scenarioScreenText.ts';
import { fill } from '../../shared/text/screenText.ts';
import { show } from '../flows/navigation.ts';
import { useApp } from '../store/appStore.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { useText } from '../ui/useText.ts';
import { laterActions } from './laterActions.ts';

/** P12 The scenario in which everything on the page is computed; the menu chooses another. */
export function ScenarioChoice(): ReactElement | null {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const active = useApp((state) => state.portfolio?.scenario);
  const scenarios = useApp((state) => state.scenarios);
  if (!active) return null;
  const name = scenarioName(active, language);
  return (
    <MenuButton
      label={fill(t.choose, { name })}
      className="btn quiet scenario-choice"
      items={[
        ...scenarios
          .filter(({ id }) => id !== active.id)
          .map((scenario) => ({
            label: scenarioName(scenario, language),
            act: () => void laterActions().then(({ chooseScenario }) => chooseScenario(scenario.id)),
          })),
        { label: `${t.manage} …`, act: () => void show({ name: 'scenarios' }) },
      ]}
    >
      <span className="scenario-word">{t.scenario}</span> <b>{name}</b>
    </MenuButton>
  );
}
