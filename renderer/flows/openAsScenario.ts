import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { SiteFigures } from '../../shared/engine/analysis/siteAnalysis.ts';
import { pinnedScenario } from '../../shared/scenarios/pinnedScenario.ts';
import { baseScenario, scenarioName } from '../../shared/scenarios/scenarioNames.ts';
import { scenarioScreenText } from '../../shared/text/scenario/scenarioScreenText.ts';
import { fill } from '../../shared/text/screenText.ts';
import { useApp } from '../store/appStore.ts';
import { createScenario } from './scenarios.ts';

/** P12 Stores a scenario that reproduces a result of a site to the last bit. */
export async function openAsScenario(
  { siteId, siteName, scenario }: SiteEvidence,
  { inputs }: Pick<SiteFigures, 'inputs'>,
  strategy: string,
): Promise<string | undefined> {
  const { language } = useApp.getState().settings;
  const t = scenarioScreenText[language];
  const from = scenarioName(scenario ?? baseScenario, language);
  const name = fill(t.openName, { site: siteName, name: strategy, scenario: from });
  const note = fill(t.openNote, { scenario: from });
  return createScenario('open', pinnedScenario({ name, note, siteId, inputs, scenario }));
}
