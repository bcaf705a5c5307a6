import { useState, type ReactElement } from 'react';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { useApp } from '../../store/appStore.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { useText } from '../../ui/useText.ts';
import { CompareScenarios } from './CompareScenarios.tsx';
import { ScenarioList } from './ScenarioList.tsx';

/** P12 Scenarios: what they change, who made them, and what they make of a site or a company. */
export function ScenariosScreen(): ReactElement {
  const { language, text } = useText();
  const t = scenarioScreenText[language];
  const scenarios = useApp((state) => state.scenarios);
  const [tab, setTab] = useState('list');
  if (scenarios.length === 0)
    return (
      <p className="pad" role="status">
        {text.computing}
      </p>
    );
  return (
    <>
      <div className="head">
        <div>
          <h1>{t.scenarios}</h1>
          <p className="sub">{t.sub}</p>
        </div>
      </div>
      <Tabs
        label={t.scenarios}
        current={tab}
        onChange={setTab}
        tabs={[
          ['list', `${t.tabList} (${scenarios.length})`],
          ['compare', t.tabCompare],
        ]}
      />
      {tab === 'list' ? <ScenarioList /> : <CompareScenarios />}
    </>
  );
}
