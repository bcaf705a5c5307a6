import type { SiteEvidence } from '../analysis/evidence.ts';
import { resolveInputs } from '../analysis/resolveInputs.ts';
import { defaultSettings, presetBasesOf } from '../montecarlo/defaultSettings.ts';
import type { MonteCarloSettings } from '../montecarlo/settings.ts';
import { createSimulation, isSimulation, type Simulation } from '../montecarlo/simulation.ts';
import { evidenceForTest } from './evidenceForTest.ts';

/** Settings of a run of the made-up site, with a seed of their own. */
export function settingsForTest(
  of: Partial<MonteCarloSettings> = {},
  evidence: SiteEvidence = evidenceForTest(),
): MonteCarloSettings {
  const run = { seed: 20_261_122, paths: 100 };
  return { ...defaultSettings(resolveInputs(evidence), presetBasesOf(evidence.presets), run), ...of };
}

/** A run of the made-up site that is ready to draw. */
export function simulationForTest(
  settings: MonteCarloSettings = settingsForTest(),
  evidence: SiteEvidence = evidenceForTest(),
): Simulation {
  const made = createSimulation(evidence, settings);
  if (!isSimulation(made)) throw new Error(made.refused);
  return made;
}
