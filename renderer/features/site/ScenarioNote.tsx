import type { ReactElement } from 'react';
import type { SiteFigures } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { scenarioName } from '../../../shared/scenarios/scenarioNames.ts';
import { scenarioFindingText } from '../../../shared/text/scenario/scenarioFindingText.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { show } from '../../flows/navigation.ts';
import { useText } from '../../ui/useText.ts';

/** R7.3 In which scenario the figures of the site are computed, and what of it has no effect here; nothing in the base. */
export function ScenarioNote({ analysis }: { readonly analysis: SiteFigures }): ReactElement | null {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const { scenario } = analysis;
  if (!scenario) return null;
  const { changes, shocks, findings } = scenario;
  const sentence = fill(t.inNote, {
    name: scenarioName(scenario, language),
    changes: changes === 1 ? t.changeOne : fill(t.changeMany, { count: changes }),
    shocks: shocks === 1 ? t.shockOne : fill(t.shockMany, { count: shocks }),
  });
  return (
    <div className="scenario-note" role="note">
      <button type="button" className="link" onClick={() => void show({ name: 'scenarios' })}>
        {sentence}
      </button>
      {findings.length === 0 ? null : (
        <details>
          <summary>{`${t.notReached} (${findings.length})`}</summary>
          <ul>
            {findings.map((finding) => {
              const words = scenarioFindingText(finding, language);
              return <li key={words}>{words}</li>;
            })}
          </ul>
        </details>
      )}
    </div>
  );
}
