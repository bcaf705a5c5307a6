import { useEffect, useMemo, useState, type ReactElement } from 'react';
import type { HistoryStep } from '../../../shared/domain/portfolio.ts';
import {
  proposalOutcomes,
  type Proposal,
  type ProposalOutcome,
  type ProposedSheet,
} from '../../../shared/domain/sheetProposals.ts';
import { formatNumber } from '../../../shared/format/number.ts';
import { importText } from '../../../shared/text/importText.ts';
import { proposalNoteText } from '../../../shared/text/proposalNoteText.ts';
import {
  countedProposals,
  proposalText,
  proposalWords,
  proposedThing,
} from '../../../shared/text/proposalText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import {
  acceptedCount,
  acceptProposals,
  decidedOtherwise,
  listProposals,
  type Decision,
} from '../../flows/importSheet.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { useText } from '../../ui/useText.ts';
import { useProposalColumns } from './proposalColumns.tsx';

interface Props {
  readonly sheet: ProposedSheet;
  readonly onSheet: (sheet: ProposedSheet) => void;
  readonly onBack: () => void;
  readonly onDone: (step: HistoryStep) => void;
}

/** Proposals of one outcome, or all; asked again when the portfolio has changed. */
function useProposals(
  { state }: ProposedSheet,
  only: ProposalOutcome | null,
  onSheet: Props['onSheet'],
): readonly Proposal[] | undefined {
  const [proposals, setProposals] = useState<readonly Proposal[]>();
  useEffect(() => {
    let isCurrent = true;
    void listProposals(only).then((found) => {
      if (!isCurrent || !found) return;
      setProposals(found.proposals);
      if (found.sheet.state !== state) onSheet(found.sheet);
    });
    return () => {
      isCurrent = false;
    };
    // A new state is a new list; who is told of it is not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [only, state]);
  return proposals;
}

function OutcomeChips({
  sheet,
  only,
  onChoose,
}: {
  readonly sheet: ProposedSheet;
  readonly only: ProposalOutcome | null;
  readonly onChoose: (only: ProposalOutcome | null) => void;
}): ReactElement {
  const { language } = useText();
  const all = proposalOutcomes.reduce((sum, outcome) => sum + (sheet.counts[outcome] ?? 0), 0);
  return (
    <div className="filter" role="group" aria-label={importText[language].result}>
      {([null, ...proposalOutcomes] as const).map((outcome) => {
        const count = outcome === null ? all : (sheet.counts[outcome] ?? 0);
        return outcome !== null && count === 0 ? null : (
          <button
            key={outcome ?? 'all'}
            type="button"
            className={only === outcome ? 'chip on' : 'chip'}
            aria-pressed={only === outcome}
            onClick={() => onChoose(outcome)}
          >
            <b>{formatNumber(count, language)}</b>{' '}
            {outcome === null ? proposalText[language].all : proposalWords[language][outcome]}
          </button>
        );
      })}
    </div>
  );
}

function LeftAside({ sheet }: { readonly sheet: ProposedSheet }): ReactElement | null {
  const { language } = useText();
  if (sheet.notes.length === 0) return null;
  return (
    <details className="import-aside">
      <summary>
        {proposalText[language].leftAside} ({sheet.notes.length})
      </summary>
      <ul>
        {sheet.notes.map((note) => (
          <li key={JSON.stringify(note)}>{proposalNoteText(note, language)}</li>
        ))}
      </ul>
    </details>
  );
}

/** Every proposal of an edited export, accepted or refused singly or all; what is accepted is one step. */
export function ProposalsStep({ sheet, onSheet, onBack, onDone }: Props): ReactElement {
  const { language } = useText();
  const t = proposalText[language];
  const [only, setOnly] = useState<ProposalOutcome | null>(null);
  const proposals = useProposals(sheet, only, onSheet);
  const [decision, setDecision] = useState<Decision>({ start: 'safe', except: new Map() });
  const [current, setCurrent] = useState<Proposal>();
  const [isWriting, setWriting] = useState(false);
  const toggle = useMemo(
    () => (proposal: Proposal) => setDecision((old) => decidedOtherwise(old, proposal)),
    [],
  );
  const columns = useProposalColumns(decision, toggle);
  const accepted = acceptedCount(sheet, decision);
  const listed = proposalOutcomes.reduce(
    (sum, outcome) => sum + (only === null || only === outcome ? (sheet.counts[outcome] ?? 0) : 0),
    0,
  );
  const write = async (): Promise<void> => {
    setWriting(true);
    const step = await acceptProposals(sheet, decision);
    setWriting(false);
    if (step) onDone(step);
    // Refused because the portfolio changed: the list is made anew.
    else void listProposals(only).then((found) => (found ? onSheet(found.sheet) : undefined));
  };
  const choose = (start: Decision['start']) => () => setDecision({ start, except: new Map() });
  return (
    <>
      <OutcomeChips sheet={sheet} only={only} onChoose={setOnly} />
      <LeftAside sheet={sheet} />
      {proposals?.length === 0 && only === null ? (
        <p className="pad grow" role="status">
          {t.nothing}
        </p>
      ) : (
        <DataTable
          label={t.list}
          columns={columns}
          rows={proposals ?? []}
          rowKey={(row) => row.id}
          onPreview={toggle}
          onCurrent={setCurrent}
        />
      )}
      {current ? (
        <p className="import-current" role="status">
          <b>
            {proposedThing(current, language)}, {current.record}
          </b>{' '}
          {current.notes.map((note) => proposalNoteText(note, language)).join(' ')}
        </p>
      ) : null}
      <div className="import-foot">
        <span className="sub" role="status">
          {listed > (proposals?.length ?? listed)
            ? fill(t.showing, {
                count: formatNumber(proposals?.length ?? 0, language),
                all: formatNumber(listed, language),
              })
            : t.safeMeans}
        </span>
        <button type="button" className="btn quiet" onClick={onBack}>
          {importText[language].back}
        </button>
        <button type="button" className="btn" onClick={choose('none')}>
          {t.refuseAll}
        </button>
        <button type="button" className="btn" onClick={choose('safe')}>
          {t.acceptSafe}
        </button>
        <button type="button" className="btn" onClick={choose('all')}>
          {t.acceptAll}
        </button>
        <span className="import-go">
          <button
            type="button"
            className="btn primary"
            disabled={accepted === 0 || isWriting}
            onClick={() => void write()}
          >
            {countedProposals('write', accepted, language)}
          </button>
          <small>{importText[language].undoNote}</small>
        </span>
      </div>
    </>
  );
}
