import { useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import type { OwnPlanBody } from '../../../../shared/domain/ownPlan.ts';
import { isAiUse, isMiningUse } from '../../../../shared/engine/analysis/ownPlans/ownPlan.ts';
import type { OwnBlockDates } from '../../../../shared/engine/analysis/siteAnalysis.ts';
import { formatDate, formatPlain } from '../../../../shared/format/number.ts';
import { planText, blockUseNames } from '../../../../shared/text/planText.ts';
import { fill } from '../../../../shared/text/screenText.ts';
import { useText } from '../../../ui/useText.ts';

type Block = OwnPlanBody['blocks'][number];

export interface Move {
  readonly months: number;
  readonly moves: 'start' | 'end';
  /** Counted from the stored plan, as a drag is; else from what is shown, as a key is. */
  readonly isWhole: boolean;
}

interface Props {
  readonly block: Block;
  readonly dates: OwnBlockDates | undefined;
  readonly months: readonly string[];
  readonly onChoose: () => void;
  readonly onMove: (move: Move) => void;
  readonly onSettle: () => void;
}

/** Width of the handle at a bar's end [px]. */
const handlePx = 10;
const yearMonths = 12;

interface Part {
  readonly kind: 'mining' | 'lead' | 'build' | 'billing' | 'sale';
  readonly from: number;
  readonly to: number;
}

/** A hall is signed, built, billed; anything else is one piece. */
function partsOf(block: Block, dates: OwnBlockDates | undefined, end: number): readonly Part[] {
  const { fromMonth: from } = block;
  if (isMiningUse(block.use)) return [{ kind: 'mining', from, to: end }];
  if (block.use === 'siteSale') return [{ kind: 'sale', from, to: from + 1 }];
  const build = Math.min(end, dates?.buildStartMonth ?? from);
  const billing = Math.min(end, dates?.billingStartMonth ?? build);
  const parts: readonly Part[] = [
    { kind: 'lead', from, to: build },
    { kind: 'build', from: build, to: billing },
    { kind: 'billing', from: billing, to: end },
  ];
  return parts.filter((part) => part.to > part.from);
}

/** The conversion gap, on the line of the mining that ends: from its end to the first bill of what replaces it. */
export function Gap({
  dates,
  count,
}: {
  readonly dates: OwnBlockDates;
  readonly count: number;
}): ReactElement | null {
  const { language } = useText();
  const t = planText[language];
  const { miningEndMonth, billingStartMonth } = dates;
  if (miningEndMonth === null || billingStartMonth === null || billingStartMonth <= miningEndMonth)
    return null;
  const months = billingStartMonth - miningEndMonth;
  const label = `${t.conversionGap}: ${fill(t.gapMonths, { months })}`;
  return (
    <span
      className="tl-gap"
      title={label}
      style={{ left: `${(miningEndMonth / count) * 100}%`, width: `${(months / count) * 100}%` }}
    >
      <span>{label}</span>
    </span>
  );
}

function useSpoken(block: Block, dates: OwnBlockDates | undefined, end: number, months: readonly string[]) {
  const { language } = useText();
  const t = planText[language];
  const monthName = (index: number) => formatDate(months[index] ?? '', language);
  const gap =
    dates?.miningEndMonth == null || dates.billingStartMonth === null
      ? 0
      : Math.max(0, dates.billingStartMonth - dates.miningEndMonth);
  const spoken = fill(t.barAt, {
    name: blockUseNames[language][block.use],
    mw: formatPlain(block.gridMw, language),
    from: monthName(block.fromMonth),
    to: end >= months.length ? t.horizon : monthName(end - 1),
  });
  return gap > 0 ? spoken + fill(t.barGap, { months: gap }) : spoken;
}

/** Keys of a bar: arrows by a month, with Shift by a year, with Alt its end. */
function moveOfKey(event: KeyboardEvent): Move | undefined {
  const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (direction === 0) return undefined;
  const months = direction * (event.shiftKey ? yearMonths : 1);
  return { months, moves: event.altKey ? 'end' : 'start', isWhole: false };
}

/** A block on the time line: dragged by its body to move it, by its end to lengthen it. */
export function BlockBar({ block, dates, months, onChoose, onMove, onSettle }: Props): ReactElement {
  const drag = useRef<{ x: number; perMonth: number; moves: 'start' | 'end' } | null>(null);
  const count = months.length;
  const end = Math.min(count, dates?.endMonth ?? block.toMonth ?? count);
  const spoken = useSpoken(block, dates, end, months);
  const parts = partsOf(block, dates, Math.max(end, block.fromMonth + 1));
  const last = parts.at(-1)?.to ?? block.fromMonth + 1;
  const span = last - block.fromMonth;
  const startDrag = (event: PointerEvent<HTMLElement>) => {
    const bar = event.currentTarget;
    const right = bar.getBoundingClientRect().right;
    const track = bar.parentElement?.getBoundingClientRect().width ?? 1;
    const isEnd = right - event.clientX < handlePx && block.use !== 'siteSale';
    drag.current = { x: event.clientX, perMonth: track / count, moves: isEnd ? 'end' : 'start' };
    bar.setPointerCapture(event.pointerId);
    onChoose();
  };
  const continueDrag = (event: PointerEvent) => {
    if (!drag.current) return;
    const { x, perMonth, moves } = drag.current;
    onMove({ months: Math.round((event.clientX - x) / perMonth), moves, isWhole: true });
  };
  const endDrag = () => {
    drag.current = null;
    onSettle();
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={isAiUse(block.use) ? 'tl-bar ai' : 'tl-bar'}
      aria-label={spoken}
      aria-describedby="timeline-help"
      aria-valuemin={0}
      aria-valuemax={count - 1}
      aria-valuenow={block.fromMonth}
      aria-valuetext={spoken}
      style={{ left: `${(block.fromMonth / count) * 100}%`, width: `${(span / count) * 100}%` }}
      onFocus={onChoose}
      onPointerDown={startDrag}
      onPointerMove={continueDrag}
      onPointerUp={endDrag}
      onKeyDown={(event) => {
        const move = moveOfKey(event);
        if (!move || (move.moves === 'end' && block.use === 'siteSale')) return;
        event.preventDefault();
        onMove(move);
      }}
      onKeyUp={(event) => {
        if (event.key.startsWith('Arrow')) onSettle();
      }}
    >
      {parts.map(({ kind, from, to }) => (
        <span key={kind} className={`tl-${kind}`} style={{ width: `${((to - from) / span) * 100}%` }} />
      ))}
    </div>
  );
}
