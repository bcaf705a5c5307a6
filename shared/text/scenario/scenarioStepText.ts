import type { HistoryStep } from '../../domain/portfolio.ts';
import type { Language } from '../../format/number.ts';
import { scenarioName } from '../../scenarios/scenarioNames.ts';

const words = {
  de: {
    create: 'Szenario „{name}“ angelegt',
    clone: 'Szenario „{parent}“ geklont: „{name}“',
    open: 'Ergebnis als Szenario „{name}“ geöffnet',
    edit: 'Szenario „{name}“ geändert',
    rename: 'Szenario „{before}“ umbenannt in „{name}“',
    lock: 'Szenario „{name}“ gesperrt',
    unlock: 'Szenario „{name}“ entsperrt',
    remove: 'Szenario „{name}“ gelöscht',
    choose: 'Gerechnet wird im Szenario „{name}“ (vorher „{before}“)',
  },
  en: {
    create: 'Scenario “{name}” created',
    clone: 'Scenario “{parent}” cloned: “{name}”',
    open: 'Result opened as scenario “{name}”',
    edit: 'Scenario “{name}” changed',
    rename: 'Scenario “{before}” renamed to “{name}”',
    lock: 'Scenario “{name}” locked',
    unlock: 'Scenario “{name}” unlocked',
    remove: 'Scenario “{name}” deleted',
    choose: 'Computed in scenario “{name}” (before: “{before}”)',
  },
} as const;

type Act = keyof (typeof words)['en'];

function isAct(text: string): text is Act {
  return Object.hasOwn(words.en, text);
}

/** A step of the change log about scenarios, in words; ready ones are named in the reader's language. */
export function scenarioStepText({ label, values }: HistoryStep, language: Language): string {
  const act = label.slice('scenario.'.length);
  const sentence = words[language][isAct(act) ? act : 'edit'];
  return sentence.replaceAll(/\{(\w+)\}/g, (_match, key: string) => {
    const name = values[key] ?? '';
    return scenarioName({ id: values[`${key}Id`] ?? '', name }, language);
  });
}
