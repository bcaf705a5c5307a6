import type { ReactElement } from 'react';
import type { MwLadder } from '../../../shared/domain/company.ts';
import { useText } from '../../ui/useText.ts';

/** One linear scale for the whole table; a mark says where a bar is cut. */
const scaleEndMw = 2500;
const width = 88;

/** Nested bars: pipeline dashed, secured light, energised mid. Missing rungs are not drawn, and said so where all are. */
export function MwLadderBar({ ladder }: { readonly ladder: MwLadder }): ReactElement {
  const { text } = useText();
  const rungs = [ladder.pipelineMw, ladder.securedMw, ladder.energisedMw].map(
    (figure) => figure?.value ?? null,
  );
  if (rungs.every((value) => value === null)) return <span className="miss">{text.missing}</span>;
  const at = (value: number | null | undefined): number =>
    (Math.min(scaleEndMw, value ?? 0) / scaleEndMw) * width;
  const [pipeline, secured, energised] = rungs;
  const isCut = rungs.some((value) => (value ?? 0) > scaleEndMw);
  return (
    <svg
      className="ladder"
      width={width + 12}
      height="14"
      viewBox={`0 0 ${width + 12} 14`}
      aria-hidden="true"
    >
      <rect
        x="0.5"
        y="1.5"
        width={at(pipeline)}
        height="11"
        fill="none"
        stroke="var(--line-2)"
        strokeDasharray="2 2"
      />
      <rect x="0" y="1" width={at(secured)} height="12" fill="var(--line)" />
      <rect x="0" y="3" width={at(energised)} height="8" fill="var(--none)" />
      {isCut ? <path d={`M${width + 3} 3l4 4-4 4`} fill="none" stroke="var(--ink-2)" /> : null}
    </svg>
  );
}
