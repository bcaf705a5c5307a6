import type { ReactElement } from 'react';
import type { ImportPlan, PreviewRow } from '../../../shared/domain/tableImport.ts';
import { profileOf, targetOf } from '../../../shared/exchange/import/profiles.ts';
import { storedText } from '../../../shared/exchange/import/resolveColumns.ts';
import type { Language } from '../../../shared/format/number.ts';
import { importNoteText } from '../../../shared/text/importNoteText.ts';
import { importText, targetLabel, unitWord } from '../../../shared/text/importText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { useText } from '../../ui/useText.ts';

type Proposal = PreviewRow['proposals'][number];

/** The plan with one cell read in the unit that was proposed for it. */
export function withCell(plan: ImportPlan, row: number, { column, unit }: Proposal): ImportPlan {
  const others = (plan.cells ?? []).filter((cell) => cell.row !== row || cell.column !== column);
  return { ...plan, cells: [...others, { row, column, unit }] };
}

function withColumn(plan: ImportPlan, { column, unit }: Proposal): ImportPlan {
  const columns = plan.columns.map((one, index) => (index === column ? { ...one, unit } : one));
  return { ...plan, columns };
}

function words(plan: ImportPlan, { key, unit, value }: Proposal, language: Language): Record<string, string> {
  const target = targetOf(profileOf(plan.profile), key);
  return {
    key: targetLabel(key, language),
    unit: unitWord(unit, language),
    value: target ? storedText(target, value, language) : String(value),
  };
}

/** What is said of the row that is looked at, and what can be taken instead. */
export function CurrentRow({
  row,
  plan,
  onPlan,
}: {
  readonly row: PreviewRow;
  readonly plan: ImportPlan;
  readonly onPlan: (plan: ImportPlan) => void;
}): ReactElement {
  const { language } = useText();
  const t = importText[language];
  return (
    <div className="import-current">
      <span role="status">
        <b>
          {t.row} {row.row}
        </b>{' '}
        {row.notes.map((note) => importNoteText(note, language)).join(' ')}
      </span>
      {row.proposals.map((proposal) => (
        <span key={`${proposal.column} ${proposal.unit}`} className="import-meant">
          <button type="button" className="btn" onClick={() => onPlan(withCell(plan, row.row, proposal))}>
            {fill(t.takeMeant, words(plan, proposal, language))}
          </button>
          <button type="button" className="btn quiet" onClick={() => onPlan(withColumn(plan, proposal))}>
            {fill(t.takeMeantColumn, words(plan, proposal, language))}
          </button>
        </span>
      ))}
    </div>
  );
}
