import { useState, type ReactElement } from 'react';
import type { PlanRef } from '../../../../shared/engine/analysis/planFlows.ts';
import type { SiteFigures } from '../../../../shared/engine/analysis/siteAnalysis.ts';
import {
  startingBlocks,
  startingPoints,
  type StartingPoint,
} from '../../../../shared/engine/analysis/ownPlans/startingPoints.ts';
import { valuesOf } from '../../../../shared/engine/analysis/resolveInputs.ts';
import { planText } from '../../../../shared/text/planText.ts';
import { strategyNames } from '../../../../shared/text/strategyNames.ts';
import { createPlan } from '../../../flows/editPlan.ts';
import { useApp } from '../../../store/appStore.ts';
import { useText } from '../../../ui/useText.ts';
import { PlanEditor } from './PlanEditor.tsx';

function isStartingPoint(kind: string): kind is StartingPoint {
  return startingPoints.some((point) => point === kind);
}

/** A strategy taken over as a plan of the analyst's own; those that lack an input cannot be a start. */
function NewPlan({
  analysis,
  onCreated,
}: {
  readonly analysis: SiteFigures;
  readonly onCreated: (id: string) => void;
}): ReactElement {
  const { language } = useText();
  const t = planText[language];
  const names = strategyNames[language];
  const values = valuesOf(analysis.inputs);
  const offered = startingPoints.filter((point) => startingBlocks(point, values) !== undefined);
  const best = analysis.verdict.best;
  const usual = offered.find((point) => point === best) ?? offered.find((point) => point === 'colocation');
  const [chosen, setChosen] = useState<StartingPoint | null>(null);
  const from = chosen ?? usual ?? offered[0];
  const create = async () => {
    const blocks = from && startingBlocks(from, values);
    if (!from || !blocks) return;
    const count = (analysis.ownPlans ?? []).length + 1;
    const name = `${names[from]} ${count}`;
    const id = await createPlan(analysis.siteId, {
      name,
      blocks: blocks.map((block) => ({ ...block, terms: [...block.terms] })),
      loans: [],
      isTaxed: false,
      terms: [],
    });
    if (id !== undefined) onCreated(id);
  };
  return (
    <>
      <label className="inline">
        {t.startFrom}{' '}
        <select
          value={from ?? ''}
          disabled={offered.length === 0}
          onChange={({ target }) => {
            if (isStartingPoint(target.value)) setChosen(target.value);
          }}
        >
          {offered.map((point) => (
            <option key={point} value={point}>
              {names[point]}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="btn primary" disabled={!from} onClick={() => void create()}>
        {t.newPlan}
      </button>
    </>
  );
}

interface Props {
  readonly analysis: SiteFigures;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly onOpen: (plan: PlanRef) => void;
  readonly onCompare: (plan: PlanRef) => void;
}

/** The analyst's own plans of a site: made from a strategy, then changed block by block. */
export function PlansPanel({ analysis, selected, onSelect, onOpen, onCompare }: Props): ReactElement {
  const { language } = useText();
  const t = planText[language];
  const plans = useApp((state) => state.evidence?.ownPlans) ?? [];
  const plan = plans.find(({ id }) => id === selected) ?? plans[0];
  return (
    <div className="scroll" role="region" aria-label={t.plans} tabIndex={0}>
      <div className="strip plans-head">
        {plans.length > 0 ? (
          <label className="inline">
            {t.plan}{' '}
            <select value={plan?.id ?? ''} onChange={(event) => onSelect(event.target.value)}>
              {plans.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <span className="grow" />
        <NewPlan analysis={analysis} onCreated={onSelect} />
      </div>
      {plan ? (
        <PlanEditor
          key={plan.id}
          plan={plan}
          analysis={analysis}
          onSelect={onSelect}
          onOpen={() => onOpen({ kind: 'own', id: plan.id })}
          onCompare={() => onCompare({ kind: 'own', id: plan.id })}
        />
      ) : (
        <div className="pad">
          <h2>{t.noPlans}</h2>
          <p>{t.noPlansHint}</p>
        </div>
      )}
    </div>
  );
}
