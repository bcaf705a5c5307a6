import { inputTable, isInputKey } from '../engine/analysis/inputTable.ts';
import type { HistoryStep } from '../domain/portfolio.ts';
import type { Language } from '../format/number.ts';
import { gridStepText } from './gridText.ts';
import { attachmentStepText } from './attachmentText.ts';
import { sourceStepText } from './sourceRecordText.ts';
import { inputLabel } from './inputLabels.ts';
import { importStepText } from './importText.ts';
import { inputText } from './inputText.ts';
import { entryStepText } from './entryText.ts';
import { proposalStepText } from './proposalText.ts';
import { monteCarloStepText } from './monteCarloText.ts';
import { marketStepText } from './marketText.ts';
import { faultStepText } from './faultText.ts';
import { planStepText } from './planText.ts';
import { scenarioStepText } from './scenario/scenarioStepText.ts';
import { settingStepText } from './stalenessText.ts';
import { screenText } from './screenText.ts';

/** A value of a step as the analyst saw it; without one the portfolio's own value or the assumption stood there. */
function valueText(key: string, value: string, language: Language): string {
  if (value === '') return screenText[language].fromData;
  const number = Number(value);
  const unit = isInputKey(key) ? inputTable[key].unit : '1';
  return Number.isFinite(number) ? inputText(key, number, unit, language) : value;
}

/** A step in words: what was done, at which site, from which value to which. */
export function stepText(step: HistoryStep, language: Language): string {
  if (step.label === 'monteCarlo.remove') return monteCarloStepText(step, language);
  if (step.label.startsWith('plan.')) return planStepText(step, language);
  if (step.label.startsWith('scenario.')) return scenarioStepText(step, language);
  if (step.label === 'import.table') return importStepText(step, language);
  if (step.label === 'import.sheet') return proposalStepText(step, language);
  if (step.label === 'import.cells') return gridStepText(step, language);
  if (/^(record|figure)\./.test(step.label)) return entryStepText(step, language);
  if (step.label.startsWith('source.')) return sourceStepText(step, language);
  if (step.label.startsWith('attachment.')) return attachmentStepText(step, language);
  if (step.label === 'market.difficulty') return marketStepText(step, language);
  if (step.label.startsWith('fault.')) return faultStepText(step, language);
  if (step.label.startsWith('setting.')) return settingStepText(step, language);
  const text = screenText[language];
  const { key = '', site = '', before = '', after = '' } = step.values;
  const change = `${valueText(key, before, language)} → ${valueText(key, after, language)}`;
  const act = step.label === 'input.clear' ? text.stepClear : text.stepSet;
  return `${act}: ${inputLabel(key, language)}, ${site} (${change})`;
}
