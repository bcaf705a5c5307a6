import { useRef, useState, type ReactElement } from 'react';
import type { OwnPlanBody } from '../../../../shared/domain/ownPlan.ts';
import { withMove } from '../../../../shared/domain/planEdits.ts';
import type { OwnBlockDates, SiteFigures } from '../../../../shared/engine/analysis/siteAnalysis.ts';
import { formatPlain } from '../../../../shared/format/number.ts';
import { planText, blockUseNames } from '../../../../shared/text/planText.ts';
import { useText } from '../../../ui/useText.ts';
import { BlockBar, Gap, type Move } from './BlockBar.tsx';

interface Props {
  readonly plan: OwnPlanBody;
  readonly analysis: SiteFigures;
  readonly dates: readonly OwnBlockDates[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onSave: (plan: OwnPlanBody) => void;
}

/** Januaries, as many as have room for their names. */
function Axis({ months }: { readonly months: readonly string[] }): ReactElement {
  const years = months.flatMap((month, index) =>
    month.endsWith('-01') ? [{ year: month.slice(0, 'YYYY'.length), index }] : [],
  );
  const step = Math.max(1, Math.ceil(years.length / 16));
  return (
    <div className="tl-lane" aria-hidden="true">
      <span className="tl-name" />
      <div className="tl-track tl-axis">
        {years.map(({ year, index }, place) =>
          place % step === 0 ? (
            <span key={year} style={{ left: `${(index / months.length) * 100}%` }}>
              {year}
            </span>
          ) : null,
        )}
      </div>
    </div>
  );
}

/** A block moved but not yet stored: while it is dragged, or a key is held. */
interface Draft {
  readonly plan: OwnPlanBody;
  /** The stored plan it came from; another one makes it stale. */
  readonly from: OwnPlanBody;
}

/** The gap after a mining block that a hall replaces. */
function GapAfter({
  id,
  plan,
  dates,
  count,
}: {
  readonly id: string;
  readonly plan: OwnPlanBody;
  readonly dates: readonly OwnBlockDates[];
  readonly count: number;
}): ReactElement | null {
  const hall = plan.blocks.find(({ replaces }) => replaces === id);
  const found = dates.find((one) => one.id === hall?.id);
  return found ? <Gap dates={found} count={count} /> : null;
}

/** The blocks of a plan over the horizon; each can be moved by hand or by keys. The gap of a conversion is hatched. */
export function PlanTimeline({ plan, analysis, dates, chosen, onChoose, onSave }: Props): ReactElement {
  const { language } = useText();
  const t = planText[language];
  const track = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const horizon = analysis.months.length;
  const shown = draft?.plan ?? plan;
  const move = (id: string, { months, moves, isWhole }: Move) => {
    const from = isWhole ? plan : shown;
    setDraft({ plan: withMove(from, id, months, moves, horizon), from: plan });
  };
  const settle = () => {
    if (draft && JSON.stringify(draft.plan) !== JSON.stringify(plan)) onSave(draft.plan);
    setDraft(null);
  };
  return (
    <section className="timeline" aria-label={t.timeline}>
      <p className="note" id="timeline-help">
        {t.timelineHelp}
      </p>
      <Axis months={analysis.months} />
      {shown.blocks.map((block, index) => (
        <div
          key={block.id}
          className={block.id === chosen ? 'tl-lane tl-chosen' : 'tl-lane'}
          ref={index === 0 ? track : null}
        >
          <button type="button" className="tl-name link" onClick={() => onChoose(block.id)}>
            {`${blockUseNames[language][block.use]}, ${formatPlain(block.gridMw, language)} MW`}
          </button>
          <div className="tl-track">
            {analysis.halvings.map(({ month }) => (
              <span key={month} className="tl-halving" style={{ left: `${(month / horizon) * 100}%` }} />
            ))}
            {draft ? null : <GapAfter id={block.id} plan={plan} dates={dates} count={horizon} />}
            <BlockBar
              block={block}
              // What follows from stored dates is wrong while the block is being moved.
              dates={draft ? undefined : dates.find(({ id }) => id === block.id)}
              months={analysis.months}
              onChoose={() => onChoose(block.id)}
              onMove={(moved) => move(block.id, moved)}
              onSettle={settle}
            />
          </div>
        </div>
      ))}
    </section>
  );
}
