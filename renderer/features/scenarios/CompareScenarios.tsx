import { useState, type ReactElement } from 'react';
import type { SiteRow } from '../../../shared/domain/site.ts';
import { baseScenario, scenarioName } from '../../../shared/scenarios/scenarioNames.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { compareScenarios, stopComparison } from '../../flows/compareScenarios.ts';
import { useApp, type ScenarioComparison } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';
import { ComparedScenarios } from './ComparedScenarios.tsx';

const fewest = 2;
const most = 6;

type Subject = ScenarioComparison['subject'];

/** The site that a reader would look at first. */
function largestOf(sites: readonly SiteRow[]): SiteRow | undefined {
  const mwOf = ({ energisedMw }: SiteRow): number => energisedMw?.value ?? 0;
  return sites.toSorted((a, b) => mwOf(b) - mwOf(a))[0];
}

function SubjectChoice({
  subject,
  onChange,
}: {
  readonly subject: Subject;
  readonly onChange: (subject: Subject) => void;
}): ReactElement {
  const { language, text } = useText();
  const t = scenarioScreenText[language];
  const companies = useApp((state) => state.companies);
  const sites = useApp((state) => state.sites);
  const isKind = (kind: string): kind is Subject['kind'] => kind === 'site' || kind === 'company';
  return (
    <label className="inline">
      {t.subject}{' '}
      <select
        className="subject-choice"
        value={`${subject.kind} ${subject.id}`}
        onChange={({ target }) => {
          const [kind = '', ...id] = target.value.split(' ');
          if (isKind(kind)) onChange({ kind, id: id.join(' ') });
        }}
      >
        <optgroup label={text.companies}>
          {companies.map(({ id, name }) => (
            <option key={id} value={`company ${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={text.sites}>
          {sites.map(({ id, name, companyName }) => (
            <option key={id} value={`site ${id}`}>
              {`${name} (${companyName})`}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}

function Progress({ run }: { readonly run: ScenarioComparison }): ReactElement | null {
  const { language, text } = useText();
  const t = scenarioScreenText[language];
  const counts = { done: run.outcomes.length, all: run.scenarioIds.length };
  if (run.state === 'done') return null;
  return (
    <div className="claims-progress">
      <p role="status">{fill(run.state === 'running' ? t.progress : t.stopped, counts)}</p>
      {run.state === 'running' ? (
        <>
          <progress value={counts.done} max={counts.all} aria-label={t.tabCompare} />
          <button type="button" className="btn" onClick={stopComparison}>
            {text.cancel}
          </button>
        </>
      ) : null}
    </div>
  );
}

/** P12 Two to six scenarios side by side at one site or one company. */
export function CompareScenarios(): ReactElement {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const scenarios = useApp((state) => state.scenarios);
  const sites = useApp((state) => state.sites);
  const run = useApp((state) => state.scenarioComparison);
  const activeId = useApp((state) => state.portfolio?.scenario.id) ?? baseScenario.id;
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    run ? run.scenarioIds : [...new Set([baseScenario.id, activeId, 'bear', 'bull'])],
  );
  const [subject, setSubject] = useState<Subject>(
    run?.subject ?? { kind: 'site', id: largestOf(sites)?.id ?? '' },
  );
  const ids = scenarios.flatMap(({ id }) => (chosen.includes(id) ? [id] : []));
  const fault = ids.length < fewest ? t.tooFew : ids.length > most ? t.tooMany : null;
  return (
    <div className="scroll scenario-compare" role="region" aria-label={t.tabCompare} tabIndex={0}>
      <form
        className="scenario-order"
        onSubmit={(event) => {
          event.preventDefault();
          if (fault === null && subject.id !== '') void compareScenarios(subject, ids);
        }}
      >
        <fieldset>
          <legend>{t.compareHint}</legend>
          {scenarios.map((scenario) => (
            <label key={scenario.id}>
              <input
                type="checkbox"
                checked={chosen.includes(scenario.id)}
                onChange={({ target }) =>
                  setChosen(
                    target.checked ? [...chosen, scenario.id] : chosen.filter((id) => id !== scenario.id),
                  )
                }
              />
              {scenarioName(scenario, language)}
            </label>
          ))}
        </fieldset>
        <SubjectChoice subject={subject} onChange={setSubject} />
        <button type="submit" className="btn primary" disabled={fault !== null}>
          {t.compareNow}
        </button>
        {fault === null ? null : (
          <span className="neg" role="status">
            {fault}
          </span>
        )}
      </form>
      {run ? <Progress run={run} /> : null}
      {run && run.outcomes.length > 0 ? <ComparedScenarios run={run} /> : null}
    </div>
  );
}
