import { useState, type ReactElement } from 'react';
import type { OwnPlanBody } from '../../../../shared/domain/ownPlan.ts';
import { withBlock, withoutBlock, withSplit, withUse } from '../../../../shared/domain/planEdits.ts';
import {
  blockUses,
  isAiUse,
  isMiningUse,
  servicesOf,
} from '../../../../shared/engine/analysis/ownPlans/ownPlan.ts';
import { termKeysOf } from '../../../../shared/engine/analysis/ownPlans/termKeys.ts';
import type { SiteFigures } from '../../../../shared/engine/analysis/siteAnalysis.ts';
import { formatPlain } from '../../../../shared/format/number.ts';
import { planText, serviceNames, blockUseNames } from '../../../../shared/text/planText.ts';
import { QuantityForm } from '../../../ui/QuantityForm.tsx';
import { useText } from '../../../ui/useText.ts';
import { MonthChoice } from './MonthChoice.tsx';
import { TermList } from './TermList.tsx';

type Block = OwnPlanBody['blocks'][number];

interface Props {
  readonly block: Block;
  readonly plan: OwnPlanBody;
  readonly analysis: SiteFigures;
  readonly onSave: (plan: OwnPlanBody) => void;
}

const powerBounds = { key: 'gridPowerMw', unit: 'MW', low: null, high: null, min: 0.001, max: 10_000 };

function Power({ block, plan, onSave }: Omit<Props, 'analysis'>): ReactElement {
  const { language, text } = useText();
  const t = planText[language];
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen)
    return (
      <QuantityForm
        id={`power-${block.id}`}
        label={t.power}
        bounds={powerBounds}
        onStore={(gridMw) => {
          onSave(withBlock(plan, block.id, { gridMw }));
          setIsOpen(false);
        }}
        onClose={() => setIsOpen(false)}
      />
    );
  return (
    <div className="field-row">
      <span>{t.power}</span>
      <span>
        {formatPlain(block.gridMw, language)} {t.gridMw}{' '}
        <button
          type="button"
          className="btn"
          aria-label={`${text.edit}: ${t.power}`}
          onClick={() => setIsOpen(true)}
        >
          {text.edit}
        </button>
      </span>
    </div>
  );
}

function Dates({ block, plan, analysis, onSave }: Props): ReactElement {
  const { language } = useText();
  const t = planText[language];
  const isSale = block.use === 'siteSale';
  const start = isSale ? t.sold : isAiUse(block.use) ? t.signed : t.start;
  return (
    <>
      <MonthChoice
        label={start}
        months={analysis.months}
        value={block.fromMonth}
        from={0}
        onChange={(month) => {
          const fromMonth = month ?? 0;
          const { toMonth } = block;
          const fits = toMonth === null || toMonth > fromMonth;
          onSave(withBlock(plan, block.id, { fromMonth, toMonth: fits ? toMonth : null }));
        }}
      />
      {isSale ? null : (
        <MonthChoice
          label={t.end}
          months={analysis.months}
          value={block.toMonth}
          from={block.fromMonth + 1}
          open={isMiningUse(block.use) ? t.untilReplaced : t.toHorizon}
          onChange={(toMonth) => onSave(withBlock(plan, block.id, { toMonth }))}
        />
      )}
    </>
  );
}

/** What a hall takes the place of and what it sells. */
function Service({ block, plan, onSave }: Omit<Props, 'analysis'>): ReactElement {
  const { language } = useText();
  const t = planText[language];
  const taken = new Set(plan.blocks.filter(({ id }) => id !== block.id).map(({ replaces }) => replaces));
  const mining = plan.blocks.filter(({ id, use }) => isMiningUse(use) && !taken.has(id));
  return (
    <>
      <label className="field-row">
        <span>{t.replaces}</span>
        <select
          value={block.replaces ?? ''}
          onChange={({ target }) =>
            onSave(withBlock(plan, block.id, { replaces: target.value === '' ? null : target.value }))
          }
        >
          <option value="">{t.replacesNone}</option>
          {mining.map(({ id, use, gridMw }) => (
            <option key={id} value={id}>
              {`${blockUseNames[language][use]}, ${formatPlain(gridMw, language)} MW`}
            </option>
          ))}
        </select>
      </label>
      <label className="field-row">
        <span>{t.service}</span>
        <select
          value={block.service ?? ''}
          onChange={({ target }) => {
            const service = servicesOf[block.use].find((candidate) => candidate === target.value);
            if (service) onSave(withBlock(plan, block.id, { service }));
          }}
        >
          {servicesOf[block.use].map((service) => (
            <option key={service} value={service}>
              {serviceNames[language][service]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

/** One block of a plan: use, power, dates, service, and the inputs it replaces. */
export function BlockForm({ block, plan, analysis, onSave }: Props): ReactElement {
  const { language } = useText();
  const t = planText[language];
  return (
    <section className="plan-block" aria-label={`${t.blocks}: ${blockUseNames[language][block.use]}`}>
      <label className="field-row">
        <span>{t.use}</span>
        <select
          value={block.use}
          onChange={({ target }) => {
            const use = blockUses.find((candidate) => candidate === target.value);
            if (use) onSave(withUse(plan, block.id, use));
          }}
        >
          {blockUses.map((use) => (
            <option key={use} value={use}>
              {blockUseNames[language][use]}
            </option>
          ))}
        </select>
      </label>
      <Power block={block} plan={plan} onSave={onSave} />
      <Dates block={block} plan={plan} analysis={analysis} onSave={onSave} />
      {isAiUse(block.use) ? <Service block={block} plan={plan} onSave={onSave} /> : null}
      <h3>{t.terms}</h3>
      <p className="note">{t.termsHint}</p>
      <TermList
        id={`term-${block.id}`}
        keys={termKeysOf[block.use]}
        terms={block.terms}
        analysis={analysis}
        onChange={(terms) => onSave(withBlock(plan, block.id, { terms }))}
      />
      <p className="plan-buttons">
        <button type="button" className="btn" onClick={() => onSave(withSplit(plan, block.id))}>
          {t.split}
        </button>
        <button type="button" className="btn" onClick={() => onSave(withoutBlock(plan, block.id))}>
          {t.removeBlock}
        </button>
      </p>
    </section>
  );
}
