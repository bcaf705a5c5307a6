import { useState, type ReactElement } from 'react';
import type { ResolvedInput, SiteFigures } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { formatDate, type Language } from '../../../shared/format/number.ts';
import type { ExportTable } from '../../../shared/exchange/exportTable.ts';
import { exportText } from '../../../shared/text/exportText.ts';
import { dataWord } from '../../../shared/text/fieldLabels.ts';
import { sourceText } from '../../../shared/text/sourceText.ts';
import { scenarioOrigin } from '../../../shared/text/scenario/changedInputText.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { marketText } from '../../../shared/text/marketText.ts';
import { useApp } from '../../store/appStore.ts';
import { InputButton } from '../../ui/InputButton.tsx';
import { TableMenu } from '../../ui/TableMenu.tsx';
import { useText } from '../../ui/useText.ts';
import { DifficultyRow } from './DifficultyRow.tsx';
import { GpuHour } from './GpuHour.tsx';
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

/** No input by its key: the choice that stands among them. */
const ruleKey = 'difficultyRule';

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

function originWord(
  origin: ResolvedInput['origin'],
  { text, language }: Pick<ReturnType<typeof useText>, 'text' | 'language'>,
): string {
  const { own, fact, derived, preset, missing } = text;
  return { own, fact, derived, preset, missing, scenario: scenarioOrigin[language] }[origin];
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
        <td>{originWord(input.origin, { text, language })}</td>
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

/** The difficulty rule as a row of the table that leaves the page. */
function ruleRow(market: SiteFigures['market'], language: Language): ExportTable['rows'][number] {
  const t = marketText[language];
  const origin = market.rule === 'responsive' ? t.base : t.chosen;
  const enteredOn = market.enteredAt?.slice(0, 'YYYY-MM-DD'.length) ?? null;
  return [t.difficultyRule, t[market.rule], '', origin, enteredOn, null, market.enteredBy];
}

/** Every input with its origin; each can be replaced by the analyst's own value and set back. */
export function InputsPanel({
  siteId,
  analysis,
}: {
  readonly siteId: string;
  readonly analysis: SiteFigures;
}): ReactElement {
  const { language, text } = useText();
  const names = useGroupNames();
  const sought = useApp((state) => state.soughtInput);
  const [open, setOpen] = useState(sought);
  const table = (): ExportTable => ({
    columns: [text.inputs, text.value, text.unit, text.kind, text.asOf, text.confidence, text.source].map(
      (head, index) => ({ head, unit: index === 1 ? exportText[language].unitOfRow : '' }),
    ),
    rows: [
      ...analysis.inputs.map((input) => [
        inputLabel(input.key, language),
        input.value,
        input.unit,
        originWord(input.origin, { text, language }),
        input.asOf,
        dataWord(input.confidence, language),
        sourceText(input, language),
      ]),
      ruleRow(analysis.market, language),
    ],
  });
  return (
    <div className="table-scroll" role="region" aria-label={text.inputs} tabIndex={0}>
      <GpuHour />
      <table aria-label={text.inputs}>
        <thead>
          <tr>
            <th scope="col">
              {text.inputs}
              <TableMenu name={text.inputs} table={table} />
            </th>
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
            {group === 'market' ? (
              <DifficultyRow
                siteId={siteId}
                analysis={analysis}
                isOpen={open === ruleKey}
                onOpen={() => setOpen(ruleKey)}
                onClose={() => setOpen(null)}
              />
            ) : null}
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
