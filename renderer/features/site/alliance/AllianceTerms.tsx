import { useState, type ReactElement } from 'react';
import {
  inputKeys,
  inputTable,
  type InputKey,
  type InputRow,
} from '../../../../shared/engine/analysis/inputTable.ts';
import type { ResolvedInput, SiteFigures } from '../../../../shared/engine/analysis/siteAnalysis.ts';
import { allianceText } from '../../../../shared/text/allianceText.ts';
import { inputLabel } from '../../../../shared/text/inputLabels.ts';
import { fill } from '../../../../shared/text/screenText.ts';
import { clearInput, setInput } from '../../../flows/editInput.ts';
import { InputButton } from '../../../ui/InputButton.tsx';
import { QuantityForm } from '../../../ui/QuantityForm.tsx';
import { useText } from '../../../ui/useText.ts';
import { InputEditor } from '../InputEditor.tsx';

/** Always terms of an alliance, switched on or not. */
const always: readonly InputKey[] = [
  'siteSaleUsdPerMw',
  'allianceMinerFundingShare',
  'alliancePartnerFirstShare',
  'alliancePreferredReturnPerYear',
  'allianceMinerResidualShare',
];

const switches = ['allianceBackstopShare', 'alliancePartnerDefaultMonth', 'allianceWarrants'] as const;
type Switch = (typeof switches)[number];

function switchedBy(leading: Switch): InputKey[] {
  return inputKeys.filter((key) => (inputTable[key] as InputRow).switchedBy === leading);
}

function useSwitchNames(): Readonly<Record<Switch, string>> {
  const { language } = useText();
  const t = allianceText[language];
  return {
    allianceBackstopShare: t.backstopSwitch,
    alliancePartnerDefaultMonth: t.defaultSwitch,
    allianceWarrants: t.warrantsSwitch,
  };
}

interface Opening {
  readonly siteId: string;
  readonly open: string | null;
  readonly setOpen: (key: string | null) => void;
}

function Term({ input, siteId, open, setOpen }: Opening & { readonly input: ResolvedInput }): ReactElement {
  const { language, text } = useText();
  const { key } = input;
  const label = inputLabel(key, language);
  const isOpen = open === key;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <InputButton input={input} />
        <button
          type="button"
          className="link"
          aria-expanded={isOpen}
          aria-label={`${text.edit}: ${label}`}
          onClick={() => setOpen(isOpen ? null : key)}
        >
          {text.edit}
        </button>
      </dd>
      {isOpen ? (
        <InputEditor
          key={`${key}${input.value}`}
          input={input}
          siteId={siteId}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}

/** Entering the leading input switches the others on; clearing it switches them off. */
function SwitchButton({
  leading,
  isOn,
  siteId,
  open,
  setOpen,
}: Opening & { readonly leading: Switch; readonly isOn: boolean }): ReactElement {
  const { language } = useText();
  const t = allianceText[language];
  const name = useSwitchNames()[leading];
  if (isOn)
    return (
      <button type="button" className="btn" onClick={() => void clearInput(siteId, leading)}>
        {fill(t.offSwitch, { name })}
      </button>
    );
  const { unit, min, max }: InputRow = inputTable[leading];
  const isOpen = open === leading;
  return (
    <>
      <button
        type="button"
        className="btn"
        aria-expanded={isOpen}
        onClick={() => setOpen(isOpen ? null : leading)}
      >
        {fill(t.onSwitch, { name })}
      </button>
      {isOpen ? (
        <QuantityForm
          id={`switch-${leading}`}
          label={inputLabel(leading, language)}
          bounds={{ key: leading, unit, min, max, low: null, high: null }}
          onStore={(value) => void setInput(siteId, leading, value).then(() => setOpen(null))}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}

/** The terms of the alliance: inputs of the site, some of them used only when switched on. */
export function AllianceTerms({
  siteId,
  analysis,
}: {
  readonly siteId: string;
  readonly analysis: SiteFigures;
}): ReactElement {
  const { language } = useText();
  const t = allianceText[language];
  const [open, setOpen] = useState<string | null>(null);
  const opening = { siteId, open, setOpen };
  const inputsOf = (keys: readonly InputKey[]) =>
    keys.flatMap((key) => analysis.inputs.find((input) => input.key === key) ?? []);
  const terms = (keys: readonly InputKey[]) => (
    <dl className="rows">
      {inputsOf(keys).map((input) => (
        <Term key={input.key} input={input} {...opening} />
      ))}
    </dl>
  );
  return (
    <section className="alliance-terms" aria-label={t.terms}>
      <h2>{t.terms}</h2>
      <p className="note">{t.termsHint}</p>
      <div className="alliance-columns">
        <div>{terms(always)}</div>
        {switches.map((leading) => {
          const keys = switchedBy(leading);
          const isOn = inputsOf(keys).length > 0;
          return (
            <div key={leading}>
              {isOn ? terms(keys) : null}
              <SwitchButton leading={leading} isOn={isOn} {...opening} />
            </div>
          );
        })}
      </div>
    </section>
  );
}
