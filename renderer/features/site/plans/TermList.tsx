import { useState, type ReactElement } from 'react';
import type { OwnPlanBody } from '../../../../shared/domain/ownPlan.ts';
import { withoutTerm, withTerm } from '../../../../shared/domain/planEdits.ts';
import type { InputKey } from '../../../../shared/engine/analysis/inputTable.ts';
import type { ResolvedInput, SiteFigures } from '../../../../shared/engine/analysis/siteAnalysis.ts';
import { inputLabel } from '../../../../shared/text/inputLabels.ts';
import { inputText } from '../../../../shared/text/inputText.ts';
import { planText } from '../../../../shared/text/planText.ts';
import { ChoiceWithButton } from '../../../ui/ChoiceWithButton.tsx';
import { OriginSign } from '../../../ui/FigureButton.tsx';
import { InputButton } from '../../../ui/InputButton.tsx';
import { QuantityForm } from '../../../ui/QuantityForm.tsx';
import { useText } from '../../../ui/useText.ts';

type Terms = OwnPlanBody['terms'];

function Term({
  input,
  value,
  onEdit,
  onBack,
}: {
  readonly input: ResolvedInput;
  readonly value: number;
  readonly onEdit: () => void;
  readonly onBack: () => void;
}): ReactElement {
  const { language, text } = useText();
  const t = planText[language];
  const label = inputLabel(input.key, language);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <button
          type="button"
          className="figure-button"
          aria-label={`${text.edit}: ${label}`}
          onClick={onEdit}
        >
          {inputText(input.key, value, input.unit, language)}
        </button>
        <span className="sm">
          <OriginSign origin="own" />
        </span>
        <span className="u">
          {t.siteValue} <InputButton input={input} />
        </span>
        <button type="button" className="link" aria-label={`${t.backToSite}: ${label}`} onClick={onBack}>
          {t.backToSite}
        </button>
      </dd>
    </div>
  );
}

/** The inputs that a block, a loan or the plan replaces; all others are the site's. */
export function TermList({
  id,
  keys,
  terms,
  analysis,
  onChange,
}: {
  readonly id: string;
  readonly keys: readonly InputKey[];
  readonly terms: Terms;
  readonly analysis: SiteFigures;
  readonly onChange: (terms: Terms) => void;
}): ReactElement {
  const { language } = useText();
  const t = planText[language];
  const [open, setOpen] = useState<string | null>(null);
  const inputs = keys.flatMap((key) => analysis.inputs.find((input) => input.key === key) ?? []);
  const edited = inputs.find(({ key }) => key === open);
  const byLabel = inputs.toSorted((a, b) =>
    inputLabel(a.key, language).localeCompare(inputLabel(b.key, language), language),
  );
  return (
    <>
      <dl className="rows">
        {inputs.map((input) => {
          const term = terms.find(({ key }) => key === input.key);
          return term ? (
            <Term
              key={input.key}
              input={input}
              value={term.value}
              onEdit={() => setOpen(input.key)}
              onBack={() => onChange(withoutTerm(terms, input.key))}
            />
          ) : null;
        })}
      </dl>
      {edited ? (
        <QuantityForm
          key={edited.key}
          id={`${id}-${edited.key}`}
          label={inputLabel(edited.key, language)}
          bounds={edited}
          onStore={(value) => {
            onChange(withTerm(terms, edited.key, value));
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      ) : (
        <ChoiceWithButton
          label={t.addTerm}
          act="replace"
          options={byLabel.map(({ key, value, unit }) => ({
            value: key,
            label:
              value === null
                ? inputLabel(key, language)
                : `${inputLabel(key, language)} (${inputText(key, value, unit, language)})`,
          }))}
          onAct={setOpen}
        />
      )}
    </>
  );
}
