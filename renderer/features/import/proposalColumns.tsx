import { useMemo } from 'react';
import {
  proposalOutcomes,
  type Proposal,
  type ProposalOutcome,
} from '../../../shared/domain/sheetProposals.ts';
import {
  proposalText,
  proposalWords,
  proposedThing,
  proposedUnit,
  proposedValue,
} from '../../../shared/text/proposalText.ts';
import { proposalNoteText } from '../../../shared/text/proposalNoteText.ts';
import { importText } from '../../../shared/text/importText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { takes, type Decision } from '../../flows/importSheet.ts';
import type { Column } from '../../ui/tableColumns.ts';
import { useText } from '../../ui/useText.ts';

const signs: Readonly<Partial<Record<ProposalOutcome, string>>> = {
  check: '?',
  removed: '−',
  conflict: '!',
  rejected: '×',
};

const longText = 24;

/** Long texts are read from the left, numbers and words stand at the right. */
function valueClass({ before, after }: Proposal): string {
  const isLong = [before, after].some((value) => typeof value === 'string' && value.length > longText);
  return isLong ? 'long import-text' : 'long';
}

/** The columns of a list of proposals, with the box by which each is accepted. */
export function useProposalColumns(
  decision: Decision,
  toggle: (proposal: Proposal) => void,
): readonly Column<Proposal>[] {
  const { language } = useText();
  return useMemo(() => {
    const t = proposalText[language];
    const told = ({ notes }: Proposal): string =>
      notes.map((note) => proposalNoteText(note, language)).join(' ');
    const thing = (row: Proposal): string => proposedThing(row, language);
    return [
      {
        id: 'outcome',
        head: importText[language].result,
        unit: t.accept,
        sortBy: (row) => proposalOutcomes.indexOf(row.outcome),
        exported: { unit: '', of: (row) => proposalWords[language][row.outcome] },
        cell: (row) => (
          <span className="import-outcome">
            <input
              type="checkbox"
              aria-label={fill(t.acceptOne, { what: `${thing(row)}, ${row.record}` })}
              disabled={row.outcome === 'rejected'}
              checked={takes(decision, row)}
              onChange={() => toggle(row)}
            />
            <span className={`import-mark ${row.outcome}`}>
              {signs[row.outcome] === undefined ? null : <i aria-hidden="true">{signs[row.outcome]}</i>}
              {proposalWords[language][row.outcome]}
            </span>
          </span>
        ),
      },
      {
        id: 'record',
        head: t.record,
        sortBy: (row) => row.record,
        cell: (row) => <span className="long">{row.record}</span>,
      },
      { id: 'what', head: t.what, sortBy: thing, cell: (row) => <span className="long">{thing(row)}</span> },
      {
        id: 'before',
        head: t.before,
        numeric: true,
        cell: (row) => (
          <span className={valueClass(row)}>{proposedValue(row, row.before, language, 'before')}</span>
        ),
        exported: { unit: '', of: (row) => row.before },
      },
      {
        id: 'after',
        head: t.after,
        numeric: true,
        cell: (row) => <b className={valueClass(row)}>{proposedValue(row, row.after, language, 'after')}</b>,
        exported: { unit: '', of: (row) => row.after },
      },
      { id: 'unit', head: t.unit, cell: (row) => proposedUnit(row, language) },
      {
        id: 'row',
        head: t.row,
        numeric: true,
        optional: true,
        sortBy: (row) => row.row,
        cell: (row) => row.row,
      },
      {
        id: 'effect',
        head: t.effect,
        cell: (row) => <span className="import-effect">{told(row)}</span>,
        exported: { unit: '', of: told },
      },
    ];
  }, [language, decision, toggle]);
}
