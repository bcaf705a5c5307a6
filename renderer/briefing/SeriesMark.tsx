import type { ReactElement } from 'react';
import type { MarkFill, SeriesLook } from '../../shared/charts/seriesLooks.ts';
import { markPath } from './Marks.tsx';

/** What stands inside a mark that is not solid, in a box of 10 × 10. */
export const innerPaths: Readonly<Record<MarkFill, string | null>> = {
  solid: null,
  hollow: null,
  dotted: 'M5 3.9a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4z',
  crossed: 'M3.4 4.9h3.2v.9H3.4z',
};

/** A series' mark around a point, `size` wide; a ground in white keeps lines out of what is not solid. */
export function SeriesMark({
  look,
  colour,
  x,
  y,
  size,
}: {
  readonly look: SeriesLook;
  readonly colour: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}): ReactElement {
  const inner = innerPaths[look.fill];
  const isSolid = look.fill === 'solid';
  return (
    <g transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 10})`}>
      <path
        d={markPath(look.shape)}
        fill={isSolid ? colour : '#ffffff'}
        stroke={isSolid ? undefined : colour}
        strokeWidth={isSolid ? undefined : 1.4}
      />
      {inner === null ? null : <path d={inner} fill={colour} />}
    </g>
  );
}
