import type { Language } from '../format/number.ts';
import type { SimulationFailure } from '../simulation/poolHost.ts';

/** Why a simulation has no result. */
export const simulationErrors: Readonly<
  Record<Language, Readonly<Record<`simulation.${SimulationFailure}`, string>>>
> = {
  en: {
    'simulation.workerCrashed':
      'A worker of the simulation ended by itself ({detail}). The others were stopped and nothing was kept. Start the simulation again; a new worker takes its place.',
    'simulation.workFailed':
      'The simulation could not be computed ({detail}). All workers were stopped and nothing was kept. Check its inputs.',
    'simulation.notEnoughMemory':
      'There is not enough memory for so many paths ({detail}). Nothing was computed. Choose fewer paths or close other programs.',
  },
  de: {
    'simulation.workerCrashed':
      'Ein Worker der Simulation hat sich selbst beendet ({detail}). Die übrigen wurden angehalten, behalten wurde nichts. Starten Sie die Simulation noch einmal; ein neuer Worker tritt an seine Stelle.',
    'simulation.workFailed':
      'Die Simulation ließ sich nicht rechnen ({detail}). Alle Worker wurden angehalten, behalten wurde nichts. Prüfen Sie ihre Eingaben.',
    'simulation.notEnoughMemory':
      'Für so viele Pfade reicht der Speicher nicht ({detail}). Gerechnet wurde nichts. Wählen Sie weniger Pfade oder schließen Sie andere Programme.',
  },
};
