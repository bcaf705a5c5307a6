import type { ReactElement } from 'react';
import type { ScenarioBody, ScenarioRecord } from '../../../shared/domain/scenario.ts';
import { scenarioName, scenarioNote } from '../../../shared/scenarios/scenarioNames.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { sourceWords } from '../../../shared/text/scenario/shockText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import {
  bodyOf,
  chooseScenario,
  createScenario,
  removeScenario,
  saveScenario,
} from '../../flows/scenarios.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';
import { ChangeList } from './ChangeList.tsx';
import { ScenarioWords } from './ScenarioWords.tsx';
import { ShockList } from './ShockList.tsx';

interface Props {
  readonly scenario: ScenarioRecord;
  readonly isActive: boolean;
  readonly onSelect: (id: string | null) => void;
}

function Actions({ scenario, isActive, onSelect }: Props): ReactElement {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const name = scenarioName(scenario, language);
  const clone = async () => {
    const id = await createScenario('clone', {
      ...bodyOf(scenario),
      name: fill(t.cloneName, { name }).slice(0, 80),
      note: scenarioNote(scenario, language),
      source: scenario.source === '' ? '' : sourceWords(scenario.source, language),
      isLocked: false,
      parentId: scenario.id,
    });
    if (id !== undefined) onSelect(id);
  };
  const setLock = (isLocked: boolean) => void saveScenario(scenario.id, { ...bodyOf(scenario), isLocked });
  const remove = () => {
    onSelect(null);
    void removeScenario(scenario.id);
  };
  return (
    <div className="strip scenario-actions">
      <h2>{name}</h2>
      <span className="grow" />
      {isActive ? null : (
        <button type="button" className="btn primary" onClick={() => void chooseScenario(scenario.id)}>
          {t.activate}
        </button>
      )}
      <button type="button" className="btn" onClick={() => void clone()}>
        {t.clone}
      </button>
      {scenario.isReady ? null : (
        <>
          <button type="button" className="btn" onClick={() => setLock(!scenario.isLocked)}>
            {scenario.isLocked ? t.unlock : t.lock}
          </button>
          {scenario.isLocked ? null : (
            <button type="button" className="btn" onClick={remove}>
              {t.remove}
            </button>
          )}
        </>
      )}
    </div>
  );
}

/** One scenario with everything it changes. Deleting does not ask: it can be undone. */
export function ScenarioView({ scenario, isActive, onSelect }: Props): ReactElement {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const scenarios = useApp((state) => state.scenarios);
  const parent = scenarios.find(({ id }) => id === scenario.parentId);
  const canEdit = !scenario.isReady && !scenario.isLocked;
  const body = bodyOf(scenario);
  const save = (change: Partial<ScenarioBody>) => void saveScenario(scenario.id, { ...body, ...change });
  const note = scenarioNote(scenario, language);
  return (
    <div
      className="scroll scenario-view"
      role="region"
      aria-label={scenarioName(scenario, language)}
      tabIndex={0}
    >
      <Actions scenario={scenario} isActive={isActive} onSelect={onSelect} />
      {isActive ? <p className="note">{t.isActive}</p> : null}
      {scenario.isReady ? <p className="note">{t.readyNote}</p> : null}
      {!scenario.isReady && scenario.isLocked ? <p className="note">{t.lockedNote}</p> : null}
      {parent && !scenario.isReady ? (
        <p className="note">{fill(t.parent, { name: scenarioName(parent, language) })}</p>
      ) : null}
      {canEdit ? (
        <ScenarioWords body={body} onSave={save} />
      ) : (
        <>
          {note === '' ? null : <p>{note}</p>}
          {scenario.source === '' ? null : (
            <p className="note">
              {t.source}: {sourceWords(scenario.source, language)}
            </p>
          )}
        </>
      )}
      <ChangeList changes={body.changes} canEdit={canEdit} onSave={(changes) => save({ changes })} />
      <ShockList shocks={body.shocks} canEdit={canEdit} onSave={(shocks) => save({ shocks })} />
    </div>
  );
}
