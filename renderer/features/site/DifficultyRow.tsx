import { useState, type ReactElement } from 'react';
import { difficultyRules, type DifficultyRule } from '../../../shared/engine/analysis/difficultyChoice.ts';
import type { SiteFigures } from '../../../shared/engine/analysis/siteAnalysis.ts';
import {
  readDifficultyTable,
  type DifficultyTableReading,
} from '../../../shared/exchange/readDifficultyTable.ts';
import type { Language } from '../../../shared/format/number.ts';
import { difficultyWarning, enteredOn, marketText, pointsText } from '../../../shared/text/marketText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { setDifficulty } from '../../flows/editInput.ts';
import { useText } from '../../ui/useText.ts';

type Refusal = Exclude<DifficultyTableReading, { kind: 'read' }>;

function refusalText(refusal: Refusal, language: Language): string {
  const t = marketText[language];
  if (refusal.kind === 'wrongRow') return fill(t.wrongRow, { row: refusal.row, text: refusal.text });
  return refusal.kind === 'twice' ? fill(t.twice, { month: refusal.month }) : t.noRow;
}

interface Props {
  readonly siteId: string;
  readonly market: SiteFigures['market'];
  readonly onClose: () => void;
}

/** The analyst's own path; what cannot be read stays in the field and is explained. */
function TableForm({ siteId, market, onClose }: Props): ReactElement {
  const { language, text } = useText();
  const t = marketText[language];
  const [typed, setTyped] = useState(pointsText(market.points, language));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = () => {
    const reading = readDifficultyTable(typed, language);
    if (reading.kind !== 'read') setRefusal(reading);
    else void setDifficulty(siteId, { rule: 'table', points: [...reading.points] }).then(onClose);
  };
  return (
    <form
      className="difficulty-table"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor="difficulty-points">{t.tableLabel}</label>
      <textarea
        id="difficulty-points"
        rows={5}
        value={typed}
        aria-invalid={refusal !== null}
        aria-describedby="difficulty-hint"
        onChange={(event) => {
          setTyped(event.target.value);
          setRefusal(null);
        }}
      />
      <p id="difficulty-hint" className={refusal ? 'neg' : 'note'} role="status">
        {refusal ? refusalText(refusal, language) : t.tableHint}
      </p>
      <button type="submit" className="btn primary">
        {text.store}
      </button>
    </form>
  );
}

function Editor({ siteId, market, onClose }: Props): ReactElement {
  const { language, text } = useText();
  const t = marketText[language];
  const [rule, setRule] = useState<DifficultyRule>(market.rule);
  const choose = (next: DifficultyRule) => {
    setRule(next);
    if (next === 'responsive') void setDifficulty(siteId, null);
    if (next === 'constant') void setDifficulty(siteId, { rule: 'constant' });
  };
  return (
    <div className="difficulty">
      <div className="seg" role="group" aria-label={t.difficultyRule}>
        {difficultyRules.map((name) => (
          <button key={name} type="button" aria-pressed={rule === name} onClick={() => choose(name)}>
            {t[name]}
          </button>
        ))}
      </div>
      <button type="button" className="btn" onClick={onClose}>
        {text.cancel}
      </button>
      {market.rule === 'constant' ? null : <p className="note">{t.warning}</p>}
      {rule === 'table' ? <TableForm siteId={siteId} market={market} onClose={onClose} /> : null}
    </div>
  );
}

/** R2.5a The difficulty rule among the inputs: chosen, stored and undone as they are. */
export function DifficultyRow({
  siteId,
  analysis,
  isOpen,
  onOpen,
  onClose,
}: {
  readonly siteId: string;
  readonly analysis: SiteFigures;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { language, text } = useText();
  const t = marketText[language];
  const { market } = analysis;
  const warning = difficultyWarning(market, language);
  return (
    <>
      <tr>
        <th scope="row">
          {t.difficultyRule}
          {warning === null ? null : <span className="t difficulty-warning">{warning}</span>}
        </th>
        <td className="n">{t[market.rule]}</td>
        <td>{market.rule === 'responsive' ? t.base : t.chosen}</td>
        <td>{enteredOn(market, language)}</td>
        <td className="optional" />
        <td className="optional">{market.enteredBy ?? ''}</td>
        <td>
          <button
            type="button"
            className="btn"
            aria-expanded={isOpen}
            aria-label={`${text.edit}: ${t.difficultyRule}`}
            onClick={isOpen ? onClose : onOpen}
          >
            {text.edit}
          </button>
        </td>
      </tr>
      {isOpen ? (
        <tr className="editor-row">
          <td colSpan={7}>
            <Editor
              key={`${market.rule}${market.enteredAt ?? ''}`}
              siteId={siteId}
              market={market}
              onClose={onClose}
            />
          </td>
        </tr>
      ) : null}
    </>
  );
}
