import type { ErrorCode } from '../../ipc/errorCodes.ts';

type Sentences = Readonly<Record<Extract<ErrorCode, `scenario.${string}`>, string>>;

const en: Sentences = {
  'scenario.unknown':
    'There is no scenario “{id}” in this portfolio. Known are: {known}. Nothing was changed.',
  'scenario.isReady':
    'The scenario “{name}” comes with Umbau and cannot be changed. Clone it and change the clone. Nothing was changed.',
  'scenario.isLocked':
    'The scenario “{name}” is locked. Unlock it first, or change a clone. Nothing was changed.',
};

const de: Sentences = {
  'scenario.unknown':
    'In diesem Portfolio gibt es kein Szenario „{id}“. Bekannt sind: {known}. Nichts wurde geändert.',
  'scenario.isReady':
    'Das Szenario „{name}“ gehört zu Umbau und lässt sich nicht ändern. Bitte klonen und den Klon ändern. Nichts wurde geändert.',
  'scenario.isLocked':
    'Das Szenario „{name}“ ist gesperrt. Bitte erst entsperren oder einen Klon ändern. Nichts wurde geändert.',
};

export const scenarioErrors = { de, en } as const;
