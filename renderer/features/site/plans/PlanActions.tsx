import { useState, type ReactElement } from 'react';
import type { OwnPlanBody } from '../../../../shared/domain/ownPlan.ts';
import type { OwnPlan } from '../../../../shared/engine/analysis/ownPlans/ownPlan.ts';
import { planText } from '../../../../shared/text/planText.ts';
import { copyPlan, createPlan, removePlan } from '../../../flows/editPlan.ts';
import { useApp } from '../../../store/appStore.ts';
import { ChoiceWithButton } from '../../../ui/ChoiceWithButton.tsx';
import { useText } from '../../../ui/useText.ts';

interface Props {
  readonly plan: OwnPlan;
  readonly body: OwnPlanBody;
  readonly siteId: string;
  readonly onSelect: (id: string | null) => void;
  readonly onOpen: () => void;
  readonly onCompare: () => void;
  readonly onSave: (plan: OwnPlanBody) => void;
}

function PlanName({ body, onSave }: Pick<Props, 'body' | 'onSave'>): ReactElement {
  const { language, text } = useText();
  const t = planText[language];
  const [name, setName] = useState<string | null>(null);
  if (name === null)
    return (
      <button type="button" className="btn" onClick={() => setName(body.name)}>
        {t.rename}
      </button>
    );
  const isEmpty = name.trim() === '';
  return (
    <form
      className="inline"
      onSubmit={(event) => {
        event.preventDefault();
        if (isEmpty) return;
        if (name !== body.name) onSave({ ...body, name });
        setName(null);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setName(null);
      }}
    >
      <label>
        {t.planName}{' '}
        <input
          // The field opens because the analyst asked for it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={name}
          maxLength={80}
          aria-invalid={isEmpty}
          onChange={(event) => setName(event.target.value)}
        />
      </label>{' '}
      <button type="submit" className="btn primary" disabled={isEmpty}>
        {text.store}
      </button>{' '}
      <button type="button" className="btn" onClick={() => setName(null)}>
        {text.cancel}
      </button>
    </form>
  );
}

/** What is done with a plan as a whole. Deleting does not ask: it can be undone. */
export function PlanActions({
  plan,
  body,
  siteId,
  onSelect,
  onOpen,
  onCompare,
  onSave,
}: Props): ReactElement {
  const { language, text } = useText();
  const t = planText[language];
  const sites = useApp((state) => state.sites).filter(({ id }) => id !== siteId);
  const duplicate = async () => {
    const id = await createPlan(siteId, { ...body, name: `${body.name} (2)`.slice(0, 80) });
    if (id !== undefined) onSelect(id);
  };
  return (
    <div className="strip plan-actions">
      <h2>{body.name}</h2>
      <PlanName body={body} onSave={onSave} />
      <span className="grow" />
      <button type="button" className="btn" onClick={onOpen}>
        {text.cashFlow}
      </button>
      <button type="button" className="btn" onClick={onCompare}>
        {t.compare}
      </button>
      <button type="button" className="btn" onClick={() => void duplicate()}>
        {t.duplicate}
      </button>
      <ChoiceWithButton
        label={t.copyTo}
        act="copy"
        selectClass="site-choice"
        options={sites.map(({ id, name, companyName }) => ({ value: id, label: `${name} (${companyName})` }))}
        onAct={(toSiteId) => void copyPlan(siteId, plan.id, toSiteId)}
      />
      <button type="button" className="btn" onClick={() => void removePlan(siteId, plan.id)}>
        {t.remove}
      </button>
    </div>
  );
}
