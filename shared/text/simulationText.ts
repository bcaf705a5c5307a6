import type { Language } from '../format/number.ts';
import type { SimulationMeans } from '../simulation/poolHost.ts';

const en = {
  withoutWebAssembly:
    'Computed without WebAssembly, which this machine or page does not offer: about four times slower, with the same digits.',
  withoutSharedMemory:
    'Computed by one worker, because the page may not share memory here: slower, with the same digits.',
} as const;

const de: Readonly<Record<keyof typeof en, string>> = {
  withoutWebAssembly:
    'Ohne WebAssembly gerechnet, das dieser Rechner oder diese Seite nicht bietet: etwa viermal langsamer, mit denselben Ziffern.',
  withoutSharedMemory:
    'Von einem Worker gerechnet, weil die Seite hier keinen Speicher teilen darf: langsamer, mit denselben Ziffern.',
};

const texts: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { de, en };

/** How a result came about where that was not the usual way; undefined where it was. */
export function meansSentence(means: SimulationMeans, language: Language): string | undefined {
  if (!means.sharedMemory) return texts[language].withoutSharedMemory;
  return means.webAssembly ? undefined : texts[language].withoutWebAssembly;
}
