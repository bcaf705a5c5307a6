import { baseScenario, scenarioName } from '../../shared/scenarios/scenarioNames.ts';
import { useApp } from '../store/appStore.ts';
import { useText } from './useText.ts';

/** Whom a table or chart on screen is about, and in which scenario, for the name of its file; empty where it is about all. */
export function useExportSubject(): string {
  const { language } = useText();
  const scenario = useApp((state) => state.portfolio?.scenario);
  const inScenario = scenario && scenario.id !== baseScenario.id ? scenarioName(scenario, language) : '';
  const screen = useApp((state) => state.screen.name);
  const site = useApp((state) => state.site?.row.name);
  const company = useApp((state) => state.company?.row.name);
  const subject = screen === 'site' ? site : screen === 'company' ? company : undefined;
  if (subject === undefined) return '';
  return inScenario === '' ? subject : `${subject} ${inScenario}`;
}
