import { momentText } from '../../../shared/changes/portfolioRows.ts';
import { dayBound } from '../../../shared/domain/dayBounds.ts';
import type { Moment, MomentChoices } from '../../../shared/domain/portfolioChanges.ts';
import type { HistoryStep } from '../../../shared/domain/portfolio.ts';
import type { Language } from '../../../shared/format/number.ts';
import { portfolioChangesText } from '../../../shared/text/portfolioChangesText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { stepText } from '../../../shared/text/stepText.ts';
import { reasonWord } from '../backups/backupWords.ts';

/** What a chooser offers: a moment, or a question that leads to one. */
export type Choice =
  | Moment
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'chooseFile' };

export interface MomentOption {
  readonly value: string;
  readonly label: string;
}
export interface MomentGroup {
  readonly label: string;
  readonly options: readonly MomentOption[];
}

/** More steps than these are found by their day. */
const mostSteps = 60;

export function optionOf(choice: Choice): string {
  return JSON.stringify(choice.kind === 'day' ? { kind: 'day', day: '' } : choice);
}

export function choiceOf(value: string): Choice {
  return JSON.parse(value) as Choice;
}

/** The moment that a choice means at one end of a span; undefined while it is only half said. */
export function momentOf(choice: Choice, end: 'from' | 'to'): Moment | undefined {
  if (choice.kind === 'chooseFile') return undefined;
  if (choice.kind !== 'day') return choice;
  const at = dayBound(choice.day, end === 'from' ? 'start' : 'end');
  return at === undefined ? undefined : { kind: 'time', at };
}

interface Known extends MomentChoices {
  readonly steps: readonly HistoryStep[];
}

/** The moments to choose from, in groups; the first group has no name. */
export function momentGroups(
  known: Known,
  end: 'from' | 'to',
  chosen: Choice,
  language: Language,
): readonly MomentGroup[] {
  const t = portfolioChangesText[language];
  const option = (choice: Choice, label: string): MomentOption => ({ value: optionOf(choice), label });
  const [present, ...earlier] = known.openings;
  return [
    {
      label: '',
      options: [
        option({ kind: 'now' }, t.now),
        option({ kind: 'start' }, t.start),
        option({ kind: 'day', day: '' }, end === 'from' ? t.startOfDay : t.endOfDay),
        option({ kind: 'chooseFile' }, t.otherFile),
        ...(chosen.kind === 'file' ? [option(chosen, fill(t.file, { path: chosen.path }))] : []),
      ],
    },
    {
      label: t.openings,
      options: [
        ...(present === undefined
          ? []
          : [
              option(
                { kind: 'time', at: present },
                fill(t.thisOpening, { time: momentText(present, language) }),
              ),
            ]),
        ...earlier.map((at) =>
          option({ kind: 'time', at }, fill(t.opening, { time: momentText(at, language) })),
        ),
      ],
    },
    {
      label: t.backups,
      options: known.backups.map(({ id, writtenAt, reason }) =>
        option(
          { kind: 'backup', id },
          fill(t.backup, { time: momentText(writtenAt, language), reason: reasonWord(reason, language) }),
        ),
      ),
    },
    {
      label: t.stepsGroup,
      options: known.steps
        .slice(0, mostSteps)
        .map((step) =>
          option(
            { kind: 'step', id: step.id },
            `${stepText(step, language)}, ${momentText(step.createdAt, language)}`,
          ),
        ),
    },
  ].filter(({ options }) => options.length > 0);
}

/** Since the file was opened before, else since it was opened now. */
export function firstChoice({ openings }: MomentChoices): Choice {
  const at = openings[1] ?? openings[0];
  return at === undefined ? { kind: 'start' } : { kind: 'time', at };
}
