import { useState, type ReactElement } from 'react';
import type { ResolvedInput, SiteFigures } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { formatDate } from '../../../shared/format/number.ts';
import { dataWord } from '../../../shared/text/fieldLabels.ts';
import { sourceText } from '../../../shared/text/sourceText.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { InputButton } from '../../ui/InputButton.tsx';
import { useText } from '../../ui/useText.ts';
import { InputEditor } from './InputEditor.tsx';

const groups = [
  'site',
  'market',
  'power',
  'mining',
  'build',
  'colocation',
  'gpuCloud',
  'otherPlans',
  'valuation',
] as const;

function useGroupNames(): Readonly<Record<(typeof groups)[number], string>> {
  const { text } = useText();
  return {
    site: text.groupSite,
    market: text.groupMarket,
    power: text.groupPower,
    mining: text.groupMining,
    build: text.groupBuild,
    colocation: text.groupColocation,
    gpuCloud: text.groupGpuCloud,
    otherPlans: text.groupOtherPlans,
    valuation: text.groupValuation,
  };
}

function InputRow({
  input,
  siteId,
  isOpen,
  onOpen,
  onClose,
}: {
  readonly input: ResolvedInput;
  readonly siteId: string;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { language, text } = useText();
  const label = inputLabel(input.key, language);
  return (
    <>
      <tr>
        <th scope="row">{label}</th>
        <td className="n">
          <InputButton input={input} />
        </td>
        <td>
          {input.origin === 'missing'
            ? text.missing
            : { own: text.own, fact: text.fact, derived: text.derived, preset: text.preset }[input.origin]}
        </td>
        <td>{input.asOf === null ? '' : formatDate(input.asOf, language)}</td>
        <td className="optional">{dataWord(input.confidence, language)}</td>
        <td className="optional">
          <span className="long">{sourceText(input, language)}</span>
        </td>
        <td>
          <button
            type="button"
            className="btn"
            aria-expanded={isOpen}
            aria-label={`${text.edit}: ${label}`}
            onClick={isOpen ? onClose : onOpen}
          >
            {text.edit}
          </button>
        </td>
      </tr>
      {isOpen ? (
        <tr className="editor-row">
          <td colSpan={7}>
            <InputEditor key={`${input.key}${input.value}`} input={input} siteId={siteId} onClose={onClose} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** Every input with its origin; each can be replaced by the analyst's own value and set back. */
export function InputsPanel({
  siteId,
  analysis,
}: {
  readonly siteId: string;
  readonly analysis: SiteFigures;
}): ReactElement {
  const { text } = useText();
  const names = useGroupNames();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <div className="table-scroll" role="region" aria-label={text.inputs} tabIndex={0}>
      <table aria-label={text.inputs}>
        <thead>
          <tr>
            <th scope="col">{text.inputs}</th>
            <th scope="col" className="n">
              {text.value}
            </th>
            <th scope="col">{text.kind}</th>
            <th scope="col">{text.asOf}</th>
            <th scope="col" className="optional">
              {text.confidence}
            </th>
            <th scope="col" className="optional">
              {text.source}
            </th>
            <th scope="col">{text.edit}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group}>
            <tr className="group">
              <th scope="rowgroup" colSpan={7}>
                {names[group]}
              </th>
            </tr>
            {analysis.inputs
              .filter((input) => input.group === group)
              .map((input) => (
                <InputRow
                  key={input.key}
                  input={input}
                  siteId={siteId}
                  isOpen={open === input.key}
                  onOpen={() => setOpen(input.key)}
                  onClose={() => setOpen(null)}
                />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
