import type { EvidenceScenario } from '../engine/scenario/scenario.ts';
import type { Language } from '../format/number.ts';
import { scenarioName } from '../scenarios/scenarioNames.ts';
import { scenarioHead } from '../text/scenario/changedInputText.ts';
import { textCell } from './workbookCells.ts';
import type { WorkbookCell } from './workbookSpec.ts';

/** Run, seed and data of a workbook, and the scenario in which it was computed. */
export function runCell(
  run: { readonly runId: string; readonly seed: number; readonly dataHash: string },
  scenario: EvidenceScenario | undefined,
  language: Language,
): WorkbookCell {
  const known = `${run.runId} · ${run.seed} · ${run.dataHash}`;
  return textCell(
    scenario ? `${known} · ${scenarioHead[language]} ${scenarioName(scenario, language)}` : known,
  );
}
