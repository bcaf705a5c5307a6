import type { DifficultyChoice } from '../engine/analysis/difficultyChoice.ts';
import type { InputChange } from '../engine/changes/changedFacts.ts';
import {
  datesStep,
  difficultyStep,
  modelStep,
  type MeasureChange,
  type SiteChanges,
  type StepEffect,
} from '../engine/changes/siteChanges.ts';
import type { ResolvedInput } from '../engine/analysis/siteAnalysis.ts';
import { formatMonthName, type Language } from '../format/number.ts';
import { changesText } from '../text/changesText.ts';
import { inputLabel } from '../text/inputLabels.ts';
import { inputText } from '../text/inputText.ts';
import { difficultyName, marketText } from '../text/marketText.ts';
import { fill, screenText } from '../text/screenText.ts';

/** One step of a comparison as shown. */
export interface ChangeRow {
  readonly step: string;
  readonly label: string;
  /** What the step is computed together with, or '' . */
  readonly remark: string;
  readonly before: string;
  readonly after: string;
  /** Null for valuation month, difficulty rule and model, which are no inputs. */
  readonly input: InputChange | null;
  readonly advantage: StepEffect;
  readonly best: StepEffect;
}

export function stepLabel(step: string, language: Language): string {
  if (step === modelStep) return changesText[language].model;
  if (step === difficultyStep) return marketText[language].difficultyRule;
  return step === datesStep ? changesText[language].dates : inputLabel(step, language);
}

export function inputValueText({ key, value, unit }: ResolvedInput, language: Language): string {
  return value === null ? screenText[language].missing : inputText(key, value, unit, language);
}

function ends(
  changes: SiteChanges,
  step: string,
  language: Language,
): Pick<ChangeRow, 'before' | 'after' | 'input'> {
  const { before, after, inputs, difficulty } = changes;
  if (step === modelStep) return { before: before.engineVersion, after: after.engineVersion, input: null };
  if (step === datesStep)
    return {
      before: formatMonthName(before.valuationMonth, language),
      after: formatMonthName(after.valuationMonth, language),
      input: null,
    };
  if (step === difficultyStep) {
    const name = (choice: DifficultyChoice | null | undefined) => difficultyName(choice ?? null, language);
    return { before: name(difficulty?.before), after: name(difficulty?.after), input: null };
  }
  const input = inputs.find(({ key }) => key === step);
  if (!input) return { before: '', after: '', input: null };
  return {
    before: inputValueText(input.before, language),
    after: inputValueText(input.after, language),
    input,
  };
}

function remarkOf({ joined }: StepEffect, language: Language): string {
  if (joined.length === 0) return '';
  const names = joined.map((step) => stepLabel(step, language)).join(', ');
  return fill(changesText[language].joined, { names });
}

/** Why an effect has no number: it is in a later step's, or there is no change to split. */
export function absentEffect({ changeUsdPerGridMw }: MeasureChange, language: Language): string {
  const { inNext, notApplicable } = changesText[language];
  return changeUsdPerGridMw === null ? notApplicable : inNext;
}

function size({ advantage, best }: ChangeRow): number {
  return Math.abs(advantage.explainsUsdPerGridMw ?? best.explainsUsdPerGridMw ?? 0);
}

/** The steps of a comparison, the one that explains most first. */
export function changeRows(changes: SiteChanges, language: Language): ChangeRow[] {
  const rows = changes.steps.map(({ step, advantage, best }) => ({
    step,
    label: stepLabel(step, language),
    remark: remarkOf(advantage, language),
    ...ends(changes, step, language),
    advantage,
    best,
  }));
  return rows.toSorted((a, b) => size(b) - size(a));
}
