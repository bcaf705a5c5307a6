import {
  chooseScenario,
  createScenario,
  removeScenario,
  saveScenario,
  type Entry,
} from '../../analysis/scenarios.ts';
import { activeScenarioId, listScenarios } from '../../analysis/scenarioView.ts';
import { defaultSeed, siteEvidence } from '../../analysis/siteView.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

type Own = Pick<
  Handlers,
  | 'scenario.list'
  | 'scenario.create'
  | 'scenario.save'
  | 'scenario.remove'
  | 'scenario.choose'
  | 'scenario.evidence'
>;

export function scenarioHandlers(session: Session): Own {
  const entry = (): Entry => {
    const author = session.user.settings.author.trim();
    return { enteredBy: author === '' ? null : author, now: session.now() };
  };
  return {
    'scenario.list': () => {
      const { db } = session.open();
      return { activeId: activeScenarioId(db), scenarios: structuredClone(listScenarios(db)) };
    },
    'scenario.create': ({ act, scenario }) =>
      createScenario(session.openForChange().db, act, scenario, entry()),
    'scenario.save': ({ id, scenario }) => saveScenario(session.openForChange().db, id, scenario, entry()),
    'scenario.remove': ({ id }) => removeScenario(session.openForChange().db, id, session.now()),
    'scenario.choose': ({ id }) => chooseScenario(session.openForChange().db, id, session.now()),
    'scenario.evidence': ({ ids, scenarioId }) => {
      const { db } = session.open();
      const options = { seed: defaultSeed, scenarioId };
      return structuredClone(ids.map((id) => siteEvidence(db, id, options))) as never;
    },
  };
}
