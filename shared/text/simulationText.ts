import type { Language } from '../format/number.ts';
import type { SimulationFailure, SimulationMeans } from '../simulation/poolHost.ts';

/** What a simulation says where something is missing or went wrong: what happened, where, what to do. */
const en = {
  withoutWebAssembly:
    'Computed without WebAssembly, which this machine or page does not offer: about four times slower, with the same digits.',
  withoutSharedMemory:
    'Computed by one worker, because the page may not share memory here: slower, with the same digits.',
  workerCrashed:
    'A worker of the simulation ended by itself ({detail}). The others were stopped and nothing was kept. Start the simulation again; a new worker takes its place.',
  workFailed:
    'The simulation could not be computed ({detail}). All workers were stopped and nothing was kept. Check its inputs.',
  notEnoughMemory:
    'There is not enough memory for so many paths ({detail}). Nothing was computed. Choose fewer paths or close other programs.',
  cancelled: 'The simulation was cancelled; nothing was kept.',
} as const;

const de: Readonly<Record<keyof typeof en, string>> = {
  withoutWebAssembly:
    'Ohne WebAssembly gerechnet, das dieser Rechner oder diese Seite nicht bietet: etwa viermal langsamer, mit denselben Ziffern.',
  withoutSharedMemory:
    'Von einem Worker gerechnet, weil die Seite hier keinen Speicher teilen darf: langsamer, mit denselben Ziffern.',
  workerCrashed:
    'Ein Worker der Simulation hat sich selbst beendet ({detail}). Die übrigen wurden angehalten, behalten wurde nichts. Starten Sie die Simulation noch einmal; ein neuer Worker tritt an seine Stelle.',
  workFailed:
    'Die Simulation ließ sich nicht rechnen ({detail}). Alle Worker wurden angehalten, behalten wurde nichts. Prüfen Sie ihre Eingaben.',
  notEnoughMemory:
    'Für so viele Pfade reicht der Speicher nicht ({detail}). Gerechnet wurde nichts. Wählen Sie weniger Pfade oder schließen Sie andere Programme.',
  cancelled: 'Die Simulation wurde abgebrochen; behalten wurde nichts.',
};

const texts: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { de, en };

/** How a result came about where that was not the usual way; undefined where it was. */
export function meansSentence(means: SimulationMeans, language: Language): string | undefined {
  if (!means.sharedMemory) return texts[language].withoutSharedMemory;
  return means.webAssembly ? undefined : texts[language].withoutWebAssembly;
}

/** Why a simulation has no result. */
export function endedSentence(
  ended:
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'failed'; readonly failure: SimulationFailure; readonly detail: string },
  language: Language,
): string {
  if (ended.kind === 'cancelled') return texts[language].cancelled;
  return texts[language][ended.failure].replace('{detail}', () => ended.detail);
}
