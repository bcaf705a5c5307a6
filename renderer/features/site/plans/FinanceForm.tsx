import type { ReactElement } from 'react';
import type { OwnPlanBody } from '../../../../shared/domain/ownPlan.ts';
import { withLoan, withNewLoan } from '../../../../shared/domain/planEdits.ts';
import { isAiUse } from '../../../../shared/engine/analysis/ownPlans/ownPlan.ts';
import { loanTermKeys, planTermKeys } from '../../../../shared/engine/analysis/ownPlans/termKeys.ts';
import type { SiteFigures } from '../../../../shared/engine/analysis/siteAnalysis.ts';
import { planText, blockUseNames } from '../../../../shared/text/planText.ts';
import { ChoiceWithButton } from '../../../ui/ChoiceWithButton.tsx';
import { useText } from '../../../ui/useText.ts';
import { TermList } from './TermList.tsx';

interface Props {
  readonly plan: OwnPlanBody;
  readonly analysis: SiteFigures;
  readonly onSave: (plan: OwnPlanBody) => void;
}

function LoanForm({
  loan,
  plan,
  analysis,
  onSave,
}: Props & { readonly loan: OwnPlanBody['loans'][number] }): ReactElement {
  const { language } = useText();
  const t = planText[language];
  const block = plan.blocks.find(({ id }) => id === loan.blockId);
  const name = `${t.loan} ${t.onBlock} ${block ? blockUseNames[language][block.use] : loan.blockId}`;
  return (
    <section className="plan-loan" aria-label={name}>
      <h4>{name}</h4>
      <label className="field-row">
        <span>{t.repayment}</span>
        <select
          value={loan.repayment}
          onChange={({ target }) =>
            onSave(
              withLoan(plan, loan.id, {
                repayment: target.value === 'sculpted' ? 'sculpted' : 'annuity',
              }),
            )
          }
        >
          <option value="annuity">{t.annuity}</option>
          <option value="sculpted">{t.sculpted}</option>
        </select>
      </label>
      <TermList
        id={`loan-${loan.id}`}
        keys={loanTermKeys}
        terms={loan.terms}
        analysis={analysis}
        onChange={(terms) => onSave(withLoan(plan, loan.id, { terms }))}
      />
      <button
        type="button"
        className="btn"
        onClick={() => onSave({ ...plan, loans: plan.loans.filter(({ id }) => id !== loan.id) })}
      >
        {t.removeLoan}
      </button>
    </section>
  );
}

/** Loans on the halls of a plan, and its tax. */
export function FinanceForm({ plan, analysis, onSave }: Props): ReactElement {
  const { language } = useText();
  const t = planText[language];
  const halls = plan.blocks.filter(({ use }) => isAiUse(use));
  return (
    <section className="plan-finance" aria-label={`${t.loans}, ${t.tax}`}>
      <h3>{t.loans}</h3>
      {plan.loans.map((loan) => (
        <LoanForm key={loan.id} loan={loan} plan={plan} analysis={analysis} onSave={onSave} />
      ))}
      <ChoiceWithButton
        label={t.addLoan}
        act="add"
        options={halls.map(({ id, use }) => ({
          value: id,
          label: `${t.onBlock} ${blockUseNames[language][use]}`,
        }))}
        onAct={(id) => onSave(withNewLoan(plan, id))}
      />
      <h3>{t.tax}</h3>
      <div className="seg" role="group" aria-label={t.tax}>
        <button
          type="button"
          aria-pressed={!plan.isTaxed}
          onClick={() => onSave({ ...plan, isTaxed: false })}
        >
          {t.taxOff}
        </button>
        <button type="button" aria-pressed={plan.isTaxed} onClick={() => onSave({ ...plan, isTaxed: true })}>
          {t.taxOn}
        </button>
      </div>
      {plan.isTaxed ? <p className="note">{t.taxHint}</p> : null}
      {plan.isTaxed || plan.loans.length > 0 ? (
        <TermList
          id="plan"
          keys={planTermKeys}
          terms={plan.terms}
          analysis={analysis}
          onChange={(terms) => onSave({ ...plan, terms })}
        />
      ) : null}
    </section>
  );
}
