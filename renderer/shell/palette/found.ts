import type { z } from 'zod';
import type { RecentFile } from '../../../shared/domain/portfolio.ts';
import { inputTable, isInputKey, type InputKey } from '../../../shared/engine/analysis/inputTable.ts';
import { resultFields, type ResultField } from '../../../shared/engine/analysis/resultFields.ts';
import { lineRules } from '../../../shared/engine/strategy/lineRules.ts';
import type { Line } from '../../../shared/engine/strategy/lineSheet.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { lineLabel } from '../../../shared/text/lineLabels.ts';
import { paletteText } from '../../../shared/text/paletteText.ts';
import { resultLabel } from '../../../shared/text/resultLabels.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { openPortfolio, show } from '../../flows/navigation.ts';
import { useApp } from '../../store/appStore.ts';
import type { Command } from '../commands.ts';
import { modelRules } from './modelRules.ts';

/** What is found besides commands, companies and sites: recent files, inputs, results, lines and rules. */

const both = (labelIn: (language: 'de' | 'en') => string): string =>
  `${labelIn('de')} ${labelIn('en')}`.toLowerCase();

const entry = (part: Omit<Command, 'key'>): Command => ({ ...part, key: null });

export function recentCommands(recent: readonly z.infer<typeof RecentFile>[]): Command[] {
  const { portfolio, settings } = useApp.getState();
  const t = paletteText[settings.language];
  return recent
    .filter(({ path }) => path !== portfolio?.path)
    .map(({ path, fileName, exists }) =>
      entry({
        id: `recent.${path}`,
        label: fill(t.openRecent, { file: fileName }),
        note: exists ? path : fill(t.gone, { path }),
        words: `${fileName} ${path} ${both((language) => paletteText[language].recentWord)}`.toLowerCase(),
        // A file that is gone is answered with a sentence and the way to its backups.
        act: () => void openPortfolio('file', path),
      }),
    );
}

/** The input of the site on screen, or of the one that is opened next. */
function seekInput(key: InputKey): void {
  const { site, settings, set } = useApp.getState();
  set({ soughtInput: key });
  if (site) return;
  void show({ name: 'sites' });
  const text = fill(paletteText[settings.language].chooseSite, { input: inputLabel(key, settings.language) });
  set({ toast: { text, isEdit: false } });
}

function inputCommands(): Command[] {
  const { site, settings } = useApp.getState();
  const t = paletteText[settings.language];
  return Object.keys(inputTable)
    .filter(isInputKey)
    .map((key) =>
      entry({
        id: `input.${key}`,
        label: inputLabel(key, settings.language),
        note: site ? fill(t.inputAt, { site: site.row.name }) : t.inputSomewhere,
        words: both((language) => inputLabel(key, language)),
        act: () => seekInput(key),
      }),
    );
}

/** The results of the best strategy at the site on screen, each with its calculation; elsewhere with its rule. */
function resultCommands(): Command[] {
  const { site, analysis, settings, set } = useApp.getState();
  const t = paletteText[settings.language];
  const plan = { kind: 'strategy', strategy: analysis?.verdict.best ?? 'keepMining' } as const;
  return (Object.keys(resultFields) as ResultField[]).map((field) => {
    const title = resultLabel(field, settings.language);
    const { rule } = resultFields[field];
    const isHere = site !== null && analysis !== null;
    const calculation = { of: 'plan', plan, subject: { kind: 'figure', figure: field }, title } as const;
    return entry({
      id: `result.${field}`,
      label: title,
      note: isHere ? fill(t.figureOf, { site: site.row.name }) : fill(t.result, { rule }),
      words: `${both((language) => resultLabel(field, language))} ${rule.toLowerCase()}`,
      act: () => (isHere ? set({ calculation }) : showRule(firstOf(rule))),
    });
  });
}

function firstOf(rules: string): string {
  return rules.split(', ')[0] ?? rules;
}

function showRule(rule: string): void {
  useApp.getState().set({ shownRule: rule });
}

function lineCommands(): Command[] {
  const { language } = useApp.getState().settings;
  return (Object.keys(lineRules) as Line[]).map((line) => {
    const { rule } = lineRules[line];
    return entry({
      id: `line.${line}`,
      label: lineLabel(line, language),
      note: fill(paletteText[language].line, { rule }),
      words: `${both((of) => lineLabel(line, of))} ${rule.toLowerCase()}`,
      act: () => showRule(firstOf(rule)),
    });
  });
}

const shownLength = 90;

/** The rules are English; their German words are those of the results and lines that name them. */
function ruleCommands(): Command[] {
  return modelRules().map(({ rule, texts }) =>
    entry({
      id: `rule.${rule}`,
      label: rule,
      note: (texts[0] ?? '').slice(0, shownLength),
      words: `${rule} ${both((language) => paletteText[language].rule)} ${texts.join(' ')}`.toLowerCase(),
      act: () => showRule(rule),
    }),
  );
}

export function modelCommands(): Command[] {
  return [...inputCommands(), ...resultCommands(), ...lineCommands(), ...ruleCommands()];
}
