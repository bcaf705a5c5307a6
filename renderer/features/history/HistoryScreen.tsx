import { useState, type ReactElement } from 'react';
import { portfolioChangesText } from '../../../shared/text/portfolioChangesText.ts';
import { redo, undo } from '../../flows/editInput.ts';
import { useApp } from '../../store/appStore.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { useText } from '../../ui/useText.ts';
import { ChangesPanel } from './ChangesPanel.tsx';
import { StepList } from './StepList.tsx';

/** P25 The steps that can be taken back, and what changed between two moments. */
export function HistoryScreen(): ReactElement {
  const { language, text } = useText();
  const path = useApp((state) => state.portfolio?.path);
  const [tab, setTab] = useState('steps');
  const t = portfolioChangesText[language];
  return (
    <>
      <div className="head">
        <h1>{text.history}</h1>
        <span className="grow" />
        <button type="button" className="btn" onClick={() => void undo()}>
          {text.undo}
        </button>
        <button type="button" className="btn" onClick={() => void redo()}>
          {text.redo}
        </button>
      </div>
      <Tabs
        label={text.history}
        current={tab}
        onChange={setTab}
        tabs={[
          ['steps', t.steps],
          ['changes', t.tab],
        ]}
      />
      {tab === 'steps' ? <StepList /> : <ChangesPanel key={path} />}
    </>
  );
}
