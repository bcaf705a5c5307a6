import { useState, type ReactElement } from 'react';
import type { OwnPlanBody } from '../../../../shared/domain/ownPlan.ts';
import { withNewBlock } from '../../../../shared/domain/planEdits.ts';
import { blockUses, type OwnPlan } from '../../../../shared/engine/analysis/ownPlans/ownPlan.ts';
import { valuesOf } from '../../../../shared/engine/analysis/resolveInputs.ts';
import type { SiteFigures } from '../../../../shared/engine/analysis/siteAnalysis.ts';
import { planText, blockUseNames } from '../../../../shared/text/planText.ts';
import { bodyOf, savePlan } from '../../../flows/editPlan.ts';
import { ChoiceWithButton } from '../../../ui/ChoiceWithButton.tsx';
import { useText } from '../../../ui/useText.ts';
import { BlockForm } from './BlockForm.tsx';
import { FinanceForm } from './FinanceForm.tsx';
import { PlanActions } from './PlanActions.tsx';
import { PlanResults } from './PlanResults.tsx';
import { PlanTimeline } from './PlanTimeline.tsx';

interface Props {
  readonly plan: OwnPlan;
  readonly analysis: SiteFigures;
  readonly onSelect: (id: string | null) => void;
  readonly onOpen: () => void;
  readonly onCompare: () => void;
}

/** The plan with edits that are still being stored: a second edit builds on the first, however fast it follows. */
function useEdited(plan: OwnPlan, siteId: string) {
  const [pending, setPending] = useState<OwnPlanBody | null>(null);
  const save = (changed: OwnPlanBody) => {
    setPending(changed);
    void savePlan(siteId, plan.id, changed).finally(() =>
      setPending((current) => (current === changed ? null : current)),
    );
  };
  return { body: pending ?? bodyOf(plan), save };
}

/** One plan: its time line, the chosen block, loans and tax, and what it is worth. Every edit is stored at once. */
export function PlanEditor({ plan, analysis, onSelect, onOpen, onCompare }: Props): ReactElement {
  const { language } = useText();
  const t = planText[language];
  const [chosen, setChosen] = useState<string | null>(null);
  const { body, save } = useEdited(plan, analysis.siteId);
  const outcome = analysis.ownPlans?.find(({ id }) => id === plan.id);
  const block = body.blocks.find(({ id }) => id === chosen) ?? body.blocks.at(-1);
  const gridMw = valuesOf(analysis.inputs).gridPowerMw;
  const addBlock = (value: string) => {
    const use = blockUses.find((candidate) => candidate === value);
    if (!use || gridMw === undefined) return;
    const changed = withNewBlock(body, use, gridMw);
    setChosen(changed.blocks.at(-1)?.id ?? null);
    save(changed);
  };
  return (
    <div className="plan-editor">
      <PlanActions
        plan={plan}
        body={body}
        siteId={analysis.siteId}
        onSelect={onSelect}
        onOpen={onOpen}
        onCompare={onCompare}
        onSave={save}
      />
      <PlanTimeline
        plan={body}
        analysis={analysis}
        dates={outcome?.dates ?? []}
        chosen={block?.id ?? null}
        onChoose={setChosen}
        onSave={save}
      />
      <div className="strip">
        <ChoiceWithButton
          label={t.addBlock}
          act="add"
          options={
            gridMw === undefined
              ? []
              : blockUses.map((use) => ({ value: use, label: blockUseNames[language][use] }))
          }
          onAct={addBlock}
        />
      </div>
      <div className="plan-columns">
        <div>
          {block ? (
            <BlockForm key={block.id} block={block} plan={body} analysis={analysis} onSave={save} />
          ) : null}
          <FinanceForm plan={body} analysis={analysis} onSave={save} />
        </div>
        {outcome ? <PlanResults outcome={outcome} analysis={analysis} /> : null}
      </div>
    </div>
  );
}
